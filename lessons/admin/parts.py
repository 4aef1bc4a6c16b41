"""The tables that several nouns of the upper floor show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from lessons.access import may_read_signed
from lessons.models import Adoption, Disposition, Lesson, PracticeVersion
from tracker.admin.parts import Row, Table, change_url, standing_of, state_column
from tracker.templatetags.components import day


def record_table(title: Any, records: Iterable[Any]) -> Table:
    """Return records as lines that lead to their pages."""
    return Table(
        title,
        (_("title"), _("reference"), _("state")),
        [Row(change_url(one), (one.title, one.reference, state_column(one))) for one in records],
    )


def signature_table(reader: Any, record: Any) -> Table:
    """Return who signed for whom which content, and whether that is what stands here now.

    A line leads to the page where what differs since is shown.
    """
    return Table(
        _("Signatures"),
        (_("organization"), _("by"), _("on"), _("version"), _("SHA-256"), _("counts")),
        [
            Row(
                f"{record.get_absolute_url()}signatures/#{signature.pk}",
                (
                    signature.organization,
                    signature.signer,
                    day(signature.signed_at, relative=False),
                    signature.content_version,
                    signature.digest[:12] if may_read_signed(reader, record, signature) else "",
                    standing_of(signature, record.content_version),
                ),
            )
            for signature in record.signatures.all()
        ],
    )


def disposition_table(reader: Any, lesson: Lesson) -> Table:
    """Return what each system that a lesson asks answers; a line leads to where it is answered."""
    asked = Disposition.objects.visible_to(reader).filter(lesson=lesson).for_list()
    return Table(
        _("Systems that are asked"),
        (_("system"), _("who is asked"), _("asked on"), _("answer"), _("state")),
        [
            Row(
                one.get_absolute_url(),
                (
                    one.system,
                    one.organization,
                    day(one.asked_on, relative=False),
                    one.get_answer_display(),
                    state_column(one),
                ),
            )
            for one in asked
        ],
    )


def adoption_table(reader: Any, version: PracticeVersion) -> Table:
    """Return how far each system is with a version; a line leads to where it is said."""
    asked = Adoption.objects.visible_to(reader).filter(version=version).for_list()
    return Table(
        _("Who adopted it"),
        (_("system"), _("who is asked"), _("state"), _("said on"), _("confirmed on")),
        [
            Row(
                one.get_absolute_url(),
                (
                    one.system,
                    one.organization,
                    state_column(one),
                    day(one.said_on, relative=False) if one.said_on else "",
                    day(one.confirmed_on, relative=False) if one.confirmed_on else "",
                ),
            )
            for one in asked
        ],
    )


def outcome_tables(lesson: Lesson) -> tuple[Table, ...]:
    """Return what a lesson changed, as far as the page's plan fetched it for its reader."""
    return (
        record_table(_("System updates"), lesson.updates.all()),
        record_table(_("Research directions"), lesson.research.all()),
        record_table(_("Best practices"), lesson.practice_versions.all()),
    )
