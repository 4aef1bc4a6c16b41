"""The shape of AI systems, their versions and how they depend on one another."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.models.record import Record
from tracker.querysets import AISystemQuerySet, DependencyQuerySet, VersionQuerySet
from tracker.states import DependencyKind, SystemKind, Workload
from tracker.triggers import no_loops, not_while_held, widened_by_consent


@tracked()
class AISystem(Record):
    """Something that is trained, served or put in front of people."""

    reference_prefix = "SYS"
    content_fields = (
        "name",
        "aliases",
        "description",
        "kind",
        "workload",
        "developer_id",
        "operator_id",
        "source",
        "source_url",
    )
    content_children = {"versions": ("label", "released_on")}

    name = models.CharField(_("name"), max_length=200)
    aliases = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        verbose_name=_("aliases"),
        help_text=_("Other spellings that imports match, separated by commas."),
    )
    description = models.TextField(_("description"), blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=SystemKind)
    workload = models.CharField(_("workload"), max_length=20, choices=Workload, blank=True)
    developer = models.ForeignKey(
        "tracker.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("developer"),
    )
    operator = models.ForeignKey(
        "tracker.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("operator"),
    )
    steward = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stewarded_systems",
        verbose_name=_("steward"),
        help_text=_("The person who answers for this system."),
    )

    objects = AISystemQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ["name"]
        verbose_name = _("AI system")
        verbose_name_plural = _("AI systems")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["owner", "name"],
                name="aisystem_name_unique_per_owner",
                violation_error_message=_("Your organization has a system of this name already."),
            ),
        ]
        triggers = [not_while_held("id"), widened_by_consent()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the system's page."""
        return reverse("system-detail", args=[self.reference])


@tracked("system")
class SystemVersion(models.Model):
    """A version of a system: a label, or a date where the system has no versions."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    system = models.ForeignKey(AISystem, models.CASCADE, related_name="versions")
    label = models.CharField(_("version"), max_length=100)
    released_on = models.DateField(_("released on"), null=True, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["system", "released_on", "label"]
        verbose_name = _("system version")
        verbose_name_plural = _("system versions")
        constraints = [
            models.UniqueConstraint(
                fields=["system", "label"],
                name="systemversion_label_unique_per_system",
                violation_error_message=_("This system has a version of this name already."),
            )
        ]
        triggers = [not_while_held("system_id")]

    def __str__(self) -> str:
        return self.label

    @property
    def under(self) -> AISystem:
        """Return the system that this is a version of."""
        return self.system


@tracked("upstream", "downstream")
class SystemDependency(Record):
    """A downstream system depends on an upstream one; lessons may travel down this line.

    It bears a label of its own: that one product rests on another may be a secret where neither is.
    """

    reference_prefix = "DEP"
    audience_of = ("upstream", "downstream")
    content_fields = (
        "upstream_id",
        "downstream_id",
        "kind",
        "carries_lessons",
        "source",
        "source_url",
    )

    upstream = models.ForeignKey(
        AISystem, models.CASCADE, related_name="downstream_links", verbose_name=_("upstream")
    )
    downstream = models.ForeignKey(
        AISystem, models.CASCADE, related_name="upstream_links", verbose_name=_("downstream")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=DependencyKind)
    carries_lessons = models.BooleanField(_("lessons travel along it"), default=True)
    # What was asked along it keeps its way, so it is taken back and stays.
    taken_back_at = models.DateTimeField(_("taken back at"), null=True, editable=False)

    objects = DependencyQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ["upstream__name", "downstream__name"]
        verbose_name = _("system dependency")
        verbose_name_plural = _("system dependencies")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["upstream", "downstream", "kind"],
                condition=models.Q(taken_back_at=None),
                name="systemdependency_stated_once",
                violation_error_message=_("This dependency is recorded already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(upstream=models.F("downstream")),
                name="systemdependency_between_two",
                violation_error_message=_("A system cannot depend on itself."),
            ),
        ]
        triggers = [no_loops(), not_while_held("id", "downstream_id"), widened_by_consent()]

    def __str__(self) -> str:
        names = {"system": self.downstream, "depends": self.get_kind_display(), "on": self.upstream}
        return _("%(system)s is %(depends)s %(on)s") % names

    def get_absolute_url(self) -> str:
        """Return the address of the dependency's page."""
        return reverse("dependency-detail", args=[self.reference])
