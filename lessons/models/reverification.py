"""The shape of the question whether a lesson still holds for a new version of a system."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lessons.models.lesson import Lesson
from lessons.querysets.reverification import ReverificationQuerySet
from lessons.states import REVERIFICATION_TRANSITIONS, ReverificationStatus
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.models import AISystem, SystemVersion
from tracker.triggers import not_while_held, state_machine


@tracked()
class Reverification(models.Model):
    """A lesson is to be verified again, since a system that it is about has a new version."""

    Status = ReverificationStatus
    reference_prefix = "RVF"
    audience_of = ("system",)
    words_under = ("lesson",)

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    reference = models.CharField(_("reference"), max_length=24, unique=True, editable=False)
    lesson = models.ForeignKey(
        Lesson, models.CASCADE, related_name="reverifications", editable=False
    )
    system = models.ForeignKey(
        AISystem, models.CASCADE, related_name="reverifications", editable=False
    )
    version = models.ForeignKey(
        SystemVersion, models.CASCADE, related_name="reverifications", editable=False
    )
    status = models.CharField(
        _("state"),
        max_length=20,
        choices=ReverificationStatus,
        default=ReverificationStatus.ASKED,
        editable=False,
    )
    words = models.TextField(_("what was seen"), blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    created_at = models.DateTimeField(_("asked at"), default=timezone.now, editable=False)

    objects = ReverificationQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("lesson to verify again")
        verbose_name_plural = _("lessons to verify again")
        constraints = [
            models.UniqueConstraint(
                fields=["lesson", "version"], name="reverification_asked_once_a_version"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    status=ReverificationStatus.ASKED, answered_by=None, answered_at=None
                )
                | models.Q(
                    ~models.Q(status=ReverificationStatus.ASKED),
                    answered_by__isnull=False,
                    answered_at__isnull=False,
                ),
                name="reverification_answered_by_name",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_at__isnull=True)
                | models.Q(answered_at__gte=models.F("created_at")),
                name="reverification_answered_after_it_was_asked",
                violation_error_message=_("Nobody answers what was not asked yet."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status=ReverificationStatus.NO_LONGER_HOLDS)
                | ~models.Q(words=""),
                name="reverification_says_why_it_holds_no_longer",
                violation_error_message=_("Say why the lesson no longer holds."),
            ),
        ]
        triggers = [
            state_machine("reverification", ReverificationStatus.ASKED, REVERIFICATION_TRANSITIONS),
            not_while_held("lesson_id"),
        ]

    def __str__(self) -> str:
        return str(self.lesson)

    def get_absolute_url(self) -> str:
        """Return the address of the lesson."""
        return self.lesson.get_absolute_url()

    @property
    def said_by_id(self) -> Any:
        """Return the key of the organization whose words these are; None while nobody answered."""
        return self.answered_by.organization_id if self.answered_by else None
