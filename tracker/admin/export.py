"""Lists as CSV and XLSX: what the list shows this reader, with labels, and no cell that is a formula."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from import_export import resources
from import_export.admin import ExportMixin
from import_export.fields import Field
from import_export.formats.base_formats import CSV, XLSX
from import_export.forms import ExportForm

from tracker.admin.choices import hide_unseen
from tracker.spreadsheets import for_cell


class Column(Field):  # type: ignore[misc]
    """An attribute, its choice in words, or the rows of a relation that the list fetched."""

    def __init__(self, attribute: str) -> None:
        super().__init__(attribute=attribute, column_name=attribute)

    def export(self, instance: Any, **kwargs: Any) -> Any:
        """Return the cell as text."""
        words = getattr(instance, f"get_{self.attribute}_display", None)
        value: Any = words() if words else getattr(instance, self.attribute, None)
        if hasattr(value, "all"):
            value = "; ".join(getattr(row, "key", None) or str(row) for row in value.all())
        return for_cell("" if value is None else value)


class RecordResource(resources.Resource):  # type: ignore[misc]
    """The rows of a list for one reader; the label is on every line that leaves."""

    reference = Column("reference")
    label = Column("label")
    owner = Column("owner")
    status = Column("status")
    title = Column("title")

    def __init__(self, user: Any = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.user = user

    @classmethod
    def get_display_name(cls) -> str:
        """Return what the export page calls these columns."""
        return cls.__name__

    def export_resource(self, instance: Any, selected_fields: Any = None, **kwargs: Any) -> Any:
        """Empty what the row may not name to this reader, then write it."""
        hide_unseen(instance, self.user)
        return super().export_resource(instance, selected_fields, **kwargs)


class Exported(ExportMixin):  # type: ignore[misc]
    """Adds the way out to a list: its rows, through its filters, for this reader."""

    export_formats = (CSV, XLSX)
    export_form_class = ExportForm
    import_export_change_list_template = "admin/import_export/change_list_export.html"

    def get_export_resource_kwargs(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        """Tell the rows who reads them."""
        return {"user": request.user}
