"""From a lesson that both signed to one that is learned: asked, answered, judged."""

from __future__ import annotations

from lessons.disposition_transitions import accept_answer, answer_disposition, return_answer
from lessons.learned import verdict_on
from tests import factories
from tracker import sharing


def test_a_lesson_is_learned_when_the_last_answer_is_accepted(asked, rita, leo, mira, milo) -> None:
    lesson = asked.lesson
    assert [one.system for one in lesson.dispositions.order_by("system__name")] == [
        asked.app,
        asked.model,
        asked.service,
    ]
    update = sharing.share(
        factories.make_shipped_update(rita, leo, lesson, system=asked.model), by=leo
    )
    update = factories.judge_effect(update, by=milo)
    lesson.refresh_from_db()
    assert lesson.status == "actioned"
    assert "Service: Microsoft has not answered." in verdict_on(lesson).missing

    fixed = answer_disposition(
        asked.of(asked.model), by=rita, answer="adopted", reason="It is in.", update=update
    )
    accept_answer(fixed, by=milo)
    covered = answer_disposition(
        asked.of(asked.service), by=mira, answer="already_covered", reason="A filter was there."
    )
    returned = return_answer(covered, by=leo, reason="Show that it holds.")
    again = answer_disposition(
        returned, by=mira, answer="already_covered", reason="It was tested.", evidence="Log 7"
    )
    accept_answer(again, by=leo)
    lesson.refresh_from_db()
    assert lesson.status == "actioned"

    declined = answer_disposition(
        asked.of(asked.app), by=milo, answer="declined", reason="It ends."
    )
    accept_answer(declined, by=rita)
    lesson.refresh_from_db()
    assert lesson.status == "learned"
    assert verdict_on(lesson).is_learned
    assert lesson.dispositions.in_effect().count() == 2
