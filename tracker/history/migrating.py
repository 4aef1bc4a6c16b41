"""How many tables or triggers are made by one step of a migration, instead of one step each.

Each step of Django's own renders the models it touches anew, with all that is related to them, and
here everything is related: a first start would spend a minute on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pgtrigger.compiler
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger


class Together(Operation):
    """Several steps as one, which change the state without rendering it each."""

    def steps(self) -> Sequence[Operation]:
        """Return the same as steps of their own."""
        raise NotImplementedError

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Note each; all models are rendered when the first of them is asked for."""
        vars(state).pop("apps", None)
        for step in self.steps():
            step.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Do each."""
        for step in self.steps():
            step.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Undo each, the last one first."""
        for step in reversed(self.steps()):
            step.database_backwards(app_label, schema_editor, from_state, to_state)


class CreateModels(Together):
    """Create several models, which may name one another in any order."""

    serialization_expand_args = ["models"]

    def __init__(self, models: Sequence[CreateModel]) -> None:
        self.models = models

    def steps(self) -> Sequence[CreateModel]:
        """Return the same as steps of their own."""
        return self.models

    def describe(self) -> str:
        """Say what is done."""
        return f"Create {len(self.models)} models"

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        """Return how this step is written down."""
        return type(self).__name__, [], {"models": self.models}


class ChangeModels(Together):
    """Change models, their constraints and their triggers by several steps of Django's own.

    Not for a field of a model that the same steps create: that belongs into its creation.
    """

    serialization_expand_args = ["changes"]

    def __init__(self, changes: Sequence[Operation]) -> None:
        self.changes = changes

    def steps(self) -> Sequence[Operation]:
        """Return the steps as they were given."""
        return self.changes

    def describe(self) -> str:
        """Say what is done."""
        return f"Make {len(self.changes)} changes"

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        """Return how this step is written down."""
        return type(self).__name__, [], {"changes": self.changes}


class AddTriggers(Together):
    """Add triggers to several models, given as pairs of a model's name and a trigger."""

    def __init__(self, triggers: Sequence[tuple[str, pgtrigger.compiler.Trigger]]) -> None:
        self.triggers = triggers

    def steps(self) -> Sequence[AddTrigger]:
        """Return the same as steps of their own."""
        return [AddTrigger(model_name, trigger) for model_name, trigger in self.triggers]

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Note the triggers, as the next `makemigrations` looks for them; they change no field."""
        for model_name, trigger in self.triggers:
            options = state.models[app_label, model_name.lower()].options
            options["triggers"] = [*options.get("triggers", []), trigger]

    def describe(self) -> str:
        """Say what is done."""
        return f"Create {len(self.triggers)} triggers"

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        """Return how this step is written down."""
        return type(self).__name__, [], {"triggers": self.triggers}


class ReplaceTriggers(AddTriggers):
    """Put triggers in the place of those of the same names, given as pairs as in `AddTriggers`."""

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Put back those that were there before."""
        for model_name, trigger in reversed(self.triggers):
            there = to_state.models[app_label, model_name.lower()].options["triggers"]
            before = next(one for one in there if one.name == trigger.name)
            step = AddTrigger(model_name, before)
            step.database_forwards(app_label, schema_editor, from_state, to_state)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Note the triggers in the place of those before."""
        names = {(model_name.lower(), trigger.name) for model_name, trigger in self.triggers}
        for model_name in {model_name.lower() for model_name, _ in self.triggers}:
            options = state.models[app_label, model_name].options
            options["triggers"] = [
                one for one in options["triggers"] if (model_name, one.name) not in names
            ]
        super().state_forwards(app_label, state)

    def describe(self) -> str:
        """Say what is done."""
        return f"Replace {len(self.triggers)} triggers"
