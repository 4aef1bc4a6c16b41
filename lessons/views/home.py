"""The start page: what needs me, what is late, what the other side waits for; or what this is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _

from lessons import waiting
from lessons.models import Lesson, PracticeVersion
from lessons.trace import threads_for
from reviews import access
from reviews.models import Review, ReviewCycle
from tracker.access import is_partner, judge
from tracker.display import Text
from tracker.models import Organization
from tracker.views.records import admin_url

if TYPE_CHECKING:
    from tracker.access import Reader

NEWEST = 5


@dataclass(frozen=True)
class Shortcut:
    """Something a reader may begin."""

    label: Text
    url: str
    primary: bool = False


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """Show a partner's people what waits, everyone else what can be read here."""
    user = request.user
    if not user.is_authenticated or not is_partner(user):
        return render(request, "lessons/welcome.html", welcome(user))
    newest = list(Lesson.objects.visible_to(user).for_list(user).order_by("-id")[:NEWEST])
    context = {
        "needs": waiting.needs(user),
        "may_sign": access.has_permission(user, access.Permission.SIGN),
        "late": waiting.late(user),
        "owed": waiting.owed(user),
        "shortcuts": shortcuts(user),
        "newest": newest,
        "threads": threads_for(newest, user),
    }
    return render(request, "lessons/home.html", context)


def welcome(user: Reader) -> dict[str, Any]:
    """Return what the front page says to everyone: who works here, and the newest practices."""
    practices = PracticeVersion.objects.visible_to(user).published().for_line()
    partners: list[Any] = [str(partner) for partner in Organization.objects.partners()]
    return {
        "practices": practices.order_by("-id")[:NEWEST],
        "partners": get_text_list(partners, _("and")) or _("The partners"),
    }


def shortcuts(user: Reader) -> list[Shortcut]:
    """Return what a reader's role lets them begin."""
    offers = (
        (
            access.check_can_capture_observation,
            Shortcut(_("Capture an observation"), reverse("observation-new"), primary=True),
        ),
        (access.check_can_log_review, Shortcut(_("Log a review"), admin_url(Review, "add"))),
        (access.check_can_plan_cycle, Shortcut(_("Plan a cycle"), admin_url(ReviewCycle, "add"))),
    )
    return [shortcut for check, shortcut in offers if judge(check, user) and shortcut.url]
