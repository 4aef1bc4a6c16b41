"""The pages of reviews."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from reviews import access
from reviews.models import Review
from reviews.states import ReviewMethod, ReviewStatus
from tracker.access import judge
from tracker.states import Label
from tracker.views.filters import RecordFilter, one_of, one_of_rows, waits_for_me
from tracker.views.lists import show_list
from tracker.views.records import admin_url, find, public_where_clear, show_record


class ReviewFilter(RecordFilter):
    """The filters of reviews."""

    lookups = {
        "state": "status",
        "owner": "owner__code",
        "method": "method",
        "system": "system__reference",
    }
    state = one_of(ReviewStatus, _("State"))
    system = one_of_rows(_("System"))
    method = one_of(ReviewMethod, _("Method"))
    owner = one_of_rows(_("Owner"))
    label = one_of(Label, _("Label"))
    waiting = waits_for_me()


def review_list(request: HttpRequest) -> HttpResponse:
    """List the reviews that the reader may see, newest first."""
    rows = Review.objects.visible_to(request.user)
    may_log = judge(access.check_can_log_review, request.user).allowed
    return show_list(
        request,
        "reviews/review_list.html",
        rows.for_list(),
        ReviewFilter(request, rows),
        add_url=admin_url(Review, "add") if may_log else "",
    )


@public_where_clear
def review_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a review with its findings and evidence."""
    review = find(Review.objects.visible_to(request.user).for_detail(request.user), reference)
    return show_record(
        request, "reviews/review_detail.html", review, check_edit=access.check_can_edit_review
    )
