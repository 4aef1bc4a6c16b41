"""The admin site: Django's own, behind our door."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from tracker import access


class TrackerAdminSite(admin.AdminSite):
    """Lets in whoever works for a partner; what each sees there is decided row by row."""

    site_header = _("Joint safety-review tracker")
    site_title = _("Joint safety-review tracker")
    index_title = _("Log and tag")
    # The page of a record needs the width, and breadcrumbs lead back.
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Ask the one rule about entering."""
        return bool(access.judge(access.check_can_enter_admin, request.user))
