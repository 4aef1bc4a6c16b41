"""The shape of evidence: a file or a link under a record, in revisions."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reviews.models.finding import Finding
from reviews.models.observation import Observation
from reviews.models.review import Review
from reviews.querysets import EvidenceQuerySet
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.triggers import not_while_held


def evidence_path(evidence: Evidence, filename: str) -> str:
    """Return where a file is stored: under its key, so that no name is guessed or repeated."""
    return f"evidence/{evidence.pk}"


@tracked("observation", "review", "finding")
class Evidence(models.Model):
    """What supports a record; it inherits the record's audience."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    observation = models.ForeignKey(
        Observation, models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    review = models.ForeignKey(
        Review, models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    finding = models.ForeignKey(
        Finding, models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    title = models.CharField(_("title"), max_length=300)
    url = models.URLField(_("link"), max_length=1000, blank=True)
    file = models.FileField(_("file"), upload_to=evidence_path, blank=True)
    file_name = models.CharField(_("file name"), max_length=255, blank=True, editable=False)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True, editable=False)
    dated_on = models.DateField(_("date of the evidence"), null=True, blank=True)
    revision_of = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="next_revision"
    )
    # A file that was removed leaves its hash here, and that of its name in the redaction.
    removed_at = models.DateTimeField(_("file removed at"), null=True, editable=False)
    added_at = models.DateTimeField(_("added at"), default=timezone.now, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    observation__isnull=False, review__isnull=True, finding__isnull=True
                )
                | models.Q(observation__isnull=True, review__isnull=False, finding__isnull=True)
                | models.Q(observation__isnull=True, review__isnull=True, finding__isnull=False),
                name="evidence_hangs_under_one_record",
            ),
            models.CheckConstraint(
                condition=models.Q(file="") & ~models.Q(url="")
                | models.Q(url="") & ~models.Q(file="") & ~models.Q(sha256="")
                | models.Q(url="", file="", removed_at__isnull=False) & ~models.Q(sha256=""),
                name="evidence_is_a_file_or_a_link",
                violation_error_message=_("Give a file or a link, one of the two."),
            ),
        ]
        triggers = [not_while_held("observation_id", "review_id", "finding_id", file="file")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the file, or the link."""
        return self.url or reverse("evidence-file", args=[self.pk])

    @property
    def under(self) -> Observation | Review | Finding:
        """Return the record that this supports."""
        record = self.observation or self.review or self.finding
        assert record is not None, "evidence_hangs_under_one_record"
        return record
