"""The admin site: Django's own, behind our door."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tracker import access


class TrackerAdminSite(admin.AdminSite):
    """Lets in whoever works for a partner; what each sees there is decided row by row."""

    site_header = _("Joint safety-review tracker")
    site_title = _("Joint safety-review tracker")
    index_title = _("Log and tag")
    # The page of a record needs the width, and breadcrumbs lead back.
    enable_nav_sidebar = False

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Take our own pages only: a library's would ask other permissions than the access checks."""
        if hasattr(admin_class, "first_steps"):
            super().register(model_or_iterable, admin_class, **options)

    def get_urls(self) -> Any:
        """Leave out Django's way from a key to a page: it asks nobody what they may see."""
        return [one for one in super().get_urls() if getattr(one, "name", "") != "view_on_site"]

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """List the nouns from the upper floor down, as the settings do: what people work on first."""
        order = [config.label for config in apps.get_app_configs()]
        return sorted(
            super().get_app_list(request, app_label), key=lambda app: order.index(app["app_label"])
        )

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        """Begin with what a person of this role does first, and with what waits for them."""
        nouns: list[Any] = [one for one in self._registry.values() if hasattr(one, "first_steps")]
        context = {
            "first_steps": [step for one in nouns for step in one.first_steps(request)],
            "waiting": [row for one in nouns for row in one.awaiting(request)],
            **(extra_context or {}),
        }
        return super().index(request, context)

    @login_not_required
    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Send people to the one page where everyone signs in."""
        index = reverse("admin:index", current_app=self.name)
        if self.has_permission(request):
            return redirect(index)
        return redirect_to_login(request.GET.get("next", index))

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Send people to the one page where passwords are changed: it ends what else is signed in."""
        return redirect("account_change_password")

    def has_permission(self, request: HttpRequest) -> bool:
        """Ask the one rule about entering."""
        return bool(access.judge(access.check_can_enter_admin, request.user))
