"""What a list can be narrowed by; every choice is one that the reader may know of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.db.models import Q, QuerySet, TextChoices
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from tracker.models import AISystem, Organization, Tag

if TYPE_CHECKING:
    from tracker.access import Reader

ANY = ("", _("Any"))
# In the same words for what does not exist and for what is not shared with the reader.
NO_CHOICE = {
    "invalid_choice": _("Nothing that you may read here is called that; choose one of the list.")
}
NO_STATE = {"invalid_choice": _("There is no such choice here; choose one of the list.")}


def one_of(choices: type[TextChoices], label: Any) -> forms.ChoiceField:
    """Return a filter by one of a table of choices."""
    return one_among(dict(choices.choices), label)


def one_among(choices: Mapping[str, Any], label: Any) -> forms.ChoiceField:
    """Return a filter by one of some choices with their words."""
    return forms.ChoiceField(
        label=label, required=False, choices=[ANY, *choices.items()], error_messages=NO_STATE
    )


def waits_for_me() -> forms.BooleanField:
    """Return the filter for what waits for the reader."""
    return forms.BooleanField(label=_("Waits for me"), required=False)


def one_of_rows(label: Any) -> forms.ChoiceField:
    """Return a filter whose choices depend on the reader; RecordFilter fills them in."""
    return forms.ChoiceField(label=label, required=False, error_messages=NO_CHOICE)


@dataclass(frozen=True)
class Asked:
    """Who narrows a list by what, where no request asks: all of one that filters look at."""

    GET: QueryDict
    user: Reader


class RecordFilter(forms.Form):
    """The filters of a list: the first few in sight, the others folded until one is set.

    `lookups` says which field of the row an answer is compared with, `through` the same where a row
    has several and would be found more than once.
    """

    in_sight: ClassVar[int] = 2
    lookups: ClassVar[Mapping[str, str]] = {"state": "status", "owner": "owner__code"}
    through: ClassVar[Mapping[str, str]] = {"system": "systems__reference"}

    q = forms.CharField(label=_("Words"), required=False, max_length=200)

    def __init__(self, request: HttpRequest | Asked, rows: QuerySet[Any]) -> None:
        super().__init__(request.GET, auto_id="filter_%s")
        self.reader = request.user
        for name, choices in self.choices_for(rows).items():
            field = self.fields.get(name)
            if isinstance(field, forms.ChoiceField):
                field.choices = [ANY, *choices]

    def choices_for(self, rows: QuerySet[Any]) -> dict[str, Iterable[tuple[str, Any]]]:
        """Return the choices that depend on the reader, one query for each filter there is."""
        choices: dict[str, Iterable[tuple[str, Any]]] = {}
        if "owner" in self.fields:
            choices["owner"] = Organization.objects.visible_to(self.reader).values_list(
                "code", "name"
            )
        if "system" in self.fields:
            systems = AISystem.objects.visible_to(self.reader)
            choices["system"] = systems.values_list("reference", "name")
        if "tag" in self.fields:
            tags = Tag.objects.visible_to(self.reader).filter(pk__in=rows.values("tags"))
            choices["tag"] = {t.key: str(t) for t in tags.for_list()}.items()
        return choices

    def narrow(self, rows: QuerySet[Any]) -> Any:
        """Return the rows that the answers leave; none while one of them can't be understood."""
        if not self.is_valid():
            return rows.none()
        narrowed: Any = rows
        for name, value in self.answers().items():
            if name in self.lookups:
                narrowed = narrowed.filter(**{self.lookups[name]: value})
            elif name in self.through:
                narrowed = narrowed.filter(pk__in=self.having(rows, {self.through[name]: value}))
            else:
                narrowed = self.narrow_otherwise(narrowed, name, value)
        return narrowed

    def narrow_otherwise(self, rows: Any, name: str, value: Any) -> Any:
        """Narrow by words, by the label of this instant, by a tag, or to what waits for the reader."""
        match name:
            case "q":
                return rows.matching(value)
            case "label":
                return rows.labelled(value)
            case "tag":
                tags = Tag.objects.visible_to(self.reader).named(value)
                return rows.filter(pk__in=self.having(rows, {"tags__in": tags}))
            case _:
                return rows.awaiting(self.reader)

    def having(self, rows: QuerySet[Any], lookups: dict[str, Any]) -> Any:
        """Return the keys of the rows that have something, each once."""
        return rows.model._default_manager.filter(Q(**lookups)).values("pk")

    def answers(self) -> dict[str, Any]:
        """Return what was asked for."""
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def query(self) -> str:
        """Return what was asked for as it stands in an address, in one order."""
        return urlencode(sorted((name, self.data[name]) for name in self.answers()))

    @property
    def is_set(self) -> bool:
        """Say whether anything was asked for."""
        return bool(self.errors) or bool(self.answers())

    @property
    def near(self) -> list[forms.BoundField]:
        """Return the filters in sight."""
        return list(self)[: self.in_sight]

    @property
    def folded(self) -> list[forms.BoundField]:
        """Return the other filters."""
        return list(self)[self.in_sight :]

    @property
    def is_unfolded(self) -> bool:
        """Say whether one of the other filters is set or wrong."""
        return any(bound.errors or bound.data for bound in self.folded)
