"""Evidence under a record: a table of what is there, and forms that add to it or revise it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from reviews import access, editing
from reviews.models import Evidence
from tracker.admin.forms import RecordForm
from tracker.admin.inlines import AddInline
from tracker.admin.parts import Row, Table, page_of
from tracker.templatetags.components import day


class EvidenceForm(RecordForm):
    """A title with a link or a file; a newer revision names the older one."""

    replaces = forms.ModelChoiceField(queryset=Evidence.objects.none(), required=False)

    def answers(self) -> dict[str, Any]:
        """Name the older revision as the record does."""
        answers = super().answers()
        return {{"replaces": "revision_of"}.get(name, name): v for name, v in answers.items()}


class AddEvidence(AddInline):
    """Adds evidence; what is there can't be changed, only revised."""

    model = Evidence
    form = EvidenceForm
    check_add = access.check_can_add_evidence
    add = editing.add_evidence
    verbose_name = _("piece of evidence")
    verbose_name_plural = _("Add evidence: a link or a file")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask which older piece is replaced, where there is one."""
        names = ("title", "url", "file", "dated_on")
        older = ("replaces",) if obj is not None and obj.evidence.exists() else ()
        return ((None, {"fields": (*names, *older)}),)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Offer the newest revisions of this record's own evidence."""
        formset = super().get_formset(request, obj, **kwargs)
        rows = Evidence.objects.none() if obj is None else obj.evidence.filter(next_revision=None)
        formset.form.base_fields["replaces"] = forms.ModelChoiceField(
            queryset=rows,
            required=False,
            label=_("newer revision of"),
            help_text=_("The older one stays as it was."),
        )
        return formset


def evidence_table(record: Any) -> Table:
    """Return what supports a record; the page's plan fetched it."""
    pieces = record.evidence.all()
    replaced = {piece.revision_of_id for piece in pieces}
    return Table(
        _("Evidence"),
        (_("title"), _("kind"), _("dated"), _("added"), _("by")),
        [
            Row(
                page_of(piece),
                (
                    piece.title,
                    piece.file_name or _("link"),
                    day(piece.dated_on, relative=False),
                    day(piece.added_at, relative=False),
                    f"{piece.added_by}{_(', replaced') if piece.pk in replaced else ''}",
                ),
            )
            for piece in pieces
        ],
    )
