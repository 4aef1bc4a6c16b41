"""The tables that several nouns of the upper floor show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from lessons.models import Lesson
from tracker.admin.parts import Row, Table, change_url, state_column
from tracker.models import SignOff
from tracker.templatetags.components import day


def record_table(title: Any, records: Iterable[Any]) -> Table:
    """Return records as lines that lead to their pages."""
    return Table(
        title,
        (_("title"), _("reference"), _("state")),
        [Row(change_url(one), (one.title, one.reference, state_column(one))) for one in records],
    )


def signature_table(signatures: Iterable[SignOff], content_version: int) -> Table:
    """Return who signed for whom, and whether what they signed is what stands here now."""
    return Table(
        _("Signatures"),
        (_("organization"), _("by"), _("on"), _("signed")),
        [
            Row(
                "",
                (
                    signature.organization,
                    signature.signed_by,
                    day(signature.signed_at, relative=False),
                    _("this version")
                    if signature.content_version == content_version
                    else _("an earlier version; changed since"),
                ),
            )
            for signature in signatures
        ],
    )


def outcome_tables(lesson: Lesson) -> tuple[Table, ...]:
    """Return what a lesson changed, as far as the page's plan fetched it for its reader."""
    return (
        record_table(_("System updates"), lesson.updates.all()),
        record_table(_("Research directions"), lesson.research.all()),
        record_table(_("Best practices"), lesson.practice_versions.all()),
    )
