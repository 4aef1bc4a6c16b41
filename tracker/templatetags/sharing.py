"""How what consent is asked to is put into words for its page."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django import template
from django.core.exceptions import FieldDoesNotExist
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tracker import audience as audience_rules
from tracker import sharing_access
from tracker.instants import say_instant
from tracker.marking import own_label
from tracker.models import LabelChange, Record, User
from tracker.states import LABEL_AUDIENCE, Label

register = template.Library()


@dataclass(frozen=True)
class Said:
    """One part of a content: a text, or rows."""

    text: str = ""
    rows: tuple[str, ...] = ()


@register.simple_tag
def content_asked(asked: LabelChange) -> list[tuple[str, Said]]:
    """Return the parts of a content with their names; none when it waits no more."""
    content = sharing_access.content_asked(asked) or {}
    return [
        (name_of(asked, name), said(value))
        for name, value in content.items()
        if value not in ("", None, [])
    ]


@register.simple_tag
def people_named(record: Any) -> list[User]:
    """Return the people whom a RED record names; none where a label says who reads it."""
    named = isinstance(record, Record) and audience_rules.is_for_named(record)
    return audience_rules.people_named(record) if named else []


@register.simple_tag
def instant(moment: datetime.datetime) -> SafeString:
    """Draw an instant with its zone."""
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(), say_instant(moment))


@register.filter
def audience(label: str) -> str:
    """Name the people who may read what bears a label."""
    return LABEL_AUDIENCE[Label(label)]


@register.filter(name="own_label")
def label_left_with(record: Any) -> Label:
    """Return the label that a record bears at this instant, or inherits."""
    return own_label(record)


def name_of(asked: LabelChange, name: str) -> str:
    """Return what a part of a content is called on the record's own page."""
    try:
        field: Any = asked.record_model._meta.get_field(name)
    except FieldDoesNotExist:
        return name.replace("_", " ").capitalize()
    words = str(getattr(field, "verbose_name", name))
    return words[:1].upper() + words[1:]


def said(value: Any) -> Said:
    """Return a part in words; of a row, its values in a line."""
    if isinstance(value, list):
        rows = (row if isinstance(row, str) else ", ".join(words_of(row)) for row in value)
        return Said(rows=tuple(rows))
    return Said(text=str(value))


def words_of(row: dict[str, Any]) -> list[str]:
    """Return the values of a row that say something."""
    return [str(value) for value in row.values() if value not in ("", None)]
