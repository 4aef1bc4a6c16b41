"""The shape of a finding."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reviews.models.observation import Observation
from reviews.models.review import Review
from reviews.querysets import FindingQuerySet
from reviews.states import FINDING_TRANSITIONS, CauseStatus, FindingStatus
from tracker.history.tracking import tracked
from tracker.models import AISystem, Record, Tag
from tracker.search import search_column, search_index
from tracker.states import Severity
from tracker.triggers import not_while_held, state_machine, widened_by_consent


@tracked()
class Finding(Record):
    """What a review established, good or bad."""

    Status = FindingStatus
    reference_prefix = "FND"
    derived_from = ("review", "observations")
    systems_at = "systems"
    content_fields = (
        "title",
        "detail",
        "is_positive",
        "severity",
        "severity_justification",
        "cause",
        "cause_status",
        "why_missed",
        "closing_reason",
        "source",
        "source_url",
    )
    content_children = {"evidence": ("title", "url", "file_name", "sha256", "dated_on")}

    review = models.ForeignKey(Review, models.PROTECT, related_name="findings")
    title = models.CharField(_("statement"), max_length=500)
    detail = models.TextField(_("in detail"), blank=True)
    is_positive = models.BooleanField(
        _("positive"), default=False, help_text=_("Something that worked and is worth keeping.")
    )
    severity = models.CharField(
        _("severity"), max_length=20, choices=Severity, default=Severity.MEDIUM
    )
    severity_justification = models.TextField(
        _("why this severity"), blank=True, help_text=_("Required for critical and high.")
    )
    systems = models.ManyToManyField(
        AISystem, blank=True, related_name="findings", verbose_name=_("systems")
    )
    observations = models.ManyToManyField(
        Observation, blank=True, related_name="findings", verbose_name=_("observations")
    )
    tags = models.ManyToManyField(Tag, blank=True, related_name="findings")
    worded_by = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+", editable=False
    )
    cause = models.TextField(_("cause"), blank=True)
    cause_status = models.CharField(
        _("cause is"), max_length=20, choices=CauseStatus, default=CauseStatus.NOT_ESTABLISHED
    )
    why_missed = models.TextField(
        _("why it was missed"),
        blank=True,
        help_text=_("What in our testing or process let it through? Not who."),
    )
    status = models.CharField(
        _("state"),
        max_length=20,
        choices=FindingStatus,
        default=FindingStatus.DRAFT,
        editable=False,
    )
    # The private original of a shareable copy; only the owner's people are told.
    copied_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="copies"
    )
    duplicate_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="duplicates"
    )
    closing_reason = models.TextField(
        _("why it was dismissed or waived"), blank=True, editable=False
    )
    waived_until = models.DateField(_("waived until"), null=True, editable=False)

    search = search_column("title", "detail", "cause", "why_missed")

    objects = FindingQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        indexes = [*Record.Meta.indexes, search_index("finding")]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(severity__in=Severity.values), name="finding_severity_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(severity__in=[Severity.CRITICAL, Severity.HIGH])
                | ~models.Q(severity_justification=""),
                name="finding_high_severity_justified",
                violation_error_message=_("Say why the severity is critical or high."),
            ),
            models.CheckConstraint(
                condition=models.Q(status=FindingStatus.DUPLICATE, duplicate_of__isnull=False)
                | models.Q(duplicate_of__isnull=True) & ~models.Q(status=FindingStatus.DUPLICATE),
                name="finding_duplicate_names_the_other",
                violation_error_message=_("A duplicate names the finding it repeats."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=[FindingStatus.DISMISSED, FindingStatus.WAIVED])
                | ~models.Q(closing_reason=""),
                name="finding_closed_with_reason",
                violation_error_message=_("Say why the finding is dismissed or waived."),
            ),
            models.CheckConstraint(
                condition=models.Q(status=FindingStatus.WAIVED, waived_until__isnull=False)
                | models.Q(waived_until__isnull=True) & ~models.Q(status=FindingStatus.WAIVED),
                name="finding_waiver_ends",
                violation_error_message=_("A waiver has a last day."),
            ),
            models.CheckConstraint(
                condition=models.Q(is_positive=False)
                | ~models.Q(status__in=[FindingStatus.ADDRESSED, FindingStatus.VERIFIED]),
                name="finding_positive_rests_at_confirmed",
            ),
        ]
        triggers = [
            state_machine("finding", FindingStatus.DRAFT, FINDING_TRANSITIONS),
            not_while_held("id"),
            widened_by_consent(
                {
                    "reviews_review": "NEW.review_id",
                    "reviews_observation": "SELECT observation_id"
                    " FROM public.reviews_finding_observations WHERE finding_id = NEW.id",
                }
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the finding's page."""
        return reverse("finding-detail", args=[self.reference])


@tracked("finding")
class SystemOfFinding(Finding.systems.through):  # type: ignore[name-defined,misc]
    """A system that a finding is about."""

    class Meta:
        proxy = True


@tracked("finding")
class ObservationOfFinding(Finding.observations.through):  # type: ignore[name-defined,misc]
    """An observation behind a finding."""

    class Meta:
        proxy = True


@tracked("finding")
class TagOfFinding(Finding.tags.through):  # type: ignore[name-defined,misc]
    """A tag of a finding."""

    class Meta:
        proxy = True


@tracked("finding")
class WordingOfFinding(Finding.worded_by.through):  # type: ignore[name-defined,misc]
    """A person who worded a finding anew."""

    class Meta:
        proxy = True
