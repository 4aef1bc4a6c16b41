"""Says on a page for signing whom a lesson will ask once it is endorsed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template

from lessons.models import Lesson
from lessons.reach import NOBODY_ASKED, Preview, names_no_cause, preview_of

if TYPE_CHECKING:
    from tracker.access import Reader

register = template.Library()


@register.simple_tag
def who_will_be_asked(record: Lesson, reader: Reader) -> Preview | None:
    """Return the systems that an endorsement would ask, as far as the reader sees them."""
    return preview_of(record, reader)


@register.filter
def doubt(record: Any) -> str:
    """Return why signing a record that was fetched with its systems may be a mistake; "" where not."""
    is_so = isinstance(record, Lesson) and names_no_cause(record.about.all())
    return str(NOBODY_ASKED) if is_so else ""
