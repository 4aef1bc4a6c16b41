"""Which verbs tell whom of what."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.utils import timezone

from lessons import asking, practice_editing, practice_transitions, transitions, update_transitions
from lessons.disposition_transitions import answer_disposition, return_answer
from lessons.editing import edit_lesson
from lessons.models import Lesson
from lessons.recurrence_transitions import confirm_recurrence, propose_recurrences
from reviews import reminding
from reviews.transitions import (
    block,
    concur,
    concur_with_conditions,
    hand_over_condition,
    meet_condition,
)
from tests import factories
from tests.dispositions.conftest import shared_system
from tests.notifying.test_telling import told
from tracker import editing, sharing
from tracker.models import LabelChange, Notification

DAY = datetime.timedelta(days=1)
DEMAND: dict[str, Any] = {"condition": "A monitor", "test": "It alerts", "due_on": factories.DAY}


@pytest.fixture(autouse=True)
def cast(rita, leo, sam, mira, milo, mona):
    """Have everyone there who could be told."""


def forget() -> None:
    """Let only what is told from now on count."""
    Notification.objects.all().delete()


def everyone() -> dict[str, list[str]]:
    """Return what each person was told, whoever was told anything."""
    found: dict[str, list[str]] = {}
    for one in Notification.objects.order_by("id").select_related("user"):
        found.setdefault(one.user.username, []).append(one.kind)
    return found


def test_whoever_gets_a_lesson_an_update_or_a_question_is_told(rita, olga, leo, sam, mona):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    forget()
    transitions.reassign_lesson(lesson, by=leo, assignee=olga)
    assert everyone() == {"olga": ["assigned"]}
    update = factories.make_update(rita, lesson)
    update = update_transitions.accept_update(update, by=leo, assignee=rita, due_on=factories.DAY)
    update_transitions.reassign_update(update, by=leo, assignee=olga)
    direction = transitions.start_research(lesson, by=rita, title="Why?")
    direction = transitions.adopt_research(direction, by=leo, assignee=rita)
    transitions.reassign_research(direction, by=leo, assignee=olga)
    assert everyone() == {"olga": ["assigned"] * 3, "rita": ["assigned"] * 2}


def test_whoever_gets_a_condition_is_told_and_leads_hear_what_was_decided(
    rita, olga, leo, milo, sam, mona
):
    item = factories.make_item_to_sign(rita, leo)
    item.cycle.leads.set([leo, milo])
    forget()
    item = concur_with_conditions(item, by=sam, assignee=rita, **DEMAND)
    assert everyone() == {"rita": ["assigned"]}
    item = concur(item, by=mona)
    condition = hand_over_condition(item.conditions.get(), by=leo, assignee=olga)
    assert (told(leo), told(olga)) == (["item-decided"], ["assigned"])
    meet_condition(condition, by=mona, how="It alerted.")
    assert told(milo) == ["item-decided", "item-decided"]


def test_a_block_is_told_as_soon_as_it_is_there(rita, leo, milo, sam):
    item = factories.make_item_to_sign(rita, leo)
    item.cycle.leads.set([milo])
    forget()
    block(item, by=sam, reason="Not yet.")
    assert everyone() == {"milo": ["item-decided"]}


def test_the_last_signature_is_told_to_whoever_carries_the_record(rita, leo, sam, mona):
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    forget()
    lesson = transitions.endorse(lesson, by=sam)
    assert everyone() == {}
    lesson = transitions.endorse(lesson, by=mona)
    assert everyone() == {"rita": ["signed-by-all"]}
    version = practice_editing.draft_practice(lesson, by=rita)
    practice_transitions.propose_practice(version, by=rita)
    practice_transitions.approve_practice(version, by=sam)
    practice_transitions.approve_practice(version, by=mona)
    assert everyone() == {"rita": ["signed-by-all"] * 2}


def test_the_other_sides_leads_hear_of_what_is_shared_once(rita, leo, sam):
    lesson = factories.make_lesson(rita)
    sharing.share(lesson, by=leo)
    sharing.restrict(lesson, by=leo, audience="amber_strict", reason="Too early.")
    sharing.share(lesson, by=leo)
    sharing.release_to_community(lesson, by=sam)
    assert everyone() == {"milo": ["shared"]}


def test_an_accepted_review_is_told_and_not_each_of_its_findings(rita, leo):
    factories.make_confirmed_finding(rita, leo)
    assert everyone() == {"milo": ["shared"]}


def test_what_is_under_embargo_is_not_told_before_its_time(rita, leo):
    factories.make_embargoed(factories.make_lesson(rita), leo)
    assert everyone() == {}


def test_whose_consent_is_missing_is_asked_and_leads_hear_when_it_is_there(
    rita, leo, mira, milo, sam
):
    finding = factories.make_confirmed_finding(mira, milo)
    sharing.restrict(finding, by=milo, audience="amber_strict", reason="Not for all.")
    lesson = factories.make_lesson_of_both(rita, leo, theirs=mira, their_lead=milo)
    source = lesson.findings.get(owner=mira.organization)
    sharing.restrict(source, by=milo, audience="amber_strict", reason="Not for all.")
    forget()
    sharing.share(lesson, by=leo)
    assert everyone() == {"milo": ["consent-asked"]}
    asked = Notification.objects.get().record_id
    sharing.consent(LabelChange.objects.get(pk=asked), by=milo)
    assert everyone() == {"milo": ["consent-asked"]}  # whoever consents knows


def test_those_a_record_is_left_to_are_told(rita, leo, mira):
    factories.make_red(factories.make_lesson(rita), leo, rita, mira)
    assert everyone() == {"mira": ["named"], "rita": ["named"]}


def test_a_delegate_is_told(rita, sam):
    factories.make_second_factor(sam)
    in_a_week = timezone.now() + datetime.timedelta(days=7)
    editing.delegate_signing(by=sam, delegate=rita, ends_at=in_a_week)
    assert everyone() == {"rita": ["delegated"]}


# --- Signatures that are asked ------------------------------------------------------------------


def test_signatories_are_asked_once_for_each_wording(rita, leo, sam, mona):
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    forget()
    for _ in range(2):
        asking.ask_for_signatures()
    assert everyone() == {"sam": ["signature-asked"], "mona": ["signature-asked"]}
    edit_lesson(lesson, by=rita, insight="Worded anew.")
    asking.ask_for_signatures()
    assert told(mona) == ["signature-asked"] * 2
    assert mona.notifications.unread().count() == 1


def test_a_delegate_is_asked_too(rita, olga, leo, sam):
    sharing.share(factories.make_lesson(rita), by=leo)
    in_a_week = timezone.now() + datetime.timedelta(days=7)
    editing.delegate_signing(by=sam, delegate=olga, ends_at=in_a_week)
    asking.ask_for_signatures()
    assert told(olga) == ["delegated", "signature-asked"]


def test_what_was_signed_is_no_news_any_more(rita, leo, sam, mona):
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    asking.ask_for_signatures()
    transitions.endorse(Lesson.objects.get(pk=lesson.pk), by=sam)
    asking.ask_for_signatures()
    assert not sam.notifications.unread().exists()
    assert mona.notifications.unread().count() == 1


def test_who_waits_is_asked_about_changes_and_practices_too(rita, leo, sam, mona):
    factories.make_item_to_sign(rita, leo)
    version = practice_editing.draft_practice(
        factories.make_endorsed_lesson(rita, leo, sam, mona), by=rita
    )
    practice_transitions.propose_practice(version, by=rita)
    forget()
    asking.ask_for_signatures()
    assert told(sam) == ["signature-asked"] * 2


# --- Reminders ----------------------------------------------------------------------------------


@pytest.fixture
def condition(rita, leo, sam):
    """An open condition that Rita carries."""
    item = factories.make_item_to_sign(rita, leo)
    item = concur_with_conditions(item, by=sam, assignee=rita, **DEMAND)
    forget()
    return item.conditions.get()


@pytest.mark.parametrize(
    ("days", "kind", "people"),
    [
        (-8, "", []),
        (-7, "condition-due", ["rita"]),
        (0, "condition-due", ["rita"]),
        (1, "condition-late", ["rita"]),
        (8, "condition-late", ["rita", "leo"]),
        (300, "condition-late", ["rita", "leo", "sam"]),
    ],
)
def test_a_condition_is_told_at_the_step_that_it_has_reached(condition, days, kind, people):
    for _ in range(2):
        reminding.remind_of_conditions(condition.due_on + days * DAY)
    assert everyone() == {person: [kind] for person in people}


def test_each_step_is_told_once_until_the_condition_is_met(condition, rita, milo):
    for days in range(-10, 8):
        reminding.remind_of_conditions(condition.due_on + days * DAY)
    assert told(rita) == ["condition-due"] * 3 + ["condition-late"]
    meet_condition(condition, by=milo, how="Seen.")
    reminding.remind_of_conditions(condition.due_on + 8 * DAY)
    assert len(told(rita)) == 4


def test_whoever_answered_a_lesson_is_told_how_that_was_judged(rita, leo, sam, mira, milo, mona):
    system = shared_system(mira, milo, steward=mira)
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona, cause_in=[system])
    asked = answer_disposition(lesson.dispositions.get(), by=mira, answer="declined", reason="No.")
    forget()
    for _again in range(2):
        return_answer(asked, by=leo, reason="Say why.")
        answer_disposition(asked, by=mira, answer="declined", reason="It ends.")
    assert everyone() == {"mira": ["answer-returned"] * 2}


def test_the_leads_of_both_are_told_that_a_lesson_came_back(rita, leo, sam, mira, milo, mona):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    finding = factories.make_confirmed_finding(mira, milo)
    (proposed,) = propose_recurrences(finding, [lesson])
    forget()
    confirm_recurrence(proposed, by=milo)
    assert everyone() == {"leo": ["came-back"]}


def test_a_lesson_that_came_back_by_what_is_ones_own_is_told_to_nobody_outside(
    rita, leo, sam, mira, milo, mona
):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    finding = factories.make_confirmed_finding(mira, milo)
    (proposed,) = propose_recurrences(finding, [lesson])
    sharing.restrict(finding, by=milo, audience="amber_strict", reason="Ours.")
    forget()
    confirm_recurrence(proposed, by=milo)
    assert everyone() == {}
