"""The verbs of checks: a lesson or a practice gets one, and its results are recorded, each once."""

from __future__ import annotations

import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from lessons.access import check as access
from lessons.models import Check, CheckResult, Lesson, PracticeVersion
from lessons.recurrence_transitions import propose_by_check
from tracker.keys import new_reference
from tracker.models import AISystem, SystemVersion, User
from tracker.recording import change, lock, recorded

# As many digits as the column holds.
LARGEST = Decimal(10) ** 14


@recorded("lessons.check.set_up")
def let_lesson_carry(lesson: Lesson, *, by: User, system: AISystem, **terms: Any) -> Check:
    """Let a lesson carry a check on a system of one's own."""
    lesson = lock(lesson)
    access.check_can_let_lesson_carry(by, lesson)
    return set_up(by, system, lesson=lesson, **terms)


@recorded("lessons.check.set_up")
def let_practice_carry(
    version: PracticeVersion, *, by: User, system: AISystem, **terms: Any
) -> Check:
    """Let the practice of a version in force carry a check on a system of one's own."""
    version = lock(version)
    access.check_can_let_practice_carry(by, version)
    return set_up(by, system, practice=version.practice, **terms)


def set_up(by: User, system: AISystem, *, threshold: str | Decimal, **terms: Any) -> Check:
    """Write a check that its maker's organization runs."""
    access.check_runs_on(by, system)
    assert by.organization is not None, "only people of a partner come here"
    return Check.objects.create(
        reference=new_reference(Check, by.organization.code, Check.reference_prefix),
        system=system,
        organization=by.organization,
        created_by=by,
        threshold=number_of("threshold", threshold),
        **terms,
    )


@recorded("lessons.check.result_recorded")
def record_result(
    check: Check,
    *,
    by: User,
    value: str | Decimal,
    ran_at: datetime.datetime,
    version: SystemVersion,
    external_id: str,
    source_url: str = "",
) -> Check:
    """Record what a check measured; sent again under the same key, the same result changes nothing."""
    check = lock(check)
    access.check_can_record_result(by, check)
    said = {"value": number_of("value", value), "ran_at": ran_at, "version": version}
    known = known_result(check, external_id)
    if known is not None:
        check_is_same(known, said)
        return check
    result = CheckResult.objects.create(
        check_ran=check,
        recorded_by=by,
        external_id=external_id.strip(),
        source_url=source_url,
        **said,
    )
    if not check.results.filter(ran_at__gt=ran_at).exists():
        propose_by_check(result)
    return check


@recorded("lessons.check.retired")
def retire_check(check: Check, *, by: User, reason: str) -> Check:
    """Retire a check for good: it takes no results and proposes nothing; what it measured stays."""
    check = lock(check)
    access.check_can_retire_check(by, check)
    change(check, retired_at=timezone.now(), retired_by=by, closing_reason=reason.strip())
    return check


def known_result(check: Check, external_id: str) -> CheckResult | None:
    """Return the result that is recorded under a key already."""
    known: CheckResult | None = check.results.filter(external_id=external_id.strip()).first()
    return known


def check_is_same(known: CheckResult, said: dict[str, Any]) -> None:
    """Refuse another result under a key that stands for one already."""
    if any(getattr(known, name) != value for name, value in said.items()):
        raise ValidationError(
            {"external_id": "Another result has this key already; results stay as recorded."}
        )


def number_of(field: str, value: str | Decimal) -> Decimal:
    """Return a number as it was written, or refuse what is none."""
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number) >= LARGEST or number != round(number, 6):
        raise ValidationError({field: "Write a number with a point and at most six decimals: 0.25"})
    return number
