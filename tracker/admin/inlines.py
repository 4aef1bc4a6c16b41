"""Forms below a record's own that add rows under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from tracker.access import judge
from tracker.admin.choices import VisibleChoices
from tracker.admin.forms import RecordForm

if TYPE_CHECKING:
    BaseInline = admin.StackedInline[Any, Any]
else:
    BaseInline = admin.StackedInline


class AddInline(VisibleChoices, BaseInline):
    """Forms that add rows under a record; the rows there are stand above them, as a table."""

    form = RecordForm
    extra = 0
    can_delete = False
    check_add: Callable[..., None] | None = None
    # `add(parent, by=…, **answers)`.
    add: Callable[..., models.Model]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Return nothing: what exists is edited on its own page."""
        rows: models.QuerySet[Any] = self.model._default_manager.none()
        return rows

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Tell the forms who reads them and what was refused, and the set who writes."""
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.inline = type(self)
        formset.form.reader = request.user
        formset.form.refusals = getattr(request, "refusals", {})
        return formset

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Ask the access check; what was typed on a page that asked goes to the editing function."""
        if request.method == "POST":
            return self.opts.model_name in request.POST.getlist("_below")
        check = type(self).check_add
        if obj is None or obj._state.adding or check is None:
            return True
        return bool(judge(check, request.user, obj))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Draw nothing where nothing can be added."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Change nothing here."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Delete nothing."""
        return False
