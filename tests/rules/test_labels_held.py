"""PostgreSQL holds that nobody reads more than was consented to, whoever writes SQL."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from lessons.models import Lesson
from lessons.outcome_editing import propose_research, propose_update
from tests import factories
from tests.labels import bear, consent_to
from tracker import sharing
from tracker.models import Consent, LabelChange
from tracker.models.record import labelled_nouns
from tracker.sharing_access import waiting_change
from tracker.sources import derived_nouns, model_at

REFUSED = "every organization concerned consented"
HOUR, DAY = datetime.timedelta(hours=1), timezone.now()


def refused(rows: Any, **values: Any) -> bool:
    """Say whether the database refuses to write a label as consent is missing."""
    try:
        with transaction.atomic():
            rows.update(**values)
    except IntegrityError as error:
        return REFUSED in str(error)
    return False


def rows_of(record: Any) -> Any:
    return type(record).objects.filter(pk=record.pk)


@pytest.fixture
def lesson(rita) -> Lesson:
    """A lesson that its owner alone reads."""
    return factories.make_lesson(rita)


@pytest.mark.parametrize("label", ["amber", "green", "clear"])
def test_raw_sql_lets_nobody_else_read_a_record(lesson, label) -> None:
    assert refused(rows_of(lesson), label=label)
    assert refused(rows_of(lesson), coming_label=label, coming_at=timezone.now() + HOUR)
    consent_to(lesson, label)
    assert not refused(rows_of(lesson), label=label)


def test_every_labelled_noun_is_held(db) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE %s",
            ["pgtrigger_widened_by_consent_%"],
        )
        held = {name for (name,) in cursor.fetchall()}
    assert held == {model._meta.db_table for model in labelled_nouns()}


def test_what_was_consented_to_is_no_wider_label_and_no_earlier_instant(lesson, leo) -> None:
    lesson = factories.make_embargoed(lesson, leo)
    assert refused(rows_of(lesson), label="amber", coming_label="", coming_at=None)
    assert refused(rows_of(lesson), coming_at=lesson.coming_at - HOUR)
    assert refused(rows_of(lesson), coming_label="green")
    assert not refused(rows_of(lesson), coming_at=lesson.coming_at + HOUR)


def test_what_waits_for_consent_is_not_yet_read(lesson, leo) -> None:
    sharing.release_to_public(lesson, by=leo)
    assert refused(rows_of(lesson), label="clear")


def test_a_consent_is_used_up_when_the_record_is_narrowed_again(lesson, leo, sam) -> None:
    sharing.restrict(sharing.share(lesson, by=leo), by=leo, audience="amber_strict", reason="No.")
    assert refused(rows_of(lesson), label="amber")
    done = sharing.release_to_public(lesson, by=sam)
    sharing.withdraw_consent(LabelChange.objects.get(to_label="clear"), by=sam, reason="No.")
    assert refused(rows_of(done), label="clear")


def test_a_named_record_is_opened_by_its_verb_alone(lesson, leo) -> None:
    lesson = factories.make_red(lesson, leo)
    assert refused(rows_of(lesson), label="amber_strict")
    assert sharing.open_to_owner(lesson, by=leo).label == "amber_strict"


# --- Sources of others ----------------------------------------------------------------------------


MADE: dict[str, Callable[..., Any]] = {
    "reviews.review": factories.make_review,
    "reviews.finding": factories.make_finding,
    "reviews.observation": factories.make_observation,
    "lessons.lesson": factories.make_lesson,
    "lessons.researchdirection": lambda by: propose_research(by=by, title="Why?", lessons=[]),
    "lessons.systemupdate": lambda by: propose_update(by=by, title="Do", kind="process"),
}
PATHS = [
    (model, path)
    for model in derived_nouns()
    if model in labelled_nouns()
    for path in model.derived_from
]


def rest_on_theirs(record: Any, path: str, theirs: Any) -> None:
    """Let a record rest on the other side's source, as raw SQL can."""
    if path == "findings__observations":
        factories.make_finding(record.created_by, review=record).observations.add(theirs)
    elif path == "review":
        rows_of(record).update(review=theirs)
    else:
        getattr(record, path).add(theirs)


@pytest.mark.parametrize(("model", "path"), PATHS)
def test_whoever_owns_a_narrower_source_consents_too(model, path, rita, mira) -> None:
    record = MADE[model._meta.label_lower](rita)
    theirs = MADE[model_at(model, path)._meta.label_lower](mira)
    consent_to(record, "amber")
    rest_on_theirs(record, path, theirs)
    assert refused(rows_of(record), label="amber")
    bear(theirs, "amber")
    assert not refused(rows_of(record), label="amber")


# --- What a consent is ----------------------------------------------------------------------------


@pytest.fixture
def asked(lesson, leo) -> LabelChange:
    """A lead asks a signatory to make a lesson public."""
    waiting = waiting_change(sharing.release_to_public(lesson, by=leo))
    assert waiting is not None
    return waiting


@pytest.mark.parametrize(
    "values",
    [{"to_label": "green"}, {"digest": "0" * 64}, {"takes_effect_at": DAY}, {"record_id": uuid4()}],
)
def test_what_was_asked_stays(asked, values) -> None:
    with pytest.raises(IntegrityError, match="stays as it was asked"), transaction.atomic():
        LabelChange.objects.filter(pk=asked.pk).update(**values)


@pytest.mark.parametrize("later", [HOUR, HOUR * 0])
def test_an_old_consent_is_not_made_a_new_one(lesson, leo, later) -> None:
    sharing.restrict(sharing.share(lesson, by=leo), by=leo, audience="amber_strict", reason="No.")
    done = LabelChange.objects.filter(kind="widen")
    with pytest.raises(IntegrityError, match="stays as it was asked"), transaction.atomic():
        done.update(settled_at=timezone.now() + later)


def test_nobody_consents_for_another_organization(asked, mona) -> None:
    consents = Consent.objects.filter(change=asked)
    with pytest.raises(IntegrityError, match="own people consent"), transaction.atomic():
        consents.update(given_by=mona, given_at=timezone.now())


def test_a_consent_stays_as_it_was_given(asked, sam, leo) -> None:
    sharing.consent(asked, by=sam)
    consents = Consent.objects.filter(change=asked)
    for change in (lambda: consents.update(given_by=leo), consents.delete):
        with pytest.raises(IntegrityError, match="stays as it was given"), transaction.atomic():
            change()
    sharing.withdraw_consent(asked, by=sam, reason="No.")
    with pytest.raises(IntegrityError, match="stays as it was given"), transaction.atomic():
        consents.update(withdrawn_by=None, withdrawn_at=None)
