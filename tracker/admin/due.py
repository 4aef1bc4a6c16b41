"""The policy of due dates in the admin: the partners see it, a superuser edits it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin

from tracker import access, due_dates
from tracker.admin.base import RecordAdmin
from tracker.models import DuePolicy


@admin.register(DuePolicy)
class DuePolicyAdmin(RecordAdmin):
    """Within how many days what is of one severity is to be done, from now on."""

    edit = due_dates.edit_due_policy
    fields = ("days",)
    list_display = ("severity", "days")

    @staticmethod
    def check_add(user: Any) -> None:
        """Each severity has its row already."""
        raise access.Denied("Each severity has its row; change its days.")

    @staticmethod
    def check_change(user: Any, policy: DuePolicy) -> None:
        """Policies belong to whoever runs the installation."""
        access.check_can_administer(user)
