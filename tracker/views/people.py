"""What a lead does for their own people's accounts, beyond what the admin's form holds."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tracker import access, account_editing
from tracker.models import User


def reset_second_factor(request: HttpRequest, key: Any) -> HttpResponse:
    """Ask, then take a lost second factor away."""
    person = get_object_or_404(User.objects.visible_to(request.user), pk=key)
    by: Any = request.user
    access.check_can_reset_second_factor(by, person)
    back = reverse("admin:tracker_user_change", args=[person.pk])
    if request.method == "POST":
        account_editing.reset_second_factor(person, by=by)
        messages.success(request, _("The second factor is gone; its owner sets up another."))
        return redirect(back)
    return render(request, "account/reset_second_factor.html", {"person": person, "back": back})
