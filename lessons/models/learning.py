"""The shape of what decides that a lesson is learned: outcomes it can do without, and "no action"."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lessons.models.lesson import Lesson
from lessons.models.practice import BestPractice
from lessons.models.research import ResearchDirection
from lessons.models.update import SystemUpdate
from lessons.querysets import NoActionQuerySet, OptionalOutcomeQuerySet
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.models import SignOff, sign_off_rules, sign_off_triggers
from tracker.triggers import not_while_held

# The three kinds of outcome, as an optional one names them.
OUTCOMES = ("update", "research", "practice")


def just(name: str) -> models.Q:
    """Return the condition that one kind of outcome is named and no other."""
    return models.Q(**{f"{one}__isnull": one != name for one in OUTCOMES})


@tracked("lesson")
class OptionalOutcome(models.Model):
    """An outcome that a lesson can be learned without; every other one is required."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="optional_outcomes")
    update = models.ForeignKey(
        SystemUpdate,
        models.CASCADE,
        null=True,
        related_name="optional_for",
        verbose_name=_("update"),
    )
    research = models.ForeignKey(
        ResearchDirection,
        models.CASCADE,
        null=True,
        related_name="optional_for",
        verbose_name=_("research direction"),
    )
    practice = models.ForeignKey(
        BestPractice,
        models.CASCADE,
        null=True,
        related_name="optional_for",
        verbose_name=_("best practice"),
    )
    reason = models.TextField(_("why it can be done without"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), default=timezone.now)

    objects = OptionalOutcomeQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("optional outcome")
        verbose_name_plural = _("optional outcomes")
        constraints = [
            models.CheckConstraint(
                condition=just("update") | just("research") | just("practice"),
                name="optionaloutcome_names_one",
            ),
            *(
                models.UniqueConstraint(
                    fields=["lesson", name],
                    name=f"optionaloutcome_{name}_once",
                    violation_error_message=_("This is optional for the lesson already."),
                )
                for name in OUTCOMES
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="optionaloutcome_with_reason",
                violation_error_message=_("Say why the lesson can do without it."),
            ),
        ]
        triggers = [not_while_held("lesson_id")]

    def __str__(self) -> str:
        return str(self.update or self.research or self.practice)


@tracked("lesson")
class NoAction(SignOff):
    """A signatory of one organization signed that nothing has to be done because of a lesson, and why."""

    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="no_actions")

    objects = NoActionQuerySet.as_manager()

    class Meta(SignOff.Meta):
        abstract = False
        verbose_name = _("signature under “no action”")
        verbose_name_plural = _("signatures under “no action”")
        constraints = [
            *sign_off_rules("noaction", "lesson"),
            models.CheckConstraint(
                condition=~models.Q(statement=""),
                name="noaction_with_reason",
                violation_error_message=_("Say why nothing has to be done."),
            ),
        ]
        triggers = sign_off_triggers("lessons_lesson", "lesson_id")
