"""How an admin form answers: only what was changed, nothing overwritten unseen, refusals in the form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext as _

from tracker.access import Refusal
from tracker.forms import errors_by_field

if TYPE_CHECKING:
    from tracker.models import User

    BaseForm = forms.ModelForm[Any]
else:
    BaseForm = forms.ModelForm


class NotSaved(Exception):
    """An editing function said no; `prefix` names the form of the page that it is about."""

    def __init__(self, reason: Refusal | ValidationError, prefix: str | None) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.prefix = prefix


def write(
    prefix: str | None, function: Callable[..., models.Model], *args: Any, **kwargs: Any
) -> models.Model:
    """Run an editing function for the form of a prefix, whose page shows what it refused."""
    try:
        return function(*args, **kwargs)
    except (Refusal, ValidationError) as reason:
        raise NotSaved(reason, prefix) from reason


class RecordForm(BaseForm):
    """Takes what a person typed to the editing functions, and what those refused back to the person."""

    # What the editing functions said about the forms of this page, by prefix.
    refusals: ClassVar[Mapping[str | None, Refusal | ValidationError]] = {}
    reader: ClassVar[User]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Leave out what this page does not ask."""
        super().__init__(*args, **kwargs)
        asked = self._meta.fields
        for name in [n for n in self.declared_fields if asked and n not in asked]:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Show what was refused, and what somebody else changed in the meantime."""
        super().clean()
        refused = self.refusals.get(self.prefix)
        if refused is not None:
            self.refuse(refused)
        self.refuse_overwriting()
        return self.cleaned_data

    def refuse(self, reason: Refusal | ValidationError) -> None:
        """Show a refusal at the field it names, or above the form."""
        if isinstance(reason, Refusal):
            self.add_error(None, str(reason))
            return
        for name, sentences in errors_by_field(reason).items():
            self.add_error(name if name in self.fields else None, sentences)

    def refuse_overwriting(self) -> None:
        """Refuse a change of what is no longer as the page showed it; saving again means it."""
        for name in self.changed_data:
            bound = self[name]
            if not bound.field.show_hidden_initial:
                continue
            key = self.add_initial_prefix(name)
            seen = bound.field.hidden_widget().value_from_datadict(self.data, self.files, key)
            if bound.field.has_changed(plain(bound.initial), plain(seen)):
                self.add_error(name, overwriting(bound.initial))
                self.data = with_values(self.data, key, bound.initial)

    def answers(self) -> dict[str, Any]:
        """Return what an editing function needs: everything given, or when editing what changed."""
        if self.instance._state.adding:
            return {name: plain_rows(v) for name, v in self.cleaned_data.items() if given(v)}
        return {name: self.with_unseen(name) for name in self.changed_data}

    def with_unseen(self, name: str) -> Any:
        """Return a changed value; rows that the editor may not see are kept, not dropped."""
        value = self.cleaned_data[name]
        if not isinstance(value, models.QuerySet):
            return value
        shown = value.model._default_manager.visible_to(self.reader)
        return [*value, *self.current_rows(name).exclude(pk__in=shown.values("pk"))]

    def current_rows(self, name: str) -> models.QuerySet[Any]:
        """Return the rows that a field of many holds now."""
        rows: models.QuerySet[Any] = getattr(self.instance, name)
        return rows


def given(value: Any) -> bool:
    """Say whether a person gave a value, as opposed to leaving a field empty."""
    if isinstance(value, models.QuerySet):
        return bool(value)
    return value not in (None, "")


def plain_rows(value: Any) -> Any:
    """Return chosen rows as a list."""
    return list(value) if isinstance(value, models.QuerySet) else value


def plain(value: Any) -> Any:
    """Return text with its line ends as the database has them; browsers send their own."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def overwriting(now: Any) -> str:
    """Say what a field holds by now, where that fits into a sentence."""
    if isinstance(now, str) and 0 < len(now) < 200:
        return _("Somebody changed this meanwhile to “%s”. Save again to keep yours.") % now
    return _("Somebody changed this meanwhile. Save again to keep yours.")


def with_values(data: Any, key: str, now: Any) -> QueryDict:
    """Return posted data as if the page had shown a field as it is now."""
    fresh: QueryDict = data.copy()
    if isinstance(now, list):
        fresh.setlist(key, [str(getattr(row, "pk", row)) for row in now])
    else:
        fresh[key] = "" if now is None else str(now)
    return fresh
