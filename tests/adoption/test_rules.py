"""Who says how far a system is, who confirms it, and what PostgreSQL refuses whoever writes."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from lessons import practice_transitions
from lessons.access.adoption import check_can_confirm_adoption, check_can_say
from lessons.adoption_transitions import (
    ask_more_systems,
    ask_of_all_practices,
    ask_systems,
    confirm_adoption,
    systems_not_asked,
)
from lessons.models import Adoption
from tests import factories
from tests.adoption.conftest import publish_next, say
from tracker.access import WrongState, judge

DAY = datetime.timedelta(days=1)
# Microsoft's Service has no steward.
MAY_SAY = {"mira", "milo"}
MAY_CONFIRM = {"rita", "leo", "milo"}
EVERYONE = ["rita", "leo", "sam", "olga", "mira", "milo", "mona", "cleo", "ada"]


@pytest.mark.parametrize("who", EVERYONE)
def test_the_operators_people_say_how_far_it_is(who, asked, request) -> None:
    user = request.getfixturevalue(who)
    assert bool(judge(check_can_say, user, asked.of(asked.service))) is (who in MAY_SAY)


@pytest.mark.parametrize("who", EVERYONE)
def test_another_person_confirms_the_evidence(who, asked, mira, request) -> None:
    user = request.getfixturevalue(who)
    said = say(asked.of(asked.service), mira)
    assert bool(judge(check_can_confirm_adoption, user, said)) is (who in MAY_CONFIRM)


def test_a_steward_says_it_whatever_their_role(asked, olga) -> None:
    assert not judge(check_can_say, olga, asked.of(asked.model))
    asked.model.steward = olga
    asked.model.save(update_fields=["steward"])
    assert judge(check_can_say, olga, asked.of(asked.model))


def test_only_evidence_that_was_given_is_confirmed(asked, mira, leo) -> None:
    for how_far, sentence in (("planned", "It is planned"), ("not_applicable", "not applicable")):
        with pytest.raises(WrongState, match=sentence):
            confirm_adoption(say(asked.of(asked.service), mira, how_far), by=leo)
    with pytest.raises(WrongState, match="No evidence is given yet"):
        confirm_adoption(say(asked.of(asked.service), mira, evidence=""), by=leo)
    said = confirm_adoption(say(asked.of(asked.service), mira), by=leo, reason="Read it.")
    assert said.is_confirmed
    with pytest.raises(WrongState, match="confirmed already"):
        confirm_adoption(said, by=leo)


def test_what_is_said_anew_is_confirmed_anew(asked, mira, leo) -> None:
    confirm_adoption(say(asked.of(asked.service), mira, "partial"), by=leo)
    anew = say(asked.of(asked.service), mira)
    assert (anew.status, anew.confirmed_by, anew.confirmation) == ("adopted", None, "")


def test_nobody_says_it_without_a_reason(asked, mira) -> None:
    with pytest.raises(ValidationError, match="Say why"):
        say(asked.of(asked.service), mira, reason=" ")


def test_a_newer_version_makes_it_stale_and_asks_anew(asked, rita, leo, mira, sam, mona) -> None:
    said = say(asked.of(asked.service), mira)
    assert not said.is_stale
    newer = publish_next(asked, rita, leo, sam, mona)
    assert Adoption.objects.get(pk=said.pk).is_stale
    assert ask_of_all_practices() == 3
    assert ask_of_all_practices() == 0
    assert {one.status for one in newer.adoptions.all()} == {"asked"}
    with pytest.raises(WrongState, match="of the version in force"):
        say(asked.of(asked.service), mira)


def test_a_withdrawn_practice_waits_for_nobody(asked, leo, mira) -> None:
    assert Adoption.objects.awaiting(mira).count() == 1
    practice_transitions.withdraw_practice(asked.version, by=leo, reason="It misled.")
    assert not Adoption.objects.awaiting(mira).exists()
    asked.version.refresh_from_db()
    assert ask_systems(asked.version) == []


def test_it_waits_for_who_says_it_and_then_for_the_other_partner(asked, mira, leo, milo) -> None:
    assert list(Adoption.objects.visible_to(mira).awaiting(mira)) == [asked.of(asked.service)]
    said = say(asked.of(asked.service), mira)
    assert said in Adoption.objects.visible_to(leo).awaiting(leo)
    assert not Adoption.objects.visible_to(milo).awaiting(milo).exists()


def test_the_database_holds_who_says_and_confirms_it_and_when(asked, mira, leo) -> None:
    said = say(asked.of(asked.service), mira)
    rows = Adoption.objects.filter(pk=said.pk)
    today = timezone.localdate()
    confirmed = {"confirmed_on": today, "confirmed_by": leo}
    for wrong, sentence in (
        ({"reason": ""}, "adoption_said_by_someone_who_says_why"),
        ({"said_by": None}, "adoption_said_by_someone_who_says_why"),
        ({"said_on": said.asked_on - DAY}, "adoption_said_after_it_was_asked"),
        ({"confirmed_by": None}, "adoption_confirmed_by_someone"),
        ({"confirmed_by": mira}, "adoption_confirmed_by_another"),
        ({"evidence": ""}, "adoption_confirmed_with_evidence"),
        ({"status": "planned"}, "adoption_confirmed_with_evidence"),
        ({"confirmed_on": today - DAY}, "adoption_confirmed_after_it_was_said"),
        ({"status": "asked"}, "cannot go from adopted to asked"),
    ):
        with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
            rows.update(**{**confirmed, **wrong})
    rows.update(**confirmed)  # the control: what is right is taken


def test_the_database_asks_only_about_what_is_published_from_that_day_on(asked, rita, mira) -> None:
    one = asked.of(asked.service)
    fields = {name: getattr(one, name) for name in ("system", "organization")}
    draft = practice_transitions.revise_practice(asked.version, by=rita)
    one.delete()
    for wrong in (
        {"version": draft, "asked_on": one.asked_on},
        {"version": asked.version, "asked_on": one.asked_on - DAY},
    ):
        row = Adoption(reference="MSFT-ADP-00001", **fields, **wrong)
        with pytest.raises(IntegrityError, match="from that day on"), transaction.atomic():
            row.save(force_insert=True)
    right = {"version": asked.version, "asked_on": one.asked_on}
    Adoption(reference="MSFT-ADP-00001", **fields, **right).save(force_insert=True)
    again = Adoption(reference="MSFT-ADP-00002", **fields, **right)
    with pytest.raises(IntegrityError, match="adoption_asked_once"), transaction.atomic():
        again.save(force_insert=True)


def test_people_ask_more_systems_and_none_twice(asked, rita, mira, milo) -> None:
    more = [factories.make_system(mira), asked.model]
    assert list(systems_not_asked(rita, asked.version)) == []
    ask_more_systems(asked.version, by=mira, systems=more)
    assert asked.version.adoptions.count() == 4
    assert Adoption.objects.get(system=more[0]).organization == mira.organization
