"""Who may answer and judge, what is dated after what, and what PostgreSQL refuses whoever writes."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from lessons.access.disposition import check_can_answer, check_can_judge_answer
from lessons.disposition_transitions import (
    accept_answer,
    answer_disposition,
    ask_lapsed_again,
    return_answer,
)
from lessons.models import Disposition, Lesson
from tests.rules.test_states import set_status
from tracker.access import Denied, WrongState, judge

TODAY = timezone.localdate
DAY = datetime.timedelta(days=1)

# Microsoft's Service is asked about OpenAI's lesson; Mira is its steward.
MAY_ANSWER = {"mira": True, "milo": True, "mona": False, "rita": False, "leo": False, "sam": False}
MAY_JUDGE = {"mira": False, "milo": False, "mona": False, "rita": True, "leo": True, "sam": False}


@pytest.mark.parametrize("who", [*MAY_ANSWER, "olga", "cleo", "ada"])
def test_the_steward_or_a_lead_of_the_operator_answers(who, asked, request) -> None:
    user = request.getfixturevalue(who)
    may = bool(judge(check_can_answer, user, asked.of(asked.service)))
    assert may is MAY_ANSWER.get(who, False)


@pytest.mark.parametrize("who", [*MAY_JUDGE, "olga", "cleo", "ada"])
def test_another_partner_judges(who, asked, mira, request) -> None:
    user = request.getfixturevalue(who)
    answered = answer_disposition(asked.of(asked.service), by=mira, answer="declined", reason="No.")
    assert bool(judge(check_can_judge_answer, user, answered)) is MAY_JUDGE.get(who, False)


def answer(asked, by, **more) -> Disposition:
    """Answer for the service."""
    given = {"answer": "declined", "reason": "It ends soon.", **more}
    return answer_disposition(asked.of(asked.service), by=by, **given)


def test_an_answer_is_not_dated_before_the_question_nor_its_judgement_before_it(
    asked, mira, leo
) -> None:
    with pytest.raises(ValidationError, match="dated before the question"):
        answer(asked, mira, answered_on=TODAY() - DAY)
    answered = answer(asked, mira)
    with pytest.raises(ValidationError, match="dated before the answer"):
        accept_answer(answered, by=leo, judged_on=TODAY() - DAY)
    assert accept_answer(answered, by=leo).status == "accepted"


def test_the_database_holds_who_judges_and_when(asked, mira, milo, leo) -> None:
    answered = answer(asked, mira)
    rows = Disposition.objects.filter(pk=answered.pk)
    judged = {"status": "accepted", "judged_on": TODAY(), "judged_by": leo}
    for wrong, sentence in (
        ({"judged_by": milo}, "Another partner than the one that answered"),
        ({"judged_by": mira}, "Another partner than the one that answered|judged_by_another"),
        ({"judged_on": TODAY() - DAY}, "disposition_judged_after_it_was_answered"),
        ({"judged_by": None}, "disposition_judged_by_someone"),
        ({"answered_by": leo}, "disposition_judged_by_another"),
        ({"answered_on": TODAY() - DAY}, "disposition_answered_after_it_was_asked"),
        ({"reason": ""}, "disposition_answered_by_someone_who_says_why"),
        ({"answer": "maybe"}, "disposition_answer_known"),
        ({"answer": "waived"}, "disposition_waived_until_a_later_day"),
    ):
        with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
            rows.update(**{**judged, **wrong})
    rows.update(**judged)  # the control: what is right is taken


def test_the_database_asks_only_of_what_is_endorsed_and_not_before(draft, asked) -> None:
    one = asked.of(asked.app)
    fields = {
        name: getattr(one, name)
        for name in ("lesson", "system", "organization", "path", "asked_on")
    }
    one.delete()
    for wrong in ({"asked_on": TODAY() - 2 * DAY},):
        row = Disposition(reference="OAI-DSP-00001", **{**fields, **wrong})
        with pytest.raises(IntegrityError, match="from that day on"), transaction.atomic():
            row.save(force_insert=True)
    Disposition(reference="OAI-DSP-00001", **fields).save(force_insert=True)


def test_a_waiver_ends_on_its_date_and_asks_again_once(asked, mira, leo) -> None:
    with pytest.raises(ValidationError, match="Say until when"):
        answer(asked, mira, answer="waived")
    with pytest.raises(ValidationError, match="Only a waiver ends"):
        answer(asked, mira, waived_until=TODAY() + DAY)
    waived = answer(asked, mira, answer="waived", waived_until=TODAY() + DAY)
    accept_answer(waived, by=leo)
    assert ask_lapsed_again() == 0
    let_time_pass(waived, days=5)
    assert ask_lapsed_again() == 1
    assert ask_lapsed_again() == 0
    waived.refresh_from_db()
    assert (waived.status, waived.answer, waived.judged_by) == ("asked", "", None)
    assert waived.asked_again_on == TODAY() - 3 * DAY
    with pytest.raises(ValidationError, match="dated before the question"):
        answer(asked, mira, answered_on=TODAY() - 4 * DAY)


def let_time_pass(one: Disposition, days: int) -> None:
    """Date a waiver and its lesson back, as time does without any write."""
    back = datetime.timedelta(days=days)
    Lesson.objects.filter(pk=one.lesson_id).update(endorsed_at=timezone.now() - back)
    one.refresh_from_db()
    Disposition.objects.filter(pk=one.pk).update(
        asked_on=one.asked_on - back,
        answered_on=one.answered_on - back if one.answered_on else None,
        judged_on=one.judged_on - back if one.judged_on else None,
        waived_until=one.waived_until - back if one.waived_until else None,
    )


def test_an_accepted_answer_is_replaced_and_judged_anew(asked, mira, leo) -> None:
    accept_answer(answer(asked, mira), by=leo, reason="Agreed.")
    anew = answer(asked, mira, answer="adopted")
    assert (anew.status, anew.judgement, anew.judged_by) == ("answered", "", None)


def test_what_is_returned_says_why(asked, mira, leo) -> None:
    with pytest.raises(ValidationError, match="Say why the answer is not acceptable"):
        return_answer(answer(asked, mira), by=leo, reason=" ")


def test_an_update_of_another_system_adopts_nothing_here(asked, mira, rita, leo) -> None:
    from tests import factories

    other = factories.make_update(rita, asked.lesson)
    with pytest.raises(ValidationError, match="an update of the system that is asked"):
        answer(asked, mira, answer="adopted", update=other)


def test_nobody_answers_a_lesson_that_is_superseded(asked, rita, leo, mira, sam, mona) -> None:
    from lessons.transitions import supersede_lesson
    from tests import factories

    other = factories.make_endorsed_lesson(rita, leo, sam, mona)
    supersede_lesson(asked.lesson, by=leo, other=other)
    with pytest.raises(WrongState, match="superseded"):
        answer(asked, mira)
    assert not Disposition.objects.awaiting(mira).exists()


def test_learned_around_the_verb_is_refused(asked) -> None:
    with pytest.raises(IntegrityError, match="once something that follows from it is in effect"):
        set_status(asked.lesson, "learned")


def test_who_gave_an_answer_does_not_judge_it(asked, mira, leo) -> None:
    answered = answer(asked, mira)
    with pytest.raises(Denied, match="another partner judges"):
        accept_answer(answered, by=mira)
