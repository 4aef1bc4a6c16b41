"""The shape of vocabularies and tags."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.querysets import TagQuerySet, TaxonomyQuerySet

LOCAL_SCHEME = "local"
CAUSE_SCHEME = "cause"


@tracked()
class Taxonomy(models.Model):
    """One version of a vocabulary; versions stand beside one another for ever."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    scheme = models.SlugField(_("scheme"), max_length=50)
    version = models.CharField(_("version"), max_length=50)
    title = models.CharField(_("title"), max_length=300)
    source = models.CharField(_("source"), max_length=500, blank=True)
    is_current = models.BooleanField(_("current"), default=False)

    objects = TaxonomyQuerySet.as_manager()

    class Meta:
        ordering = ["scheme", "version"]
        verbose_name = _("taxonomy")
        verbose_name_plural = _("taxonomies")
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "version"],
                name="taxonomy_version_unique_per_scheme",
                violation_error_message=_("This version of the scheme is loaded already."),
            ),
            models.UniqueConstraint(
                fields=["scheme"],
                condition=models.Q(is_current=True),
                name="taxonomy_one_current_version",
                violation_error_message=_("Another version of this scheme is the current one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.version}"


@tracked("taxonomy")
class Tag(models.Model):
    """One entry of a vocabulary: `nist-ai-rmf:MEASURE-2.7`."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    taxonomy = models.ForeignKey(Taxonomy, models.PROTECT, related_name="tags")
    code = models.CharField(_("code"), max_length=100)
    label = models.CharField(_("label"), max_length=500)
    description = models.TextField(_("description"), blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    owner = models.ForeignKey(
        "tracker.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text=_("Whose free tag this is; empty for public vocabularies."),
    )

    objects = TagQuerySet.as_manager()

    class Meta:
        ordering = ["taxonomy__scheme", "code"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        constraints = [
            models.UniqueConstraint(
                fields=["taxonomy", "code", "owner"],
                nulls_distinct=False,
                name="tag_code_unique_per_taxonomy",
                violation_error_message=_("This code exists already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.label}"

    @property
    def key(self) -> str:
        """Return the tag's name in exports: scheme and code."""
        return f"{self.taxonomy.scheme}:{self.code}"
