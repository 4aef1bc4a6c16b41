"""How every change of every record is kept: one decorator for all models, one event table each.

The database writes the events, by triggers after each insert, update and delete of a row, so raw SQL
is kept too. The events of a model `Lesson` of the app `lessons` are the model `LessonEvent` and the
table `lessons_lessonevent`; those of an automatic table between two nouns are named after its proxy
(`FindingOfLesson` and `lessons_findingoflessonevent`). An event holds the row's columns as they were
after the change (before it for a delete), and django-pghistory's own:

- `pgh_id`, in the order of writing; `pgh_label`: insert, update or delete, or began, where a row is
  older than its table's events; `pgh_obj`: the row's key;
- `pgh_created_at`: when it was written; `pgh_context_id`: one per outermost context;
- `pgh_context`, a JSON object, or NULL for raw SQL. Its keys, each left out where it has no value:
  `user` (who acted, the account's key), `organization` (the code they acted for), `verb`
  (`floor.noun.verb` of the outermost verb), `change` (one key per run of that verb), `request`
  (the `X-Request-ID` of the answer), `process` (the name of the command or job).

Left out: the generated column `search`, and passwords. Nothing here refuses a change of an event:
that is a matter of the database's roles.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import pghistory
from django.apps import apps
from django.db import models
from pghistory.models import Event

M = TypeVar("M", bound=models.Model)

INSERT, UPDATE, DELETE = "insert", "update", "delete"
# The first event of a row that is older than its table's events (tracker/history/beginning.py).
BEGAN = "began"
# Columns that no event holds: what is computed from others, and what must stay in one place.
NEVER_KEPT = ("search", "password")


def tracked(*under: str) -> Callable[[type[M]], type[M]]:
    """Keep an event of every insert, update and delete of a model's rows.

    `under` names the foreign keys to the records that a row belongs to; their stories tell of it.
    """

    def decorate(model: type[M]) -> type[M]:
        pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            exclude=list(NEVER_KEPT),
            meta={"indexes": [models.Index(fields=[name]) for name in under], "ordering": []},
            attrs={"belongs_to": under},
        )(model)
        return model

    return decorate


def event_models() -> dict[type[models.Model], type[Any]]:
    """Return the event model of every tracked model; of a proxy, under the table's own model."""
    found: list[Any] = [model for model in apps.get_models() if issubclass(model, Event)]
    return {
        model.pgh_tracked_model._meta.concrete_model: model
        for model in found
        if hasattr(model, "pgh_tracked_model")
    }
