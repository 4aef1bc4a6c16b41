"""The shape of checks that run: what is measured for a lesson or a practice, and each result."""

from __future__ import annotations

from decimal import Decimal

import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lessons.models.lesson import Lesson
from lessons.models.practice import BestPractice
from lessons.querysets.check import CheckQuerySet, CheckResultQuerySet
from lessons.states import CheckState, Direction
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.models import AISystem, SystemVersion
from tracker.models.record import Record, narrowest_of
from tracker.states import Label
from tracker.triggers import any_changed, not_while_held

# What is measured stays; a check that is to measure another thing is another check.
TERMS = (
    "lesson_id", "practice_id", "system_id", "organization_id",
    "metric", "direction", "threshold", "unit", "fresh_days", "illustrative",
)  # fmt: skip
RETIRED = models.Q(retired_at__isnull=False, retired_by__isnull=False) & ~models.Q(
    closing_reason=""
)
IN_USE = models.Q(retired_at__isnull=True, retired_by__isnull=True, closing_reason="")
RESULT = (
    "check_ran_id",
    "version_id",
    "value",
    "ran_at",
    "external_id",
    "source_url",
    "recorded_by_id",
)


def stays_as_written(
    noun: str, columns: tuple[str, ...], words: tuple[str, ...]
) -> pgtrigger.Trigger:
    """Return a trigger on rows that stay as they were written, save for recorded redactions."""
    return pgtrigger.Trigger(
        name="stays_as_written",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE' OR {any_changed(columns, words)} THEN
                RAISE EXCEPTION '{noun} stays as it was written.' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def stays_retired() -> pgtrigger.Trigger:
    """Return a trigger on checks: a retired one stays so, as it was said then."""
    ending = any_changed(("retired_at", "retired_by_id", "closing_reason"), ("closing_reason",))
    return pgtrigger.Trigger(
        name="stays_retired",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF OLD.retired_at IS NOT NULL AND ({ending}) THEN
                RAISE EXCEPTION 'A retired check stays retired; set up another one.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def none_once_retired() -> pgtrigger.Trigger:
    """Return a trigger on results: a retired check takes none, whatever the day they are of."""
    return pgtrigger.Trigger(
        name="none_once_retired",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func="""
            IF EXISTS (
                SELECT 1 FROM public.lessons_check AS measured
                WHERE measured.id = NEW.check_ran_id AND measured.retired_at IS NOT NULL
            ) THEN
                RAISE EXCEPTION 'A retired check takes no results.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def ran_on_its_system() -> pgtrigger.Trigger:
    """Return a trigger on results: one ran on a version of the system that its check is about."""
    return pgtrigger.Trigger(
        name="ran_on_its_system",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func="""
            IF NOT EXISTS (
                SELECT 1 FROM public.lessons_check AS measured
                    JOIN public.tracker_systemversion AS version
                        ON version.system_id = measured.system_id
                WHERE measured.id = NEW.check_ran_id AND version.id = NEW.version_id
            ) THEN
                RAISE EXCEPTION 'A result is of a version of the system that its check is about.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def plain(number: Decimal) -> str:
    """Write a number without the zeros that its column adds."""
    return f"{number.normalize():f}"


@tracked()
class Check(models.Model):
    """A measurement that shows whether a lesson still holds, or a practice is followed, in a system."""

    Direction = Direction
    reference_prefix = "CHK"
    # Whatever the labels of what it hangs under, a check is among the partners.
    marked = Label.AMBER

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    reference = models.CharField(_("reference"), max_length=32, unique=True, editable=False)
    lesson = models.ForeignKey(
        Lesson, models.PROTECT, null=True, related_name="checks", verbose_name=_("lesson")
    )
    practice = models.ForeignKey(
        BestPractice, models.PROTECT, null=True, related_name="checks", verbose_name=_("practice")
    )
    system = models.ForeignKey(
        AISystem, models.PROTECT, related_name="checks", verbose_name=_("system")
    )
    organization = models.ForeignKey(
        "tracker.Organization", models.PROTECT, related_name="+", verbose_name=_("who runs it")
    )
    metric = models.CharField(_("metric"), max_length=300)
    direction = models.CharField(_("direction"), max_length=20, choices=Direction)
    threshold = models.DecimalField(_("threshold"), max_digits=20, decimal_places=6)
    unit = models.CharField(_("unit"), max_length=50, blank=True)
    fresh_days = models.PositiveIntegerField(_("days that a result stays fresh"))
    created_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    retired_at = models.DateTimeField(_("retired at"), null=True, editable=False)
    retired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("retired by"),
        editable=False,
    )
    closing_reason = models.TextField(_("why it was retired"), blank=True, editable=False)
    illustrative = models.BooleanField(_("illustrative"), default=False, editable=False)

    objects = CheckQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("check")
        verbose_name_plural = _("checks")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lesson__isnull=False, practice__isnull=True)
                | models.Q(lesson__isnull=True, practice__isnull=False),
                name="check_of_a_lesson_or_a_practice",
                violation_error_message=_("A check is of a lesson or of a practice."),
            ),
            models.CheckConstraint(
                condition=models.Q(fresh_days__gte=1),
                name="check_fresh_for_a_day_or_more",
                violation_error_message=_("A result stays fresh for a day at least."),
            ),
            models.CheckConstraint(
                condition=~models.Q(metric=""),
                name="check_names_its_metric",
                violation_error_message=_("Say what is measured."),
            ),
            models.CheckConstraint(
                condition=models.Q(direction__in=Direction.values),
                name="check_direction_known",
                violation_error_message=_("Say whether more is better, or less."),
            ),
            models.CheckConstraint(
                condition=RETIRED | IN_USE,
                name="check_retired_by_someone_who_says_why",
                violation_error_message=_("Say who retired it, when and why."),
            ),
            models.CheckConstraint(
                condition=models.Q(retired_at__isnull=True)
                | models.Q(retired_at__gte=models.F("created_at")),
                name="check_retired_after_it_was_set_up",
                violation_error_message=_("A check can't be retired before it was set up."),
            ),
        ]
        triggers = [
            stays_as_written("A check", TERMS, ("metric", "unit")),
            stays_retired(),
            not_while_held("id", "lesson_id"),
        ]

    def __str__(self) -> str:
        return self.metric

    def get_absolute_url(self) -> str:
        """Return the address of the check's page."""
        return reverse("check-detail", args=[self.reference])

    @property
    def under(self) -> Record:
        """Return what fewer people may know of: the lesson or the system."""
        ends: list[Record] = [self.system, *([self.lesson] if self.lesson else [])]
        return narrowest_of(ends)

    @property
    def carrier(self) -> Lesson | BestPractice:
        """Return the lesson or practice that carries it."""
        found = self.lesson or self.practice
        assert found is not None, "a check is of one of both"
        return found

    @property
    def carrier_name(self) -> str:
        """Return what the carrier is called; a practice by number and title, where a plan fetched that."""
        title = vars(self).get("practice_title")
        return f"{self.carrier}, {title}" if title else str(self.carrier)

    @property
    def asks(self) -> str:
        """Return what a result has to be: "at most 2 %"."""
        number = plain(self.threshold)
        return f"{Direction(self.direction).label} {number} {self.unit}".strip()

    @property
    def last_words(self) -> str:
        """Return what was measured last, where a plan fetched that: "1.2 %"."""
        value = vars(self).get("last_value")
        return "" if value is None else f"{plain(value)} {self.unit}".strip()

    def is_passed_by(self, value: Decimal) -> bool:
        """Say whether a value is what the check asks for."""
        if self.direction == Direction.AT_LEAST:
            return value >= self.threshold
        return value <= self.threshold

    @property
    def state(self) -> CheckState:
        """Return how it stands now; a query where no plan fetched that."""
        found = vars(self).get("state_now")
        if found is None:
            found = Check.objects.with_state().values_list("state_now").get(pk=self.pk)[0]
        return CheckState(found)


@tracked("check_ran")
class CheckResult(models.Model):
    """What a check measured, when, on which version of its system; it stays as it was recorded."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    check_ran = models.ForeignKey(
        Check, models.PROTECT, related_name="results", verbose_name=_("check")
    )
    version = models.ForeignKey(
        SystemVersion, models.PROTECT, related_name="+", verbose_name=_("version it ran on")
    )
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=6)
    ran_at = models.DateTimeField(_("ran at"))
    # By this name the program that ran it knows the result: sent twice, it is there once.
    external_id = models.CharField(_("external key"), max_length=200)
    source_url = models.URLField(_("source"), max_length=1000, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    objects = CheckResultQuerySet.as_manager()

    class Meta:
        ordering = ["-ran_at", "-id"]
        verbose_name = _("result of a check")
        verbose_name_plural = _("results of checks")
        constraints = [
            models.UniqueConstraint(
                fields=["check_ran", "external_id"],
                name="checkresult_recorded_once",
                violation_error_message=_("This result is recorded already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(external_id=""),
                name="checkresult_has_an_external_key",
                violation_error_message=_("Say by which key the result is known where it ran."),
            ),
            models.CheckConstraint(
                condition=models.Q(ran_at__lte=models.F("recorded_at")),
                name="checkresult_ran_before_it_was_recorded",
                violation_error_message=_("A result can't be of an instant to come."),
            ),
        ]
        triggers = [
            stays_as_written("A result of a check", RESULT, ("source_url", "external_id")),
            ran_on_its_system(),
            none_once_retired(),
        ]

    def __str__(self) -> str:
        return plain(self.value)

    @property
    def under(self) -> Record:
        """Return what fewer people may know of: the check's lesson or system."""
        return self.check_ran.under

    @property
    def is_passed(self) -> bool:
        """Say whether it is what the check asks for."""
        return self.check_ran.is_passed_by(self.value)
