"""Whether the history still is what was sealed: the first broken link, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import connection, transaction

from tracker.chain.links import Link, fault_of
from tracker.chain.sealing import Head
from tracker.chain.tables import history_tables

# The digests are computed link by link as the cursor moves, so memory stays the same however long.
LINKS = """
    SELECT s.sequence, h.event_table, s.event_id, s.digest, s.hash, s.sealed_at,
        tracker_event_digest(h.event_table, s.event_id, h.columns)
    FROM tracker_seal s JOIN tracker_sealshape h ON h.id = s.shape_id
    ORDER BY s.sequence
"""
STRAYS = """
    SELECT min(e.pgh_id), count(*) FROM {table} e
    WHERE NOT EXISTS (
        SELECT FROM tracker_seal s JOIN tracker_sealshape h ON h.id = s.shape_id
        WHERE s.event_id = e.pgh_id AND h.event_table = %s
    ) AND NOT EXISTS (
        SELECT FROM tracker_sealqueue q WHERE q.event_table = %s AND q.event_id = e.pgh_id
    )
"""
VANISHED = """
    SELECT q.event_table, q.event_id FROM tracker_sealqueue q
    WHERE tracker_event_digest(q.event_table, q.event_id, '{pgh_id}') IS NULL ORDER BY q.id LIMIT 1
"""
CHUNK = 500


@dataclass(frozen=True)
class Verdict:
    """What a walk along the chain found."""

    links: int
    waiting: int
    head: Head | None
    fault: str = ""
    # Where the head that the chain was held against belongs, and whether it stands there.
    against: str = ""

    @property
    def holds(self) -> bool:
        """Tell whether nothing is broken."""
        return not (self.fault or self.against)


def verify_history(progress: Callable[[int], object], against: Head | None = None) -> Verdict:
    """Walk the whole chain and name what is broken first; `progress` hears of each link.

    Everything is read as of one instant, while others write and seal.
    """
    with transaction.atomic():
        if len(connection.savepoint_ids) == 0:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        last, seen, fault = None, None, ""
        for link in walk():
            if fault := fault_of(link, last):
                break
            last = link
            if against and against.sequence == link.sequence:
                seen = link
            progress(1)
        fault = fault or fault_outside()
        head = Head(last.sequence, last.hash.hex(), last.sealed_at) if last else None
        return Verdict(
            links=last.sequence if last else 0,
            waiting=count("tracker_sealqueue"),
            head=head,
            fault=fault,
            against=difference(against, seen, head) if against else "",
        )


def walk() -> Iterator[Link]:
    """Yield the links in their order, a few at a time."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(LINKS)
        while rows := cursor.fetchmany(CHUNK):
            for sequence, table, event_id, digest, hash_, sealed_at, now in rows:
                yield Link(
                    sequence, table, event_id, bytes(digest), bytes(hash_), sealed_at,
                    None if now is None else bytes(now),
                )  # fmt: skip


def fault_outside() -> str:
    """Name an event that came past the chain, or that was removed before it was sealed."""
    with connection.cursor() as cursor:
        cursor.execute(VANISHED)
        if row := cursor.fetchone():
            return f"Event {row[1]} of {row[0]} was removed before it was sealed."
        for table in history_tables(cursor):
            quoted = connection.ops.quote_name(table)
            cursor.execute(STRAYS.format(table=quoted), [table, table])
            first, strays = cursor.fetchone()
            if strays:
                more = f", and {strays - 1} more" if strays > 1 else ""
                return f"Event {first} of {table}{more} was inserted past the chain."
    return ""


def difference(theirs: Head, seen: Link | None, head: Head | None) -> str:
    """Say how the chain differs from a head exported earlier; nothing if the head is in it."""
    if seen and seen.hash.hex() == theirs.hash:
        return ""
    if seen:
        return (
            f"Link {theirs.sequence} of this chain is not the exported head: "
            "something at or before it is not what it was."
        )
    sealed = head.sequence if head else 0
    return (
        f"The exported head is link {theirs.sequence}, and this chain holds to link {sealed} only."
    )


def count(table: str) -> int:
    """Return how many rows a table has, as of the walk's instant."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
        found: int = cursor.fetchone()[0]
    return found
