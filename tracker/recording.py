"""How every write is done: in one transaction, on a locked row, under the name of its verb.

What the events of a write say about it (who, for whom, by which verb) is said here and nowhere else;
tracker/history/tracking.py lists the keys.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import pghistory
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from tracker.keys import new_key

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=models.Model)

# The verb that is running in this thread, and the command or job that runs it.
_verb: ContextVar[str | None] = ContextVar("verb", default=None)
_process: ContextVar[str | None] = ContextVar("process", default=None)


def recorded(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function one all-or-nothing change, recorded under a verb's name.

    The name is `floor.noun.verb` in the past tense; the events of the change carry it, and whoever
    acts, given as `by`. Where one verb calls another, the outer one is what was done. A broken
    database constraint arrives as a ValidationError with the constraint's sentence.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                with under_verb(name, kwargs.get("by")), transaction.atomic():
                    return function(*args, **kwargs)
            except IntegrityError as error:
                raise ValidationError(sentence_of(error)) from error

        run.verb_name = name  # type: ignore[attr-defined]
        return run

    return decorate


@contextmanager
def under_verb(name: str, by: Any) -> Iterator[None]:
    """Let the events written meanwhile say which verb wrote them, unless an outer verb does."""
    if _verb.get() is not None:
        yield
        return
    token = _verb.set(name)
    try:
        with pghistory.context() as context:
            before = dict(context.metadata)
            context.metadata.update(said_of(name, by))
            try:
                yield
            finally:
                # One context serves a whole request; what it does next is another change.
                context.metadata.clear()
                context.metadata.update(before)
        forget_context()
    finally:
        _verb.reset(token)


def said_of(name: str, by: Any) -> dict[str, str]:
    """Return what the events of one run of a verb say; what has no value is left out."""
    organization = getattr(by, "organization", None)
    said = {
        "verb": name,
        "change": str(new_key()),
        "user": str(by.pk) if by is not None else None,
        "organization": organization.code if organization is not None else None,
        "process": _process.get(),
    }
    return {key: value for key, value in said.items() if value is not None}


def forget_context() -> None:
    """Attribute nothing that follows in the same transaction to the verb that just ended.

    The database keeps the context until the transaction ends; a query only where it goes on.
    """
    if connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('pghistory.context_metadata', '', true),"
                " set_config('pghistory.context_id', '', true)"
            )


@contextmanager
def running(process: str) -> Iterator[None]:
    """Let the verbs that run meanwhile in this thread say which command or job ran them."""
    token = _process.set(process)
    try:
        yield
    finally:
        _process.reset(token)


def sentence_of(error: IntegrityError) -> str:
    """Return the sentence of the constraint that a write broke, or the database's own words."""
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None)
    for model in _models():
        for constraint in model._meta.constraints:
            if constraint.name == name:
                return str(constraint.get_violation_error_message())
    return str(getattr(diagnosis, "message_primary", None) or error)


def _models() -> list[type[models.Model]]:
    from django.apps import apps

    return apps.get_models(include_auto_created=True)


def lock(record: M) -> M:
    """Return a fresh copy of a record, locked until the transaction ends."""
    manager: Any = type(record)._default_manager
    fresh: M = manager.select_for_update(of=("self",)).get(pk=record.pk)
    return fresh


def lock_pair(one: M, other: M) -> tuple[M, M]:
    """Lock two records in one order, so that two writers who name them crosswise don't deadlock."""
    fresh = {record.pk: lock(record) for record in sorted((one, other), key=lambda row: row.pk)}
    return fresh[one.pk], fresh[other.pk]


def change(record: models.Model, **values: Any) -> list[str]:
    """Set the fields whose value differs, save just those, and return their names."""
    changed = [name for name, value in values.items() if getattr(record, name) != value]
    for name in changed:
        setattr(record, name, values[name])
    record.clean_fields(exclude=[f.name for f in record._meta.fields if f.name not in changed])
    if changed:
        record.save(update_fields=changed)
    return changed


def noon_of(day: datetime.date) -> datetime.datetime:
    """Return an instant of a day for which only the day is known; a day to come is refused."""
    if day > timezone.localdate():
        raise ValidationError("This day is still to come; say when it happened.")
    noon = datetime.datetime.combine(day, datetime.time(12), tzinfo=datetime.UTC)
    return min(noon, timezone.now())


def check_not_in_the_future(field: str, day: datetime.date) -> None:
    """Refuse a day that is still to come for something said to have happened."""
    # East of Greenwich it is tomorrow already.
    if day > timezone.localdate() + datetime.timedelta(days=1):
        raise ValidationError({field: "This day is still to come; say when it happened."})
