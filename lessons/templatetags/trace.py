"""The thread and the trace of a record as template tags; what they show is decided in lessons.trace."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.contrib.auth.models import AnonymousUser
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lessons.trace import threads_for, trace_of
from tracker.display import Station
from tracker.templatetags import components

register = template.Library()


@register.simple_tag(takes_context=True)
def record_thread(
    context: Context, record: Any, size: str = "whole", linked: bool = True
) -> SafeString:
    """Draw the thread of one record, as far as the page's reader may see it, and lead to its trace."""
    reader = context.get("user") or AnonymousUser()
    line = components.thread(threads_for([record], reader)[record.pk], size)
    return line + trace_link(record) if linked else line


@register.simple_tag
def trace_link(record: Any) -> SafeString:
    """Lead from a record to the page that follows its line back and forward."""
    return format_html(
        '<p class="trace-link"><a href="{}">{}</a></p>',
        reverse("trace", args=[record.reference]),
        _("Where it came from and what it led to"),
    )


@register.simple_tag
def row_thread(stations: Sequence[Station]) -> SafeString:
    """Draw the thread of a list's row; the view got the stations of all rows from `threads_for`."""
    return components.thread(stations, "small") if stations else SafeString("")


@register.simple_tag(takes_context=True)
def record_trace(context: Context, record: Any) -> SafeString:
    """Draw where one record came from and what it led to, as far as the reader may see it."""
    found = trace_of(record, context.get("user") or AnonymousUser())
    return components.trace(found.back, found.here, found.forward, found.forward_title)
