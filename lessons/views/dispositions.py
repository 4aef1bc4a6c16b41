"""The pages of dispositions: what waits for whom, several done in one go, and each by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from lessons.access import disposition as access
from lessons.answering import MANY, Outcome, do_many
from lessons.disposition_transitions import last_answer_of
from lessons.downstream import hops_for, why_asked
from lessons.models import Disposition
from lessons.reports.counting import COUNTED_PAIRS, pairs_counted
from lessons.states import Answer, DispositionStatus
from tracker.access import Denied, is_partner, judge
from tracker.forms import VerbForm
from tracker.verbs import Verb, verb_named
from tracker.views.filters import RecordFilter, one_among, one_of, one_of_rows, waits_for_me
from tracker.views.lists import show_list
from tracker.views.records import find, show_record

# Of several systems, no single update does it.
OF_ONE_ALONE = frozenset({"update"})


class DispositionFilter(RecordFilter):
    """The filters of dispositions."""

    lookups = {
        "state": "status",
        "answer": "answer",
        "owner": "organization__code",
        "system": "system__reference",
        "lesson": "lesson__reference",
    }
    waiting = waits_for_me()
    state = one_of(DispositionStatus, _("State"))
    answer = one_of(Answer, _("Answer"))
    owner = one_of_rows(_("Who is asked"))
    system = one_of_rows(_("System"))
    lesson = one_of_rows(_("Lesson"))
    counted = one_among(COUNTED_PAIRS, _("Counted in the figures as"))
    in_sight = 3

    def narrow_otherwise(self, rows: Any, name: str, value: Any) -> Any:
        """Narrow to the rows behind a figure, or as every list does."""
        if name == "counted":
            return rows.filter(pk__in=pairs_counted(self.reader, value))
        return super().narrow_otherwise(rows, name, value)

    def choices_for(self, rows: Any) -> Any:
        """Add the lessons that ask."""
        lessons = rows.order_by("lesson__reference").values_list(
            "lesson__reference", "lesson__title"
        )
        return {**super().choices_for(rows), "lesson": lessons.distinct()}


@require_http_methods(["GET", "POST"])
def disposition_list(request: HttpRequest) -> HttpResponse:
    """Show what systems answer to lessons, or do to several what was asked for."""
    if request.method == "POST":
        return do_to_chosen(request)
    return show(request)


def do_to_chosen(request: HttpRequest) -> HttpResponse:
    """Answer or judge each one ticked, and say of each what came of it."""
    if not is_partner(request.user):
        raise Denied("Only people of a partner do this.")
    name = request.POST.get("verb", "")
    if name not in MANY:
        raise Http404
    form = form_for(request, name, data=True)
    chosen = request.POST.getlist("chosen")
    if not chosen or not form.is_valid():
        return show(request, forms={name: form}, nothing_ticked=not chosen, status=400)
    user: Any = request.user
    outcomes = do_many(user, name, chosen, form.answers())
    done = sum(1 for one in outcomes if one.is_done)
    if done:
        messages.success(request, _("Done for %d.") % done)
    refused = [one for one in outcomes if not one.is_done]
    if refused:
        return show(request, forms={name: form}, refused=refused, status=409)
    return redirect(request.get_full_path())


def show(
    request: HttpRequest,
    *,
    forms: dict[str, VerbForm] | None = None,
    refused: list[Outcome] | None = None,
    nothing_ticked: bool = False,
    status: int = 200,
) -> HttpResponse:
    """Show the list, with what was just refused above it."""
    rows = Disposition.objects.visible_to(request.user)
    response = show_list(
        request,
        "lessons/disposition_list.html",
        rows.for_list(),
        DispositionFilter(request, rows),
        with_rows=lambda found: {
            "lines": lines(request, found),
            "offers": offers(request, found, forms or {}),
        },
        refused=refused or [],
        nothing_ticked=nothing_ticked,
        ticked=request.POST.getlist("chosen"),
    )
    response.status_code = status
    return response


def lines(request: HttpRequest, found: Any) -> list[Any]:
    """Return each row with why it is asked, and whether the reader can do anything with it now."""
    ways = hops_for(request.user, [one.path for one in found])
    return [
        (one, why_asked(way), bool(verbs_for(request, one)))
        for one, way in zip(found, ways, strict=True)
    ]


def verbs_for(request: HttpRequest, record: Disposition) -> list[str]:
    """Return which of the verbs for many a reader may do to one that waits."""
    if record.status == DispositionStatus.ACCEPTED:
        return []
    return [name for name in MANY if judge(verb(name).check, request.user, record)]


def verb(name: str) -> Verb:
    """Return a verb of dispositions."""
    found = verb_named(Disposition, name)
    assert found is not None, name
    return found


def offers(request: HttpRequest, found: Any, forms: dict[str, VerbForm]) -> list[Any]:
    """Return a form for each verb that the reader may do to one of the rows."""
    possible = {name for one in found for name in verbs_for(request, one)}
    return [
        (name, verb(name).label_for(request.user), forms.get(name) or form_for(request, name))
        for name in MANY
        if name in possible
    ]


def form_for(request: HttpRequest, name: str, *, data: bool = False) -> VerbForm:
    """Return the form of a verb done to several; what the person said last is offered again."""
    chosen = verb(name)
    asks = tuple(ask for ask in chosen.asks if ask.name not in OF_ONE_ALONE)
    user: Any = request.user
    form = VerbForm(replace(chosen, asks=asks), user, None, request.POST if data else None)
    form.prefix = name
    if name == "answer" and not data:
        offer_last(form, user)
    return form


def offer_last(form: VerbForm, user: Any) -> None:
    """Fill in the answer and the reason that a person gave last."""
    last = last_answer_of(user)
    if last is not None:
        form.initial.update(answer=last.answer, reason=last.reason)


def disposition_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show what one system answers to a lesson: why it is asked, the answer, the judgement."""
    rows = Disposition.objects.visible_to(request.user).for_detail(request.user)
    record = find(rows, reference)
    hops = hops_for(request.user, [record.path])[0]
    return show_record(
        request,
        "lessons/disposition_detail.html",
        record,
        check_edit=nobody_edits,
        hops=hops,
        why=why_asked(hops),
        is_inside=access.is_inside(record),
    )


def nobody_edits(user: Any, record: Any) -> None:
    """Refuse: an answer is given by its verb, there is nothing to edit besides."""
    raise Denied("An answer is given by its verb.")
