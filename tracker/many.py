"""Sharing many records at once before a meeting: each of them whole or not at all, each with its reason."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tracker import sharing_access
from tracker.access import judge, labelled
from tracker.each import attempt
from tracker.leaks import Leak, check_seen, leaks_of_each
from tracker.models import Record, User
from tracker.models.record import labelled_nouns
from tracker.sharing import share
from tracker.sharing_verbs import what_came_of_it
from tracker.states import Label

# What one page offers of a noun; more is done in a second go.
MOST = 20


@dataclass(frozen=True)
class Offered:
    """A record that a lead could share, what that would let out, or why it can't be shared."""

    record: Record
    leaks: Sequence[Leak] = ()
    refusal: str = ""


@dataclass(frozen=True)
class Outcome:
    """What came of sharing one record: a sentence, and whether it was refused."""

    record: Record
    sentence: str
    refused: bool = False


def shareable(user: User) -> list[Offered]:
    """Return the newest records that a lead's organization alone reads, each with its leak check."""
    records = [
        record
        for model in labelled_nouns()
        for record in own_alone(user, model).order_by("-id")[:MOST]
    ]
    found = leaks_of_each(user, records, Label.AMBER)
    return [
        Offered(
            record, found[record.pk], judge(sharing_access.check_can_share, user, record).reason
        )
        for record in records
    ]


def own_alone(user: User, model: Any) -> Any:
    """Return the records of a noun that the reader's organization alone reads."""
    rows = model.objects.visible_to(user).select_related("owner")
    return rows.filter(labelled([Label.AMBER_STRICT]), owner=user.organization_id)


def chosen(user: User, references: Iterable[str]) -> list[Record]:
    """Return the records named that the reader may see; what is absent or unseen is left out alike."""
    wanted = list(dict.fromkeys(references))
    found = {
        record.reference: record
        for model in labelled_nouns()
        for record in model._default_manager.filter(reference__in=wanted).filter(
            pk__in=own_alone(user, model).values("pk")
        )
    }
    return [found[reference] for reference in wanted if reference in found]


def share_many(user: User, records: Sequence[Record], read: Container[str] = ()) -> list[Outcome]:
    """Share each record by itself; one that is refused does not hold the others back.

    `read` holds the references of those whose phrases of narrower records were read.
    """
    found = leaks_of_each(user, records, Label.AMBER)
    return [
        share_one(user, record, found[record.pk], record.reference in read) for record in records
    ]


def share_one(user: User, record: Record, found: Sequence[Leak], seen: bool) -> Outcome:
    """Share one record and say what came of it."""

    def do() -> Record:
        check_seen(found, seen)
        return share(record, by=user)

    made, refusal = attempt(do)
    if made is None:
        return Outcome(record, refusal, refused=True)
    return Outcome(made, what_came_of_it(made))
