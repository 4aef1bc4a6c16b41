"""The shape of what a new version of a system asks for: a review of the move to it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reviews.models.cycle import ReviewCycle
from reviews.models.review import Review
from reviews.series_querysets import MigrationProposalQuerySet
from reviews.states import MIGRATION_TRANSITIONS, MigrationStatus
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.models import AISystem, SystemVersion
from tracker.triggers import not_while_held, state_machine


@tracked("system")
class MigrationProposal(models.Model):
    """A review that a new version asks for, until somebody starts it or says why it isn't needed.

    It is taken up by a draft of whoever starts it, by a joint cycle, or by both, in either order.
    """

    Status = MigrationStatus
    reference_prefix = "MIG"
    audience_of = ("system",)

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    reference = models.CharField(_("reference"), max_length=24, unique=True, editable=False)
    system = models.ForeignKey(
        AISystem, models.CASCADE, related_name="migration_proposals", editable=False
    )
    version = models.OneToOneField(
        SystemVersion, models.CASCADE, related_name="migration_proposal", editable=False
    )
    status = models.CharField(
        _("state"),
        max_length=20,
        choices=MigrationStatus,
        default=MigrationStatus.PROPOSED,
        editable=False,
    )
    review = models.OneToOneField(
        Review, models.PROTECT, null=True, related_name="proposed_as", editable=False
    )
    cycle = models.OneToOneField(
        ReviewCycle, models.PROTECT, null=True, related_name="proposed_as", editable=False
    )
    reason = models.TextField(_("why it isn’t needed"), blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    created_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)

    objects = MigrationProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("model migration")
        verbose_name_plural = _("model migrations")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    status=MigrationStatus.PROPOSED, answered_by=None, answered_at=None
                )
                | models.Q(
                    ~models.Q(status=MigrationStatus.PROPOSED),
                    answered_by__isnull=False,
                    answered_at__isnull=False,
                ),
                name="migrationproposal_answered_by_name",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(review__isnull=False) | models.Q(cycle__isnull=False),
                    status=MigrationStatus.ACCEPTED,
                )
                | models.Q(~models.Q(status=MigrationStatus.ACCEPTED), review=None, cycle=None),
                name="migrationproposal_accepted_names_review_or_cycle",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=MigrationStatus.DISMISSED) | ~models.Q(reason=""),
                name="migrationproposal_dismissed_with_reason",
                violation_error_message=_("Say why the new version needs no review."),
            ),
        ]
        triggers = [
            state_machine("proposal", MigrationStatus.PROPOSED, MIGRATION_TRANSITIONS),
            not_while_held("system_id"),
        ]

    def __str__(self) -> str:
        return f"{self.system}: {self.version}"

    def get_absolute_url(self) -> str:
        """Return the address of the system that has the new version."""
        return self.system.get_absolute_url()
