"""The API's addresses on the ground floor: its nouns, sessions, tokens, the description and its page."""

from __future__ import annotations

from django.urls import path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import SimpleRouter

from tracker.api import views
from tracker.api.docs import DocsPage, RootPage
from tracker.api.generator import MadeOnce
from tracker.api.notifications import NotificationViewSet
from tracker.api.people import UserViewSet
from tracker.api.preferences import PreferencesView
from tracker.api.sessions import SessionsView, SessionView
from tracker.api.subscriptions import SubscriptionViewSet
from tracker.api.tokens import CurrentTokenView, TokensView, TokenView

router = SimpleRouter(use_regex_path=False)
router.register("organizations", views.OrganizationViewSet, basename="api-organization")
router.register("users", UserViewSet, basename="api-user")
router.register("delegations", views.DelegationViewSet, basename="api-delegation")
router.register("systems", views.SystemViewSet, basename="api-system")
router.register("system-versions", views.VersionViewSet, basename="api-version")
router.register("label-changes", views.LabelChangeViewSet, basename="api-label-change")
router.register("notifications", NotificationViewSet, basename="api-notification")
router.register("subscriptions", SubscriptionViewSet, basename="api-subscription")
router.register("dependencies", views.DependencyViewSet, basename="api-dependency")
router.register("due-policies", views.DuePolicyViewSet, basename="api-due-policy")
router.register("taxonomies", views.TaxonomyViewSet, basename="api-taxonomy")
router.register("tags", views.TagViewSet, basename="api-tag")

urlpatterns = [
    path("", RootPage.as_view(), name="api-root"),
    path("schema/", SpectacularAPIView.as_view(generator_class=MadeOnce), name="api-schema"),
    path("docs/", DocsPage.as_view(), name="api-docs"),
    path("sessions/", SessionsView.as_view(), name="api-sessions"),
    path("sessions/<slug:handle>/", SessionView.as_view(), name="api-session"),
    path(
        "notification-preferences/",
        PreferencesView.as_view(),
        name="api-notification-preferences",
    ),
    path("tokens/", TokensView.as_view(), name="api-tokens"),
    path("tokens/current/", CurrentTokenView.as_view(), name="api-token-current"),
    path("tokens/<uuid:key>/", TokenView.as_view(), name="api-token"),
    *router.urls,
]
