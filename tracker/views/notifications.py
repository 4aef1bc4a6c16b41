"""What a person was told, what they have read of it, and the way to the record."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import UUIDField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tracker.marking import marked, narrowest
from tracker.models import Notification
from tracker.notifying.reading import mark_all_read, mark_read
from tracker.notifying.words import told_to
from tracker.views.lists import NEWEST_FIRST, page_of

SHOWN = 50


def notifications(request: HttpRequest) -> HttpResponse:
    """Show what a person has not read, and under it what they have, page by page."""
    user: Any = request.user
    rows = Notification.objects.visible_to(user).for_list()
    unread = list(rows.unread().order_by("-id")[: SHOWN + 1])
    page = page_of(request, rows.read(), NEWEST_FIRST)
    new, earlier = told_to(user, unread[:SHOWN]), told_to(user, page.rows)
    marking = narrowest(one.label for one in [*new, *earlier])
    context = {
        "new": new,
        "earlier": earlier,
        "more": len(unread) > SHOWN,
        "newest": unread[0].pk if unread else "",
        "page": page,
        "marking": marking,
    }
    return marked(render(request, "tracker/notifications.html", context), marking)


def notification(request: HttpRequest, key: UUID) -> HttpResponse:
    """Lead to the record that a person was told of; what led there is read."""
    user: Any = request.user
    found = get_object_or_404(Notification.objects.visible_to(user), pk=key)
    (told,) = told_to(user, [found])
    mark_read(found)
    return redirect(told.record.get_absolute_url())


@require_POST
def read_notification(request: HttpRequest, key: UUID) -> HttpResponse:
    """Note that a person read one thing that they were told."""
    mark_read(get_object_or_404(Notification.objects.visible_to(request.user), pk=key))
    return redirect("notifications")


@require_POST
def read_all_notifications(request: HttpRequest) -> HttpResponse:
    """Note that a person read everything, up to the newest that they saw."""
    user: Any = request.user
    read = mark_all_read(user, up_to=newest_seen(request.POST.get("newest", "")))
    messages.success(request, _("Everything is read.") if read else _("There was nothing new."))
    return redirect("notifications")


def newest_seen(text: str) -> Any:
    """Return the key in a form, or None where it holds none."""
    try:
        return UUIDField().to_python(text or None)
    except ValidationError:
        return None
