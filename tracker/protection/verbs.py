"""The verbs that protect a record, the same for every noun that has verbs."""

from __future__ import annotations

from django.db.models import Model

from tracker.models import Record
from tracker.protection import access, holds, redactions
from tracker.protection.texts import text_fields
from tracker.states import RedactionCause
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


def redact_verb(model: type[Model]) -> Verb:
    """Return the verb that takes words from a noun's records for good.

    Where the noun is signed it takes them from what was signed too, so it is asked for like a signature.
    """
    fields = [(field.name, str(field.verbose_name)) for field in text_fields(model)]
    return Verb(
        "redact",
        "Redact",
        access.check_can_redact,
        redactions.redact,
        "The words are gone for good; the hash of what stood there is kept.",
        asks=(
            Ask(
                "passage",
                "Passage that goes, word for word",
                required=False,
                help="Wherever it stands in this record: its text, earlier versions, what was signed "
                "or imported. Or choose a field below.",
            ),
            Ask(
                "field",
                "Field whose whole text goes",
                "choice",
                required=False,
                choices=[("", "None: the passage above"), *fields],
            ),
            Ask("cause", "What it is", "choice", choices=RedactionCause.choices),
            Ask(
                "reason",
                "Why, without the words themselves",
                required=False,
                help="Asked for with another reason; shown to your organization alone.",
            ),
        ),
        warning="Nobody can bring the words back, and no version of the record keeps them. Whoever "
        "read them has read them.",
        signs=hasattr(model, "signatures"),
        rare=True,
    )


def with_protection(
    table: dict[type[Model], tuple[Verb, ...]], joint: tuple[type[Model], ...]
) -> dict[type[Model], tuple[Verb, ...]]:
    """Return a table of verbs with those that protect added to labelled nouns and to joint ones."""
    return {
        model: (*verbs, redact_verb(model), *HOLD_VERBS)
        if issubclass(model, (Record, *joint))
        else verbs
        for model, verbs in table.items()
    }
