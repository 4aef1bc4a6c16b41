"""The verbs of dispositions: answered by who operates a system, judged by another partner, asked again."""

from __future__ import annotations

import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from lessons.access import disposition as access
from lessons.due import due_of_answer
from lessons.following import settle_lessons
from lessons.models import Disposition, SystemUpdate
from lessons.states import Answer, DispositionStatus
from tracker.models import User
from tracker.notifying.telling import tell
from tracker.recording import change, check_not_in_the_future, lock, recorded

UNJUDGED = {"judgement": "", "judged_on": None, "judged_by": None}
UNANSWERED = {
    "answer": "",
    "reason": "",
    "evidence": "",
    "evidence_url": "",
    "update": None,
    "waived_until": None,
    "answered_on": None,
    "answered_by": None,
}


@recorded("lessons.disposition.answered")
def answer_disposition(
    disposition: Disposition,
    *,
    by: User,
    answer: str,
    reason: str,
    evidence: str = "",
    evidence_url: str = "",
    update: SystemUpdate | None = None,
    waived_until: datetime.date | None = None,
    answered_on: datetime.date | None = None,
) -> Disposition:
    """Say what a system does about a lesson, with reason and evidence; an earlier answer goes."""
    disposition = lock(disposition)
    access.check_can_answer(by, disposition)
    day = answered_on or timezone.localdate()
    check_not_in_the_future("answered_on", day)
    check_update_of(disposition, update)
    check_waiver(answer, waived_until)
    change(
        disposition,
        **UNJUDGED,
        status=DispositionStatus.ANSWERED,
        answer=answer,
        reason=reason.strip(),
        evidence=evidence.strip(),
        evidence_url=evidence_url,
        update=update,
        waived_until=waived_until,
        answered_on=day,
        answered_by=by,
    )
    return disposition


def check_update_of(disposition: Disposition, update: SystemUpdate | None) -> None:
    """Refuse an update that changes another system than the one that was asked."""
    if update is not None and update.system_id != disposition.system_id:
        raise ValidationError({"update": "Choose an update of the system that is asked."})


def check_waiver(answer: str, until: datetime.date | None) -> None:
    """Refuse a waiver that has ended already, or an end of anything else."""
    if answer == Answer.WAIVED and until is None:
        raise ValidationError(
            {"waived_until": "Say until when; on the day after it is asked again."}
        )
    if answer != Answer.WAIVED and until is not None:
        raise ValidationError({"waived_until": "Only a waiver ends on a day."})


@recorded("lessons.disposition.accepted")
def accept_answer(
    disposition: Disposition, *, by: User, reason: str = "", judged_on: datetime.date | None = None
) -> Disposition:
    """Find an answer acceptable; the last one lets its lesson be learned."""
    disposition = judge_answer(
        disposition, DispositionStatus.ACCEPTED, by=by, reason=reason, judged_on=judged_on
    )
    settle_lessons([disposition.lesson_id])
    return disposition


@recorded("lessons.disposition.returned")
def return_answer(
    disposition: Disposition, *, by: User, reason: str, judged_on: datetime.date | None = None
) -> Disposition:
    """Find an answer not acceptable, with the reason; it is to be answered again."""
    return judge_answer(
        disposition, DispositionStatus.RETURNED, by=by, reason=reason, judged_on=judged_on
    )


def judge_answer(
    disposition: Disposition,
    status: str,
    *,
    by: User,
    reason: str,
    judged_on: datetime.date | None,
) -> Disposition:
    """Record a judgement of an answer."""
    disposition = lock(disposition)
    access.check_can_judge_answer(by, disposition)
    day = judged_on or timezone.localdate()
    check_not_in_the_future("judged_on", day)
    change(disposition, status=status, judgement=reason.strip(), judged_on=day, judged_by=by)
    if disposition.answered_by is not None:
        kind = f"answer-{status}"
        key = f"{kind}:{disposition.pk}:{timezone.now().isoformat()}"
        tell([disposition.answered_by], kind, disposition, key, by=by)
    return disposition


@recorded("lessons.disposition.asked_again")
def ask_again(disposition: Disposition) -> Disposition:
    """Ask anew where a waiver is past its date; again, it changes nothing."""
    disposition = lock(disposition)
    if not Disposition.objects.lapsed().filter(pk=disposition.pk).exists():
        return disposition
    assert disposition.waived_until is not None, "a waiver ends on a day"
    day = disposition.waived_until + datetime.timedelta(days=1)
    change(
        disposition,
        **UNJUDGED,
        **UNANSWERED,
        status=DispositionStatus.ASKED,
        asked_again_on=day,
        due_on=due_of_answer(disposition.lesson, disposition.organization_id, day),
    )
    return disposition


def ask_lapsed_again() -> int:
    """Ask anew wherever a waiver is past its date; return how many there were."""
    lapsed = list(Disposition.objects.lapsed().order_by("pk"))
    for disposition in lapsed:
        ask_again(disposition)
    return len(lapsed)


def last_answer_of(person: User) -> Disposition | None:
    """Return the answer that a person gave last, to offer its reason again."""
    given = Disposition.objects.visible_to(person).filter(answered_by=person)
    found: Disposition | None = given.order_by("-answered_on", "-id").first()
    return found
