"""The list of observations, which stands here since its filters know what became of each."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from lessons.reports.loop import COUNTED_OBSERVATIONS, observations_counted
from lessons.views.counted import CountedFilter
from reviews.views.observations import ObservationFilter, show_observations
from tracker.views.filters import one_among


class FollowedObservationFilter(CountedFilter, ObservationFilter):
    """The filters of observations, also by how far they have come."""

    counted = one_among(COUNTED_OBSERVATIONS, _("Counted in the figures as"))
    rows_counted = observations_counted


def observation_list(request: HttpRequest) -> HttpResponse:
    """List the observations that the reader may see, newest first."""
    return show_observations(request, FollowedObservationFilter)
