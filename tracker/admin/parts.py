"""The parts that admin pages are made of: tables of what hangs under a record, columns, addresses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tracker.display import UNSEEN_SYSTEM, Text
from tracker.models import SignOff
from tracker.states import state_of
from tracker.templatetags.components import record_header, severity, status, tlp


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: where it leads, and its cells; the first is the link."""

    url: str
    cells: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Table:
    """What hangs under a record already; new rows are added in the forms below it."""

    title: Text
    header: Sequence[Text]
    rows: Sequence[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Step:
    """A way on from a page that is no verb: a link with its words."""

    label: Text
    url: str
    is_primary: bool = False


def change_url(record: models.Model) -> str:
    """Return the address of a record's page in the admin."""
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def page_of(record: models.Model) -> str:
    """Return the address of a record on the site, or nothing where it has no page."""
    address: str = record.get_absolute_url() if hasattr(record, "get_absolute_url") else ""
    return address


def add_url(model: type[models.Model], query: str = "") -> str:
    """Return the address where a record is added, with values filled in."""
    meta = model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_add") + (query and f"?{query}")


def without(hidden: str, fieldsets: Any) -> list[Any]:
    """Return fieldsets without one field, for a reader who may not know what it says."""
    return [
        (title, {**options, "fields": tuple(x for x in options["fields"] if x != hidden)})
        for title, options in fieldsets
    ]


def header_of(record: models.Model) -> str:
    """Draw the line above a record's title, or nothing above what has no reference."""
    reference = getattr(record, "reference", "")
    state = state_of(record)
    if not reference:
        return ""
    owner = getattr(record, "owner", None)
    return record_header(
        reference,
        state,
        noun=record._meta.model_name or "",
        state_label=record.get_status_display() if state else "",  # type: ignore[attr-defined]
        tlp_label=getattr(record, "label_now", ""),
        owner=getattr(owner, "code", ""),
        owner_name=getattr(owner, "name", ""),
        assignee=getattr(record, "assignee", None),
        due=getattr(record, "due_on", None),
        is_illustrative=getattr(record, "illustrative", False),
    )


@admin.display(description=_("state"), ordering="status")
def state_column(record: Any) -> str:
    """Draw a record's state."""
    return status(state_of(record), record._meta.model_name or "", record.get_status_display())


@admin.display(description=_("label"), ordering="label")
def label_column(record: Any) -> str:
    """Draw a record's TLP label."""
    return tlp(record.label_now)


class OfOneSystem:
    """What the admin pages of records about one system share: of an unseen one just that there is one."""

    readonly_fields: Any = ("system_column",)

    @admin.display(description=_("system"))
    def system_column(self, record: Any) -> Any:
        """Name the system, as `hide_unseen` left it."""
        return system_words(record)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Say in words that there is a system where its reader can't be offered it."""
        shown = super().get_fieldsets(request, obj)  # type: ignore[misc]
        if obj is None or system_words(obj) is not UNSEEN_SYSTEM:
            return shown
        return [
            (title, {**options, "fields": [in_words(name) for name in options["fields"]]})
            for title, options in shown
        ]


def in_words(field: str) -> str:
    """Return the column that says in words what a field would offer to choose."""
    return "system_column" if field == "system" else field


def system_words(record: Any) -> Any:
    """Return a record's system, what stands in the place of an unseen one, or None where it has none."""
    named = getattr(record, "system", None)
    return named or (UNSEEN_SYSTEM if record.system_id else None)


def standing_of(signature: SignOff, content_version: int) -> Any:
    """Say whether a signature counts for what stands."""
    if signature.withdrawn_at is not None:
        return _("no, withdrawn")
    if signature.is_current(content_version):
        return _("yes, this version")
    return _("no, changed since")


@admin.display(description=_("severity"), ordering="severity")
def severity_column(record: Any) -> str:
    """Draw a finding's severity."""
    return severity(record.severity)


def names_column(relation: str, description: Any) -> Callable[[Any], str]:
    """Return a column that lists a relation which the list's plan fetched, visible rows only.

    Tags go by their keys: a vocabulary's words can be a paragraph.
    """

    @admin.display(description=description)
    def column(record: Any) -> str:
        rows = getattr(record, relation).all()
        return ", ".join(getattr(row, "key", None) or str(row) for row in rows)

    column.__name__ = relation
    return column
