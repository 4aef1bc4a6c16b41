"""The whole loop over three cycles: a lesson is asked for, proven, learned, remembered, and comes back."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.utils import timezone

from lessons import practice_transitions, transitions, update_transitions
from lessons.briefing_transitions import answer_line
from lessons.disposition_transitions import accept_answer, answer_disposition, return_answer
from lessons.editing import draft_lesson, edit_lesson
from lessons.effect_transitions import plan_effect, review_effect
from lessons.learning_transitions import make_optional
from lessons.models import BriefingLine, Lesson, PracticeVersion, Recurrence, SystemUpdate
from lessons.recurrence_transitions import confirm_recurrence
from reviews import transitions as reviews_transitions
from reviews.carried import carried_into
from reviews.editing import add_item, edit_review, set_up_series
from reviews.models import Condition, CycleSeries, Finding, ReviewCycle
from tests import factories
from tests.dispositions.conftest import depend, shared_system
from tests.stories.conftest import SIGNED, Clock, endorsed, run_job
from tracker import sharing
from tracker.access import WrongState
from tracker.models import AISystem, Notification, User

WORDS = "Long chats drift away from the system prompt"
BETWEEN = 42
WAITING = 21


def in_days(number: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=number)


class Story:
    """Who and what the story is about, and how it goes on."""

    def __init__(self, clock: Clock, people: dict[str, User]) -> None:
        self.clock = clock
        self.rita, self.leo, self.sam = people["rita"], people["leo"], people["sam"]
        self.mira, self.milo, self.mona = people["mira"], people["milo"], people["mona"]
        self.model = shared_system(self.rita, self.leo, name="Model", steward=self.rita)
        self.service = shared_system(self.mira, self.milo, name="Service", steward=self.mira)
        self.app = shared_system(self.mira, self.milo, name="App", steward=self.milo)
        depend(self.model, self.service, self.mira)
        depend(self.service, self.app, self.mira)
        self.series = self.set_up()

    def set_up(self) -> CycleSeries:
        return set_up_series(
            by=self.leo,
            title="Joint review",
            rule="FREQ=WEEKLY;INTERVAL=6",
            begins_on=timezone.localdate(),
            leads=[self.leo, self.milo],
            systems=[self.model, self.service],
        )

    def next_cycle(self) -> ReviewCycle:
        """Let the job open the series' next cycle; it opens one, however often it runs."""
        before = self.series.cycles.count()
        for _ in range(2):
            run_job("lessons.open_next_cycles")
        run_job("lessons.settle_briefings")
        assert self.series.cycles.count() == before + 1
        found: ReviewCycle = self.series.cycles.order_by("-number")[0]
        return found

    def reviewed(self, cycle: ReviewCycle, system: AISystem, by: User, lead: User) -> Finding:
        """Let somebody see something, review it in a cycle, and their lead accept that."""
        seen = factories.make_observation(
            by, title=WORDS, systems=[system], tags=[factories.make_tag()],
            occurred_on=timezone.localdate(),
        )  # fmt: skip
        item = add_item(cycle, by=lead, system=system, change="As it runs", needs_approval=True)
        review = reviews_transitions.start_review(seen, by=by, system=system, cycle=cycle)
        edit_review(review, by=by, summary="Sessions above 15 turns lose the thread.", item=item)
        reviews_transitions.submit_review(review, by=by)
        reviews_transitions.accept_review(review, by=lead)
        return review.findings.get()

    def endorsed(self, finding: Finding) -> Lesson:
        """Draft a lesson from a finding, share it, and let both sides sign."""
        lesson = draft_lesson(by=self.rita, findings=[finding])
        lesson = edit_lesson(lesson, by=self.rita, cause_in=[self.model])
        lesson = sharing.share(lesson, by=self.leo)
        return endorsed(lesson, self.sam, self.mona)

    def shipped(self, lesson: Lesson, system: AISystem, by: User, lead: User) -> SystemUpdate:
        """Ship an update by a criterion that was written before."""
        update = transitions.start_update(
            lesson, by=by, title=f"Cap chats of {system}", kind="corrective", system=system
        )
        update = sharing.share(update, by=lead)
        update_transitions.accept_update(update, by=lead, assignee=by, due_on=in_days(14))
        plan_effect(
            update, by=by, criterion="No drift.", method="Replay chats.", waiting_days=WAITING
        )
        update_transitions.begin_update(update, by=by)
        return update_transitions.ship_update(update, by=by, shipped_on=timezone.localdate())

    def published(self, lesson: Lesson) -> PracticeVersion:
        """Publish a practice that both sides approved; the lesson can do without its adoption."""
        version = transitions.start_practice(lesson, by=self.mira)
        version = practice_transitions.propose_practice(version, by=self.mira)
        for signatory in (self.sam, self.mona):
            version = practice_transitions.approve_practice(version, by=signatory, **SIGNED)
        version = practice_transitions.publish_practice(version, by=self.milo)
        return make_optional(version, by=self.leo, lesson=lesson, reason="Systems are fixed first.")

    def answer(self, lesson: Lesson, system: AISystem, by: User, judge: User, **given: Any) -> None:
        """Answer for a system, and have the other side find that acceptable."""
        asked = lesson.dispositions.get(system=system)
        answer_disposition(asked, by=by, **given)
        accept_answer(asked, by=judge)


@pytest.fixture
def story(clock, rita, leo, sam, mira, milo, mona) -> Story:
    return Story(
        clock,
        {"rita": rita, "leo": leo, "sam": sam, "mira": mira, "milo": milo, "mona": mona},
    )


def told(person: User, kind: str) -> int:
    return Notification.objects.filter(user=person, kind=kind).count()


def test_a_lesson_is_learned_remembered_and_comes_back(story, client) -> None:
    rita, leo, sam, mira, milo, mona = (
        story.rita, story.leo, story.sam, story.mira, story.milo, story.mona,
    )  # fmt: skip

    # Cycle 1: seen, reviewed, found; one side signs under a condition.
    first = story.next_cycle()
    assert not carried_into(first, leo)
    finding = story.reviewed(first, story.model, rita, leo)
    reviews_transitions.begin_signing(first, by=leo)
    item = first.items.get()
    reviews_transitions.concur(item, by=sam, **SIGNED)
    reviews_transitions.concur_with_conditions(
        item,
        by=mona,
        condition="A monitor",
        test="It alerts",
        assignee=rita,
        due_on=in_days(60),
        **SIGNED,
    )
    reviews_transitions.close_cycle(first, by=milo)
    item.refresh_from_db()
    assert item.status == "approved_with_conditions"

    # Both sides stand behind the lesson; all downstream of its cause are asked.
    story.clock.wait(3)
    lesson = story.endorsed(finding)
    assert {one.system for one in lesson.dispositions.all()} == {
        story.model, story.service, story.app,
    }  # fmt: skip

    # Each side fixes its own system; a practice says how for all.
    ours = story.shipped(lesson, story.model, rita, leo)
    theirs = story.shipped(lesson, story.service, mira, milo)
    version = story.published(lesson)
    story.answer(lesson, story.model, rita, milo, answer="adopted", reason="It is in.", update=ours)
    asked = lesson.dispositions.get(system=story.service)
    answer_disposition(asked, by=mira, answer="already_covered", reason="A filter was there.")
    return_answer(asked, by=leo, reason="Show that it holds.")
    story.answer(
        lesson, story.service, mira, leo, answer="adopted", reason="It is in now.", update=theirs
    )
    story.answer(lesson, story.app, milo, rita, answer="not_applicable", reason="It has no chats.")
    lesson.refresh_from_db()
    assert lesson.status == "actioned"

    # Nobody judges before its time; then the job asks those who had no hand in it.
    run_job("lessons.ask_for_reviews")
    assert not told(milo, "effect-due")
    with pytest.raises(WrongState, match="The waiting period ends on"):
        review_effect(ours, by=milo, outcome="effective", seen="Looks fine.")
    story.clock.wait(WAITING)
    for _ in range(2):
        run_job("lessons.ask_for_reviews")
    assert (told(milo, "effect-due"), told(leo, "effect-due")) == (2, 2)
    review_effect(ours, by=milo, outcome="effective", seen="No drift in 1,000 replayed chats.")
    lesson.refresh_from_db()
    assert lesson.status == "actioned"
    review_effect(theirs, by=leo, outcome="effective", seen="No drift at ours either.")
    lesson.refresh_from_db()
    assert (lesson.status, lesson.learned_on) == ("learned", timezone.localdate())
    finding.refresh_from_db()
    assert finding.status == "verified"

    # Cycle 2 takes over what is open, and asks each side what the lesson means for its plan.
    story.clock.wait(BETWEEN - 3 - WAITING)
    second = story.next_cycle()
    condition = Condition.objects.get()
    carried = {one.kind: list(one.records) for one in carried_into(second, mira)}
    assert carried == {"condition": [condition]}
    lines = BriefingLine.objects.filter(briefing__cycle=second)
    assert [line.lesson for line in lines] == [lesson, lesson]
    with pytest.raises(WrongState, match="answer each"):
        reviews_transitions.begin_signing(second, by=leo)
    for person, answer in ((rita, "covered"), (mira, "changes_plan")):
        line = lines.get(briefing__organization=person.organization)
        line = answer_line(line, by=person, answer=answer, words="We replay long chats first.")
        assert line.answered_by == person
    reviews_transitions.meet_condition(condition, by=milo, how="It alerted in a drill.")
    reviews_transitions.begin_signing(second, by=leo)
    reviews_transitions.close_cycle(second, by=leo)

    # Cycle 3: the other side finds the same again. The job asks, a person says so.
    story.clock.wait(BETWEEN)
    third = story.next_cycle()
    assert not carried_into(third, leo)
    again = story.reviewed(third, story.service, mira, milo)
    for _ in range(2):
        run_job("lessons.propose_recurrences")
    recurrence = Recurrence.objects.get()
    assert (recurrence.finding, recurrence.lesson) == (again, lesson)
    client.force_login(mira)
    address = version.practice.get_absolute_url()
    assert "came back after it was learned" not in client.get(address).content.decode()
    confirm_recurrence(recurrence, by=mira)
    lesson.refresh_from_db()
    assert lesson.status == "regressed"
    # What was proven stays as it was written; the practice says what became of it.
    assert lesson.learned_on == timezone.localdate() - datetime.timedelta(days=60)
    assert [one.status for one in SystemUpdate.objects.all()] == ["verified", "verified"]
    assert "came back after it was learned" in client.get(address).content.decode()
