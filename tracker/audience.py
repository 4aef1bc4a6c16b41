"""Who may read what is derived: nobody who may not read each of its sources.

Labels say it for whole organizations. Where a source is for people by name (RED), what rests on it
is for those of them who may read its other sources too. To let in more is a decision of the
sources' organizations: of a lead who may read the source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from tracker.access import Denied, WrongState, may_see
from tracker.models import Recipient, Record, User
from tracker.sources import sources_of
from tracker.states import SHARED_LABELS, Label

if TYPE_CHECKING:
    from tracker.access import Reader


def people_named(record: Record) -> list[User]:
    """Return the people whom a RED record names; one query."""
    named = Recipient.objects.filter(record_id=record.pk).values("user")
    return list(User.objects.filter(pk__in=named).select_related("organization").order_by("pk"))


def is_for_named(record: Record) -> bool:
    """Say whether only the people that a record names may read it."""
    return record.label_now == Label.RED


def check_may_rest_on(user: Reader, sources: Iterable[Record]) -> None:
    """Refuse to derive anything from what is for people by name, save to these; a query for each such."""
    for source in sources:
        if is_for_named(source) and not may_see(user, source):
            raise Denied(f"{source.reference} is for the people it names; you are not one of them.")


def readers_in_common(by: User, sources: Sequence[Record]) -> list[User] | None:
    """Return the people who may read what rests on some sources; None where a label says it.

    Refused where the writer would not be among them: nobody derives what they could not read.
    """
    check_may_rest_on(by, sources)
    named = [source for source in sources if is_for_named(source)]
    if not named:
        return None
    people = [one for one in people_named(named[0]) if may_see_all(one, sources)]
    if by not in people:
        references = ", ".join(source.reference for source in sources)
        raise Denied(f"Nobody may read all of {references} and write this; choose other sources.")
    return people


def may_see_all(person: User, records: Iterable[Record]) -> bool:
    """Say whether a person may read each of some records."""
    return all(may_see(person, record) for record in records)


def check_lets_in(user: Reader, record: Record, fits: Callable[[Record], bool]) -> None:
    """Refuse to let in readers for whom a source does not fit, unless its side decides: this lead.

    What a source is called is not said: whoever reads the record may not know it.
    """
    for source in sources_of(record):
        own = user.is_authenticated and source.owner_id == user.organization_id
        if not fits(source) and not (own and may_see(user, source)):
            raise WrongState(
                f"{record.reference} rests on a record that fewer people may read; "
                f"a lead of {source.owner} who may read that record opens it first."
            )


def check_lets_in_labelled(user: Reader, record: Record) -> None:
    """Refuse to open by a label what rests on a source that is for people by name."""
    check_lets_in(user, record, lambda source: not is_for_named(source))


def check_lets_in_owner(user: Reader, record: Record) -> None:
    """Refuse to open to all of an owner's people what rests on a source that they may not read."""

    def fits(source: Record) -> bool:
        own = source.owner_id == record.owner_id and not is_for_named(source)
        return own or source.label_now in SHARED_LABELS

    check_lets_in(user, record, fits)


def check_lets_in_people(user: Reader, record: Record, people: Iterable[User]) -> None:
    """Refuse to name newcomers who may not read what a record rests on."""
    newcomers = [one for one in people if not may_see(one, record)]
    if newcomers:
        check_lets_in(user, record, lambda source: all(may_see(one, source) for one in newcomers))


def rests_on_named(record: Record) -> bool:
    """Say whether a source of a record is for people by name."""
    return any(is_for_named(source) for source in sources_of(record))


def leave_to(record: Any, people: Iterable[User]) -> None:
    """Write down whom a RED record names, and nobody else."""
    Recipient.objects.filter(record_id=record.pk).delete()
    Recipient.objects.bulk_create(
        Recipient(record_id=record.pk, user=person)
        for person in {one.pk: one for one in people}.values()
    )
