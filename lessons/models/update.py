"""The shape of what changes in systems because of lessons."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lessons.models.lesson import Lesson
from lessons.querysets import (
    SystemUpdateQuerySet,
)
from lessons.states import (
    KINDS_WITHOUT_SYSTEM,
    UPDATE_TRANSITIONS,
    UpdateKind,
    UpdateStatus,
)
from lessons.triggers import settled_by_a_review, shipped_with_a_criterion
from reviews.models import Finding, Observation
from tracker.history.tracking import tracked
from tracker.instants import is_after_the_day
from tracker.models import AISystem, Record, SystemVersion
from tracker.triggers import not_while_held, state_machine, widened_by_consent

SHIPPED_STATES = (
    UpdateStatus.SHIPPED,
    UpdateStatus.VERIFIED,
    UpdateStatus.NOT_EFFECTIVE,
    UpdateStatus.ROLLED_BACK,
)

# What an update is derived from, as `derived_from` says it, in SQL.
UPDATE_SOURCES = {
    "lessons_lesson": "SELECT lesson_id"
    " FROM public.lessons_systemupdate_lessons WHERE systemupdate_id = NEW.id",
    "reviews_finding": "SELECT finding_id"
    " FROM public.lessons_systemupdate_findings WHERE systemupdate_id = NEW.id",
    "reviews_observation": "SELECT observation_id"
    " FROM public.lessons_systemupdate_observations WHERE systemupdate_id = NEW.id",
}


@tracked()
class SystemUpdate(Record):
    """What changes in one system, or in none for a policy or a process, because of a lesson."""

    Status = UpdateStatus
    reference_prefix = "UPD"
    derived_from = ("lessons", "findings", "observations")
    systems_at = "system"
    content_fields = (
        "title",
        "description",
        "kind",
        "shipped_on",
        "verification",
        "closing_reason",
        "source",
        "source_url",
    )
    kept_inside = ("tracker_url",)

    title = models.CharField(_("what changes"), max_length=300)
    description = models.TextField(_("in detail"), blank=True)
    kind = models.CharField(
        _("kind"), max_length=20, choices=UpdateKind, default=UpdateKind.CORRECTIVE
    )
    lessons = models.ManyToManyField(
        Lesson, blank=True, related_name="updates", verbose_name=_("lessons")
    )
    # What a containment answers before there is a lesson; its lesson is named later.
    findings = models.ManyToManyField(
        Finding, blank=True, related_name="contained_by", verbose_name=_("findings")
    )
    observations = models.ManyToManyField(
        Observation, blank=True, related_name="contained_by", verbose_name=_("observations")
    )
    supersedes = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="successors",
        verbose_name=_("in place of"),
    )
    system = models.ForeignKey(
        AISystem, models.PROTECT, null=True, blank=True, related_name="updates"
    )
    from_version = models.ForeignKey(
        SystemVersion, models.PROTECT, null=True, blank=True, related_name="+"
    )
    to_version = models.ForeignKey(
        SystemVersion, models.PROTECT, null=True, blank=True, related_name="+"
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="assigned_updates",
        verbose_name=_("responsible"),
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    tracker_url = models.URLField(_("in our own tracker"), max_length=1000, blank=True)
    status = models.CharField(
        _("state"),
        max_length=20,
        choices=UpdateStatus,
        default=UpdateStatus.PROPOSED,
        editable=False,
    )
    carried_by = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+", editable=False
    )
    shipped_on = models.DateField(_("shipped on"), null=True, editable=False)
    shipped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    verified_on = models.DateField(_("judged on"), null=True, editable=False)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    verification = models.TextField(_("how its effect was judged"), blank=True, editable=False)
    closing_reason = models.TextField(_("why it was ended"), blank=True, editable=False)

    objects = SystemUpdateQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("system update")
        verbose_name_plural = _("system updates")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(system__isnull=False) & ~models.Q(kind__in=KINDS_WITHOUT_SYSTEM)
                | models.Q(system__isnull=True, kind__in=KINDS_WITHOUT_SYSTEM),
                name="systemupdate_changes_a_system",
                violation_error_message=_(
                    "Choose the system that changes; a policy or a process changes none."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(shipped_on__isnull=False, shipped_by__isnull=False)
                | ~models.Q(status__in=SHIPPED_STATES),
                name="systemupdate_shipped_on_a_day_by_someone",
            ),
            models.CheckConstraint(
                condition=models.Q(verified_on__gte=models.F("shipped_on"))
                | models.Q(verified_on__isnull=True),
                name="systemupdate_judged_after_shipping",
                violation_error_message=_("An effect can't be judged before the update shipped."),
            ),
            models.CheckConstraint(
                condition=models.Q(verified_on__isnull=False, verified_by__isnull=False)
                & ~models.Q(verification="")
                | ~models.Q(status__in=[UpdateStatus.VERIFIED, UpdateStatus.NOT_EFFECTIVE]),
                name="systemupdate_judged_by_someone_somehow",
                violation_error_message=_("Say how the effect was judged."),
            ),
            models.CheckConstraint(
                condition=models.Q(verified_by__isnull=True)
                | (
                    (models.Q(assignee__isnull=True) | ~models.Q(verified_by=models.F("assignee")))
                    & (
                        models.Q(shipped_by__isnull=True)
                        | ~models.Q(verified_by=models.F("shipped_by"))
                    )
                ),
                name="systemupdate_judged_by_another",
                violation_error_message=_("Whoever carried the update can't judge its effect."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=[UpdateStatus.DECLINED, UpdateStatus.ROLLED_BACK])
                | ~models.Q(closing_reason=""),
                name="systemupdate_ended_with_reason",
                violation_error_message=_("Say why the update is declined or rolled back."),
            ),
        ]
        triggers = [
            state_machine("system update", UpdateStatus.PROPOSED, UPDATE_TRANSITIONS),
            shipped_with_a_criterion(),
            settled_by_a_review(),
            not_while_held("id"),
            widened_by_consent(UPDATE_SOURCES),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def counts_in_headlines(self) -> bool:
        """Say whether it is verified by a criterion written in time; a query where no plan fetched that."""
        if self.status != UpdateStatus.VERIFIED:
            return False
        known: bool | None = vars(self).get("has_credit")
        if known is not None:
            return known
        rows = SystemUpdate.objects.with_credit().filter(pk=self.pk)
        return bool(rows.values_list("has_credit", flat=True).get())

    def get_status_display(self) -> str:  # type: ignore[no-redef]  # Django leaves this one be
        """Return its state in words; of what a late criterion verified, which counts less, it says so."""
        if self.status == UpdateStatus.VERIFIED and not self.counts_in_headlines:
            return str(_("Verified, late criterion"))
        return str(UpdateStatus(self.status).label)

    @property
    def entered_later(self) -> bool:
        """Say whether it was entered after it had shipped; then it counts in no headline."""
        return is_after_the_day(self.created_at, self.shipped_on)

    def get_absolute_url(self) -> str:
        """Return the address of the update's page."""
        return reverse("update-detail", args=[self.reference])


@tracked("systemupdate")
class LessonOfUpdate(SystemUpdate.lessons.through):  # type: ignore[name-defined,misc]
    """A lesson that an update follows from."""

    class Meta:
        proxy = True


@tracked("systemupdate")
class CarrierOfUpdate(SystemUpdate.carried_by.through):  # type: ignore[name-defined,misc]
    """A person who carried an update."""

    class Meta:
        proxy = True


@tracked("systemupdate")
class FindingOfUpdate(SystemUpdate.findings.through):  # type: ignore[name-defined,misc]
    """A finding that an update contains before there is a lesson."""

    class Meta:
        proxy = True


@tracked("systemupdate")
class ObservationOfUpdate(SystemUpdate.observations.through):  # type: ignore[name-defined,misc]
    """An observation that an update contains before anyone met."""

    class Meta:
        proxy = True
