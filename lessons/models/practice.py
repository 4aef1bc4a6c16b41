"""The shape of best practices, their versions and the approvals of these."""

from __future__ import annotations

import datetime
from typing import Any

import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lessons.models.lesson import Lesson
from lessons.querysets import (
    BestPracticeQuerySet,
    PracticeApprovalQuerySet,
    PracticeVersionQuerySet,
)
from lessons.states import (
    PRACTICE_MATERIAL,
    PRACTICE_TRANSITIONS,
    PRACTICES_BEING_SIGNED,
    PUBLIC_PRACTICES,
    LessonStatus,
    PracticeStatus,
)
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.models import AISystem, SignOff, Tag, sign_off_rules, sign_off_triggers
from tracker.search import search_column, search_index
from tracker.states import SHARED_LABELS, Label
from tracker.triggers import (
    frozen_children,
    frozen_fields,
    label_now,
    not_while_held,
    quoted,
    raises_content_version,
    raises_version_of,
    raises_versions_by_label,
    state_machine,
)

COVERED = f"{label_now('target')} IN ({quoted(SHARED_LABELS)})"

# From here on every partner has signed.
FROZEN_STATES = (
    PracticeStatus.APPROVED,
    PracticeStatus.PUBLISHED,
    PracticeStatus.SUPERSEDED,
    PracticeStatus.WITHDRAWN,
)


@tracked()
class BestPractice(models.Model):
    """A practice under one number for life; what it says is in its versions."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    number = models.PositiveIntegerField(_("number"), unique=True, editable=False)
    reference = models.CharField(_("reference"), max_length=24, unique=True, editable=False)
    created_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    # Its number says nothing; its versions have labels.
    marked = Label.CLEAR

    objects = BestPracticeQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name = _("best practice")
        verbose_name_plural = _("best practices")

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        """Return the address of the practice's page: its published version, or its newest."""
        return reverse("practice-detail", args=[self.reference])


@tracked("practice")
class PracticeVersion(models.Model):
    """What a practice says, signed by every partner before it is published, unchanged afterwards."""

    Status = PracticeStatus
    material = PRACTICE_MATERIAL
    signed_labels = SHARED_LABELS
    derived_from = ("lessons",)
    embargo_ends = "published_at"
    # What the public reads of it, looked through for what narrower records say.
    content_fields = ("title", "guidance", "applicability", "how_to_verify", "source")

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    practice = models.ForeignKey(BestPractice, models.PROTECT, related_name="versions")
    major = models.PositiveIntegerField(_("major"), default=1, editable=False)
    minor = models.PositiveIntegerField(_("minor"), default=0, editable=False)
    reference = models.CharField(_("reference"), max_length=40, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=300)
    guidance = models.TextField(_("guidance"), help_text=_("Markdown."))
    applicability = models.TextField(_("where it applies"), blank=True)
    how_to_verify = models.TextField(_("how to verify"), blank=True)
    change_note = models.TextField(_("what is new in this version"), blank=True)
    lessons = models.ManyToManyField(
        Lesson, blank=True, related_name="practice_versions", verbose_name=_("lessons")
    )
    systems = models.ManyToManyField(
        AISystem, blank=True, related_name="practice_versions", verbose_name=_("systems")
    )
    tags = models.ManyToManyField(Tag, blank=True, related_name="practice_versions")
    status = models.CharField(
        _("state"),
        max_length=20,
        choices=PracticeStatus,
        default=PracticeStatus.DRAFT,
        editable=False,
    )
    worded_by = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+", editable=False
    )
    return_reason = models.TextField(_("why it was returned"), blank=True, editable=False)
    content_version = models.PositiveIntegerField(_("content version"), default=1, editable=False)
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)
    closing_reason = models.TextField(_("why it was withdrawn"), blank=True, editable=False)
    illustrative = models.BooleanField(_("illustrative"), default=False, editable=False)
    source = models.CharField(_("source"), max_length=500, blank=True)
    source_url = models.URLField(_("source address"), max_length=1000, blank=True)
    created_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    search = search_column("title", "guidance", "applicability", "how_to_verify")

    objects = PracticeVersionQuerySet.as_manager()

    class Meta:
        ordering = ["practice__number", "-major", "-minor"]
        verbose_name = _("practice version")
        verbose_name_plural = _("practice versions")
        indexes = [search_index("practiceversion")]
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "major", "minor"], name="practiceversion_number_unique"
            ),
            models.UniqueConstraint(
                fields=["practice"],
                condition=models.Q(status=PracticeStatus.PUBLISHED),
                name="practiceversion_one_published",
            ),
            models.UniqueConstraint(
                fields=["practice"],
                condition=models.Q(
                    status__in=[
                        PracticeStatus.DRAFT,
                        PracticeStatus.JOINT_REVIEW,
                        PracticeStatus.APPROVED,
                    ]
                ),
                name="practiceversion_one_in_the_making",
                violation_error_message=_("A newer version of this practice is in the making."),
            ),
            models.CheckConstraint(
                condition=models.Q(published_at__isnull=False)
                | ~models.Q(status__in=[PracticeStatus.PUBLISHED, PracticeStatus.SUPERSEDED]),
                name="practiceversion_published_at_an_instant",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=PracticeStatus.WITHDRAWN) | ~models.Q(closing_reason=""),
                name="practiceversion_withdrawn_with_reason",
                violation_error_message=_("Say why the practice is withdrawn."),
            ),
        ]
        triggers = [
            state_machine("practice version", PracticeStatus.DRAFT, PRACTICE_TRANSITIONS),
            not_while_held("id"),
            frozen_fields(
                "practice version",
                FROZEN_STATES,
                (*PRACTICE_MATERIAL.fields, "major", "minor", "practice_id", "content_version"),
                redactable=PRACTICE_MATERIAL.fields,
            ),
            raises_content_version(PRACTICE_MATERIAL.fields, settled=FROZEN_STATES),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of this version's page."""
        return reverse("practice-version", args=[self.practice.reference, self.number])

    @property
    def marked(self) -> Label:
        """Return the label that it leaves with: what was published is public, the rest the partners'."""
        return Label.CLEAR if self.is_out or self.status in PUBLIC_PRACTICES else Label.AMBER

    @property
    def awaits_instant(self) -> datetime.datetime | None:
        """Return the instant that publishes it without a write; None where none was given."""
        return self.published_at if self.status == PracticeStatus.APPROVED else None

    @property
    def is_out(self) -> bool:
        """Say whether an instant has published it."""
        return self.awaits_instant is not None and self.awaits_instant <= timezone.now()

    @property
    def is_under_embargo(self) -> bool:
        """Say whether it is to be published at an instant to come."""
        return self.awaits_instant is not None and not self.is_out

    @property
    def coming_at(self) -> datetime.datetime | None:
        """Return the instant from which anyone may read it, as records under embargo name it."""
        return self.awaits_instant if self.is_under_embargo else None

    @property
    def coming_label(self) -> Label:
        """Return the label that it leaves with from then on."""
        return Label.CLEAR

    @property
    def status_now(self) -> PracticeStatus:
        """Return the state it is in at this instant, which publishes one and supersedes another.

        A query where `visible_to` has not said whether another took its place.
        """
        if self.is_out:
            return PracticeStatus.PUBLISHED
        if self.status == PracticeStatus.PUBLISHED and self.was_replaced:
            return PracticeStatus.SUPERSEDED
        return PracticeStatus(self.status)

    @property
    def was_replaced(self) -> bool:
        """Say whether an instant published another version of its practice."""
        known: bool | None = vars(self).get("is_replaced")
        if known is not None:
            return known
        versions = PracticeVersion.objects.filter(pk=self.pk)
        return versions.filter(versions.replaced()).exists()

    def get_status_display(self) -> str:  # type: ignore[no-redef]  # Django leaves this one be
        """Return the state it is in at this instant in words."""
        return str(self.status_now.label)

    @property
    def has_come_back(self) -> bool:
        """Say whether a lesson behind it has regressed, as far as its reader was given its lessons."""
        return any(lesson.status == LessonStatus.REGRESSED for lesson in self.lessons.all())

    @property
    def signatures(self) -> Any:
        """Return the signatures under the version, by the name they have under every signed noun."""
        return self.approvals

    @property
    def number(self) -> str:
        """Return the version's number, `1.2`."""
        return f"{self.major}.{self.minor}"


def frozen_with_its_version() -> pgtrigger.Trigger:
    """Return the trigger that freezes what a version names along with the version."""
    return frozen_children(
        "practice version", "lessons_practiceversion", "practiceversion_id", FROZEN_STATES
    )


@tracked("practiceversion")
class LessonOfVersion(PracticeVersion.lessons.through):  # type: ignore[name-defined,misc]
    """A lesson behind a version."""

    class Meta:
        proxy = True
        triggers = [
            frozen_with_its_version(),
            raises_version_of(
                "lessons_practiceversion",
                "practiceversion_id",
                "lessons_lesson",
                "lesson_id",
                COVERED,
            ),
        ]


@tracked("practiceversion")
class SystemOfVersion(PracticeVersion.systems.through):  # type: ignore[name-defined,misc]
    """A system that a version is for."""

    class Meta:
        proxy = True
        triggers = [
            frozen_with_its_version(),
            raises_version_of(
                "lessons_practiceversion",
                "practiceversion_id",
                "tracker_aisystem",
                "aisystem_id",
                COVERED,
            ),
        ]


class SystemOfSignedVersion(AISystem):
    """A system, as practice versions that are being signed look at it."""

    class Meta:
        proxy = True
        triggers = [
            raises_versions_by_label(
                "raises_versions_of_practices",
                root="lessons_practiceversion",
                through="lessons_practiceversion_systems",
                column="practiceversion_id",
                target_column="aisystem_id",
                unsigned=PRACTICES_BEING_SIGNED,
                covered=SHARED_LABELS,
            )
        ]


@tracked("practiceversion")
class TagOfVersion(PracticeVersion.tags.through):  # type: ignore[name-defined,misc]
    """A tag of a version."""

    class Meta:
        proxy = True
        triggers = [frozen_with_its_version()]


@tracked("practiceversion")
class WordingOfVersion(PracticeVersion.worded_by.through):  # type: ignore[name-defined,misc]
    """A person whose words a version holds."""

    class Meta:
        proxy = True


@tracked("version")
class PracticeApproval(SignOff):
    """A signatory of one organization approved one content version of a practice version."""

    version = models.ForeignKey(PracticeVersion, models.PROTECT, related_name="approvals")

    objects = PracticeApprovalQuerySet.as_manager()

    class Meta(SignOff.Meta):
        abstract = False
        verbose_name = _("practice approval")
        verbose_name_plural = _("practice approvals")
        constraints = sign_off_rules("practiceapproval", "version")
        triggers = sign_off_triggers("lessons_practiceversion", "version_id")
