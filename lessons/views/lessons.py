"""The pages of lessons."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from lessons import access
from lessons.learned import signers_of
from lessons.models import Check, Lesson, Recurrence, Reverification
from lessons.progress import learning_of
from lessons.reach import preview_of
from lessons.reports.counting import COUNTED_LESSONS, lessons_counted
from lessons.signatures import signature_columns
from lessons.states import LessonStatus, Scope
from lessons.trace import threads_for
from lessons.views.counted import CountedFilter
from lessons.views.signatures import show_signatures
from tracker.states import Label
from tracker.views.filters import one_among, one_of, one_of_rows, waits_for_me
from tracker.views.lists import show_list
from tracker.views.records import find, public_where_clear, show_record, with_offers


class LessonFilter(CountedFilter):
    """The filters of lessons."""

    lookups = {
        "state": "status",
        "owner": "owner__code",
        "scope": "scope",
    }
    through = {"system": "about__system__reference"}
    state = one_of(LessonStatus, _("State"))
    system = one_of_rows(_("System"))
    tag = one_of_rows(_("Tag"))
    scope = one_of(Scope, _("Signed by"))
    owner = one_of_rows(_("Owner"))
    label = one_of(Label, _("Label"))
    waiting = waits_for_me()
    counted = one_among(COUNTED_LESSONS, _("Counted in the figures as"))
    rows_counted = lessons_counted


def lesson_list(request: HttpRequest) -> HttpResponse:
    """List the lessons that the reader may see, newest first."""
    rows = Lesson.objects.visible_to(request.user)
    return show_list(
        request,
        "lessons/lesson_list.html",
        rows.for_list(request.user),
        LessonFilter(request, rows),
        with_rows=lambda found: {"threads": threads_for(found, request.user)},
    )


@public_where_clear
def lesson_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a lesson: what it rests on, who signed it, what followed."""
    lesson = find(Lesson.objects.visible_to(request.user).for_detail(request.user), reference)
    learning = learning_of(lesson, request.user)
    return show_record(
        request,
        "lessons/lesson_detail.html",
        lesson,
        check_edit=access.check_can_edit_lesson,
        reverifications=with_offers(
            request,
            Reverification.objects.visible_to(request.user).filter(lesson=lesson).for_list(),
        ),
        checks=list(Check.objects.visible_to(request.user).filter(lesson=lesson).for_list()),
        recurrences=list(
            Recurrence.objects.visible_to(request.user).filter(lesson=lesson).for_list()
        ),
        names=learning.names if learning else (),
        learning=learning,
        preview=preview_of(lesson, request.user),
        signatures=signature_columns(request.user, lesson, signers_of(lesson)),
    )


@public_where_clear
def lesson_signatures(request: HttpRequest, reference: str) -> HttpResponse:
    """Show who signed a lesson, on which words, and what differs since."""
    lesson = find(Lesson.objects.visible_to(request.user).for_detail(request.user), reference)
    return show_signatures(request, lesson)
