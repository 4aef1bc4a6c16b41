"""What a signatory said with a signature its own organization redacts, and no text is out of reach."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from lessons.models import Endorsement
from lessons.transitions import endorse, withdraw_endorsement
from lessons.verbs import VERBS
from reviews.models import Condition, Position
from reviews.transitions import concur_with_conditions
from tests import factories
from tests.protection.test_redaction import places
from tracker.access import Denied
from tracker.chain.redaction import redact_history
from tracker.history.tracking import event_models
from tracker.keys import new_key
from tracker.models import Redaction
from tracker.protection.redactions import redact
from tracker.protection.texts import (
    KEEPING,
    MARK,
    hash_of,
    is_noun,
    names_of,
    text_fields,
    words_under,
)

SECRET = "sk-4711-secret"
GONE = {"cause": "secret"}

# What no redaction reaches, each with the reason.
OUT_OF_REACH = {
    "tracker.Delegation": "why somebody signs for a colleague, for their own people alone",
    "tracker.LabelChange": "why fewer may read a record; the record itself is redacted",
    "tracker.LegalHold": "why a court wants it kept, for their own people alone",
    "tracker.Organization": "names, which a superuser edits",
    "tracker.Reading": "names a request and says nothing",
    "tracker.Redaction": "says what went without the words; it refuses them itself",
    "tracker.Subscription": "what a person follows; they end it",
    "tracker.Tag": "vocabulary, on many records",
    "tracker.Taxonomy": "vocabulary, on many records",
    "tracker.User": "a person's account, which their lead edits",
}


@pytest.fixture
def lesson(rita, leo, sam, mona):
    """A lesson of OpenAI's that both signed, each with words of its own."""
    lesson = factories.make_endorsed_lesson(rita, leo, insight=f"Never log {SECRET}.")
    endorse(lesson, by=sam, statement="Sound, says OpenAI.")
    return endorse(lesson, by=mona, statement=f"We saw {SECRET} too.")


def test_a_lead_leaves_what_the_others_said_with_their_signature(lesson, leo) -> None:
    redact(lesson, by=leo, passage=SECRET, **GONE)
    ours, theirs = Endorsement.objects.order_by("signed_at")
    assert SECRET not in ours.content + theirs.content
    assert theirs.statement == f"We saw {SECRET} too."
    with pytest.raises(ValidationError, match="with a signature; a lead of Microsoft redacts them"):
        redact(lesson, by=leo, passage=SECRET, **GONE)


def test_a_lead_of_those_who_said_it_redacts_just_that(lesson, milo) -> None:
    redact(lesson, by=milo, passage=SECRET, **GONE)
    theirs = Endorsement.objects.get(organization=milo.organization)
    assert theirs.statement == f"We saw {MARK} too."
    lesson.refresh_from_db()
    assert lesson.insight == f"Never log {SECRET}."
    for wrong in ({"passage": "Sound, says"}, {"field": "insight"}):
        with pytest.raises(ValidationError):
            redact(lesson, by=milo, **wrong, **GONE)


def note(row: Endorsement, by: Any, organization: Any, field: str = "statement") -> None:
    """Record a redaction as raw SQL can: by whoever, for whichever organization."""
    Redaction.objects.create(
        act=new_key(), organization=organization, record_id=row.lesson_id, noun="lessons.lesson",
        reference=row.lesson.reference, row_noun="lessons.endorsement", row_id=row.pk, field=field,
        is_whole=True, sha256=hash_of(getattr(row, field)), after_sha256=hash_of(MARK), redacted_by=by,
        **GONE,
    )  # fmt: skip


def test_raw_sql_takes_no_words_from_what_the_others_said(lesson, leo, milo) -> None:
    theirs = Endorsement.objects.get(organization=milo.organization)
    rows = Endorsement.objects.filter(pk=theirs.pk)
    note(theirs, leo, leo.organization)
    with pytest.raises(IntegrityError, match="stays as it was given"), transaction.atomic():
        rows.update(statement=MARK)
    with (
        pytest.raises(IntegrityError, match="of the organization that it names"),
        transaction.atomic(),
    ):
        note(theirs, leo, milo.organization)
    note(theirs, milo, milo.organization)
    assert rows.update(statement=MARK) == 1


def test_a_withdrawn_signature_keeps_what_the_others_said_too(rita, leo, mona, milo) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, mona)
    withdraw_endorsement(lesson, by=mona, reason="We changed our mind.")
    theirs = Endorsement.objects.get(organization=milo.organization)
    rows = Endorsement.objects.filter(pk=theirs.pk)
    note(theirs, leo, leo.organization, "withdrawal_reason")
    with pytest.raises(IntegrityError, match="stays as it was given"), transaction.atomic():
        rows.update(withdrawal_reason=MARK)
    note(theirs, milo, milo.organization, "withdrawal_reason")
    assert rows.update(withdrawal_reason=MARK) == 1


def test_nothing_the_others_said_goes_from_the_history(lesson, leo, milo) -> None:
    theirs = Endorsement.objects.get(organization=milo.organization)
    gone = {"placeholder": MARK, "reason": "secret"}
    for who in (leo, lesson):
        with pytest.raises(ValidationError, match="its own organization redacts"):
            redact_history(theirs, "statement", by=who, **gone)
    assert redact_history(theirs, "statement", by=milo, **gone) == 1


def test_who_signed_nothing_under_it_redacts_nothing(rita, leo, sam, milo) -> None:
    with pytest.raises(Denied):
        redact(factories.make_endorsed_lesson(rita, leo, sam), by=milo, passage="learned", **GONE)


def test_positions_dissent_and_conditions_lose_words_too(rita, leo, sam, milo) -> None:
    item = factories.make_item_to_sign(rita, leo, change=f"Rotate {SECRET}")
    concur_with_conditions(
        item, by=sam, statement="Fine.", dissent=f"Not with {SECRET} about.", assignee=sam,
        condition=f"Revoke {SECRET}", test=f"{SECRET} fails", due_on=factories.DAY,
    )  # fmt: skip
    redact(Condition.objects.get(), by=leo, passage=SECRET, **GONE)
    assert (Condition.objects.get().text, Condition.objects.get().test) == (
        f"Revoke {MARK}",
        f"{MARK} fails",
    )
    redact(item, by=milo, passage=SECRET, **GONE)
    assert Position.objects.get().dissent == f"Not with {SECRET} about."
    redact(item, by=leo, passage=SECRET, **GONE)
    assert Position.objects.get().dissent == f"Not with {MARK} about."
    assert places(SECRET) == {}


def redactable() -> set[type[models.Model]]:
    return {model for model, verbs in VERBS.items() if any(verb.name == "redact" for verb in verbs)}


def is_reached(model: Any) -> bool:
    """Say whether a redaction of some record walks over the rows of a model."""
    if model in redactable():
        return True
    named = {name for noun in redactable() for name in getattr(noun, "words_also_in", ())}
    if model._meta.label == "reviews.ImportedRecord":
        return "imported_from" in named
    if model in KEEPING or (is_noun(model) and not words_under(model)):
        return False
    return "record_id" in names_of(model) or any(
        is_reached(model._meta.get_field(name).related_model) for name in words_under(model)
    )


def test_every_text_of_every_tracked_model_can_be_redacted_or_says_why_not() -> None:
    unreached = {
        model._meta.label
        for model in event_models()
        if text_fields(model) and not is_reached(model)
    }
    assert unreached == set(OUT_OF_REACH)
