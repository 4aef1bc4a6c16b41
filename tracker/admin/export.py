"""Lists as CSV and XLSX: what the list shows this reader, with labels, and no cell that is a formula."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from import_export import resources
from import_export.admin import ExportMixin
from import_export.fields import Field
from import_export.formats.base_formats import CSV, XLSX
from import_export.forms import ExportForm

from tracker.admin.choices import hide_unseen
from tracker.admin.parts import system_words
from tracker.marking import in_file_name, label_for, marked, narrowest, over_column
from tracker.protection.access import is_watched
from tracker.protection.readings import log_reading
from tracker.spreadsheets import for_cell
from tracker.states import Label, Surface


class Column(Field):  # type: ignore[misc]
    """An attribute, its choice in words, or the rows of a relation that the list fetched."""

    def __init__(self, attribute: str, name: str = "") -> None:
        super().__init__(attribute=attribute, column_name=name or attribute)

    def export(self, instance: Any, **kwargs: Any) -> Any:
        """Return the cell as text."""
        words = getattr(instance, f"get_{self.attribute}_display", None)
        value: Any = words() if words else getattr(instance, self.attribute, None)
        if isinstance(value, Label):
            value = value.label
        if hasattr(value, "all"):
            value = "; ".join(getattr(row, "key", None) or str(row) for row in value.all())
        return for_cell("" if value is None else value)


class SystemColumn(Column):
    """The system that a row is about; of an unseen one just that there is one."""

    def export(self, instance: Any, **kwargs: Any) -> Any:
        """Return the cell as text."""
        return for_cell(str(system_words(instance) or ""))


class RecordResource(resources.Resource):  # type: ignore[misc]
    """The rows of a list for one reader; the label is on every line that leaves."""

    reference = Column("reference")
    label = Column("label_now", "label")
    owner = Column("owner")
    status = Column("status")
    title = Column("title")

    def __init__(self, request: Any = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.request: Any = request
        # None while only the names of the columns are asked for.
        self.user: Any = getattr(request, "user", None)
        # The narrowest label of what was written so far.
        self.marking = Label.CLEAR
        # Of what was written so far, what only few may read: its reading is logged.
        self.watched: list[Any] = []

    @classmethod
    def get_display_name(cls) -> str:
        """Return what the export page calls these columns."""
        return cls.__name__

    def export_resource(self, instance: Any, selected_fields: Any = None, **kwargs: Any) -> Any:
        """Empty what the row may not name to this reader, then write it."""
        hide_unseen(instance, self.user)
        self.marking = narrowest([self.marking, label_for(self.user, [instance])])
        if is_watched(instance):
            self.watched.append(instance)
        return super().export_resource(instance, selected_fields, **kwargs)

    def after_export(self, queryset: Any, dataset: Any, **kwargs: Any) -> None:
        """Log what only few may read, and let the table say in its first line what it is as a whole."""
        log_reading(self.user, self.watched, Surface.EXPORT)
        self.request.marking = self.marking
        dataset.headers = [
            over_column(self.marking) if name == "label" else name for name in dataset.headers
        ]


class Exported(ExportMixin):  # type: ignore[misc]
    """Adds the way out to a list: its rows, through its filters, for this reader."""

    export_formats = (CSV, XLSX)
    export_form_class = ExportForm
    import_export_change_list_template = "admin/import_export/change_list_export.html"

    def get_export_resource_kwargs(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        """Tell the rows who reads them."""
        return {"request": request}

    def get_export_filename(self, request: Any, queryset: Any, file_format: Any) -> str:
        """Return a name that begins with the label: files get passed on."""
        name = super().get_export_filename(request, queryset, file_format)
        return f"{in_file_name(request.marking)} {name}"

    def _do_file_export(
        self, file_format: Any, request: Any, queryset: Any, **kwargs: Any
    ) -> HttpResponse:
        """Write the label into the header of the answer too."""
        response: HttpResponse = super()._do_file_export(file_format, request, queryset, **kwargs)
        return marked(response, request.marking)
