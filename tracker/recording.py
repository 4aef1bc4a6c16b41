"""How every write is done: in one transaction, on a locked row, under the name of its verb."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=models.Model)


def recorded(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function one all-or-nothing change, recorded under a verb's name.

    The name is `floor.noun.verb` in the past tense. A broken database constraint arrives as a
    ValidationError with the constraint's sentence.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                with transaction.atomic():
                    return function(*args, **kwargs)
            except IntegrityError as error:
                raise ValidationError(sentence_of(error)) from error

        run.verb_name = name  # type: ignore[attr-defined]
        return run

    return decorate


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
