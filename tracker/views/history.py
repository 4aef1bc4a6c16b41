"""The page of a record's history: its versions, two of them compared, or one in full."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tracker.history.nouns import find_told, label_of_story
from tracker.history.telling import compare, tell, versions_before, whole
from tracker.history.versions import Story
from tracker.marking import marked
from tracker.protection.readings import log_reading
from tracker.states import Surface
from tracker.views.records import public_where_clear


@public_where_clear
@require_safe
def history_page(request: HttpRequest, noun: str, key: str) -> HttpResponse:
    """Show the history of a record that the reader may see; public records have a public one."""
    record = find_told(noun, key, request.user)
    log_reading(request.user, [record], Surface.PAGE)
    return show_story(request, "tracker/history.html", story_context(request, record))


def show_story(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """Draw a story under its label."""
    page = render(request, template, context)
    return marked(page, context["marking"]) if context["marking"] else page


def story_context(request: HttpRequest, record: Any) -> dict[str, Any]:
    """Return what the story of a record is drawn from, as the address asks for it."""
    story = Story(record, request.user)
    asked = {name: number_in(request, name) for name in ("from", "to", "version", "before")}
    context = {
        "record": record,
        "noun": record._meta.model_name,
        "earlier_hidden": story.earlier_hidden,
        "story_path": request.path,
        "marking": label_of_story(story),
    }
    if asked["version"] is not None:
        return context | {"whole": or_404(whole(story, asked["version"]))}
    if asked["from"] is not None and asked["to"] is not None:
        context["comparison"] = or_404(compare(story, asked["from"], asked["to"]))
    page = versions_before(story, asked["before"])
    last = page[-1].number if page else 1
    chosen = context.get("comparison")
    return context | {
        "versions": tell(story, page),
        "newest": len(story.versions),
        "older": f"?before={last}" if last > 1 else "",
        "newer": request.path if asked["before"] is not None else "",
        "from_number": chosen.before.number if chosen else max(len(story.versions) - 1, 1),
        "to_number": chosen.after.number if chosen else len(story.versions),
    }


def number_in(request: HttpRequest, name: str) -> int | None:
    """Return the version number that an address names, None where it names none; else 404."""
    text = request.GET.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Http404
    return int(text)


def or_404(found: Any) -> Any:
    """Return what was found; a version that isn't there, or not for this reader, is absent."""
    if found is None:
        raise Http404
    return found
