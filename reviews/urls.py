"""The addresses of this floor's pages."""

from django.urls import path

import tracker.converters  # noqa: F401  registers <reference:…>
from reviews.views import cycles, evidence, findings, meeting, observations, reviews, series

observation_urls = [
    # /observations/
    path("observations/new/", observations.capture_observation, name="observation-new"),
    path(
        "observations/<reference:reference>/",
        observations.observation_detail,
        name="observation-detail",
    ),
]
cycle_urls = [
    # /cycles/
    path("cycles/", cycles.cycle_list, name="cycle-list"),
    path("cycles/series/", series.series_list, name="series-list"),
    path("cycles/series/<reference:reference>/", series.series_detail, name="series-detail"),
    path("cycles/<reference:reference>/", cycles.cycle_detail, name="cycle-detail"),
    path("cycles/<reference:reference>/meeting/", meeting.meeting, name="cycle-meeting"),
    path("cycles/<reference:reference>/concur/", cycles.concur_with_items, name="cycle-concur"),
]
review_urls = [
    # /reviews/
    path("reviews/", reviews.review_list, name="review-list"),
    path("reviews/<reference:reference>/", reviews.review_detail, name="review-detail"),
]
finding_urls = [
    # /findings/
    path("findings/", findings.finding_list, name="finding-list"),
    path("findings/<reference:reference>/", findings.finding_detail, name="finding-detail"),
]
evidence_urls = [
    # /evidence/
    path("evidence/<uuid:pk>/file", evidence.evidence_file, name="evidence-file"),
]

urlpatterns = [*observation_urls, *cycle_urls, *review_urls, *finding_urls, *evidence_urls]
