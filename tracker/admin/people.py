"""Organizations and accounts in the admin: a lead looks after their own people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tracker import access, editing
from tracker.admin.base import RecordAdmin
from tracker.admin.choices import VisibleFilter
from tracker.admin.forms import RecordForm
from tracker.admin.parts import Row, Step, Table, page_of
from tracker.confirmation import check_confirmed
from tracker.handing import carried_by
from tracker.models import Organization, User
from tracker.states import Role

# Whoever gets one of these signs, or says who does.
DECISIVE_ROLES = (Role.LEAD, Role.SIGNATORY)


@admin.register(Organization)
class OrganizationAdmin(RecordAdmin):
    """A company that signs, or a community organization that reads."""

    check_add = access.check_can_administer
    create = editing.add_organization
    edit = editing.edit_organization

    fields = ("code", "name", "kind")
    list_display = ("code", "name", "kind")
    search_fields = ("code", "name")

    @staticmethod
    def check_change(user: Any, organization: Organization) -> None:
        """Organizations belong to whoever runs the installation."""
        access.check_can_administer(user)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Keep the code and the kind: references and signatures rest on them."""
        return () if obj is None else ("code", "kind")


class UserForm(RecordForm):
    """An account; its first password is asked for when it is made, and never shown."""

    password = forms.CharField(
        label=_("first password"),
        strip=False,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Hand it over in person; its owner changes it at “Change password”."),
    )

    def clean_password(self) -> str | None:
        """Refuse what is easily guessed; without one the account can't sign in yet."""
        password: str = self.cleaned_data.get("password", "")
        if password:
            validate_password(password, self.instance)
        return password or None


def decides_who_signs(posted: str | None, person: User | None = None) -> bool:
    """Say whether a form is about who can sign, or let sign: who can so far, or comes by another role.

    An account is judged by the role that it has, whatever the form says; a new one has none yet.
    """
    if person is None:
        return posted in DECISIVE_ROLES
    return person.role in DECISIVE_ROLES or posted != person.role


@admin.register(User)
class UserAdmin(RecordAdmin):
    """A person of one organization, in one role."""

    form = UserForm
    create = editing.add_user
    edit = editing.edit_user

    list_display = ("username", "get_full_name", "organization", "role", "is_active")
    list_filter = ("role", "is_active", ("organization", VisibleFilter))
    search_fields = ("username", "first_name", "last_name")

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask for the second factor before somebody is made who can sign, or lead."""
        posts = request.method == "POST" and self.has_add_permission(request)
        if posts and decides_who_signs(request.POST.get("role")):
            check_confirmed(request)
        return super().add_view(request, *args, **kwargs)

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Ask for the second factor before a role is changed, or the account of who can sign, or lead."""
        person = self.get_object(request, object_id) if request.method == "POST" else None
        may = person is not None and access.judge(self.check_change, request.user, person)
        if may and decides_who_signs(request.POST.get("role"), person):
            check_confirmed(request)
        return super().change_view(request, object_id, *args, **kwargs)

    @staticmethod
    def check_add(user: Any) -> None:
        """Leads add their own people; a superuser adds the first of an organization."""
        if not access.has_permission(user, access.Permission.LEAD):
            access.check_can_administer(user)

    @staticmethod
    def check_change(user: Any, person: User) -> None:
        """Leads keep their own people's accounts."""
        access.check_can_manage_users_of(user, person.organization)

    def list_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what a line shows."""
        return rows.select_related("organization")

    def steps(self, request: HttpRequest, record: Any) -> list[Step]:
        """Lead to what a lead does for whoever lost their phone, or leaves."""
        offered = (
            (
                access.check_can_reset_second_factor,
                _("Reset the second factor"),
                "reset-second-factor",
            ),
            (access.check_can_hand_over, _("Hand over what they carry"), "hand-over"),
        )
        return [
            Step(words, reverse(name, args=[record.pk]))
            for check, words, name in offered
            if access.judge(check, request.user, record)
        ]

    def tables(self, request: HttpRequest, record: Any) -> Iterable[Table]:
        """Return what the person carries, for the leads of their organization."""
        if not access.judge(access.check_can_hand_over, request.user, record):
            return ()
        rows = [
            Row(page_of(one.record), (one.record.reference, one.kind.name, one.record))
            for one in carried_by(record, request.user)
        ]
        return (Table(_("Carries"), (_("record"), _("as"), _("title")), rows),)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask who it is and what they do; a lead adds to their own organization only."""
        names = ("username", ("first_name", "last_name"), "email", "role", "is_service")
        if obj is not None:
            return (*names, "is_active")
        own = access.has_permission(request.user, access.Permission.LEAD)
        return (*names, "password") if own else ("organization", *names, "password")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Keep the name that people sign in with."""
        return () if obj is None else ("username", "is_service")

    def function_for(self, request: HttpRequest, change: bool) -> Any:
        """Add people to the lead's own organization where the form does not ask which."""
        function = super().function_for(request, change)
        if change:
            return function
        user: Any = request.user
        return lambda **answers: function(**{"organization": user.organization, **answers})
