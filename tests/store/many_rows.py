"""Many rows of a noun at once, past its verbs and triggers, for what is read of a large table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection

from tracker.keys import new_key


def add_many(record: Any, number: int, **columns: Sequence[Any] | Any) -> None:
    """Add copies of a record, older ones first; a column given as a list differs from row to row.

    It takes the owner's account (the fixture `as_owner`). Keys rise, as they do when time passes.
    """
    table = record._meta.db_table
    given: dict[str, Any] = {"id": [new_key() for _ in range(number)], **columns}
    if any(field.name == "reference" for field in record._meta.fields):
        given.setdefault("reference", [f"ZZZ-{record.reference_prefix}-{n}" for n in range(number)])
    varied = {name: one for name, one in given.items() if isinstance(one, list)}
    fixed = {name: one for name, one in given.items() if name not in varied}
    with connection.cursor() as cursor:
        # What waits for the end of the transaction would forbid to alter the table.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
        cursor.execute(*copying(record, varied, fixed))
        cursor.execute(f'ALTER TABLE "{table}" ENABLE TRIGGER USER')
        cursor.execute(f'ANALYZE "{table}"')


def copying(
    record: Any, varied: Mapping[str, Sequence[Any]], fixed: Mapping[str, Any]
) -> tuple[str, list[Any]]:
    """Return the statement that copies a row, and its parameters."""
    table, fields = record._meta.db_table, record._meta.concrete_fields
    stored = [field for field in fields if not getattr(field, "generated", False)]
    types = {field.column: field.db_type(connection).split("(")[0] for field in stored}
    values = [
        f'many."{one.column}"' if one.column in varied
        else "%s" if one.column in fixed
        else f'original."{one.column}"'
        for one in stored
    ]  # fmt: skip
    columns = ", ".join(f'"{one.column}"' for one in stored)
    arrays = ", ".join(f"%s::{types[name]}[]" for name in varied)
    names = ", ".join(f'"{name}"' for name in varied)
    statement = (
        f'INSERT INTO "{table}" ({columns}) SELECT {", ".join(values)}'
        f' FROM "{table}" AS original, unnest({arrays}) AS many({names}) WHERE original.id = %s'
    )
    chosen = [fixed[one.column] for one in stored if one.column in fixed]
    return statement, [*chosen, *varied.values(), record.pk]
