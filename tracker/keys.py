"""How records are named: uuid7 keys, references with a random tail, counted numbers for what is joint."""

import datetime
import secrets
import uuid
from collections.abc import Sequence

from django.db import connection, models
from uuid_utils.compat import uuid7

# Crockford base32: no I, L, O or U, so a reference survives being read aloud.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
TAIL_LENGTH = 5


def new_key() -> uuid.UUID:
    """Return a time-ordered key that tells nobody how many records exist (RFC 9562, version 7)."""
    return uuid7()


def key_at(instant: datetime.datetime) -> uuid.UUID:
    """Return the least key that can be made at an instant or after: keys begin with milliseconds."""
    return uuid.UUID(int=int(instant.timestamp() * 1000) << 80)


def new_reference(model: type[models.Model], organization_code: str, prefix: str) -> str:
    """Return an unused reference such as `OAI-FND-7K3QM`, one query a try."""
    return new_joint_reference(model, f"{organization_code}-{prefix}")


def new_joint_reference(model: type[models.Model], prefix: str) -> str:
    """Return an unused reference of what belongs to no organization, such as `ITM-7K3QM`."""
    while True:
        reference = f"{prefix}-{new_tail()}"
        if not model._default_manager.filter(reference=reference).exists():
            return reference


def new_references(model: type[models.Model], heads: Sequence[str]) -> list[str]:
    """Return an unused reference for each head (`OAI-DSP`), one query for all."""
    made = [f"{head}-{new_tail()}" for head in heads]
    taken = model._default_manager.filter(reference__in=made).exists()
    return new_references(model, heads) if taken or len(set(made)) < len(made) else made


def new_tail() -> str:
    """Return the random end of a reference."""
    return "".join(secrets.choice(ALPHABET) for _ in range(TAIL_LENGTH))


def next_number(model: type[models.Model]) -> int:
    """Return the next number of a joint noun; writers of that noun wait until this one commits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [model._meta.db_table])
    highest: int | None = model._default_manager.aggregate(highest=models.Max("number"))["highest"]
    return (highest or 0) + 1


def as_key(text: str) -> uuid.UUID | None:
    """Return a key that a text spells, or None."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
