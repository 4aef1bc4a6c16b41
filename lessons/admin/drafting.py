"""From chosen findings to a lesson: what the list of findings can do once lessons exist."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from lessons.admin.comparing import WarnsOfAlike
from lessons.editing import draft_lesson
from lessons.models import Lesson
from reviews.admin import finding as reviews_finding
from reviews.admin import review as reviews_review
from reviews.models import Finding, Review
from tracker.access import Refusal
from tracker.admin.parts import Row, Table, change_url, state_column

admin.site.unregister([Finding, Review])


@admin.register(Finding)
class FindingAdmin(WarnsOfAlike, reviews_finding.FindingAdmin):
    """The middle floor's findings, with the way to a lesson."""

    alike_among = (Finding, Lesson)

    actions = ("draft_lesson_from_chosen",)

    def get_action_choices(self, request: HttpRequest, default_choices: Any = ()) -> Any:
        """Choose the one action beforehand."""
        return super().get_action_choices(request, [])

    @admin.action(description=_("Draft a lesson from the chosen findings"))
    def draft_lesson_from_chosen(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        """Draft the lesson and show it, or say why not."""
        user: Any = request.user
        try:
            lesson = draft_lesson(by=user, findings=list(queryset.order_by("id")))
        except (Refusal, ValidationError) as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return None
        self.message_user(
            request, _("A lesson was drafted from the findings; say what was learned.")
        )
        return redirect(change_url(lesson))

    def tables(self, request: HttpRequest, record: Finding) -> Iterable[Table]:
        """Return the lessons drawn from it, too."""
        user: Any = request.user
        lessons = Lesson.objects.visible_to(user).filter(findings=record)
        rows = [Row(change_url(x), (x.title, x.reference, state_column(x))) for x in lessons]
        header = (_("title"), _("reference"), _("state"))
        return (*super().tables(request, record), Table(_("Lessons"), header, rows))


@admin.register(Review)
class ReviewAdmin(WarnsOfAlike, reviews_review.ReviewAdmin):
    """The middle floor's reviews, with a word on findings that were written already."""

    alike_among = (Finding, Lesson)
