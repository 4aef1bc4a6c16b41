"""The meeting view: one item of a cycle at a time, with what each partner says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from reviews.carried import carried_into
from reviews.models import Condition, CycleItem, ReviewCycle
from reviews.states import CycleStatus, ItemStatus
from reviews.views.columns import position_columns
from tracker.differences import Change, changes_between
from tracker.marking import label_for, marked
from tracker.material import canonical, content_of
from tracker.protection.readings import log_reading, read_with
from tracker.states import Surface
from tracker.views.records import Offer, find, offers_for


def meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one of the items that the reader may see, the first one unless asked for another."""
    rows: Any = ReviewCycle.objects.visible_to(request.user).prefetch_related("signers")
    cycle: Any = find(rows, reference)
    items = CycleItem.objects.visible_to(request.user).filter(cycle=cycle).order_by("id")
    names = list(items.values_list("reference", flat=True))
    context: dict[str, Any] = {
        "cycle": cycle,
        "count": len(names),
        "taken_over": carried_into(cycle, request.user) if cycle.series_id else (),
    }
    if names:
        place = place_of(request.GET.get("item"), names)
        item = items.for_detail(request.user).get(reference=names[place])
        context |= walk(place, names) | told(request, cycle, item)
    marking = label_for(request.user, [context.get("record", cycle)])
    return marked(render(request, "reviews/meeting.html", {**context, "marking": marking}), marking)


def place_of(asked: str | None, names: Sequence[str]) -> int:
    """Return where an item stands among those listed: asked for by its number or its reference."""
    if not asked:
        return 0
    if asked in names:
        return names.index(asked)
    if asked.isdecimal() and len(asked) < 6 and 1 <= int(asked) <= len(names):
        return int(asked) - 1
    raise Http404


def walk(place: int, names: Sequence[str]) -> dict[str, Any]:
    """Return where one stands, and what comes before and after."""
    return {
        "number": place + 1,
        "previous": names[place - 1] if place else "",
        "next": names[place + 1] if place + 1 < len(names) else "",
    }


def told(request: HttpRequest, cycle: Any, item: Any) -> dict[str, Any]:
    """Return what the meeting sees of one item."""
    log_reading(request.user, read_with(item), Surface.PAGE)
    offers = offers_for(request, item)
    columns = position_columns(request.user, item, cycle.signers.all(), with_changes=True)
    return {
        "record": item,
        "columns": columns,
        "last_time": last_time(request, item),
        "conditions": [
            AskedFor(one, offers_for(request, one) if one.status == "open" else ())
            for one in item.conditions.all()
        ],
        "decided_at": decided_at(item, columns),
        "allowed": [offer for offer in offers if offer.button.verdict],
        "refused": [offer for offer in offers if not offer.button.verdict],
    }


def decided_at(item: CycleItem, columns: Any) -> Any:
    """Return when the last position came that an item's decision needed."""
    if item.status in (ItemStatus.PENDING, ItemStatus.REVIEWED):
        return None
    return max((one.signed_at for one in columns if one.signed_at), default=None)


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A condition, and what its reader can do about it."""

    condition: Condition
    offers: Sequence[Offer]


@dataclass(frozen=True, slots=True)
class LastTime:
    """The same change of the same system in an earlier cycle, and what is different now."""

    item: CycleItem
    changes: Sequence[Change]


def last_time(request: HttpRequest, item: CycleItem) -> LastTime | None:
    """Return what an earlier cycle that was closed said of the same change, if one had it."""
    before = (
        CycleItem.objects.visible_to(request.user)
        .filter(
            system=item.system_id,
            change=item.change,
            cycle__status=CycleStatus.CLOSED,
            cycle__number__lt=item.cycle.number,
        )
        .select_related("cycle", "system", "version")
        .order_by("-cycle__number")
        .first()
    )
    if before is None:
        return None
    then, now = (canonical({**content_of(one), "record": ""}) for one in (before, item))
    return LastTime(before, changes_between(then, now, item, request.user))
