"""How the things that a verb asks for become a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tracker.access import judge
from tracker.instants import parse_instant
from tracker.leaks import LEAKS_SEEN
from tracker.states import MOST_DAYS
from tracker.verbs import Ask, Verb

if TYPE_CHECKING:
    from tracker.models import User


class DateInput(forms.DateInput):
    """The browser's own date picker."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


class InstantField(forms.CharField):
    """A day, a time and their zone in one line."""

    def clean(self, value: Any) -> Any:
        """Return the instant, or None where nothing was given."""
        text = super().clean(value)
        return parse_instant(text) if text else None


def field_for(ask: Ask, user: User, record: Any) -> forms.Field:
    """Return the form field that takes one answer."""
    common: dict[str, Any] = {
        "label": ask.label,
        "required": ask.required,
        "help_text": ask.help,
        "initial": ask.initial(record) if ask.initial else None,
    }
    match ask.kind:
        case "date":
            return forms.DateField(widget=DateInput(), **common)
        case "days":
            return forms.IntegerField(min_value=0, max_value=MOST_DAYS, **common)
        case "instant":
            return InstantField(max_length=60, **common)
        case "url":
            return forms.URLField(max_length=1000, assume_scheme="https", **common)
        case "choice":
            return forms.ChoiceField(choices=choices_of(ask), **common)
        case "record" | "records":
            assert ask.rows is not None, f"{ask.name} needs rows to choose from"
            rows = ask.rows(user, record)
            if ask.kind == "record":
                return forms.ModelChoiceField(queryset=rows, **common)
            boxes = forms.CheckboxSelectMultiple()
            return forms.ModelMultipleChoiceField(queryset=rows, widget=boxes, **common)
        case "seen":
            return forms.CharField(max_length=64, widget=forms.HiddenInput, **common)
        case "line":
            return forms.CharField(max_length=300, **common)
        case _:
            return forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), **common)


def choices_of(ask: Ask) -> list[tuple[str, Any]]:
    """Return the choices, none of them made beforehand: the first would be the one that most take."""
    made = ask.initial is not None or any(value == "" for value, _label in ask.choices)
    return [*ask.choices] if made else [("", _("Choose one")), *ask.choices]


class VerbForm(forms.Form):
    """Asks for what a verb needs, for one reader on one record; `typed` is what they wrote before."""

    def __init__(
        self,
        verb: Verb,
        user: User,
        record: Any,
        data: Mapping[str, Any] | None = None,
        *,
        typed: QueryDict | None = None,
    ) -> None:
        super().__init__(data)
        for ask in verb.asks:
            self.fields[ask.name] = field_for(ask, user, record)
            # What its reader saw is asked of the page anew; what they typed is theirs.
            if typed is not None and ask.name in typed and ask.kind != "seen":
                answers = typed.getlist(ask.name)
                self.initial[ask.name] = answers if ask.kind == "records" else answers[-1]
        may = verb.leaks is not None and judge(verb.check, user, record)
        self.leaks = verb.leaks(user, record) if verb.leaks and may else ()
        if self.leaks:
            self.fields[LEAKS_SEEN] = forms.BooleanField(label=_("I have read these phrases"))

    def answers(self) -> dict[str, Any]:
        """Return what was answered, without what was left empty."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if value not in (None, "") and name != LEAKS_SEEN
        }

    def refuse(self, error: ValidationError) -> None:
        """Show what the verb refused, at its field where it names one of the form's."""
        for name, messages in errors_by_field(error).items():
            self.add_error(name if name in self.fields else None, messages)


def errors_by_field(error: ValidationError) -> dict[str, list[str]]:
    """Return a validation error's sentences by field; those about no field are under ""."""
    if hasattr(error, "error_dict"):
        return {
            "" if name == "__all__" else name: [str(m) for m in messages]
            for name, messages in error.message_dict.items()
        }
    return {"": list(error.messages)}
