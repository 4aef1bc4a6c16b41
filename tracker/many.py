"""Sharing and consenting to several at once before a meeting: each whole or not at all, with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from tracker import sharing_access
from tracker.access import WrongState, judge, labelled
from tracker.converters import ReferenceConverter
from tracker.each import attempt
from tracker.leaks import Leak, check_seen, leaks_of_each
from tracker.models import LabelChange, Record, User
from tracker.models.record import labelled_nouns
from tracker.sharing import consent, share
from tracker.sharing_content import Matter, matters_of
from tracker.sharing_verbs import leaks_of_asked, what_came_of_consent, what_came_of_it
from tracker.states import Label

T = TypeVar("T", Record, LabelChange)

# What one page offers of a noun; more is done in a second go.
MOST = 20
# How many that wait are looked through for those that can be decided.
LOOKED_AT = 100


# --- Each by itself ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Outcome:
    """What came of one of several: a sentence, and whether it was refused."""

    record: Record | LabelChange
    sentence: str
    refused: bool = False


def outcome_of(one: T, act: Callable[[], T], says: Callable[[T], str]) -> Outcome:
    """Do one of several and say what came of it."""
    made, refusal = attempt(act)
    return Outcome(one, refusal, refused=True) if made is None else Outcome(made, says(made))


def references(given: Iterable[str]) -> list[str]:
    """Return what is shaped like a reference, each once: nothing else that a form holds reaches a query."""
    return [one for one in dict.fromkeys(given) if re.fullmatch(ReferenceConverter.regex, one)]


# --- Sharing ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Offered:
    """A record that a lead could share, what that would let out, or why it can't be shared."""

    record: Record
    leaks: Sequence[Leak] = ()
    refusal: str = ""


def shareable(user: User) -> list[Offered]:
    """Return the newest records that a lead's organization alone reads, each with its leak check."""
    records = [
        record
        for model in labelled_nouns()
        for record in own_alone(user, model).order_by("-id")[:MOST]
    ]
    found = leaks_of_each(user, records, Label.AMBER)
    waiting = LabelChange.objects.waiting().filter(record_id__in=[one.pk for one in records])
    asked = {change.record_id: change for change in waiting}
    return [
        Offered(
            record,
            found[record.pk],
            judge(sharing_access.check_can_share_beside, user, record, asked.get(record.pk)).reason,
        )
        for record in records
    ]


def own_alone(user: User, model: Any) -> Any:
    """Return the records of a noun that the reader's organization alone reads."""
    rows = model.objects.visible_to(user).for_line().select_related("owner")
    return rows.filter(labelled([Label.AMBER_STRICT]), owner=user.organization_id)


def chosen(user: User, given: Iterable[str]) -> list[Record]:
    """Return the records named that the reader may see; what is absent or unseen is left out alike."""
    wanted = references(given)
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

    return outcome_of(record, do, what_came_of_it)


# --- Consent ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Awaited:
    """A change that waits for somebody's consent: what it is about, what it would let out, or why not."""

    matter: Matter
    leaks: Sequence[Leak] = ()
    refusal: str = ""


@dataclass(frozen=True)
class Choice:
    """A change that somebody chose to consent to, and the digest of the content that they read."""

    asked: LabelChange
    digest: str


def awaited(user: User) -> list[Awaited]:
    """Return the newest changes that a person can consent to, with leak checks; one more than a page's.

    What reads otherwise by now comes last: whoever is asked can't decide it, only who asked can.
    More of one noun cost no more queries; what rests on a RED record costs one each.
    """
    changes = LabelChange.objects.visible_to(user).awaiting(user).for_list().order_by("-id")
    read = matters_of(changes[:LOOKED_AT])
    refusals = {
        matter.asked.pk: judge(sharing_access.check_stands_as_asked, matter).reason
        for matter in read
    }
    matters = sorted(read, key=lambda one: bool(refusals[one.asked.pk]))[: MOST + 1]
    found = leaks_let_out(user, [one for one in matters if not refusals[one.asked.pk]])
    return [
        Awaited(matter, found.get(matter.record.pk, ()), refusals[matter.asked.pk])
        for matter in matters
    ]


def leaks_let_out(user: User, matters: Sequence[Matter]) -> dict[Any, Sequence[Leak]]:
    """Return what each change would let out, under its record's key; looked up once for each label."""
    return {
        key: found
        for label in sorted({matter.asked.to_label for matter in matters})
        for key, found in leaks_of_each(
            user, [one.record for one in matters if one.asked.to_label == label], Label(label)
        ).items()
    }


def choices(user: User, ticked: Iterable[str]) -> list[Choice]:
    """Return what was ticked, a reference and a digest each; what is absent or unseen is left out alike."""
    read = {reference: digest for reference, _, digest in (one.partition(" ") for one in ticked)}
    rows = LabelChange.objects.visible_to(user).for_list()
    found = {one.reference: one for one in rows.filter(reference__in=references(read)[:MOST])}
    return [
        Choice(found[reference], digest) for reference, digest in read.items() if reference in found
    ]


def consent_many(user: User, chosen: Iterable[Choice], read: Container[str] = ()) -> list[Outcome]:
    """Consent to each change by itself; one that is refused does not hold the others back.

    `read` holds the references of those whose phrases of narrower records were read.
    """
    return [consent_one(user, one, one.asked.reference in read) for one in chosen]


def consent_one(user: User, choice: Choice, seen: bool) -> Outcome:
    """Consent to one change as it was read, and say what came of it."""

    def do() -> LabelChange:
        sharing_access.check_can_consent(user, choice.asked)
        check_was_asked(choice)
        check_seen(leaks_of_asked(user, choice.asked), seen)
        return consent(choice.asked, by=user)

    return outcome_of(choice.asked, do, what_came_of_consent)


def check_was_asked(choice: Choice) -> None:
    """Refuse consent by somebody who read another content than is asked about, or none."""
    asked = choice.asked
    if choice.digest != asked.digest:
        raise WrongState(
            f"{asked.record_reference} does not say what you read; read it again before you consent."
        )
