"""The main line as a story, through the verbs alone: from what was seen to what anyone may read."""

from __future__ import annotations

import datetime

from lessons import practice_transitions, transitions, update_transitions
from lessons.editing import draft_lesson
from lessons.models import Lesson, PracticeVersion
from reviews import transitions as reviews_transitions
from reviews.editing import edit_review
from reviews.models import Finding, Observation, Review
from tests.factories import DAY, judge_effect, make_cycle, make_observation, make_system, make_tag
from tracker import sharing


def test_an_observation_becomes_a_published_practice(
    rita, leo, sam, mira, milo, mona, cleo
) -> None:
    # OpenAI sees something in its model and reviews it in a joint cycle.
    model = make_system(rita, name="GPT-4")
    seen = make_observation(rita, title="Long chats drift", systems=[model], tags=[make_tag()])
    review = reviews_transitions.start_review(seen, by=rita, system=model, cycle=make_cycle(leo))
    review = edit_review(review, by=rita, summary="Sessions above 15 turns lose the thread.")
    assert not Review.objects.visible_to(mira).exists()

    # A lead accepts: the partners read the review and its finding; the observation stays private.
    reviews_transitions.submit_review(review, by=rita)
    reviews_transitions.accept_review(review, by=leo)
    finding = Finding.objects.visible_to(mira).get()
    assert finding.status == "confirmed"
    assert Observation.objects.get().status == "confirmed"
    assert not Observation.objects.visible_to(mira).exists()

    # The lesson carries over what the finding knows, and each partner signs it.
    lesson = draft_lesson(by=rita, findings=[finding])
    assert [about.system for about in lesson.about.all()] == [model]
    assert lesson.tags.get().code == "MEASURE-2.7"
    lesson = sharing.share(lesson, by=leo)
    lesson = transitions.endorse(lesson, by=sam)
    assert lesson.status == "identified"
    lesson = transitions.endorse(lesson, by=mona)
    assert lesson.status == "endorsed"

    # One action each: an update, a question for research, a practice.
    update = transitions.start_update(
        lesson, by=rita, title="Cap chats", kind="corrective", system=model
    )
    direction = transitions.start_research(lesson, by=mira, title="Why does tone drift?")
    version = transitions.start_practice(lesson, by=mira)
    assert (update.status, direction.status, version.status) == ("proposed", "proposed", "draft")

    # The update ships and somebody else sees that it works; the finding follows.
    update = update_transitions.accept_update(
        update, by=leo, assignee=rita, due_on=DAY + datetime.timedelta(days=9)
    )
    assert Lesson.objects.get().status == "actioned"
    update = update_transitions.ship_update(update, by=rita, shipped_on=DAY)
    finding.refresh_from_db()
    assert finding.status == "addressed"
    judge_effect(update, by=leo, seen="No drift in 1,000 replayed chats.")
    finding.refresh_from_db()
    assert finding.status == "verified"

    # The practice is public once both signed and a lead published it.
    practice_transitions.propose_practice(version, by=mira)
    practice_transitions.approve_practice(version, by=sam)
    assert not PracticeVersion.objects.visible_to(cleo).exists()
    practice_transitions.approve_practice(version, by=mona)
    practice_transitions.publish_practice(version, by=milo)
    assert PracticeVersion.objects.visible_to(cleo).get().number == "1.0"
