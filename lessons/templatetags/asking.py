"""Says on a page for signing whom a lesson will ask once it is endorsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from lessons.models import Lesson
from lessons.reach import Preview, preview_of

if TYPE_CHECKING:
    from tracker.access import Reader

register = template.Library()


@register.simple_tag
def who_will_be_asked(record: Lesson, reader: Reader) -> Preview | None:
    """Return the systems that an endorsement would ask, as far as the reader sees them."""
    return preview_of(record, reader)
