"""The API's addresses on the middle floor; its verbs are mounted where all verbs are known."""

from __future__ import annotations

from rest_framework.routers import SimpleRouter

from reviews.api import migration, views

router = SimpleRouter(use_regex_path=False)
router.register("observations", views.ObservationViewSet, basename="api-observation")
router.register("cycles", views.CycleViewSet, basename="api-cycle")
router.register("cycle-series", views.SeriesViewSet, basename="api-series")
router.register("cycle-items", views.ItemViewSet, basename="api-item")
router.register("conditions", views.ConditionViewSet, basename="api-condition")
router.register(
    "migration-proposals", migration.MigrationViewSet, basename="api-migration-proposal"
)
router.register("reviews", views.ReviewViewSet, basename="api-review")
router.register("findings", views.FindingViewSet, basename="api-finding")
router.register("evidence", views.EvidenceViewSet, basename="api-evidence")

urlpatterns = router.urls
