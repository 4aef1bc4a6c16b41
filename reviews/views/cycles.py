"""The pages of review cycles, which are the partners' alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from reviews import access
from reviews.carried import carried_into
from reviews.models import Briefing, Condition, CycleItem, ReviewCycle
from reviews.states import CYCLES_THAT_ARE_OVER, CycleKind, CycleStatus
from reviews.transitions import concur_with_each
from reviews.views.columns import PositionColumn, position_columns
from tracker.access import judge
from tracker.confirmation import check_confirmed
from tracker.material import canonical, contents_of, digest_of
from tracker.views.filters import RecordFilter, one_of, one_of_rows
from tracker.views.lists import show_list
from tracker.views.records import admin_url, find, show_record

# What a filter for a partner's briefing may say besides whose it is.
COMPLETE = "complete"


class CycleFilter(RecordFilter):
    """The filters of cycles."""

    in_sight = 3
    lookups = {"state": "status", "kind": "kind"}
    state = one_of(CycleStatus, _("State"))
    kind = one_of(CycleKind, _("Kind"))
    briefing = one_of_rows(_("Briefing"))

    def choices_for(self, rows: Any) -> Any:
        """Return the partners that were briefed, each once more for what they answered wholly."""
        briefed = Briefing.objects.visible_to(self.reader).order_by("organization__name")
        named = briefed.values_list("organization__code", "organization__name").distinct()
        briefings = [
            choice
            for code, name in named
            for choice in (
                (code, _("Of %s") % name),
                (f"{code}:{COMPLETE}", _("Of %s, complete") % name),
            )
        ]
        return {**super().choices_for(rows), "briefing": briefings}

    def narrow_otherwise(self, rows: Any, name: str, value: Any) -> Any:
        """Narrow to cycles that a partner was briefed on, or as every list does."""
        if name != "briefing":
            return super().narrow_otherwise(rows, name, value)
        code, _colon, how_far = value.partition(":")
        briefings = Briefing.objects.visible_to(self.reader).filter(organization__code=code)
        if how_far == COMPLETE:
            briefings = briefings.filter(is_complete=True)
        return rows.filter(pk__in=briefings.values("cycle"))


def cycle_list(request: HttpRequest) -> HttpResponse:
    """List the cycles, newest first."""
    rows = ReviewCycle.objects.visible_to(request.user)
    may_plan = judge(access.check_can_plan_cycle, request.user).allowed
    return show_list(
        request,
        "reviews/cycle_list.html",
        rows.for_list(),
        CycleFilter(request, rows),
        order=("-number",),
        add_url=admin_url(ReviewCycle, "add") if may_plan else "",
    )


def cycle_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a cycle with the changes in its scope and the reviews the reader may see."""
    rows = ReviewCycle.objects.visible_to(request.user).for_detail(request.user)
    cycle: Any = find(rows, reference)
    lines = lines_of(request, cycle)
    return show_record(
        request,
        "reviews/cycle_detail.html",
        cycle,
        check_edit=access.check_can_edit_cycle,
        lines=lines,
        awaits_reader=any(line.digest for line in lines),
        briefings=briefings_of(request, cycle),
        taken_over=carried_into(cycle, request.user) if cycle.series_id else (),
        carried_over=Condition.objects.visible_to(request.user).carried_into(cycle).for_list()
        if cycle.status not in CYCLES_THAT_ARE_OVER and cycle.series_id is None
        else (),
    )


def briefings_of(request: HttpRequest, cycle: Any) -> list[Briefing]:
    """Return the partners' briefings of a cycle: whose they are, and whether they are complete."""
    return list(Briefing.objects.visible_to(request.user).filter(cycle=cycle).for_list())


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item on its cycle's page: where each partner stands, and what signing it here is about."""

    item: CycleItem
    columns: Sequence[PositionColumn]
    digest: str = ""


def lines_of(request: HttpRequest, cycle: Any) -> list[ItemLine]:
    """Return the cycle's items; those that wait for the reader carry the digest of what they say."""
    user: Any = request.user
    waiting = list(CycleItem.objects.visible_to(user).awaiting(user).filter(cycle=cycle))
    digests = {key: digest_of(canonical(said)) for key, said in contents_of(waiting).items()}
    return [
        ItemLine(item, position_columns(user, item, cycle.signers.all()), digests.get(item.pk, ""))
        for item in cycle.items.all()
    ]


@require_POST
def concur_with_items(request: HttpRequest, reference: str) -> HttpResponse:
    """Sign the items that were ticked, each on its own digest; say of each that was refused why."""
    user: Any = request.user
    cycle: Any = find(ReviewCycle.objects.visible_to(user), reference)
    access.check_signs_in(user, cycle)
    check_confirmed(request)
    ticked = dict(one.partition(":")[::2] for one in request.POST.getlist("item"))
    items = CycleItem.objects.visible_to(user).filter(cycle=cycle, reference__in=list(ticked))
    refusals = concur_with_each([(item, ticked[item.reference]) for item in items], by=user)
    signed = [item.reference for item, refusal in refusals.items() if not refusal]
    if signed:
        messages.success(request, _("You concur with %s.") % ", ".join(signed))
    if not refusals:
        messages.error(request, _("Tick the items that you concur with."))
    for item, refusal in refusals.items():
        if refusal:
            messages.error(request, f"{item.reference}: {refusal}")
    return redirect(cycle)
