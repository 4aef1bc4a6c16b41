"""Which address leads where; the floors above are named by string."""

from django.contrib import admin
from django.urls import include, path, re_path

import tracker.converters  # noqa: F401  registers <reference:…>
from tracker.api.errors import nothing_here
from tracker.views import notifications, subscriptions
from tracker.views.gallery import gallery
from tracker.views.health import healthz, readyz
from tracker.views.history import history_page
from tracker.views.sharing import consent_many, label_change, label_changes, share_many
from tracker.views.systems import dependency_detail, system_list
from tracker.views.verbs import verb_page

urlpatterns = [
    path("", include("lessons.urls")),
    path("", include("reviews.urls")),
    path("", include("tracker.accounts.urls")),
    path("systems/", system_list, name="system-list"),
    path(
        "systems/dependencies/<reference:reference>/", dependency_detail, name="dependency-detail"
    ),
    # /do/<noun>/<reference>/<verb>/: the page of any verb
    path("do/<slug:noun>/<reference:reference>/<slug:verb>/", verb_page, name="verb"),
    path("sharing/", label_changes, name="label-change-list"),
    path("sharing/many/", share_many, name="share-many"),
    path("sharing/consents/", consent_many, name="consent-many"),
    path("sharing/<reference:reference>/", label_change, name="label-change"),
    # /history/<noun>/<reference, or key>/: the versions of any record
    path("history/<slug:noun>/<named:key>/", history_page, name="history"),
    # /subscriptions/
    path("subscriptions/", subscriptions.subscriptions, name="subscriptions"),
    path("subscriptions/begin/", subscriptions.begin_following, name="follow"),
    path("subscriptions/<uuid:key>/end/", subscriptions.end_following, name="unfollow"),
    # /notifications/
    path("notifications/", notifications.notifications, name="notifications"),
    path("notifications/read/", notifications.read_all_notifications, name="notifications-read"),
    path("notifications/<uuid:key>/", notifications.notification, name="notification"),
    path(
        "notifications/<uuid:key>/read/",
        notifications.read_notification,
        name="notification-read",
    ),
    path("gallery/", gallery, name="gallery"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("api/v1/", include("lessons.api.urls")),
    path("api/v1/", include("reviews.api.urls")),
    path("api/v1/", include("tracker.api.urls")),
    re_path("^api/", nothing_here),
    path("admin/", admin.site.urls),
]
