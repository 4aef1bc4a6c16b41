"""The tables that several nouns of the middle floor show."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from reviews.models import CycleItem, Finding, Review
from tracker.admin.parts import (
    Row,
    Table,
    change_url,
    severity_column,
    standing_of,
    state_column,
)
from tracker.templatetags.components import day


def finding_table(findings: Iterable[Finding]) -> Table:
    """Return findings as lines that lead to their pages."""
    return Table(
        _("Findings"),
        (_("statement"), _("reference"), _("severity"), _("state")),
        [
            Row(
                change_url(finding),
                (finding.title, finding.reference, severity_column(finding), state_column(finding)),
            )
            for finding in findings
        ],
    )


def review_table(reviews: Iterable[Review]) -> Table:
    """Return reviews as lines that lead to their pages."""
    return Table(
        _("Reviews"),
        (_("title"), _("reference"), _("owner"), _("held on"), _("state")),
        [
            Row(
                change_url(review),
                (
                    review.title,
                    review.reference,
                    review.owner,
                    day(review.held_on, relative=False),
                    state_column(review),
                ),
            )
            for review in reviews
        ],
    )


def position_table(items: Iterable[CycleItem]) -> Table:
    """Return which partner took which position on which content, and whether that is what stands.

    A line leads to the item's page, where what differs since is shown.
    """
    return Table(
        _("Positions"),
        (
            *(_("change"), _("organization"), _("position"), _("by"), _("on"), _("version")),
            *(_("SHA-256"), _("counts")),
        ),
        [
            Row(
                item.get_absolute_url(),
                (
                    item.change,
                    position.organization,
                    position.get_stance_display(),
                    position.signer,
                    day(position.signed_at, relative=False),
                    position.content_version,
                    position.digest[:12],
                    standing_of(position, item.content_version),
                ),
            )
            for item in items
            for position in item.positions.all()
        ],
    )


def condition_table(items: Iterable[CycleItem]) -> Table:
    """Return what was asked of whom by when; a line leads to the item's page."""
    return Table(
        _("Conditions"),
        (_("condition"), _("reference"), _("with"), _("due"), _("state")),
        [
            Row(
                item.get_absolute_url(),
                (
                    condition.text,
                    condition.reference,
                    condition.assignee,
                    day(condition.due_on),
                    state_column(condition),
                ),
            )
            for item in items
            for condition in item.conditions.all()
        ],
    )
