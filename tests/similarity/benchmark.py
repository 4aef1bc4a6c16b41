"""How long a comparison takes among 100,000 records: `uv run python -m tests.similarity.benchmark`.

It is a script, no test. It fills a transaction of the embedded database with made-up observations
of two partners, half of them shared, and takes it back. Words are drawn as in real texts: few are
common, most are rare.
"""

from __future__ import annotations

import os
import random
import statistics
import time
from typing import Any

RECORDS, VOCABULARY, LENGTH, ASKED = 100_000, 30_000, 60, 20
FILL = """
INSERT INTO reviews_observation (id, reference, owner_id, label, coming_label, source, source_url,
    illustrative, created_at, created_by_id, title, description, unmatched_systems, occurred_on,
    occurred_precision, source_kind, confidence, reporter, status, dismissal_reason)
SELECT gen_random_uuid(), 'BM-OBS-' || number, %(owner)s, %(label)s, '', '', '', false, now(), %(by)s,
    text, text, '{}', current_date, 'day', '', 'reported', '', 'new', ''
FROM (SELECT number, string_agg('w' || floor(power(random(), 3) * %(vocabulary)s)::int, ' ') AS text
      FROM generate_series(%(first)s, %(last)s) AS number, generate_series(1, %(length)s)
      GROUP BY number) AS texts
"""


def main() -> None:
    """Fill, ask, and print the median and the slowest answer."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    import django

    django.setup()
    from django.db import connections, transaction

    from tracker.privileges.owner import signed_in_as_owner

    with signed_in_as_owner(), transaction.atomic("owner"):
        with connections["owner"].cursor() as cursor:
            readers = fill(cursor)
        for reader in readers:
            ask(reader)
        transaction.set_rollback(True, "owner")


def fill(cursor: Any) -> list[Any]:
    """Make the records, a quarter for each partner alone and a quarter of each shared; return readers."""
    from tests.factories import make_organization, make_user
    from tracker.states import Label

    organizations = [make_organization("BM1", "One"), make_organization("BM2", "Other")]
    people = [make_user(f"bm-{one.code}", one, "reviewer") for one in organizations]
    cursor.execute("ALTER TABLE reviews_observation DISABLE TRIGGER USER")
    quarter = RECORDS // 4
    for number in range(4):
        person = people[number % 2]
        cursor.execute(
            FILL,
            {
                "owner": person.organization_id,
                "by": person.pk,
                "label": Label.AMBER if number < 2 else Label.AMBER_STRICT,
                "vocabulary": VOCABULARY,
                "length": LENGTH,
                "first": number * quarter + 1,
                "last": (number + 1) * quarter,
            },
        )
    cursor.execute("ANALYZE reviews_observation")
    return people


def ask(reader: Any) -> None:
    """Compare some texts as one reader and print how long it took."""
    from lessons.similarity import Subject, similar_to, view_of, words_of
    from reviews.models import Observation

    chance = random.Random(1)
    seeing, comparing = [], []
    for _ in range(ASKED):
        text = " ".join(f"w{int(chance.random() ** 3 * VOCABULARY)}" for _ in range(LENGTH))
        start = time.perf_counter()
        view = view_of(reader)
        seen = time.perf_counter()
        similar_to(Subject(words_of(text)), Observation.objects.all(), view)
        seeing.append(seen - start)
        comparing.append(time.perf_counter() - seen)
    print(f"{RECORDS} records, {ASKED} texts of {LENGTH} words")
    for name, times in (("what the reader sees", seeing), ("the comparison", comparing)):
        print(f"{name}: median {statistics.median(times):.3f} s, slowest {max(times):.3f} s")


if __name__ == "__main__":
    main()
