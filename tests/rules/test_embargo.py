"""A wider label that holds from an instant on, without anything being written."""

from __future__ import annotations

import datetime
import time

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.utils import timezone

from lessons.models import Lesson
from reviews.models import Observation
from tests import factories
from tracker import sharing
from tracker.access import WrongState, may_see
from tracker.instants import parse_instant, say_instant

LATER = datetime.datetime(2041, 11, 22, 18, 0, tzinfo=datetime.UTC)

# Who reads a record of OpenAI's before the instant and after it.
# Columns: olga (owner's observer), mira (other partner), cleo (community), nobody (not signed in).
BEFORE = (True, False, False, False)
AFTER = {
    "share":     (True, True, False, False),
    "community": (True, True, True, False),
    "public":    (True, True, True, True),
}  # fmt: skip


@pytest.mark.parametrize("verb", AFTER)
def test_before_the_instant_only_the_earlier_audience_reads(
    verb, rita, leo, sam, olga, mira, cleo
) -> None:
    readers = (olga, mira, cleo, AnonymousUser())
    seen = factories.make_observation(rita)
    verbs = {
        "share": lambda: sharing.share(seen, by=leo, takes_effect_at=LATER),
        "community": lambda: factories.make_green(seen, sam, takes_effect_at=LATER),
        "public": lambda: factories.make_clear(seen, sam, takes_effect_at=LATER),
    }
    record = verbs[verb]()

    def seeing():
        listed = tuple(Observation.objects.visible_to(reader).exists() for reader in readers)
        assert tuple(may_see(reader, record) for reader in readers) == listed
        return listed

    assert seeing() == BEFORE
    record = factories.end_embargo(record)
    assert seeing() == AFTER[verb]


def test_an_embargo_ends_by_itself(rita, leo, mira) -> None:
    instant = timezone.now() + datetime.timedelta(seconds=1)
    record = sharing.share(factories.make_observation(rita), by=leo, takes_effect_at=instant)
    stored = Observation.objects.filter(pk=record.pk).values().get()
    assert not Observation.objects.visible_to(mira).exists()
    time.sleep(1.05)
    assert Observation.objects.filter(pk=record.pk).values().get() == stored
    assert Observation.objects.visible_to(mira).exists()
    assert record.label_now == "amber"


def test_a_list_narrowed_by_label_goes_by_the_label_of_this_instant(rita, leo) -> None:
    seen = factories.make_embargoed(factories.make_observation(rita), leo)
    assert Observation.objects.labelled("amber_strict").get() == seen
    assert not Observation.objects.labelled("amber").exists()
    factories.end_embargo(seen)
    assert Observation.objects.labelled("amber").get() == seen
    assert not Observation.objects.labelled("amber_strict").exists()


def test_an_instant_that_is_past_is_no_embargo(rita, leo) -> None:
    past = timezone.now() - datetime.timedelta(minutes=1)
    with pytest.raises(ValidationError, match="is past"):
        sharing.share(factories.make_lesson(rita), by=leo, takes_effect_at=past)


def test_what_is_under_embargo_is_not_asked_for_again_but_can_be_called_off(
    rita, leo, mira
) -> None:
    lesson = factories.make_embargoed(factories.make_lesson(rita), leo, LATER)
    with pytest.raises(WrongState, match="from 22 Nov 2041, 18:00 UTC"):
        sharing.share(lesson, by=leo)
    lesson = sharing.restrict(lesson, by=leo, audience="amber_strict", reason="Not yet.")
    assert not lesson.is_under_embargo
    sharing.share(lesson, by=leo)
    assert Lesson.objects.visible_to(mira).get() == lesson


def test_a_consent_after_the_instant_acts_at_once(rita, leo, sam) -> None:
    from tracker.models import LabelChange

    soon = timezone.now() + datetime.timedelta(seconds=0.2)
    lesson = sharing.release_to_public(factories.make_lesson(rita), by=leo, takes_effect_at=soon)
    time.sleep(0.3)
    sharing.consent(LabelChange.objects.get(), by=sam)
    lesson.refresh_from_db()
    assert (lesson.label, lesson.coming_at) == ("clear", None)


def test_what_an_ended_embargo_let_out_is_restricted_from_what_holds_now(rita, leo, mira) -> None:
    lesson = factories.end_embargo(factories.make_embargoed(factories.make_lesson(rita), leo))
    assert Lesson.objects.visible_to(mira).exists()
    lesson = sharing.restrict(lesson, by=leo, audience="amber_strict", reason="Too early.")
    assert not Lesson.objects.visible_to(mira).exists()


# --- Instants ------------------------------------------------------------------------------------

READ = {
    "2026-11-22 18:00 UTC": "22 Nov 2026, 18:00 UTC",
    "2026-11-22T18:00Z": "22 Nov 2026, 18:00 UTC",
    "2026-11-22 18:00 +01:00": "22 Nov 2026, 17:00 UTC",
    "2026-11-22T18:00:00+01:00": "22 Nov 2026, 17:00 UTC",
    "2026-11-22  10:00 America/Los_Angeles": "22 Nov 2026, 18:00 UTC",
}


@pytest.mark.parametrize(("text", "said"), READ.items())
def test_an_instant_is_read_with_its_zone(text, said) -> None:
    assert say_instant(parse_instant(text)) == said


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22 18:00",
        "2026-11-22T18:00:00",
        "18:00 UTC",
        "2026-13-22 18:00 UTC",
        "2026-11-22 18:00 Atlantis/Capital",
        "2026-11-22 18:00+01:00 UTC",
        "tomorrow",
    ],
)
def test_what_names_no_one_instant_is_refused(text) -> None:
    with pytest.raises(ValidationError, match="Give day, time and zone"):
        parse_instant(text)


@pytest.mark.parametrize(
    "text", ["2026-10-25 02:30 Europe/Berlin", "2026-03-29 02:30 Europe/Berlin"]
)
def test_an_hour_that_a_clock_shows_twice_or_never_is_refused(text) -> None:
    with pytest.raises(ValidationError, match="Clocks change"):
        parse_instant(text)
