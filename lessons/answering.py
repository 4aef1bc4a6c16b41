"""How several rows that ask are answered or judged in one go: each whole or not at all, with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from tracker.each import attempt
from tracker.models import User
from tracker.verbs import Verb, verb_named


@dataclass(frozen=True)
class Outcome:
    """What came of one: done, or why not."""

    reference: str
    is_done: bool
    sentence: str


def verb_of(model: type[Model], name: str) -> Verb:
    """Return a verb of a noun."""
    found = verb_named(model, name)
    assert found is not None, name
    return found


def do_many(
    user: User, model: type[Model], name: str, references: Iterable[str], answers: dict[str, Any]
) -> list[Outcome]:
    """Do one verb to each row chosen; one that is refused holds no other up."""
    chosen, manager = verb_of(model, name), model._default_manager
    wanted = list(dict.fromkeys(references))
    visible: Any = manager.visible_to(user)  # type: ignore[attr-defined]
    found = {row.reference: row for row in visible.filter(reference__in=wanted).for_list()}
    return [do_one(user, chosen, one, found.get(one), answers) for one in wanted]


def do_one(user: User, verb: Verb, reference: str, record: Any, answers: dict[str, Any]) -> Outcome:
    """Do a verb to one; what a person may not see reads like what is not there."""
    if record is None:
        return Outcome(reference, False, f"There is nothing under {reference}.")

    def do() -> Model:
        verb.check(user, record)
        return verb.run(record, by=user, **answers)

    made, refusal = attempt(do)
    if made is None:
        return Outcome(reference, False, f"{record.system}: {refusal}")
    return Outcome(reference, True, verb.done)
