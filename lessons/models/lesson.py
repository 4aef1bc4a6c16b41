"""The shape of a lesson, the systems it is about, and its endorsements."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lessons.learning_triggers import learned_when_earned
from lessons.querysets import EndorsementQuerySet, LessonQuerySet, LessonSystemQuerySet
from lessons.states import (
    LESSON_MATERIAL,
    LESSON_TRANSITIONS,
    LESSONS_BEING_SIGNED,
    LessonStatus,
    Scope,
    SystemRole,
)
from reviews.models import Finding
from tracker.history.tracking import tracked
from tracker.instants import day_of, is_after_the_day
from tracker.keys import new_key
from tracker.models import AISystem, Record, SignOff, Tag, sign_off_rules, sign_off_triggers
from tracker.search import search_column, search_index
from tracker.states import OWN_LABELS, SHARED_LABELS, Label
from tracker.triggers import (
    label_now,
    not_while_held,
    quoted,
    raises_content_version,
    raises_version_of,
    raises_versions_by_label,
    state_machine,
    widened_by_consent,
)

# An own lesson is signed by its owner's people alone, who see more of it.
COVERED = f"root.scope = '{Scope.OWN}' OR {label_now('target')} IN ({quoted(SHARED_LABELS)})"


@tracked()
class Lesson(Record):
    """What was learned from findings, with a life of its own: identified is not learned."""

    Status = LessonStatus
    material = LESSON_MATERIAL
    reference_prefix = "LES"
    derived_from = ("findings",)
    systems_at = "about__system"
    content_fields = (
        "title",
        "insight",
        "context",
        "recommendation",
        "scope",
        "closing_reason",
        "source",
        "source_url",
    )

    title = models.CharField(_("title"), max_length=300)
    insight = models.TextField(_("what was learned"))
    context = models.TextField(_("context"), blank=True)
    recommendation = models.TextField(_("recommendation"), blank=True)
    findings = models.ManyToManyField(
        Finding, blank=True, related_name="lessons", verbose_name=_("findings")
    )
    tags = models.ManyToManyField(Tag, blank=True, related_name="lessons")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="assigned_lessons",
        verbose_name=_("responsible"),
    )
    scope = models.CharField(_("signed by"), max_length=10, choices=Scope, default=Scope.JOINT)
    worded_by = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+", editable=False
    )
    status = models.CharField(
        _("state"),
        max_length=20,
        choices=LessonStatus,
        default=LessonStatus.IDENTIFIED,
        editable=False,
    )
    content_version = models.PositiveIntegerField(_("content version"), default=1, editable=False)
    endorsed_at = models.DateTimeField(_("endorsed at"), null=True, editable=False)
    learned_on = models.DateField(_("learned on"), null=True, editable=False)
    # The private original of a shareable copy; only the owner's people are told.
    copied_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="copies"
    )
    superseded_by = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="supersedes"
    )
    closing_reason = models.TextField(_("why it was rejected"), blank=True, editable=False)

    search = search_column("title", "insight", "context", "recommendation")

    objects = LessonQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        indexes = [*Record.Meta.indexes, search_index("lesson")]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(status=LessonStatus.SUPERSEDED, superseded_by__isnull=False)
                | models.Q(superseded_by__isnull=True) & ~models.Q(status=LessonStatus.SUPERSEDED),
                name="lesson_superseded_names_the_other",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=LessonStatus.REJECTED) | ~models.Q(closing_reason=""),
                name="lesson_rejected_with_reason",
                violation_error_message=_("Say why the lesson is rejected."),
            ),
            models.CheckConstraint(
                condition=models.Q(endorsed_at__isnull=False)
                | ~models.Q(
                    status__in=[
                        LessonStatus.ENDORSED,
                        LessonStatus.ACTIONED,
                        LessonStatus.LEARNED,
                        LessonStatus.REGRESSED,
                    ]
                ),
                name="lesson_in_force_was_endorsed",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    learned_on__isnull=False, learned_on__gte=models.F("endorsed_at__date")
                )
                | models.Q(learned_on__isnull=True)
                & ~models.Q(status__in=[LessonStatus.LEARNED, LessonStatus.REGRESSED]),
                name="lesson_learned_on_a_day_after_it_was_endorsed",
            ),
        ]
        triggers = [
            state_machine("lesson", LessonStatus.IDENTIFIED, LESSON_TRANSITIONS),
            not_while_held("id"),
            raises_content_version(LESSON_MATERIAL.fields),
            learned_when_earned(),
            widened_by_consent(
                {
                    "reviews_finding": "SELECT finding_id"
                    " FROM public.lessons_lesson_findings WHERE lesson_id = NEW.id"
                }
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the lesson's page."""
        return reverse("lesson-detail", args=[self.reference])

    @property
    def entered_later(self) -> bool:
        """Say whether it was entered after it was endorsed; then it counts in no headline."""
        return is_after_the_day(self.created_at, self.endorsed_at and day_of(self.endorsed_at))

    @property
    def signatures(self) -> Any:
        """Return the signatures under the lesson, by the name they have under every signed noun."""
        return self.endorsements

    @property
    def signed_labels(self) -> tuple[Label, ...]:
        """Return the labels of what every signer of this lesson can see."""
        return OWN_LABELS if self.scope == Scope.OWN else SHARED_LABELS


@tracked("lesson")
class FindingOfLesson(Lesson.findings.through):  # type: ignore[name-defined,misc]
    """A finding behind a lesson."""

    class Meta:
        proxy = True
        triggers = [
            raises_version_of(
                "lessons_lesson", "lesson_id", "reviews_finding", "finding_id", COVERED
            )
        ]


class FindingOfSignedLesson(Finding):
    """A finding, as lessons that are being signed look at it."""

    class Meta:
        proxy = True
        triggers = [
            raises_versions_by_label(
                "raises_versions_of_lessons",
                root="lessons_lesson",
                through="lessons_lesson_findings",
                column="lesson_id",
                target_column="finding_id",
                unsigned=LESSONS_BEING_SIGNED,
                covered=SHARED_LABELS,
            )
        ]


class SystemOfSignedLesson(AISystem):
    """A system, as lessons that are being signed look at it."""

    class Meta:
        proxy = True
        triggers = [
            raises_versions_by_label(
                "raises_versions_of_lessons",
                root="lessons_lesson",
                through="lessons_lessonsystem",
                column="lesson_id",
                target_column="system_id",
                unsigned=LESSONS_BEING_SIGNED,
                covered=SHARED_LABELS,
            )
        ]


@tracked("lesson")
class LessonSystem(models.Model):
    """A lesson is about a system in a role; whatever is downstream of the cause is asked."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="about")
    system = models.ForeignKey(AISystem, models.PROTECT, related_name="lessons_about")
    role = models.CharField(
        _("role"), max_length=20, choices=SystemRole, default=SystemRole.SEEN_IN
    )

    objects = LessonSystemQuerySet.as_manager()

    class Meta:
        ordering = ["role", "system__name"]
        verbose_name = _("system of the lesson")
        verbose_name_plural = _("systems of the lesson")
        constraints = [
            models.UniqueConstraint(
                fields=["lesson", "system", "role"],
                name="lessonsystem_stated_once",
                violation_error_message=_("The lesson names this system in this role already."),
            )
        ]
        triggers = [
            raises_version_of(
                "lessons_lesson", "lesson_id", "tracker_aisystem", "system_id", COVERED
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.system}"


@tracked("lesson")
class Endorsement(SignOff):
    """A signatory of one organization endorsed one content version of a lesson."""

    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="endorsements")

    objects = EndorsementQuerySet.as_manager()

    class Meta(SignOff.Meta):
        abstract = False
        verbose_name = _("endorsement")
        verbose_name_plural = _("endorsements")
        constraints = sign_off_rules("endorsement", "lesson")
        triggers = sign_off_triggers("lessons_lesson", "lesson_id")


@tracked("lesson")
class TagOfLesson(Lesson.tags.through):  # type: ignore[name-defined,misc]
    """A tag of a lesson."""

    class Meta:
        proxy = True


@tracked("lesson")
class WordingOfLesson(Lesson.worded_by.through):  # type: ignore[name-defined,misc]
    """A person whose words a lesson holds."""

    class Meta:
        proxy = True
