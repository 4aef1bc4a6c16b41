"""The shape of what was seen, and of the file it was imported from."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reviews.querysets import ImportedRecordQuerySet, ObservationQuerySet
from reviews.states import (
    OBSERVATION_TRANSITIONS,
    Confidence,
    ImportFormat,
    ObservationStatus,
    SourceKind,
)
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.models import AISystem, Record, Tag
from tracker.search import search_column, search_index
from tracker.states import DatePrecision
from tracker.triggers import not_while_held, state_machine, widened_by_consent


@tracked()
class Observation(Record):
    """What was seen in real-world use or in a test."""

    Status = ObservationStatus
    reference_prefix = "OBS"
    # Whose words a redaction reaches too.
    words_also_in = ("imported_from",)
    systems_at = "systems"
    content_fields = (
        "title",
        "description",
        "unmatched_systems",
        "occurred_on",
        "occurred_precision",
        "source_kind",
        "confidence",
        "dismissal_reason",
        "source",
        "source_url",
    )
    content_children = {"evidence": ("title", "url", "file_name", "sha256", "dated_on")}
    kept_inside = ("reporter",)

    title = models.CharField(_("what was seen"), max_length=500)
    description = models.TextField(_("in detail"), blank=True)
    systems = models.ManyToManyField(
        AISystem, blank=True, related_name="observations", verbose_name=_("systems")
    )
    unmatched_systems = ArrayField(
        models.CharField(max_length=500),
        default=list,
        blank=True,
        verbose_name=_("names that match no system"),
    )
    occurred_on = models.DateField(_("when"))
    occurred_precision = models.CharField(
        _("as exactly as"), max_length=10, choices=DatePrecision, default=DatePrecision.DAY
    )
    source_kind = models.CharField(
        _("kind of source"), max_length=20, choices=SourceKind, blank=True
    )
    confidence = models.CharField(
        _("confidence"), max_length=20, choices=Confidence, default=Confidence.REPORTED
    )
    reporter = models.CharField(
        _("reporter"),
        max_length=200,
        blank=True,
        help_text=_("Shown to people of your organization only."),
    )
    tags = models.ManyToManyField(Tag, blank=True, related_name="observations")
    status = models.CharField(
        _("state"),
        max_length=20,
        choices=ObservationStatus,
        default=ObservationStatus.NEW,
        editable=False,
    )
    # The private original of a shareable copy; only the owner's people are told.
    copied_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="copies"
    )
    duplicate_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="duplicates"
    )
    dismissal_reason = models.TextField(_("why it was dismissed"), blank=True, editable=False)

    search = search_column("title", "description")

    objects = ObservationQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("observation")
        verbose_name_plural = _("observations")
        indexes = [*Record.Meta.indexes, search_index("observation")]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(status=ObservationStatus.DUPLICATE, duplicate_of__isnull=False)
                | models.Q(duplicate_of__isnull=True)
                & ~models.Q(status=ObservationStatus.DUPLICATE),
                name="observation_duplicate_names_the_other",
                violation_error_message=_("A duplicate names the observation it repeats."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status=ObservationStatus.DISMISSED)
                | ~models.Q(dismissal_reason=""),
                name="observation_dismissed_with_reason",
                violation_error_message=_("Say why the observation is dismissed."),
            ),
            models.CheckConstraint(
                condition=~models.Q(title=""),
                name="observation_says_what",
                violation_error_message=_("Say what was seen."),
            ),
        ]
        triggers = [
            state_machine("observation", ObservationStatus.NEW, OBSERVATION_TRANSITIONS),
            not_while_held("id"),
            widened_by_consent(),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the observation's page."""
        return reverse("observation-detail", args=[self.reference])


@tracked()
class ImportedRecord(models.Model):
    """The file that an observation came from: its exact bytes, what they say, what was taken over."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    owner = models.ForeignKey("tracker.Organization", models.PROTECT, related_name="+")
    format = models.CharField(_("format"), max_length=20, choices=ImportFormat)
    source_id = models.CharField(_("identity at the source"), max_length=200)
    observation = models.OneToOneField(Observation, models.PROTECT, related_name="imported_from")
    file_name = models.CharField(_("file name"), max_length=500)
    # The bytes as they were: JSON columns drop key order and refuse NUL.
    raw = models.BinaryField(_("file"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    payload = models.JSONField(_("content"))
    # What the last import wrote into each field: a field that differs by now was edited by a person.
    written = models.JSONField(_("taken over"), default=dict)
    warnings = models.JSONField(_("warnings"), default=list)
    imported_at = models.DateTimeField(_("imported at"), default=timezone.now)
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = ImportedRecordQuerySet.as_manager()

    class Meta:
        ordering = ["-imported_at"]
        verbose_name = _("imported record")
        verbose_name_plural = _("imported records")
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "format", "source_id"], name="importedrecord_identity"
            )
        ]
        triggers = [not_while_held("observation_id")]

    def __str__(self) -> str:
        return self.source_id


@tracked("observation")
class SystemOfObservation(Observation.systems.through):  # type: ignore[name-defined,misc]
    """A system that an observation is about."""

    class Meta:
        proxy = True


@tracked("observation")
class TagOfObservation(Observation.tags.through):  # type: ignore[name-defined,misc]
    """A tag of an observation."""

    class Meta:
        proxy = True
