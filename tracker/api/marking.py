"""How every answer of the API that carries records says the label it leaves with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from rest_framework.request import Request
from rest_framework.response import Response

from tracker.marking import label_for, marked
from tracker.protection.readings import log_reading
from tracker.states import Surface


class MarkedMixin:
    """Writes the narrowest label of the records shown, and of what they name, into `X-TLP`."""

    # Vocabularies, people and organizations are no records; they have no label.
    has_labels: ClassVar[bool] = True
    # What this answer shows; nothing where it shows no records.
    records: Iterable[Any] | None = None

    def whole(self, record: Any) -> Any:
        """Return a record that this answer shows whole; the reading is logged first."""
        log_reading(self.request.user, [record], Surface.API)  # type: ignore[attr-defined]
        self.records = [record]
        return record

    def also_names(self, others: Iterable[Any]) -> None:
        """Note what this answer names besides its records, each with a label of its own."""
        self.records = [*(self.records or ()), *others]

    def finalize_response(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Label the answer."""
        response: Response = super().finalize_response(request, *args, **kwargs)  # type: ignore[misc]
        if self.has_labels and self.records is not None and response.status_code < 400:
            marked(response, label_for(request.user, self.records))
        return response
