"""What the best-practice report can be narrowed by: choices that its reader may know of, no others."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lessons.models import Lesson, PracticeVersion
from tracker.models import AISystem, Organization, Tag

if TYPE_CHECKING:
    from tracker.access import Reader

GROUPINGS = (("tag", gettext_lazy("By tag")), ("system", gettext_lazy("By system")))


class ReportFilter(forms.Form):
    """The filters as they stand in the address; what a reader may not see is no choice."""

    tag = forms.ChoiceField(label=gettext_lazy("Tag"), required=False)
    system = forms.ChoiceField(label=gettext_lazy("System"), required=False)
    organization = forms.ChoiceField(label=gettext_lazy("Organization"), required=False)
    by = forms.ChoiceField(
        label=gettext_lazy("Grouped"),
        required=False,
        choices=GROUPINGS,
        widget=forms.HiddenInput,
        error_messages={
            "invalid_choice": gettext_lazy("Practices are grouped by tag or by system.")
        },
    )

    def __init__(self, data: Mapping[str, Any], reader: Reader) -> None:
        super().__init__(data, auto_id="filter_%s")
        self.reader = reader
        # `from` is no name for a class attribute.
        for name, label in (("from", _("Published from")), ("to", _("Published until"))):
            self.fields[name] = forms.DateField(
                label=label,
                required=False,
                widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
                error_messages={"invalid": _("Write the date as 2026-11-22.")},
            )
        self._offer("tag", self._tags(), _("No published practice that you may read has this tag."))
        self._offer("system", self._systems(), _("No published practice names this system."))
        self._offer("organization", self._organizations(), _("No such organization."))

    def _offer(self, name: str, choices: list[tuple[str, str]], refusal: str) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Any")), *choices]
        field.error_messages["invalid_choice"] = refusal

    def _tags(self) -> list[tuple[str, str]]:
        tags = Tag.objects.visible_to(self.reader).filter(practice_versions__in=self._published())
        named = {tag.key: f"{tag.key} {tag.label}" for tag in tags.for_list()}
        return sorted(named.items())

    def _systems(self) -> list[tuple[str, str]]:
        systems = AISystem.objects.visible_to(self.reader)
        named = systems.filter(practice_versions__in=self._published()).distinct()
        return list(named.order_by("name").values_list("reference", "name"))

    def _organizations(self) -> list[tuple[str, str]]:
        known = Organization.objects.visible_to(self.reader)
        return list(known.order_by("name").values_list("code", "name"))

    def _published(self) -> QuerySet[PracticeVersion]:
        published: QuerySet[PracticeVersion] = PracticeVersion.objects.visible_to(
            self.reader
        ).published()
        return published

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        cleaned: dict[str, Any] = super().clean() or {}
        start, end = cleaned.get("from"), cleaned.get("to")
        if start and end and end < start:
            self.add_error("to", _("The period ends before it begins."))
        return cleaned

    def versions(self) -> QuerySet[PracticeVersion]:
        """Return the published practices that the filters leave, by number; none while one is wrong."""
        rows = self._published()
        if not self.is_valid():
            return rows.none()
        for name, narrow in NARROWERS.items():
            if self.cleaned_data.get(name):
                rows = rows.filter(narrow(self.cleaned_data[name], self.reader))
        return rows.order_by("practice__number")

    def answers(self) -> dict[str, str]:
        """Return the filters that are set, as they stand in an address."""
        names = ("tag", "system", "organization", "from", "to")
        given = {name: self.cleaned_data.get(name) for name in names}
        return {name: str(value) for name, value in given.items() if value}

    @property
    def grouping(self) -> str:
        """Return what practices are grouped by: `tag` unless asked otherwise."""
        return str(self.cleaned_data.get("by") or "tag")


def _tagged(key: str, reader: Reader) -> Q:
    tags = Tag.objects.visible_to(reader).named(key)
    return Q(
        pk__in=PracticeVersion.tags.through.objects.filter(tag__in=tags).values("practiceversion")
    )


def _about(systems: QuerySet[AISystem]) -> Q:
    links = PracticeVersion.systems.through.objects.filter(aisystem__in=systems)
    return Q(pk__in=links.values("practiceversion"))


def _of_system(reference: str, reader: Reader) -> Q:
    return _about(AISystem.objects.visible_to(reader).filter(reference=reference))


def _of_organization(code: str, reader: Reader) -> Q:
    """Match whose lessons stand behind a practice or whose systems it names, visible ones only."""
    organization = Organization.objects.visible_to(reader).filter(code=code).first()
    key = organization.pk if organization else None
    lessons = Lesson.objects.visible_to(reader).filter(owner=key)
    links = PracticeVersion.lessons.through.objects.filter(lesson__in=lessons)
    return Q(pk__in=links.values("practiceversion")) | _about(
        AISystem.objects.visible_to(reader).of(key)
    )


def _from(day: datetime.date, reader: Reader) -> Q:
    return Q(published_at__date__gte=day)


def _until(day: datetime.date, reader: Reader) -> Q:
    return Q(published_at__date__lte=day)


NARROWERS: Mapping[str, Any] = {
    "tag": _tagged,
    "system": _of_system,
    "organization": _of_organization,
    "from": _from,
    "to": _until,
}
