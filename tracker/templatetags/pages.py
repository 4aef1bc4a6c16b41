"""What records' pages say in the same words everywhere: texts, people, sources, what is not shared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker import access
from tracker.hidden_text import reveal
from tracker.markdown import to_html
from tracker.notifying.words import Told
from tracker.people import called
from tracker.states import state_of

register = template.Library()


@register.filter
def state(record: Any) -> str:
    """Return the state that a record is in at this instant."""
    return state_of(record)


@register.filter
def said(text: str) -> SafeString:
    """Draw what a person or an import wrote as text: paragraphs and lines kept, markup shown."""
    return mark_safe(linebreaks(reveal(text or ""), autoescape=True))


@register.filter
def markdown(text: str) -> SafeString:
    """Draw guidance, which is written in Markdown."""
    return to_html(reveal(text))


@register.simple_tag(takes_context=True)
def shown(context: template.Context, record: Any) -> Any:
    """Return a record that another names if the reader may see it, and None otherwise."""
    return record if record and access.may_see(context["user"], record) else None


@register.simple_tag(takes_context=True)
def person(context: template.Context, who: Any) -> str:
    """Name a person to those who may know them, and to others their organization only."""
    return called(context["user"], who) if who else ""


@register.simple_tag
def not_shared(noun: str, total: int | None, visible: int) -> str:
    """Say how many related records there are that the reader does not see; "" when none."""
    hidden = (total or 0) - visible
    if hidden <= 0:
        return ""
    sentences = {
        "observation": ngettext(
            "%d observation not shared with you", "%d observations not shared with you", hidden
        ),
        "finding": ngettext(
            "%d finding not shared with you", "%d findings not shared with you", hidden
        ),
        "lesson": ngettext(
            "%d lesson not shared with you", "%d lessons not shared with you", hidden
        ),
    }
    words = sentences[noun] % hidden
    return _("and %s") % words if visible else words[0].upper() + words[1:]


@register.simple_tag
def citation(source: str, url: str) -> SafeString:
    """Cite where something is known from, with its address; "" when nothing is said."""
    if url:
        return format_html(
            '<a href="{}" rel="noopener noreferrer">{}</a>', url, reveal(source or url)
        )
    return format_html("{}", reveal(source))


@register.filter
def at(table: Mapping[Any, Any], key: Any) -> Any:
    """Return what a table holds for a key, or None."""
    return table.get(key)


@register.simple_tag
def told(one: Told) -> SafeString:
    """Draw the sentence of what a reader is told, its title leading to the record."""
    address = reverse("notification", kwargs={"key": one.notification.pk})
    return one.html(format_html('<a href="{}">{}</a>', address, one.title))
