"""The shape of directions for research, and of what comes out of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lessons.models.lesson import Lesson
from lessons.querysets import (
    ResearchDirectionQuerySet,
    ResearchOutputQuerySet,
)
from lessons.states import (
    RESEARCH_TRANSITIONS,
    ResearchStatus,
)
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.models import Record
from tracker.triggers import not_while_held, state_machine, widened_by_consent


@tracked()
class ResearchDirection(Record):
    """A question that a lesson leaves open."""

    Status = ResearchStatus
    reference_prefix = "RES"
    derived_from = ("lessons",)
    content_fields = (
        "title",
        "why",
        "result",
        "concluded_on",
        "closing_reason",
        "source",
        "source_url",
    )
    content_children = {"outputs": ("title", "url")}

    title = models.CharField(_("question"), max_length=500)
    why = models.TextField(_("why it matters"), blank=True)
    lessons = models.ManyToManyField(
        Lesson, blank=True, related_name="research", verbose_name=_("lessons")
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="assigned_research",
        verbose_name=_("responsible"),
    )
    status = models.CharField(
        _("state"),
        max_length=20,
        choices=ResearchStatus,
        default=ResearchStatus.PROPOSED,
        editable=False,
    )
    result = models.TextField(_("result"), blank=True, editable=False)
    concluded_on = models.DateField(_("concluded on"), null=True, editable=False)
    closing_reason = models.TextField(_("why it was dropped"), blank=True, editable=False)

    objects = ResearchDirectionQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("research direction")
        verbose_name_plural = _("research directions")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(concluded_on__isnull=False) & ~models.Q(result="")
                | ~models.Q(status=ResearchStatus.CONCLUDED),
                name="researchdirection_concluded_with_result",
                violation_error_message=_("Say what the research found."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status=ResearchStatus.DROPPED) | ~models.Q(closing_reason=""),
                name="researchdirection_dropped_with_reason",
                violation_error_message=_("Say why the direction is dropped."),
            ),
        ]
        triggers = [
            state_machine("research direction", ResearchStatus.PROPOSED, RESEARCH_TRANSITIONS),
            not_while_held("id"),
            widened_by_consent(
                {
                    "lessons_lesson": "SELECT lesson_id"
                    " FROM public.lessons_researchdirection_lessons"
                    " WHERE researchdirection_id = NEW.id"
                }
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the direction's page."""
        return reverse("research-detail", args=[self.reference])


@tracked("direction")
class ResearchOutput(models.Model):
    """Something that came out of research: a paper, a benchmark, a tool."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    direction = models.ForeignKey(ResearchDirection, models.CASCADE, related_name="outputs")
    title = models.CharField(_("title"), max_length=300)
    url = models.URLField(_("link"), max_length=1000)

    objects = ResearchOutputQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("research output")
        verbose_name_plural = _("research outputs")

    def __str__(self) -> str:
        return self.title


@tracked("researchdirection")
class LessonOfResearch(ResearchDirection.lessons.through):  # type: ignore[name-defined,misc]
    """A lesson that leaves a question open."""

    class Meta:
        proxy = True
