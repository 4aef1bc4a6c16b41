"""A shareable copy is a new record; its private original stays with its owner."""

from __future__ import annotations

import pytest

from lessons.models import Lesson
from lessons.transitions import copy_lesson
from reviews.models import Observation
from reviews.transitions import copy_observation
from tests import factories
from tests.pages.test_records import page
from tracker import sharing
from tracker.access import Denied, WrongState


def test_a_copy_is_shared_and_its_original_is_not(client, rita, leo, mira) -> None:
    private = factories.make_observation(rita, title="Seen by a caller", reporter="A caller")
    copy = copy_observation(private, by=rita)
    assert (copy.label, copy.copied_from, copy.reporter) == ("amber_strict", private, "")
    sharing.share(copy, by=leo)
    assert Observation.objects.visible_to(mira).get() == copy
    assert private.reference not in page(client, mira, copy.get_absolute_url())


def test_a_copied_lesson_rests_on_the_same_findings(rita, leo, mira) -> None:
    finding = factories.make_confirmed_finding(rita, leo)
    lesson = factories.make_lesson(rita, findings=[finding])
    copy = copy_lesson(lesson, by=rita)
    assert list(copy.findings.all()) == [finding]
    sharing.share(copy, by=leo)
    assert Lesson.objects.visible_to(mira).get() == copy


def test_only_the_owner_copies_and_only_what_is_private(rita, leo, olga, mira) -> None:
    seen = factories.make_observation(rita)
    for user in (olga, mira):
        with pytest.raises(Denied):
            copy_observation(seen, by=user)
    sharing.share(seen, by=leo)
    with pytest.raises(WrongState, match="it needs no copy"):
        copy_observation(seen, by=rita)
