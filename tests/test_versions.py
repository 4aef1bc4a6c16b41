"""A version belongs to the system that it is named beside."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from lessons import outcome_editing
from reviews import editing as reviews_editing
from tests import factories
from tracker import editing


def test_a_review_refuses_a_version_of_another_system(rita):
    version = editing.add_system_version(factories.make_system(rita), by=rita, label="2")
    with pytest.raises(ValidationError, match="another system"):
        factories.make_review(rita, version=version)
    review = factories.make_review(rita, system=version.system, version=version)
    with pytest.raises(ValidationError, match="another system"):
        reviews_editing.edit_review(review, by=rita, system=factories.make_system(rita))


def test_an_update_refuses_a_version_of_another_system(rita, leo, sam, mona):
    version = editing.add_system_version(factories.make_system(rita), by=rita, label="2")
    update = factories.make_update(rita, factories.make_endorsed_lesson(rita, leo, sam, mona))
    with pytest.raises(ValidationError, match="another system"):
        outcome_editing.edit_update(update, by=rita, to_version=version)
