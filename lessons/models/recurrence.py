"""The shape of a lesson that comes back, and of what people said is not the same."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lessons.models.check import Check, CheckResult
from lessons.models.lesson import Lesson
from lessons.querysets.recurrence import FindingsApartQuerySet, RecurrenceQuerySet
from lessons.states import RECURRENCE_TRANSITIONS, LessonStatus, RecurrenceStatus
from reviews.models import Finding
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.models.record import Record, narrowest_of
from tracker.triggers import state_machine


def by_a_check_of_its_lesson() -> pgtrigger.Trigger:
    """Return a trigger on recurrences: a check shows it of its own lesson, and none once it is retired."""
    return pgtrigger.Trigger(
        name="by_a_check_of_its_lesson",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func="""
            IF NEW.check_result_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM public.lessons_checkresult AS result
                    JOIN public.lessons_check AS measured ON measured.id = result.check_ran_id
                WHERE result.id = NEW.check_result_id AND measured.lesson_id = NEW.lesson_id
            ) THEN
                RAISE EXCEPTION 'A check shows of no lesson but its own that it came back.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF EXISTS (
                SELECT 1 FROM public.lessons_checkresult AS result
                    JOIN public.lessons_check AS measured ON measured.id = result.check_ran_id
                WHERE result.id = NEW.check_result_id AND measured.retired_at IS NOT NULL
            ) THEN
                RAISE EXCEPTION 'A retired check does not ask whether its lesson came back.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


@tracked()
class Recurrence(models.Model):
    """A finding that looks like a lesson in force, or a failed check of it: did the lesson come back?

    The pair stands once, so what was rejected is never proposed again; why the two are alike is
    compared anew for each reader and kept nowhere.
    """

    Status = RecurrenceStatus

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    reference = models.CharField(_("reference"), max_length=24, unique=True, editable=False)
    finding = models.ForeignKey(
        Finding, models.PROTECT, null=True, related_name="recurrences", verbose_name=_("finding")
    )
    check_result = models.ForeignKey(
        CheckResult,
        models.PROTECT,
        null=True,
        related_name="recurrences",
        verbose_name=_("result of a check"),
    )
    lesson = models.ForeignKey(
        Lesson, models.PROTECT, related_name="recurrences", verbose_name=_("lesson")
    )
    status = models.CharField(
        _("state"),
        max_length=20,
        choices=RecurrenceStatus,
        default=RecurrenceStatus.PROPOSED,
        editable=False,
    )
    proposed_at = models.DateTimeField(_("proposed at"), default=timezone.now, editable=False)
    decided_at = models.DateTimeField(_("decided at"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("decided by"),
        editable=False,
    )
    # How far the lesson had come: what was learned lost its credit on that day.
    lesson_was = models.CharField(
        _("the lesson was"), max_length=20, choices=LessonStatus, blank=True, editable=False
    )

    objects = RecurrenceQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("recurrence")
        verbose_name_plural = _("recurrences")
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "lesson"],
                name="recurrence_pair_once",
                violation_error_message=_("This finding was compared with this lesson already."),
            ),
            models.UniqueConstraint(
                fields=["check_result", "lesson"],
                name="recurrence_result_once",
                violation_error_message=_("This result was asked about already."),
            ),
            models.CheckConstraint(
                condition=models.Q(finding__isnull=False, check_result__isnull=True)
                | models.Q(finding__isnull=True, check_result__isnull=False),
                name="recurrence_by_a_finding_or_a_check",
                violation_error_message=_("A lesson comes back by a finding or by a failed check."),
            ),
            models.CheckConstraint(
                condition=models.Q(
                    status=RecurrenceStatus.PROPOSED,
                    decided_at__isnull=True,
                    decided_by__isnull=True,
                )
                | models.Q(decided_at__isnull=False, decided_by__isnull=False)
                & ~models.Q(status=RecurrenceStatus.PROPOSED),
                name="recurrence_decided_by_someone",
                violation_error_message=_("A person decides whether a lesson came back."),
            ),
            models.CheckConstraint(
                condition=models.Q(decided_at__isnull=True)
                | models.Q(decided_at__gte=models.F("proposed_at")),
                name="recurrence_decided_after_it_was_proposed",
                violation_error_message=_("Nobody decides what was not proposed yet."),
            ),
            models.CheckConstraint(
                condition=models.Q(status=RecurrenceStatus.CONFIRMED) & ~models.Q(lesson_was="")
                | ~models.Q(status=RecurrenceStatus.CONFIRMED) & models.Q(lesson_was=""),
                name="recurrence_confirmed_says_what_came_back",
            ),
        ]
        triggers = [
            state_machine("recurrence", RecurrenceStatus.PROPOSED, RECURRENCE_TRANSITIONS),
            by_a_check_of_its_lesson(),
        ]

    def __str__(self) -> str:
        return f"{self.seen} / {self.lesson}"

    def get_absolute_url(self) -> str:
        """Return the address of the recurrence's page."""
        return reverse("recurrence-detail", args=[self.reference])

    @property
    def seen(self) -> Finding | Check:
        """Return by what it is proposed: the finding, or the check that failed."""
        found = self.check_result.check_ran if self.check_result else self.finding
        assert found is not None, "it is proposed by one of both"
        return found

    @property
    def under(self) -> Record:
        """Return the end that fewer people may know of."""
        seen = self.seen.system if isinstance(self.seen, Check) else self.seen
        return narrowest_of((seen, self.lesson))

    @property
    def took_credit(self) -> bool:
        """Say whether it made a lesson that was learned a regressed one."""
        return self.lesson_was == LessonStatus.LEARNED


@tracked()
class FindingsApart(models.Model):
    """Two findings of which a person said that they are not one lesson; the lesser key stands first."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    one = models.ForeignKey(Finding, models.PROTECT, related_name="+")
    other = models.ForeignKey(Finding, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("decided at"), default=timezone.now, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("decided by")
    )

    objects = FindingsApartQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("findings kept apart")
        verbose_name_plural = _("findings kept apart")
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="findingsapart_pair_once"),
            models.CheckConstraint(
                condition=models.Q(one__lt=models.F("other")), name="findingsapart_in_order"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
