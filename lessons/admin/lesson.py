"""Lessons in the admin: worded until they are endorsed, tagged at any time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from lessons import access, editing
from lessons.admin.comparing import WarnsOfAlike
from lessons.admin.parts import disposition_table, outcome_tables, record_table, signature_table
from lessons.models import Lesson, LessonSystem
from lessons.states import SystemRole
from tracker.admin.base import RecordAdmin
from tracker.admin.choices import VisibleFilter
from tracker.admin.export import Column, Exported, RecordResource
from tracker.admin.forms import RecordForm
from tracker.admin.parts import Table, label_column, names_column, state_column
from tracker.models import AISystem

ROLES = {"seen_in": SystemRole.SEEN_IN, "cause_in": SystemRole.CAUSE_IN}


def systems_field(label: Any, help_text: Any = "") -> forms.ModelMultipleChoiceField[AISystem]:
    """Return a field that chooses systems by autocomplete."""
    relation: Any = LessonSystem._meta.get_field("system")
    return forms.ModelMultipleChoiceField(
        queryset=AISystem.objects.none(),
        required=False,
        label=label,
        help_text=help_text,
        widget=AutocompleteSelectMultiple(relation, admin.site),
    )


class LessonForm(RecordForm):
    """A lesson, with the systems it is about in either role."""

    seen_in = systems_field(_("seen in"))
    cause_in = systems_field(
        _("cause in"), _("Whatever is built on these systems will be asked about the lesson.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ROLES.keys() & self.fields.keys():
            field: Any = self.fields[name]
            field.queryset = AISystem.objects.visible_to(self.reader)
            if not self.instance._state.adding:
                shown = self.current_rows(name) & field.queryset
                self.initial[name] = list(shown.values_list("pk", flat=True))

    def current_rows(self, name: str) -> QuerySet[Any]:
        """Return the systems that the lesson names in one role."""
        if name not in ROLES:
            return super().current_rows(name)
        about = LessonSystem.objects.filter(lesson=self.instance, role=ROLES[name])
        return AISystem.objects.filter(pk__in=about.values("system"))


class LessonResource(RecordResource):
    """What leaves of each line."""

    insight = Column("insight")
    context = Column("context")
    recommendation = Column("recommendation")
    tags = Column("tags")
    about = Column("about")
    scope = Column("scope")
    assignee = Column("assignee")


@admin.register(Lesson)
class LessonAdmin(WarnsOfAlike, Exported, RecordAdmin):
    """What was learned; each partner signs it, then it must change something."""

    resource_classes = (LessonResource,)
    compares = True
    alike_among = (Lesson,)
    form = LessonForm
    first_step = _("Write a lesson down")
    check_add = access.check_can_write_lesson
    check_change = access.check_can_edit_lesson
    check_tag = access.check_can_tag_lesson
    create = editing.write_lesson
    edit = editing.edit_lesson
    tag = editing.tag_lesson

    more = ("context", "scope", "assignee", "source", "source_url")
    autocomplete_fields = ("findings", "tags")
    can_add_beside = ("tags",)
    own_people = ("assignee",)

    list_display = (
        "title",
        "reference",
        names_column("tags", _("tags")),
        "systems_column",
        state_column,
        label_column,
    )
    list_filter = (
        "status",
        "scope",
        ("tags", VisibleFilter),
        ("owner", VisibleFilter),
    )
    search_fields = ("title", "reference", "insight", "recommendation")
    search_help_text = _("Search in the title, the insight, the recommendation and the reference.")

    @admin.display(description=_("systems"))
    def systems_column(self, lesson: Lesson) -> str:
        """Name the systems it is about, visible ones only."""
        return ", ".join(dict.fromkeys(str(about.system) for about in lesson.about.all()))

    @admin.display(description=_("about"))
    def about_column(self, lesson: Lesson) -> str:
        """Say why each system is named."""
        return ", ".join(str(about) for about in lesson.about.all())

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Show the systems in words where they can't be changed."""
        readable = obj is not None and self.mode(request, obj) != "all"
        systems = ("about_column",) if readable else ("seen_in", "cause_in")
        return ("title", "insight", "recommendation", "tags", *systems, "findings")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Name the words for systems as what they are: read only."""
        if obj is None or self.mode(request, obj) == "all":
            return ()
        return super().get_readonly_fields(request, obj) or ("about_column",)

    def list_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what a line shows."""
        return rows.for_list(user)

    def page_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what the page shows."""
        return rows.for_detail(user)

    def tables(self, request: HttpRequest, record: Lesson) -> Iterable[Table]:
        """Return what it was drawn from, who signed it and what it changed."""
        signatures = signature_table(request.user, record)
        findings = record_table(_("Findings"), record.findings.all())
        asked = disposition_table(request.user, record)
        return (findings, signatures, asked, *outcome_tables(record))
