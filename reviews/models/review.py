"""The shape of a review."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reviews.models.cycle import ReviewCycle
from reviews.models.item import CycleItem
from reviews.querysets import ReviewQuerySet
from reviews.states import REVIEW_TRANSITIONS, ReviewMethod, ReviewStatus
from tracker.history.tracking import tracked
from tracker.models import AISystem, Record, SystemVersion
from tracker.triggers import not_while_held, state_machine, widened_by_consent


@tracked()
class Review(Record):
    """One system looked at by one organization, in a cycle or, until it is shared, in none."""

    Status = ReviewStatus
    reference_prefix = "REV"
    # Its words come from what its findings were drawn from.
    derived_from = ("findings__observations",)
    systems_at = "system"
    content_fields = (
        "title",
        "method",
        "held_on",
        "summary",
        "recommendation",
        "return_reason",
        "source",
        "source_url",
    )
    content_children = {"evidence": ("title", "url", "file_name", "sha256", "dated_on")}

    title = models.CharField(_("title"), max_length=300)
    system = models.ForeignKey(AISystem, models.PROTECT, related_name="reviews")
    version = models.ForeignKey(
        SystemVersion, models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    cycle = models.ForeignKey(
        ReviewCycle, models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    item = models.ForeignKey(
        CycleItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name=_("item of the cycle"),
    )
    method = models.CharField(
        _("method"), max_length=30, choices=ReviewMethod, default=ReviewMethod.DESK
    )
    reviewers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="reviews", verbose_name=_("reviewers")
    )
    worded_by = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+", editable=False
    )
    held_on = models.DateField(_("held on"))
    summary = models.TextField(_("summary"), blank=True)
    recommendation = models.TextField(_("recommendation"), blank=True)
    status = models.CharField(
        _("state"), max_length=20, choices=ReviewStatus, default=ReviewStatus.DRAFT, editable=False
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    accepted_at = models.DateTimeField(_("accepted at"), null=True, editable=False)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    return_reason = models.TextField(_("why it was returned"), blank=True, editable=False)

    objects = ReviewQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(submitted_at__isnull=True, submitted_by__isnull=True)
                | models.Q(submitted_at__isnull=False, submitted_by__isnull=False),
                name="review_submitted_by_and_at",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    status=ReviewStatus.ACCEPTED,
                    accepted_at__isnull=False,
                    accepted_by__isnull=False,
                    submitted_at__isnull=False,
                )
                | models.Q(accepted_at__isnull=True, accepted_by__isnull=True)
                & ~models.Q(status=ReviewStatus.ACCEPTED),
                name="review_accepted_by_and_at",
            ),
            models.CheckConstraint(
                condition=models.Q(item__isnull=True) | models.Q(cycle__isnull=False),
                name="review_of_an_item_is_in_its_cycle",
                violation_error_message=_("Choose the cycle that the item belongs to."),
            ),
        ]
        triggers = [
            state_machine("review", ReviewStatus.DRAFT, REVIEW_TRANSITIONS),
            not_while_held("id"),
            widened_by_consent(
                {
                    "reviews_observation": "SELECT seen.observation_id"
                    " FROM public.reviews_finding_observations AS seen"
                    " JOIN public.reviews_finding AS finding ON finding.id = seen.finding_id"
                    " WHERE finding.review_id = NEW.id",
                }
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the review's page."""
        return reverse("review-detail", args=[self.reference])


@tracked("review")
class ReviewerOfReview(Review.reviewers.through):  # type: ignore[name-defined,misc]
    """A person who took part in a review."""

    class Meta:
        proxy = True


@tracked("review")
class WordingOfReview(Review.worded_by.through):  # type: ignore[name-defined,misc]
    """A person who worded a review anew."""

    class Meta:
        proxy = True
