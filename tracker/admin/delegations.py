"""Delegations in the admin: a signatory lets someone sign in their stead, and takes it back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from tracker import access, editing
from tracker.admin.base import RecordAdmin
from tracker.admin.forms import RecordForm
from tracker.confirmation import check_confirmed
from tracker.models import Delegation
from tracker.views.confirming import typed_before


class Instant(forms.DateTimeInput):
    """The browser's own picker of a day and a time."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class DelegationForm(RecordForm):
    """A delegation, with the instants of its period."""

    starts_at = forms.DateTimeField(
        label=_("from"),
        required=False,
        widget=Instant,
        help_text=_("UTC; at once where left empty."),
    )
    ends_at = forms.DateTimeField(label=_("until"), widget=Instant, help_text=_("UTC."))


@admin.register(Delegation)
class DelegationAdmin(RecordAdmin):
    """A period in which someone else of the organization signs in a signatory's stead."""

    form = DelegationForm
    check_add = access.check_can_delegate
    create = editing.delegate_signing

    fields = ("delegate", "starts_at", "ends_at", "reason")
    own_people = ("delegate",)

    list_display = ("reference", "signatory", "delegate", "starts_at", "ends_at", "revoked_at")

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask for the second factor before a delegation is given, as for any signature."""
        if request.method == "POST" and self.has_add_permission(request):
            check_confirmed(request)
        return super().add_view(request, *args, **kwargs)

    def get_changeform_initial_data(self, request: HttpRequest) -> Any:
        """Fill in what was typed before its writer went to confirm who they are."""
        typed = typed_before(request)
        return super().get_changeform_initial_data(request) if typed is None else typed.dict()

    def get_readonly_fields(self, request: Any, obj: Any = None) -> Any:
        """Keep a delegation as it was given; it ends by its verb."""
        return () if obj is None else self.fields
