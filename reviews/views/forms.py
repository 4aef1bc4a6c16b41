"""The form that captures an observation: three fields, and the others folded."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reviews.states import Confidence, SourceKind
from tracker.forms import DateInput
from tracker.models import AISystem, Tag
from tracker.states import DatePrecision, SystemKind

if TYPE_CHECKING:
    from django.http import QueryDict

    from tracker.access import Reader


class CaptureForm(forms.Form):
    """Asks what was seen, in which systems and when."""

    title = forms.CharField(
        label=_("What was seen?"),
        help_text=_("In one sentence, so that somebody else would recognize it."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "class": "short"}),
    )
    systems = forms.ModelMultipleChoiceField(
        label=_("In which systems?"),
        help_text=_("None, one or several."),
        queryset=AISystem.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    occurred_on = forms.DateField(label=_("When?"), widget=DateInput(), initial=timezone.localdate)

    description = forms.CharField(
        label=_("In detail"), required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    occurred_precision = forms.ChoiceField(
        label=_("The date is known to the"), choices=DatePrecision, required=False
    )
    source_kind = forms.ChoiceField(
        label=_("Kind of source"),
        choices=[("", _("Not said")), *SourceKind.choices],
        required=False,
    )
    confidence = forms.ChoiceField(label=_("Confidence"), choices=Confidence, required=False)
    source = forms.CharField(
        label=_("Source"), help_text=_("Title, publisher, date."), max_length=500, required=False
    )
    source_url = forms.URLField(
        label=_("Its address"), max_length=1000, required=False, assume_scheme="https"
    )
    reporter = forms.CharField(
        label=_("Reporter"),
        help_text=_("Shown to people of your organization only; a pseudonym will do."),
        max_length=200,
        required=False,
    )
    tags = forms.ModelMultipleChoiceField(
        label=_("Tags"),
        help_text=_("Hold Ctrl or ⌘ to choose several."),
        queryset=Tag.objects.none(),
        required=False,
    )

    def __init__(self, data: QueryDict | Mapping[str, Any] | None, *, user: Reader) -> None:
        super().__init__(data)
        systems: Any = self.fields["systems"]
        systems.queryset = AISystem.objects.visible_to(user)
        systems.choices = by_kind(systems.queryset)
        tags: Any = self.fields["tags"]
        tags.queryset = Tag.objects.visible_to(user).current().for_list()

    def answers(self) -> dict[str, Any]:
        """Return what was answered, without what was left empty."""
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def further(self) -> list[forms.BoundField]:
        """Return the fields that can wait."""
        return list(self)[3:]

    @property
    def is_unfolded(self) -> bool:
        """Say whether something that can wait was typed or is wrong."""
        return any(bound.errors or (self.is_bound and bound.data) for bound in self.further)


def by_kind(systems: Any) -> list[tuple[str, list[tuple[Any, str]]]]:
    """Return systems as choices grouped by kind, from infrastructure to application."""
    order = list(SystemKind)
    rows = sorted(systems, key=lambda system: (order.index(SystemKind(system.kind)), system.name))
    return [
        (str(SystemKind(kind).label), [(system.pk, system.name) for system in group])
        for kind, group in groupby(rows, key=lambda system: system.kind)
    ]
