"""What history and chain add to a write: `uv run python -m tests.store.write_cost` (a script, no test).

Ratios within one run, in one transaction that is taken back; milliseconds differ between machines.
"""

from __future__ import annotations

import os
import statistics
import time
from typing import Any

ROUNDS, ROWS = 15, 300
TABLE, EVENTS = "tracker_organization", "tracker_organizationevent"
QUEUE = "history_queue_seal"
INSERT = (
    f"INSERT INTO {TABLE} (id, code, name, kind)"
    " VALUES (gen_random_uuid(), 'X' || %s, 'Company', 'community')"
)
ONE_BY_ONE, AT_ONCE = "one by one", "at once"


def main() -> None:
    """Measure each way of writing with and without, in turns, and print the ratios."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    import django

    django.setup()
    from django.db import connections, transaction

    with transaction.atomic("owner"), connections["owner"].cursor() as cursor:
        for way in (ONE_BY_ONE, AT_ONCE):
            times = measure(cursor, way)
            plain = times["no history"]
            for name, seconds in times.items():
                print(f"{way:<11} {name:<18} x{seconds / plain:.2f}")
        transaction.set_rollback(True, "owner")


def measure(cursor: Any, way: str) -> dict[str, float]:
    """Return the median seconds of each set-up for one way of writing."""
    found: dict[str, list[float]] = {"no history": [], "history": [], "history and chain": []}
    for number in range(ROUNDS):
        for name, rounds in found.items():
            for table, trigger, on in (
                (TABLE, "USER", name != "no history"),
                (EVENTS, QUEUE, name == "history and chain"),
            ):
                cursor.execute(
                    f"ALTER TABLE {table} {'ENABLE' if on else 'DISABLE'} TRIGGER {trigger}"
                )
            began = time.perf_counter()
            write(cursor, way, f"{way[:3].upper()[0]}{number}{name[-1].upper()}{len(name)}")
            rounds.append(time.perf_counter() - began)
    return {name: statistics.median(rounds) for name, rounds in found.items()}


def write(cursor: Any, way: str, prefix: str) -> None:
    """Insert the rows of one round."""
    if way == ONE_BY_ONE:
        for row in range(ROWS):
            cursor.execute(INSERT, [f"{prefix}R{row}"])
    else:
        values = INSERT.replace("VALUES (", "SELECT ").replace("%s,", "%s || n,")[:-1]
        cursor.execute(f"{values} FROM generate_series(1, {ROWS}) n", [f"{prefix}S"])


if __name__ == "__main__":
    main()
