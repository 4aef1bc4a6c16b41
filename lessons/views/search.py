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
from tracker.marking import label_of, marked
from tracker.models import AISystem

if TYPE_CHECKING:
    from tracker.access import Reader

SHOWN = 10
LONGEST_QUERY = 200

NOUNS: tuple[tuple[Any, str, str | Promise], ...] = (
    (PracticeVersion, "practice", _("Best practices")),
    (Lesson, "lesson", _("Lessons")),
    (Finding, "finding", _("Findings")),
    (Observation, "observation", _("Observations")),
    (Review, "review", _("Reviews")),
    (ReviewCycle, "cycle", _("Cycles")),
    (SystemUpdate, "update", _("System updates")),
    (ResearchDirection, "research", _("Research")),
    (AISystem, "system", _("Systems")),
)


@dataclass(frozen=True)
class Found:
    """What was found of one noun; `more_url` leads to the list where there is more."""

    noun: str
    title: str | Promise
    rows: list[Any]
    more_url: str


def search(request: HttpRequest) -> HttpResponse:
    """Find records by words; an exact reference leads straight to its record."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_QUERY]
    if record := named(request.user, words):
        return redirect(record)
    found = [group for group in groups(request, words) if group.rows] if words else []
    marking = label_of(row for group in found for row in group.rows)
    context = {"q": words, "found": found, "marking": marking}
    return marked(render(request, "lessons/search.html", context), marking)


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
        Found(noun, title, rows[:SHOWN], more_url if len(rows) > SHOWN else "")
        for model, noun, title in NOUNS
        for more_url in [f"{reverse(f'{noun}-list')}?{query.urlencode()}"]
        for rows in [rows_matching(request.user, model, words)]
    ]


def rows_matching(user: Reader, model: Any, words: str) -> list[Any]:
    """Return the newest rows of one noun that say the words, one more than are shown."""
    found = model._default_manager.visible_to(user).matching(words).order_by("-id")
    if model in (PracticeVersion, SystemUpdate):
        found = found.for_line()
    return list(found[: SHOWN + 1])
