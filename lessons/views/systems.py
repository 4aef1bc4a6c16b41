"""A system's page: what it is, what it rests on, and what was seen and learned about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse

from lessons.models import Lesson, PracticeVersion, SystemUpdate
from reviews.models import Finding, MigrationProposal, Observation
from tracker.access import check_can_edit_system
from tracker.models import AISystem, SystemDependency
from tracker.views.records import find, public_where_clear, show_record, with_offers
from tracker.views.subscriptions import follow_system

if TYPE_CHECKING:
    from tracker.access import Reader

NEWEST = 5


@public_where_clear
def system_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a system."""
    system = find(AISystem.objects.visible_to(request.user).for_list(), reference)
    stack, known = stack_of(request.user, system), known_of(request.user, system)
    return show_record(
        request,
        "lessons/system_detail.html",
        system,
        check_edit=check_can_edit_system,
        migrations=with_offers(
            request,
            MigrationProposal.objects.visible_to(request.user).filter(system=system).for_list(),
        ),
        versions=system.versions.visible_to(request.user),
        follow=follow_system(request, system),
        names=[row for rows in (*stack.values(), *known.values()) for row in rows],
        **stack,
        **known,
    )


def stack_of(user: Reader, system: AISystem) -> dict[str, Any]:
    """Return the visible dependencies on both sides of a system."""
    links = SystemDependency.objects.visible_to(user).that_hold()
    return {
        "upstream": list(links.filter(downstream=system).for_line()),
        "downstream": list(links.filter(upstream=system).for_line()),
    }


def known_of(user: Reader, system: AISystem) -> dict[str, Any]:
    """Return the newest visible records of each noun about a system, one more telling of others."""
    about = {
        "observations": Observation.objects.visible_to(user).filter(systems=system),
        "findings": Finding.objects.visible_to(user).filter(systems=system),
        "lessons": Lesson.objects.visible_to(user).filter(
            pk__in=Lesson.objects.filter(about__system=system).values("pk")
        ),
        "updates": SystemUpdate.objects.visible_to(user).filter(system=system).for_line(),
        "practices": PracticeVersion.objects.visible_to(user)
        .published()
        .for_line()
        .filter(systems=system),
    }
    return {name: list(rows.order_by("-id")[: NEWEST + 1]) for name, rows in about.items()}
