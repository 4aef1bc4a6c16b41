"""When a signature was given: now, unless it is illustrative and tells of the past."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from lessons.models import Endorsement
from lessons.transitions import endorse
from tests import factories

DAY = datetime.date(2023, 2, 28)


@pytest.fixture
def lesson(rita, leo):
    return factories.make_endorsed_lesson(rita, leo)


def test_a_real_signature_carries_no_other_day(lesson, sam):
    with pytest.raises(ValidationError, match="at which it is given"):
        endorse(lesson, by=sam, signed_on=DAY)
    assert not Endorsement.objects.exists()


def test_an_illustrative_signature_may_tell_of_the_past(lesson, sam, mona):
    for signatory in (sam, mona):
        lesson = endorse(lesson, by=signatory, illustrative=True, signed_on=DAY)
    assert lesson.endorsed_at is not None
    assert lesson.endorsed_at.date() == DAY


def test_no_signature_is_given_in_the_future(lesson, sam):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    with pytest.raises(ValidationError, match="still to come"):
        endorse(lesson, by=sam, illustrative=True, signed_on=tomorrow)


def test_the_database_holds_when_a_signature_was_given_and_that_it_is_no_illustration(lesson, sam):
    endorse(lesson, by=sam)
    given = Endorsement.objects.get()
    for wrong in ({"illustrative": True}, {"signed_at": timezone.now()}):
        with pytest.raises(IntegrityError, match="stays as it was given"), transaction.atomic():
            Endorsement.objects.update(**wrong)
    day = datetime.timedelta(days=1)
    for when in (given.signed_at - day, given.signed_at + day):
        forged = Endorsement(
            lesson=given.lesson, organization=given.organization, signed_by=sam, signed_at=when,
            content=given.content, digest=given.digest, content_version=given.content_version,
        )  # fmt: skip
        with pytest.raises(IntegrityError, match="unless it is illustrative"), transaction.atomic():
            forged.save(force_insert=True)
