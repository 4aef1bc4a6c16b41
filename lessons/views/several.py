"""How a list takes answers for several of its rows in one go: what is offered, done and refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.contrib import messages
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from lessons.answering import Outcome, do_many, verb_of
from tracker.access import Denied, is_partner, judge
from tracker.forms import VerbForm
from tracker.verbs import Verb
from tracker.views.filters import RecordFilter
from tracker.views.lists import show_list


@dataclass(frozen=True)
class Several:
    """A noun of which several rows are done in one go.

    `verbs` are those that can be; `is_over` says of a row that nothing waits there; `said_last` returns
    what a person said last by the first of them, to be offered again. What is `of_one_alone` is not
    asked for several.
    """

    model: type[Model]
    verbs: tuple[str, ...]
    is_over: Callable[[Any], bool]
    said_last: Callable[[Any], Mapping[str, Any]]
    of_one_alone: frozenset[str] = frozenset()

    def verb(self, name: str) -> Verb:
        """Return one of the verbs, asking for what several have in common."""
        chosen = verb_of(self.model, name)
        asks = tuple(ask for ask in chosen.asks if ask.name not in self.of_one_alone)
        return replace(chosen, asks=asks)

    def possible(self, user: Any, record: Any) -> list[str]:
        """Return which of the verbs a reader may do to a row at which something waits."""
        if self.is_over(record):
            return []
        return [one for one in self.verbs if judge(verb_of(self.model, one).check, user, record)]


@dataclass(frozen=True)
class Tried:
    """What was just tried and is not done, wholly or in part; nothing to begin with."""

    forms: Mapping[str, VerbForm] = field(default_factory=dict)
    refused: Sequence[Outcome] = ()
    nothing_ticked: bool = False
    status: int = 200


Show = Callable[[HttpRequest, Tried], HttpResponse]


def do_to_chosen(request: HttpRequest, several: Several, show: Show) -> HttpResponse:
    """Do a verb to each row ticked, and say of each what came of it."""
    if not is_partner(request.user):
        raise Denied("Only people of a partner do this.")
    name = request.POST.get("verb", "")
    if name not in several.verbs:
        raise Http404
    form = form_for(request, several, name, data=True)
    chosen = request.POST.getlist("chosen")
    if not chosen or not form.is_valid():
        return show(request, Tried({name: form}, nothing_ticked=not chosen, status=400))
    user: Any = request.user
    outcomes = do_many(user, several.model, name, chosen, form.answers())
    done = sum(1 for one in outcomes if one.is_done)
    if done:
        messages.success(request, _("Done for %d.") % done)
    refused = [one for one in outcomes if not one.is_done]
    if refused:
        return show(request, Tried({name: form}, refused, status=409))
    return redirect(request.get_full_path())


def show_several(
    request: HttpRequest,
    several: Several,
    template: str,
    rows: QuerySet[Any],
    filters: RecordFilter,
    tried: Tried,
    with_rows: Callable[[list[Any]], list[Any]],
) -> HttpResponse:
    """Show a list with what can be done to its rows, and what was just refused above it.

    `with_rows` returns what stands beside each row; its line says too whether anything can be done.
    """

    def lines(found: list[Any]) -> dict[str, Any]:
        possible = [several.possible(request.user, one) for one in found]
        beside = with_rows(found)
        return {
            "names": filter(None, beside),
            "lines": list(zip(found, beside, map(bool, possible), strict=True)),
            "offers": offers(request, several, {name for one in possible for name in one}, tried),
        }

    response = show_list(
        request,
        template,
        rows,
        filters,
        with_rows=lines,
        refused=tried.refused,
        nothing_ticked=tried.nothing_ticked,
        ticked=request.POST.getlist("chosen"),
    )
    response.status_code = tried.status
    return response


def offers(
    request: HttpRequest, several: Several, possible: set[str], tried: Tried
) -> list[tuple[str, str, VerbForm]]:
    """Return the verbs that the reader may do to one of the rows, each with its button and form."""
    return [
        (
            name,
            several.verb(name).label_for(request.user),
            tried.forms.get(name) or form_for(request, several, name),
        )
        for name in several.verbs
        if name in possible
    ]


def form_for(request: HttpRequest, several: Several, name: str, *, data: bool = False) -> VerbForm:
    """Return the form of a verb done to several; what the person said last is offered again."""
    user: Any = request.user
    form = VerbForm(several.verb(name), user, None, request.POST if data else None)
    form.prefix = name
    if name == several.verbs[0] and not data:
        form.initial.update(several.said_last(user))
    return form
