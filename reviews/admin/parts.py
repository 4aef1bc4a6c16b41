"""The tables that several nouns of the middle floor show."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from reviews.models import Finding, Review
from tracker.admin.parts import Row, Table, change_url, severity_column, state_column
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
