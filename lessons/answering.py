"""How several dispositions are answered or judged in one go: each whole or not at all, with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from lessons.models import Disposition
from tracker.access import Refusal
from tracker.models import User
from tracker.verbs import Verb, verb_named

# What may be done to several at once.
MANY = ("answer", "accept", "return")


@dataclass(frozen=True)
class Outcome:
    """What came of one: done, or why not."""

    reference: str
    is_done: bool
    sentence: str


def do_many(
    user: User, verb: str, references: Iterable[str], answers: dict[str, Any]
) -> list[Outcome]:
    """Do one verb to each disposition chosen; one that is refused holds no other up."""
    chosen = verb_named(Disposition, verb) if verb in MANY else None
    assert chosen is not None, f"{verb} is not done to many"
    wanted = list(dict.fromkeys(references))
    rows = Disposition.objects.visible_to(user).filter(reference__in=wanted).for_list()
    found = {row.reference: row for row in rows}
    return [do_one(user, chosen, one, found.get(one), answers) for one in wanted]


def do_one(
    user: User, verb: Verb, reference: str, record: Disposition | None, answers: dict[str, Any]
) -> Outcome:
    """Do a verb to one; what a person may not see reads like what is not there."""
    if record is None:
        return Outcome(reference, False, f"There is nothing under {reference}.")
    try:
        verb.check(user, record)
        verb.run(record, by=user, **answers)
    except Refusal as refusal:
        return Outcome(reference, False, f"{record.system}: {refusal}")
    except ValidationError as error:
        return Outcome(reference, False, f"{record.system}: {' '.join(error.messages)}")
    return Outcome(reference, True, verb.done)
