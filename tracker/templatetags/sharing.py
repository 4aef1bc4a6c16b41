"""How what consent is asked to is put into words for its page."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django import template
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import dateformat
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from tracker import access, sharing_access
from tracker import audience as audience_rules
from tracker.display import UNSEEN_SYSTEM
from tracker.instants import say_instant
from tracker.marking import own_label
from tracker.models import LabelChange, Record, User
from tracker.sharing_content import Matter, matter_of
from tracker.states import LABEL_AUDIENCE, Label, LabelChangeStatus
from tracker.templatetags.components import DAYS

register = template.Library()

# What heads the page of a change already.
HEADING = {"noun", "reference", "owner"}
# So many characters are read at a glance.
LONG = 600


@dataclass(frozen=True)
class Said:
    """One part of a content: a text, or rows."""

    text: str = ""
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What consent is asked to, as far as its reader may know what it names."""

    record: Any
    # What it is called, where that names nothing that its reader may not know of.
    title: str
    parts: list[tuple[str, Said]]
    systems: list[Any]
    # Of a dependency, the systems that it joins.
    ends: list[Record]
    narrower: list[Record]

    @property
    def is_long(self) -> bool:
        """Say whether this takes more of a page than a glance, where several stand on one."""
        return (
            sum(len(value.text) + sum(map(len, value.rows)) for _name, value in self.parts) > LONG
        )

    @property
    def names(self) -> list[Any]:
        """Return what it names besides the record, each of which has a label of its own."""
        return [*filter(None, self.systems), *self.ends, *self.narrower]


@register.simple_tag(takes_context=True)
def content_asked(context: template.Context, asked: LabelChange) -> Asked | None:
    """Return what consent is asked to with its systems and narrower sources; None when it waits no more.

    Systems and sources are read by their own labels, so they are no part of what is consented to.
    """
    return asked_of(context["user"], asked)


def asked_of(reader: Any, asked: LabelChange) -> Asked | None:
    """Return what consent is asked to, as far as a reader may know what it names."""
    if asked.status != LabelChangeStatus.ASKED:
        return None
    return as_known_to(reader, matter_of(asked))


def as_known_to(reader: Any, matter: Matter) -> Asked | None:
    """Return what a change is about, as far as a reader may know it; None once that reads otherwise."""
    if matter.is_outdated:
        return None
    is_seen = access.may_see(reader, matter.record)
    return Asked(
        record=matter.record if is_seen else None,
        title=str(matter.record) if is_seen or not matter.record.audience_of else "",
        parts=parts_of(reader, matter),
        systems=systems_of(reader, matter),
        ends=[one for one in matter.record.beneath if access.may_see(reader, one)],
        narrower=[one for one in matter.narrower if access.may_see(reader, one)],
    )


@register.simple_tag(takes_context=True)
def change_waiting(context: template.Context, record: Any) -> LabelChange | None:
    """Return the wider label that a record waits for consent to, to those who may know of it."""
    if not isinstance(record, Record):
        return None
    rows = LabelChange.objects.visible_to(context["user"]).for_list()
    waiting: LabelChange | None = rows.waiting().filter(record_id=record.pk).first()
    return waiting


@register.simple_tag
def is_outdated(asked: LabelChange, record: Record) -> bool:
    """Say whether a record was reworded since consent was asked: then nobody can give it any more."""
    return sharing_access.is_outdated(asked, record)


@register.filter
def missing_consents(asked: LabelChange) -> str:
    """Name the organizations that are asked and have not consented."""
    return str(
        get_text_list([str(x.organization) for x in asked.consents.all() if not x.holds], _("and"))
    )


@register.simple_tag(takes_context=True)
def can_consent(context: template.Context, asked: LabelChange) -> bool:
    """Say whether the reader can consent for their organization."""
    return bool(access.judge(sharing_access.check_can_consent, context["user"], asked))


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


@register.filter
def noun(model: type[models.Model]) -> str:
    """Name a noun, as a word that begins a line."""
    words = str(model._meta.verbose_name)
    return words[:1].upper() + words[1:]


@register.filter(name="own_label")
def label_left_with(record: Any) -> Label:
    """Return the label that a record bears at this instant, or inherits."""
    return own_label(record)


def parts_of(reader: Any, matter: Matter) -> list[tuple[str, Said]]:
    """Return the parts of a content as the record's own page calls them."""
    content = matter.content
    return [
        (
            name_of(field, name),
            said(reader, matter, field, value, content.get(f"{name[:-3]}_precision", "day")),
        )
        for name, value in content.items()
        if name not in HEADING and value not in ("", None, [])
        for field in [field_of(type(matter.record), name)]
    ]


def field_of(model: Any, name: str) -> Any:
    """Return the field that a part of a content is, or None."""
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def name_of(field: Any, name: str) -> str:
    """Return what a part of a content is called."""
    words = str(getattr(field, "verbose_name", name.replace("_", " ")))
    return words[:1].upper() + words[1:]


def said(reader: Any, matter: Matter, field: Any, value: Any, precision: str) -> Said:
    """Return a part in words, a day as precise as it is known; of a row, its values in a line."""
    if isinstance(value, list):
        rows = (row if isinstance(row, str) else ", ".join(words_of(row)) for row in value)
        return Said(rows=tuple(rows))
    if isinstance(value, bool):
        return Said(text=_("Yes") if value else _("No"))
    if isinstance(field, models.DateField):
        return Said(text=dateformat.format(datetime.date.fromisoformat(value), DAYS[precision]))
    if isinstance(field, models.ForeignKey):
        return Said(text=name_for(reader, getattr(matter.record, field.name)))
    return Said(text=str(dict(getattr(field, "flatchoices", ())).get(value, value)))


def name_for(reader: Any, other: Any) -> str:
    """Name what a content names by a key; a system bears a label of its own, which says to whom."""
    seen = not isinstance(other, Record) or access.may_see(reader, other)
    return str(other if seen else UNSEEN_SYSTEM)


def words_of(row: dict[str, Any]) -> list[str]:
    """Return the values of a row that say something."""
    return [str(value) for value in row.values() if value not in ("", None)]


def systems_of(reader: Any, matter: Matter) -> list[Any]:
    """Return the systems that a record is about as its own page names them: None is one unseen.

    Of a single system its page says that there is one; among several an unseen one leaves no trace.
    """
    record = matter.record
    alone = isinstance(field_of(type(record), record.systems_at), models.ForeignKey)
    named = [one if access.may_see(reader, one) else None for one in matter.systems]
    return named if alone else [one for one in named if one is not None]
