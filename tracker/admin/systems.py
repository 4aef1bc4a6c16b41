"""Systems in the admin, with their versions and what they depend on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from tracker import access, editing
from tracker.admin.base import RecordAdmin
from tracker.admin.choices import VisibleFilter
from tracker.admin.inlines import AddInline
from tracker.admin.parts import Row, Table, change_url, label_column
from tracker.models import AISystem, SystemDependency, SystemVersion
from tracker.templatetags.components import day


class AddVersion(AddInline):
    """Adds versions of a system."""

    model = SystemVersion
    check_add = access.check_can_edit_system
    add = editing.add_system_version
    verbose_name = _("version")
    verbose_name_plural = _("Add versions")
    fieldsets = (
        (
            None,
            {
                "fields": (("label", "released_on"),),
                "description": _(
                    "Whoever reads the system reads its versions, as soon as they are saved."
                ),
            },
        ),
    )


class AddDependency(AddInline):
    """Says what a system depends on; the owner of the downstream system says so."""

    model = SystemDependency
    fk_name = "downstream"
    check_add = access.check_can_edit_system
    verbose_name = _("dependency")
    verbose_name_plural = _("Add what it depends on")
    fieldsets = (
        (
            None,
            {
                "fields": ("kind", "upstream", "carries_lessons", "source", "source_url"),
                "description": _(
                    "Your organization alone reads it until a lead shares it. What this system rests on is "
                    "upstream of it, and lessons travel down from there."
                ),
            },
        ),
    )
    autocomplete_fields = ("upstream",)

    @staticmethod
    def add(system: AISystem, **answers: Any) -> SystemDependency:
        """Record that this system depends on another."""
        return editing.add_dependency(downstream=system, **answers)


@admin.register(AISystem)
class AISystemAdmin(RecordAdmin):
    """Something that is trained, served or put in front of people."""

    check_add = access.check_can_add_system
    check_change = access.check_can_edit_system
    create = editing.add_system
    edit = editing.edit_system

    fields = ("name", "kind")
    more = (
        "developer",
        "operator",
        "steward",
        "workload",
        "aliases",
        "description",
        "source",
        "source_url",
    )
    own_people = ("steward",)
    inlines = (AddVersion, AddDependency)

    list_display = ("name", "reference", "kind", "developer", "operator", label_column, "owner")
    list_filter = ("kind", ("developer", VisibleFilter), ("operator", VisibleFilter))
    search_fields = ("name", "reference", "aliases")

    def page_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what the page shows."""
        return rows.for_detail(user)

    def tables(self, request: HttpRequest, record: AISystem) -> Iterable[Table]:
        """Return its versions and both ends of its dependencies, visible ones only."""
        versions = [
            Row("", (version.label, day(version.released_on, relative=False)))
            for version in record.versions.all()
        ]
        above = [(link.upstream, link) for link in record.upstream_links.all()]
        below = [(link.downstream, link) for link in record.downstream_links.all()]
        return (
            Table(_("Versions"), (_("version"), _("released on")), versions),
            dependency_table(_("Depends on"), above),
            dependency_table(_("Systems that depend on it"), below),
        )


def dependency_table(title: Any, links: list[tuple[AISystem, SystemDependency]]) -> Table:
    """Return one end of dependencies; who may know of each is its own label's to say."""
    return Table(
        title,
        (_("system"), _("how"), _("lessons travel"), _("label")),
        [
            Row(
                change_url(link),
                (
                    system,
                    link.get_kind_display(),
                    _("yes") if link.carries_lessons else _("no"),
                    label_column(link),
                ),
            )
            for system, link in links
        ],
    )


@admin.register(SystemDependency)
class SystemDependencyAdmin(RecordAdmin):
    """How one system depends on another; it stays as it was stated, its label is changed by verbs."""

    fields = (
        "downstream",
        "kind",
        "upstream",
        "carries_lessons",
        "source",
        "source_url",
        "taken_back_at",
    )
    readonly_fields = fields

    list_display = ("downstream", "kind", "upstream", "reference", "carries_lessons", label_column)
    list_filter = ("kind", ("downstream", VisibleFilter), ("upstream", VisibleFilter))
    search_fields = ("reference", "downstream__name", "upstream__name")

    def page_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what the page shows."""
        return rows.for_detail(user)
