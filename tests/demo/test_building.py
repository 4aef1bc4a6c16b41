"""The demonstration is built as a whole or not at all."""

from __future__ import annotations

import pytest

from lessons.demo import build
from lessons.demo.chapters import images
from tests.demo.conftest import contents
from tracker.models import User
from tracker.vocabularies.shipped import load_shipped_vocabularies


@pytest.mark.exhaustive
def test_a_build_that_dies_leaves_nothing(db, monkeypatch):
    load_shipped_vocabularies()
    before = contents()

    def die(*_):
        assert User.objects.filter(username="oai-lead").exists()
        raise KeyboardInterrupt

    monkeypatch.setattr(images, "tell", die)
    with pytest.raises(KeyboardInterrupt):
        build.build("secret")
    assert contents() == before
    assert not build.is_built()
