"""How many triggers are made by one step of a migration, instead of one step each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pgtrigger.compiler
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger


class AddTriggers(Operation):
    """Add triggers to several models, given as pairs of a model's name and a trigger.

    `AddTrigger` renders a model and all that is related to it anew for each trigger, though a
    trigger changes no field: over a hundred of them cost more than all tables together.
    """

    def __init__(self, triggers: Sequence[tuple[str, pgtrigger.compiler.Trigger]]) -> None:
        self.triggers = triggers

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Note the triggers, as the next `makemigrations` looks for them."""
        for model_name, trigger in self.triggers:
            options = state.models[app_label, model_name.lower()].options
            options["triggers"] = [*options.get("triggers", []), trigger]

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Install each."""
        for step in self.steps():
            step.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Remove each."""
        for step in reversed(self.steps()):
            step.database_backwards(app_label, schema_editor, from_state, to_state)

    def steps(self) -> list[AddTrigger]:
        """Return the same as steps of their own."""
        return [AddTrigger(model_name, trigger) for model_name, trigger in self.triggers]

    def describe(self) -> str:
        """Say what is done."""
        return f"Create {len(self.triggers)} triggers"

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        """Return how this step is written down."""
        return type(self).__name__, [], {"triggers": self.triggers}
