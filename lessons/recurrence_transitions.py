"""The verbs of lessons that come back, and of findings that people keep apart."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, product

from django.db.models import Q
from django.utils import timezone

from lessons import access
from lessons.models import CheckResult, FindingsApart, Lesson, Recurrence
from lessons.states import LessonStatus, RecurrenceStatus
from reviews.models import Finding
from tracker.access import Permission
from tracker.keys import new_joint_reference
from tracker.models import User
from tracker.notifying.telling import tell
from tracker.recording import change, lock, recorded

REFERENCE = "RCR"


@recorded("lessons.recurrence.proposed")
def propose_recurrences(finding: Finding, lessons: Iterable[Lesson]) -> list[Recurrence]:
    """Ask people whether lessons came back by a finding; a pair that was asked about is left alone."""
    known = set(finding.recurrences.values_list("lesson", flat=True))
    return Recurrence.objects.bulk_create(
        (
            Recurrence(
                reference=new_joint_reference(Recurrence, REFERENCE), finding=finding, lesson=lesson
            )
            for lesson in lessons
            if lesson.pk not in known
        ),
        # Another worker may have been quicker.
        ignore_conflicts=True,
    )


@recorded("lessons.recurrence.proposed")
def propose_by_check(result: CheckResult) -> Recurrence | None:
    """Ask people whether a learned lesson came back by a failed check; once until that is decided.

    A retired check asks nothing.
    """
    check = lock(result.check_ran)
    lesson = check.lesson
    if check.retired_at is not None:
        return None
    if result.is_passed or lesson is None or lesson.status != LessonStatus.LEARNED:
        return None
    asked = Recurrence.objects.filter(check_result__check_ran=check)
    if asked.filter(Q(check_result=result) | Q(status=RecurrenceStatus.PROPOSED)).exists():
        return None
    return Recurrence.objects.create(
        reference=new_joint_reference(Recurrence, REFERENCE), check_result=result, lesson=lesson
    )


@recorded("lessons.recurrence.confirmed")
def confirm_recurrence(recurrence: Recurrence, *, by: User) -> Recurrence:
    """Say that a lesson came back: what was learned has regressed from now on, its record stays as it is.

    A lesson that nobody called learned is only marked.
    """
    recurrence = lock(recurrence)
    access.check_can_confirm_recurrence(by, recurrence)
    lesson = lock(recurrence.lesson)
    change(
        recurrence,
        status=RecurrenceStatus.CONFIRMED,
        decided_at=timezone.now(),
        decided_by=by,
        lesson_was=lesson.status,
    )
    if lesson.status == LessonStatus.LEARNED:
        change(lesson, status=LessonStatus.REGRESSED)
    tell_came_back(lesson, recurrence, by)
    return recurrence


def tell_came_back(lesson: Lesson, recurrence: Recurrence, by: User) -> None:
    """Tell who carries a lesson, and the partners' leads, that it came back.

    What was seen may be one side's own; then the other is not told that there was something.
    """
    people = [*User.objects.who_may(Permission.LEAD)]
    people += [lesson.assignee] if lesson.assignee else []
    same = Recurrence.objects.filter(pk=recurrence.pk)
    seeing = [one for one in people if same.visible_to(one).exists()]
    tell(seeing, "came-back", lesson, f"came-back:{recurrence.pk}", by=by)


@recorded("lessons.recurrence.rejected")
def reject_recurrence(recurrence: Recurrence, *, by: User) -> Recurrence:
    """Say that a finding is not the lesson; the pair is never proposed again."""
    recurrence = lock(recurrence)
    access.check_can_decide_recurrence(by, recurrence)
    change(
        recurrence,
        status=RecurrenceStatus.REJECTED,
        decided_at=timezone.now(),
        decided_by=by,
    )
    return recurrence


@recorded("lessons.findingsapart.kept_apart")
def keep_apart(*, by: User, findings: Iterable[Finding]) -> None:
    """Remember that of some findings no two are one lesson; the synthesis proposes them no more."""
    chosen = list(findings)
    access.check_can_keep_apart(by, chosen)
    remember_apart(combinations(chosen, 2), by)


@recorded("lessons.findingsapart.split")
def split(*, by: User, findings: Iterable[Finding], others: Iterable[Finding]) -> None:
    """Remember that some findings are another lesson than the others."""
    some, rest = list(findings), list(others)
    access.check_can_keep_apart(by, [*some[:1], *rest[:1]])
    remember_apart(product(some, rest), by)


def remember_apart(pairs: Iterable[tuple[Finding, Finding]], by: User) -> None:
    """Note pairs of findings, the lesser key first; what is known is left as it was."""
    FindingsApart.objects.bulk_create(
        (
            FindingsApart(one=one, other=other, decided_by=by)
            for pair in pairs
            for one, other in [sorted(pair, key=lambda finding: finding.pk)]
        ),
        ignore_conflicts=True,
    )
