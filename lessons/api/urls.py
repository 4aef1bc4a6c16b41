"""The API's addresses on the upper floor, and one address for each verb there is."""

from __future__ import annotations

from django.urls import path
from rest_framework.routers import SimpleRouter

from lessons.api import briefing, recurrence, reverification, views
from lessons.api.adoptions import AdoptionReportView, AdoptionViewSet
from lessons.api.checks import CheckRead, CheckViewSet
from lessons.api.dispositions import DispositionViewSet
from lessons.api.effect import EffectViewSet
from lessons.api.reports import LearningView, OpenLoopsView
from lessons.api.serializers import SHAPES
from lessons.api.signing import SigningView
from lessons.api.synthesis import SimilarView, SynthesisView
from lessons.models import (
    Adoption,
    BriefingLine,
    Check,
    Disposition,
    Lesson,
    PracticeVersion,
    Recurrence,
    ResearchDirection,
    Reverification,
    SystemUpdate,
)
from reviews.api.migration import MigrationRead
from reviews.api.series import SeriesRead
from reviews.models import (
    Condition,
    ConditionWaiver,
    CycleItem,
    CycleSeries,
    Finding,
    MigrationProposal,
    Observation,
    Position,
    Review,
    ReviewCycle,
)
from tracker.api.history import history_paths
from tracker.api.protection import reading_paths
from tracker.api.verbs import verb_paths
from tracker.models import (
    AISystem,
    Delegation,
    DuePolicy,
    LabelChange,
    Organization,
    SystemDependency,
    Tag,
    Taxonomy,
    User,
)

router = SimpleRouter(use_regex_path=False)
router.register("lessons", views.LessonViewSet, basename="api-lesson")
router.register("briefing-lines", briefing.BriefingLineViewSet, basename="api-briefing-line")
router.register("adoptions", AdoptionViewSet, basename="api-adoption")
router.register("checks", CheckViewSet, basename="api-check")
router.register("dispositions", DispositionViewSet, basename="api-disposition")
router.register(
    "reverifications", reverification.ReverificationViewSet, basename="api-reverification"
)
router.register("updates", views.UpdateViewSet, basename="api-update")
router.register("effectiveness-reviews", EffectViewSet, basename="api-effectiveness-review")
router.register("research", views.ResearchViewSet, basename="api-research")
router.register("practices", views.PracticeViewSet, basename="api-practice")
router.register("practice-versions", views.PracticeVersionViewSet, basename="api-practice-version")
router.register("recurrences", recurrence.RecurrenceViewSet, basename="api-recurrence")

# The nouns that have verbs, by their name in addresses.
NOUNS = {
    "delegations": Delegation,
    "systems": AISystem,
    "dependencies": SystemDependency,
    "label-changes": LabelChange,
    "observations": Observation,
    "cycles": ReviewCycle,
    "cycle-series": CycleSeries,
    "cycle-items": CycleItem,
    "conditions": Condition,
    "reviews": Review,
    "findings": Finding,
    "briefing-lines": BriefingLine,
    "reverifications": Reverification,
    "migration-proposals": MigrationProposal,
    "lessons": Lesson,
    "dispositions": Disposition,
    "checks": Check,
    "adoptions": Adoption,
    "updates": SystemUpdate,
    "research": ResearchDirection,
    "practice-versions": PracticeVersion,
    "recurrences": Recurrence,
}

# And those that have none, but a history.
TOLD = {
    **NOUNS,
    "organizations": Organization,
    "users": User,
    "due-policies": DuePolicy,
    "taxonomies": Taxonomy,
    "tags": Tag,
    "positions": Position,
    "waivers": ConditionWaiver,
}

ALL_SHAPES = {
    **SHAPES,
    Recurrence: recurrence.RecurrenceRead,
    Check: CheckRead,
    CycleSeries: SeriesRead,
    BriefingLine: briefing.BriefingLineRead,
    Reverification: reverification.ReverificationRead,
    MigrationProposal: MigrationRead,
}

urlpatterns = [
    path("signing/", SigningView.as_view(), name="api-signing"),
    path("synthesis/", SynthesisView.as_view(), name="api-synthesis"),
    path("reports/open-loops/", OpenLoopsView.as_view(), name="api-report-open-loops"),
    path("reports/adoption/", AdoptionReportView.as_view(), name="api-report-adoption"),
    path("reports/learning/", LearningView.as_view(), name="api-report-learning"),
    path("similar/", SimilarView.as_view(), name="api-similar"),
    *router.urls,
    *verb_paths(NOUNS, ALL_SHAPES),
    *reading_paths(NOUNS),
    *history_paths(TOLD),
]
