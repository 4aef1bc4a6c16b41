"""What a person follows: to begin it where they meet it, and to end it there or on one page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tracker.access import judge
from tracker.display import Text
from tracker.models import AISystem, Subscription, Tag
from tracker.notifying.following import check_can_follow, follow, followed, unfollow


@dataclass(frozen=True)
class FollowButton:
    """A button to follow something, or to follow it no more: its address and what it sends along."""

    label: Text
    url: str
    sends: dict[str, str]
    is_followed: bool


def subscriptions(request: HttpRequest) -> HttpResponse:
    """Show what a person follows."""
    rows = Subscription.objects.visible_to(request.user).for_list()
    context = {"followed": [followed(one) for one in rows.order_by("-id")]}
    return render(request, "tracker/subscriptions.html", context)


@require_POST
def begin_following(request: HttpRequest) -> HttpResponse:
    """Follow what the form names; what the reader may not know of is absent."""
    by: Any = request.user
    try:
        begun = follow(by=by, **named_in(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        what = followed(begun).what
        messages.success(request, _("You follow %s. Its news are told in Notifications.") % what)
    return redirect(back_from(request))


def named_in(request: HttpRequest) -> dict[str, Any]:
    """Return what a form asks to follow."""
    if reference := request.POST.get("system"):
        rows = AISystem.objects.visible_to(request.user)
        return {"system": get_object_or_404(rows, reference=reference)}
    if key := request.POST.get("tag"):
        tag = Tag.objects.visible_to(request.user).current().named(key).first()
        if tag is None:
            raise Http404
        return {"tag": tag}
    return {"list_name": request.POST.get("list", ""), "query": request.POST.get("query", "")}


@require_POST
def end_following(request: HttpRequest, key: UUID) -> HttpResponse:
    """Follow something no more."""
    by: Any = request.user
    subscription = get_object_or_404(Subscription.objects.filter(user=by.pk), pk=key)
    unfollow(subscription, by=by)
    messages.success(request, _("You follow it no more."))
    return redirect(back_from(request))


def back_from(request: HttpRequest) -> str:
    """Return the page that a form came from, if it is one of ours."""
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if safe and back.startswith("/") else reverse("subscriptions")


# --- Buttons where something is met -------------------------------------------------------------


def follow_system(request: HttpRequest, system: AISystem) -> list[FollowButton]:
    """Return the button of a system's page, for whoever can follow it: one query."""
    if not judge(check_can_follow, request.user):
        return []
    ours = Subscription.objects.filter(user=request.user.pk, system=system).first()
    return [button(request, _("Follow this system"), ours, system=system.reference)]


def follow_list(request: HttpRequest, filters: Any) -> list[FollowButton]:
    """Return the buttons of a list that is narrowed: for just this, and for its tag anywhere; one query."""
    asked = filters.answers() if filters.is_valid() else {}
    if not asked or not judge(check_can_follow, request.user):
        return []
    name, query = name_of_list(request), filters.query
    ours = list(Subscription.objects.filter(user=request.user.pk).for_list())
    same = next((one for one in ours if (one.list_name, one.query) == (name, query)), None)
    found = [button(request, _("Follow this list"), same, list=name, query=query)]
    if key := asked.get("tag"):
        of_tag = next((one for one in ours if one.tag is not None and one.tag.key == key), None)
        found.append(button(request, _("Follow the tag everywhere"), of_tag, tag=key))
    return found


def name_of_list(request: HttpRequest) -> str:
    """Return the name of the address that a list is at."""
    match = request.resolver_match
    return str(match.url_name) if match else ""


def button(
    request: HttpRequest, label: str, ours: Subscription | None, **sends: str
) -> FollowButton:
    """Return a button that begins to follow something, or ends it where it is followed already."""
    sends["back"] = request.get_full_path()
    if ours is None:
        return FollowButton(label, reverse("follow"), sends, is_followed=False)
    url = reverse("unfollow", kwargs={"key": ours.pk})
    return FollowButton(_("Unfollow"), url, {"back": sends["back"]}, is_followed=True)
