"""The verbs that protect a record, the same for every noun that has verbs."""

from __future__ import annotations

from django.db.models import Model

from tracker.models import Record
from tracker.protection import access, holds
from tracker.verbs import Ask, Verb

HOLD_VERBS = (
    Verb(
        "place-hold",
        "Place on legal hold",
        access.check_can_place_hold,
        holds.place_hold,
        "It is on legal hold; your organization alone knows.",
        asks=(Ask("reason", "Reason", help="For the people of your organization alone."),),
        rare=True,
    ),
    Verb(
        "lift-hold",
        "Lift the legal hold",
        access.check_can_lift_hold,
        holds.lift_hold,
        "The legal hold is lifted.",
        asks=(Ask("reason", "Reason", help="For the people of your organization alone."),),
        rare=True,
    ),
)


def with_protection(
    table: dict[type[Model], tuple[Verb, ...]], joint: tuple[type[Model], ...]
) -> dict[type[Model], tuple[Verb, ...]]:
    """Return a table of verbs with those that protect added to labelled nouns and to joint ones."""
    return {
        model: (*verbs, *HOLD_VERBS) if issubclass(model, (Record, *joint)) else verbs
        for model, verbs in table.items()
    }
