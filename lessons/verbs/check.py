"""The verbs of checks, and those by which lessons and practices come to carry one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.utils import timezone

from lessons import check_transitions
from lessons.access import check as access
from lessons.models import Check
from lessons.states import Direction
from tracker.models import AISystem, SystemVersion, User
from tracker.verbs import Ask, Verb


def own_systems(user: User, _: Any) -> Any:
    """Return the systems that a person's organization owns or operates."""
    own = user.organization_id
    systems = AISystem.objects.visible_to(user).filter(Q(owner=own) | Q(operator=own))
    return systems.select_related("owner", "operator")


def versions_of_system(user: User, check: Check) -> Any:
    """Return the versions of the system that a check is about."""
    return SystemVersion.objects.visible_to(user).filter(system=check.system_id)


def now(_: Any) -> str:
    """Return this minute, as an instant is written."""
    return f"{timezone.now():%Y-%m-%d %H:%M} UTC"


TERMS = (
    Ask("metric", "What is measured", "line"),
    Ask("direction", "What is good", "choice", choices=Direction.choices),
    Ask("threshold", "Threshold", "line", help="A number, such as 0.25."),
    Ask("unit", "Unit", "line", required=False),
    Ask("system", "System", "record", rows=own_systems),
    Ask("fresh_days", "Days that a result stays fresh", "days"),
)
CARRIES = "It carries the check; results arrive through the API or by import."


def set_up_check(check: Callable[..., None], do: Callable[..., Any]) -> Verb:
    """Return the verb that lets a lesson or a practice carry a check."""
    return Verb(
        "set-up-check", "Set up a check", check, do, CARRIES, asks=TERMS, makes=Check, rare=True
    )


LESSON_CHECK_VERBS = (
    set_up_check(access.check_can_let_lesson_carry, check_transitions.let_lesson_carry),
)
PRACTICE_CHECK_VERBS = (
    set_up_check(access.check_can_let_practice_carry, check_transitions.let_practice_carry),
)
CHECK_VERBS = (
    Verb(
        "record-result",
        "Record a result",
        access.check_can_record_result,
        check_transitions.record_result,
        "The result is recorded.",
        asks=(
            Ask("value", "Value", "line", help="A number, such as 0.25."),
            Ask("version", "Version it ran on", "record", rows=versions_of_system),
            Ask("ran_at", "Ran at", "instant", initial=now),
            Ask(
                "external_id",
                "Key of the result where it ran",
                "line",
                help="The same result sent twice under one key is recorded once.",
            ),
            Ask("source_url", "Source", "url", required=False),
        ),
        primary=True,
    ),
    Verb(
        "retire",
        "Retire this check",
        access.check_can_retire_check,
        check_transitions.retire_check,
        "It is retired; what it measured stays.",
        asks=(Ask("reason", "Why it is retired"),),
        warning="A retired check takes no results and stays retired; another one can be set up.",
    ),
)
