"""The shape of a partner's briefing: the lessons it looks at before a cycle, and what it says to each."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from lessons.briefing_triggers import complete_once_answered
from lessons.models.lesson import Lesson
from lessons.querysets.briefing import BriefingLineQuerySet
from lessons.states import ANSWERS, ANSWERS_WITH_WORDS, BRIEFING_TRANSITIONS, BriefingAnswer
from reviews.models import Briefing
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.states import Label
from tracker.triggers import frozen_fields, not_while_held, state_machine

MOST_LINES = 10
FROZEN = (
    "briefing_id",
    "rank",
    "lesson_id",
    "reasons",
    "lesson_version",
    "lesson_digest",
)


@tracked()
class BriefingLine(models.Model):
    """A lesson as it was when a cycle opened, why it stands at its rank, and a partner's answer."""

    Status = BriefingAnswer
    words_under = ("briefing",)

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    reference = models.CharField(_("reference"), max_length=48, unique=True, editable=False)
    briefing = models.ForeignKey(Briefing, models.CASCADE, related_name="lines", editable=False)
    rank = models.PositiveSmallIntegerField(_("rank"), editable=False)
    lesson = models.ForeignKey(
        Lesson, models.PROTECT, related_name="briefing_lines", editable=False
    )
    lesson_version = models.PositiveIntegerField(_("content version"), editable=False)
    lesson_digest = models.CharField(_("digest"), max_length=64, editable=False)
    reasons = models.TextField(_("why it stands here"), editable=False)
    status = models.CharField(
        _("answer"),
        max_length=20,
        choices=BriefingAnswer,
        default=BriefingAnswer.OPEN,
        editable=False,
    )
    words = models.TextField(_("how, or why not"), blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("answered by"),
        editable=False,
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    illustrative = models.BooleanField(_("illustrative"), default=False, editable=False)

    objects = BriefingLineQuerySet.as_manager()

    class Meta:
        ordering = ["briefing", "rank"]
        verbose_name = _("line of a briefing")
        verbose_name_plural = _("lines of briefings")
        constraints = [
            models.UniqueConstraint(fields=["briefing", "rank"], name="briefingline_one_a_rank"),
            models.UniqueConstraint(
                fields=["briefing", "lesson"], name="briefingline_one_a_lesson"
            ),
            models.CheckConstraint(
                condition=models.Q(rank__range=(1, MOST_LINES)),
                name="briefingline_of_the_first_ten",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    status__in=ANSWERS, answered_by__isnull=False, answered_at__isnull=False
                )
                | models.Q(
                    status__in=[BriefingAnswer.OPEN, BriefingAnswer.GONE],
                    answered_by=None,
                    answered_at=None,
                    words="",
                ),
                name="briefingline_answered_by_name",
                violation_error_message=_("A lesson of a briefing is answered by a person."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=ANSWERS_WITH_WORDS) | ~models.Q(words=""),
                name="briefingline_says_how_or_why_not",
                violation_error_message=_(
                    "Say how it changes your plan, or why it is not relevant."
                ),
            ),
        ]
        triggers = [
            state_machine("line of a briefing", BriefingAnswer.OPEN, BRIEFING_TRANSITIONS),
            frozen_fields(
                "line of a briefing",
                tuple(BriefingAnswer.values),
                FROZEN,
                redactable=("reasons",),
            ),
            not_while_held("id", above=("reviews_briefing", "briefing_id", "cycle_id")),
        ]

    # One side's own words stand on it, whoever may read the lesson.
    marked = Label.AMBER_STRICT

    def __str__(self) -> str:
        return str(self.lesson)

    def get_absolute_url(self) -> str:
        """Return the address of the briefing that it stands in."""
        return f"{self.briefing.get_absolute_url()}#line-{self.rank}"

    @property
    def why(self) -> list[str]:
        """Return the reasons, a sentence each."""
        return self.reasons.splitlines()

    @property
    def said_by_id(self) -> Any:
        """Return the key of the partner whose words these are, under a cycle that is joint."""
        return self.briefing.organization_id

    @property
    def under(self) -> Any:
        """Return the record whose audience it inherits."""
        return self.lesson


class BriefingOfLines(Briefing):
    """A briefing, as its lines look at it."""

    class Meta:
        proxy = True
        triggers = [complete_once_answered()]
