"""The shape that all labelled records share, and the people that a RED record names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from typing import ClassVar, TypeVar

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.states import LABEL_ORDER, Label, wider_than

# Only what an organization shares has an embargo; what names people is opened by a person.
COMING_WIDER = reduce(
    or_,
    (
        models.Q(label=label, coming_label__in=wider_than(label))
        for label in (Label.AMBER_STRICT, Label.AMBER, Label.GREEN)
    ),
)


class Record(models.Model):
    """Something an organization owns and shows to the audience of its TLP label."""

    # The middle of the reference: OAI-FND-7K3QM.
    reference_prefix: ClassVar[str]
    # What it is derived from, as lookups: its audience is the intersection of theirs.
    derived_from: ClassVar[tuple[str, ...]] = ()
    # The lookup of the systems that it is about; each is read by its own label.
    systems_at: ClassVar[str] = ""
    # The foreign keys to what else has to be seen by whoever reads it (the ends of a dependency).
    audience_of: ClassVar[tuple[str, ...]] = ()
    # What its readers read: its own fields, and those of what hangs under it.
    content_fields: ClassVar[tuple[str, ...]]
    content_children: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    # The column with the instant from which more people may read it.
    embargo_ends: ClassVar[str] = "coming_at"
    # Fields that nobody outside the owner's organization reads, whatever the label.
    kept_inside: ClassVar[tuple[str, ...]] = ()

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    reference = models.CharField(_("reference"), max_length=24, unique=True, editable=False)
    owner = models.ForeignKey(
        "tracker.Organization",
        models.PROTECT,
        related_name="+",
        verbose_name=_("owner"),
        editable=False,
    )
    label = models.CharField(
        _("label"), max_length=20, choices=Label, default=Label.AMBER_STRICT, editable=False
    )
    # An embargo: from this instant on the wider label holds, without anything being written.
    coming_label = models.CharField(
        _("coming label"), max_length=20, choices=Label, blank=True, editable=False
    )
    coming_at = models.DateTimeField(_("from"), null=True, editable=False)
    source = models.CharField(
        _("source"),
        max_length=500,
        blank=True,
        help_text=_("Where this is known from: title, publisher, date."),
    )
    source_url = models.URLField(_("source address"), max_length=1000, blank=True)
    illustrative = models.BooleanField(
        _("illustrative"),
        default=False,
        editable=False,
        help_text=_("Made up for the demonstration; the public record does not contain it."),
    )
    created_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("recorded by"),
        editable=False,
    )

    class Meta:
        abstract = True
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(label__in=Label.values),
                name="%(app_label)s_%(class)s_label_known",
            ),
            models.CheckConstraint(
                condition=models.Q(coming_label="", coming_at__isnull=True)
                | models.Q(coming_at__isnull=False) & COMING_WIDER,
                name="%(app_label)s_%(class)s_embargo_widens",
                violation_error_message=_(
                    "An embargo names an instant and the wider label that holds from then on."
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "-id"], name="%(class)s_by_owner"),
            models.Index(fields=["label", "-id"], name="%(class)s_by_label"),
            models.Index(
                fields=["coming_at"],
                name="%(class)s_embargo",
                condition=models.Q(coming_at__isnull=False),
            ),
        ]

    @property
    def beneath(self) -> list[Record]:
        """Return what else has to be seen by whoever reads it."""
        return [getattr(self, name) for name in self.audience_of]

    @property
    def label_now(self) -> Label:
        """Return the label that holds at this instant, which ends an embargo without a write."""
        is_over = self.coming_at is not None and self.coming_at <= timezone.now()
        return Label(self.coming_label if is_over else self.label)

    @property
    def is_under_embargo(self) -> bool:
        """Say whether a wider label is still to come."""
        return self.coming_at is not None and self.coming_at > timezone.now()


R = TypeVar("R", bound=Record)


def narrowest_of(records: Iterable[R]) -> R:
    """Return whichever of some records fewest people may read at this instant."""
    return min(records, key=lambda record: LABEL_ORDER.index(Label(record.label_now)))


def labelled_nouns() -> list[type[Record]]:
    """Return every noun that bears a label, whichever floor it stands on."""
    models_ = (model for model in apps.get_models() if issubclass(model, Record))
    return [model for model in models_ if not model._meta.proxy]


@tracked()
class Recipient(models.Model):
    """A person whom a RED record names; keys are unique across nouns, so one table serves all."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    record_id = models.UUIDField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="named_for")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "record_id"], name="recipient_named_once")
        ]

    def __str__(self) -> str:
        return f"{self.user} may read {self.record_id}"
