"""Search over everything that the reader may see, grouped by noun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lessons.models import Lesson, PracticeVersion, ResearchDirection, SystemUpdate
from lessons.trace.address import find_record
from reviews.models import Finding, Observation, Review, ReviewCycle
from tracker.models import AISystem

if TYPE_CHECKING:
    from tracker.access import Reader

SHOWN = 10
LONGEST_QUERY = 200

NOUNS: tuple[tuple[Any, str, str | Promise], ...] = (
    (PracticeVersion, "practice-list", _("Best practices")),
    (Lesson, "lesson-list", _("Lessons")),
    (Finding, "finding-list", _("Findings")),
    (Observation, "observation-list", _("Observations")),
    (Review, "review-list", _("Reviews")),
    (ReviewCycle, "cycle-list", _("Cycles")),
    (SystemUpdate, "update-list", _("System updates")),
    (ResearchDirection, "research-list", _("Research")),
    (AISystem, "system-list", _("Systems")),
)


@dataclass(frozen=True)
class Found:
    """What was found of one noun; `more_url` leads to the list where there is more."""

    title: str | Promise
    rows: list[Any]
    more_url: str


def search(request: HttpRequest) -> HttpResponse:
    """Find records by words; an exact reference leads straight to its record."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_QUERY]
    if record := named(request.user, words):
        return redirect(record)
    found = [group for group in groups(request, words) if group.rows] if words else []
    return render(request, "lessons/search.html", {"q": words, "found": found})


def named(user: Reader, words: str) -> Any:
    """Return the visible record whose reference was typed, or None."""
    reference = words.upper()
    if "-" not in reference or " " in reference:
        return None
    system = AISystem.objects.visible_to(user).filter(reference=reference).first()
    return system or find_record(reference, user)


def groups(request: HttpRequest, words: str) -> list[Found]:
    """Return what each noun has, newest first, one query a noun."""
    query = request.GET.copy()
    query["q"] = words
    return [
        group(request.user, model, title, f"{reverse(name)}?{query.urlencode()}", words)
        for model, name, title in NOUNS
    ]


def group(user: Reader, model: Any, title: str | Promise, url: str, words: str) -> Found:
    """Return what one noun has."""
    found = model._default_manager.visible_to(user).matching(words).order_by("-id")
    if model is PracticeVersion:
        found = found.for_line()
    rows = list(found[: SHOWN + 1])
    return Found(title, rows[:SHOWN], url if len(rows) > SHOWN else "")
