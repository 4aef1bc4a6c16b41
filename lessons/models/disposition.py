"""The shape of what each system downstream of a lesson's cause answers, and of who is left out."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lessons.learning_triggers import asked_of_what_stands, judged_by_another_partner
from lessons.models.lesson import COVERED, Lesson
from lessons.models.update import SystemUpdate
from lessons.querysets import DispositionQuerySet, PrunedSystemQuerySet
from lessons.states import DISPOSITION_TRANSITIONS, Answer, DispositionStatus
from tracker.history.tracking import tracked
from tracker.instants import is_after_the_day
from tracker.keys import new_key
from tracker.models import AISystem
from tracker.models.record import Record, narrowest_of
from tracker.states import Label
from tracker.triggers import not_while_held, raises_version_of, state_machine

ANSWERED = (
    models.Q(answered_on__isnull=False, answered_by__isnull=False)
    & ~models.Q(answer="")
    & ~models.Q(reason="")
)
UNANSWERED = models.Q(answered_on__isnull=True, answered_by__isnull=True, answer="", reason="")
JUDGED = models.Q(judged_on__isnull=False, judged_by__isnull=False)
UNJUDGED = models.Q(judged_on__isnull=True, judged_by__isnull=True, judgement="")


@tracked()
class Disposition(models.Model):
    """What the operator of one system downstream of a lesson's cause says to it: answered is not done."""

    Status = DispositionStatus
    reference_prefix = "DSP"
    # Whatever the labels of lesson and system, answers are among the partners.
    marked = Label.AMBER
    audience_of = ("lesson", "system")
    # Keys of systems, which the history names like any other.
    ways = ("path",)

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    reference = models.CharField(_("reference"), max_length=32, unique=True, editable=False)
    lesson = models.ForeignKey(
        Lesson, models.PROTECT, related_name="dispositions", verbose_name=_("lesson")
    )
    system = models.ForeignKey(
        AISystem, models.PROTECT, related_name="dispositions", verbose_name=_("system")
    )
    organization = models.ForeignKey(
        "tracker.Organization", models.PROTECT, related_name="+", verbose_name=_("who is asked")
    )
    # The systems from a cause to this one along which the lesson travels, both ends among them.
    path = ArrayField(models.UUIDField(), verbose_name=_("way from the cause"), editable=False)
    asked_on = models.DateField(_("asked on"), editable=False)
    # By the policy of the day on which it was asked; a change of the policy moves nothing.
    due_on = models.DateField(_("due on"), null=True, editable=False)
    asked_again_on = models.DateField(_("asked again on"), null=True, editable=False)
    status = models.CharField(
        _("state"),
        max_length=20,
        choices=DispositionStatus,
        default=DispositionStatus.ASKED,
        editable=False,
    )
    answer = models.CharField(
        _("answer"), max_length=20, choices=Answer, blank=True, editable=False
    )
    reason = models.TextField(_("reason"), blank=True, editable=False)
    evidence = models.TextField(_("evidence"), blank=True, editable=False)
    evidence_url = models.URLField(
        _("link to the evidence"), max_length=1000, blank=True, editable=False
    )
    update = models.ForeignKey(
        SystemUpdate,
        models.PROTECT,
        null=True,
        related_name="dispositions",
        verbose_name=_("update that does it"),
        editable=False,
    )
    waived_until = models.DateField(_("waived until"), null=True, editable=False)
    answered_on = models.DateField(_("answered on"), null=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("answered by"),
        editable=False,
    )
    judgement = models.TextField(_("why it was judged so"), blank=True, editable=False)
    judged_on = models.DateField(_("judged on"), null=True, editable=False)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("judged by"),
        editable=False,
    )
    illustrative = models.BooleanField(_("illustrative"), default=False, editable=False)
    created_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)

    objects = DispositionQuerySet.as_manager()

    class Meta:
        ordering = ["system__name"]
        verbose_name = _("disposition")
        verbose_name_plural = _("dispositions")
        constraints = [
            models.UniqueConstraint(
                fields=["lesson", "system"],
                name="disposition_asked_once",
                violation_error_message=_("This system was asked about the lesson already."),
            ),
            models.CheckConstraint(
                condition=models.Q(status=DispositionStatus.ASKED) & UNANSWERED
                | ~models.Q(status=DispositionStatus.ASKED) & ANSWERED,
                name="disposition_answered_by_someone_who_says_why",
                violation_error_message=_("Say why this is the answer."),
            ),
            models.CheckConstraint(
                condition=models.Q(answer__in=["", *Answer.values]),
                name="disposition_answer_known",
                violation_error_message=_("Choose one of the answers."),
            ),
            models.CheckConstraint(
                condition=models.Q(answered_on__isnull=True)
                | models.Q(answered_on__gte=models.F("asked_on"))
                & (
                    models.Q(asked_again_on__isnull=True)
                    | models.Q(answered_on__gte=models.F("asked_again_on"))
                ),
                name="disposition_answered_after_it_was_asked",
                violation_error_message=_("An answer can't be dated before the question."),
            ),
            models.CheckConstraint(
                condition=models.Q(due_on__isnull=True)
                | models.Q(due_on__gte=models.F("asked_on")),
                name="disposition_due_after_it_was_asked",
            ),
            models.CheckConstraint(
                condition=models.Q(asked_again_on__isnull=True)
                | models.Q(asked_again_on__gte=models.F("asked_on")),
                name="disposition_asked_again_after_it_was_asked",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    answer=Answer.WAIVED,
                    waived_until__isnull=False,
                    waived_until__gt=models.F("answered_on"),
                )
                | ~models.Q(answer=Answer.WAIVED) & models.Q(waived_until__isnull=True),
                name="disposition_waived_until_a_later_day",
                violation_error_message=_(
                    "Say until when it is waived, a day after the answer; no other answer ends on a day."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(update__isnull=True) | models.Q(answer=Answer.ADOPTED),
                name="disposition_names_the_update_that_adopts",
                violation_error_message=_("Only what is adopted names the update that does it."),
            ),
            models.CheckConstraint(
                condition=models.Q(
                    status__in=[DispositionStatus.ACCEPTED, DispositionStatus.RETURNED]
                )
                & JUDGED
                | models.Q(status__in=[DispositionStatus.ASKED, DispositionStatus.ANSWERED])
                & UNJUDGED,
                name="disposition_judged_by_someone",
                violation_error_message=_("Say who judged the answer, and when."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status=DispositionStatus.RETURNED) | ~models.Q(judgement=""),
                name="disposition_returned_with_reason",
                violation_error_message=_("Say why the answer is not acceptable."),
            ),
            models.CheckConstraint(
                condition=models.Q(judged_on__isnull=True)
                | models.Q(judged_on__gte=models.F("answered_on")),
                name="disposition_judged_after_it_was_answered",
                violation_error_message=_("A judgement can't be dated before the answer."),
            ),
            models.CheckConstraint(
                condition=models.Q(judged_by__isnull=True)
                | ~models.Q(judged_by=models.F("answered_by")),
                name="disposition_judged_by_another",
                violation_error_message=_("Whoever gave the answer can't judge it."),
            ),
        ]
        triggers = [
            state_machine("disposition", DispositionStatus.ASKED, DISPOSITION_TRANSITIONS),
            not_while_held("id", "lesson_id"),
            asked_of_what_stands(),
            judged_by_another_partner(),
        ]

    def __str__(self) -> str:
        return str(self.lesson)

    def get_absolute_url(self) -> str:
        """Return the address of the disposition's page."""
        return reverse("disposition-detail", args=[self.reference])

    @property
    def entered_later(self) -> bool:
        """Say whether its lesson was entered after it had asked; then it counts in no headline."""
        return is_after_the_day(self.created_at, self.asked_on)

    @property
    def under(self) -> Record:
        """Return what fewer people may know of: the lesson or the system."""
        return narrowest_of((self.lesson, self.system))


@tracked("lesson")
class PrunedSystem(models.Model):
    """A system downstream of a lesson's cause that is not asked, and why: its signatories agree to that."""

    marked = Label.AMBER

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="pruned")
    system = models.ForeignKey(AISystem, models.PROTECT, related_name="+", verbose_name=_("system"))
    reason = models.TextField(_("why it is not asked"))
    pruned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("left out by")
    )
    pruned_at = models.DateTimeField(_("left out at"), default=timezone.now)

    objects = PrunedSystemQuerySet.as_manager()

    class Meta:
        ordering = ["system__name"]
        verbose_name = _("system that is not asked")
        verbose_name_plural = _("systems that are not asked")
        constraints = [
            models.UniqueConstraint(
                fields=["lesson", "system"],
                name="prunedsystem_once",
                violation_error_message=_("This system is left out already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="prunedsystem_with_reason",
                violation_error_message=_("Say why this system is not asked."),
            ),
        ]
        triggers = [
            raises_version_of(
                "lessons_lesson", "lesson_id", "tracker_aisystem", "system_id", COVERED
            ),
            not_while_held("lesson_id"),
        ]

    def __str__(self) -> str:
        return str(self.system)

    @property
    def under(self) -> Record:
        """Return what fewer people may know of: the lesson or the system."""
        return narrowest_of((self.lesson, self.system))
