"""The page of a partner's own briefing: all its lessons on one page, answered with one press."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from lessons import access
from lessons.briefing_transitions import Answer, answer_lines
from lessons.models import BriefingLine
from lessons.states import ANSWERS, BriefingAnswer
from reviews.access import check_can_answer_briefing
from reviews.models import Briefing, ReviewCycle
from tracker.access import judge
from tracker.marking import label_for, marked
from tracker.protection.readings import log_reading
from tracker.states import Surface
from tracker.views.records import find


class LineForm(forms.Form):
    """One lesson of a briefing, and what it means for the partner's plan."""

    answer = forms.ChoiceField(
        label=_("What it means for your plan"),
        choices=[(one.value, one.label) for one in ANSWERS],
        widget=forms.RadioSelect,
        required=False,
    )
    words = forms.CharField(
        label=_("How it changes the plan, or why it is not relevant"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=20_000,
        required=False,
    )
    # When the line was answered that the page showed: another answer is not taken away unseen.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, line: BriefingLine, data: Any = None) -> None:
        chosen = line.status if line.status in ANSWERS else None
        super().__init__(
            data,
            prefix=f"line-{line.rank}",
            initial={"answer": chosen, "words": line.words, "seen": answered_at(line)},
        )
        self.line = line

    @property
    def stands_at(self) -> str:
        """Return which line of the page it is, for the summary of what is wrong."""
        return f"{self.line.rank}. {self.line.lesson}"

    def clean(self) -> dict[str, Any]:
        """Refuse an answer without the words that it needs, and words without an answer."""
        cleaned: dict[str, Any] = super().clean() or {}
        answer, words = cleaned.get("answer", ""), cleaned.get("words", "")
        if words and not answer:
            raise ValidationError({"answer": _("Choose what it means for your plan.")})
        if self.is_overtaken(cleaned):
            raise ValidationError(said_meanwhile(self.line))
        access.check_says_enough(answer, words)
        return cleaned

    def is_overtaken(self, cleaned: dict[str, Any]) -> bool:
        """Say whether somebody answered since the page was opened, and this says otherwise."""
        said = (cleaned.get("answer", ""), cleaned.get("words", "").strip())
        stale = cleaned.get("seen", "") != answered_at(self.line)
        return stale and any(said) and said != (self.line.status, self.line.words)

    @property
    def given(self) -> Answer | None:
        """Return the answer, None where the line is left for later or says what it said."""
        answer, words = self.cleaned_data["answer"], self.cleaned_data["words"].strip()
        same = (answer, words) == (self.line.status, self.line.words)
        return Answer(self.line, answer, words) if answer and not same else None


def answered_at(line: BriefingLine) -> str:
    """Return when a line was answered, as its form carries it."""
    return line.answered_at.isoformat() if line.answered_at else ""


def said_meanwhile(line: BriefingLine) -> str:
    """Say who answered a line since its page was opened, and what."""
    words = _(
        "%(person)s answered this meanwhile: %(answer)s. %(words)s Open the page anew to answer it."
    )
    answer = line.get_status_display()
    return words % {"person": line.answered_by, "answer": answer, "words": line.words}


@require_http_methods(["GET", "POST"])
def briefing(request: HttpRequest, reference: str) -> HttpResponse:
    """Show what already bit the reader's side here, and take their answers, all at once."""
    user: Any = request.user
    cycle: Any = find(ReviewCycle.objects.visible_to(user), reference)
    lines = list(BriefingLine.objects.visible_to(user).filter(briefing__cycle=cycle).for_list())
    if request.method == "GET":
        return show(request, cycle, lines, [LineForm(line) for line in lines])
    check_can_answer_briefing(user, cycle)
    asked = [LineForm(line, request.POST) for line in lines if is_asked(line)]
    wrong = [form for form in asked if not form.is_valid()]
    if wrong:
        return show(request, cycle, lines, asked, status=400)
    answer_lines([form.given for form in asked if form.given], by=user)
    messages.success(request, said_of(cycle, user))
    return redirect("cycle-briefing", reference)


def is_asked(line: BriefingLine) -> bool:
    """Say whether anybody is asked about a line: its lesson can be read still."""
    return line.status != BriefingAnswer.GONE


def said_of(cycle: ReviewCycle, user: Any) -> str:
    """Return the sentence after answering."""
    own = Briefing.objects.visible_to(user).filter(cycle=cycle, organization=user.organization_id)
    if own.incomplete().exists():
        return str(_("Your answers are kept; the others can wait until you sign."))
    return str(_("Your briefing is complete; it holds nothing back any more."))


def show(
    request: HttpRequest,
    cycle: Any,
    lines: Iterable[BriefingLine],
    answers: Iterable[LineForm],
    status: int = 200,
) -> HttpResponse:
    """Show the briefing, with what its reader can do; looking at it is reading its lessons."""
    log_reading(request.user, [line.lesson for line in lines], Surface.PAGE)
    forms_of = {form.line.pk: form for form in answers}
    verdict = judge(check_can_answer_briefing, request.user, cycle)
    marking = label_for(request.user, lines)
    context = {
        "cycle": cycle,
        "lines": [(line, forms_of.get(line.pk) if is_asked(line) else None) for line in lines],
        "own": Briefing.objects.visible_to(request.user)
        .filter(cycle=cycle, organization=request.user.organization_id)  # type: ignore[union-attr]
        .first(),
        "verdict": verdict,
        "answers": [form for form in forms_of.values() if form.is_bound and form.errors],
        "marking": marking,
    }
    return marked(render(request, "lessons/briefing.html", context, status=status), marking)
