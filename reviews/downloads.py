"""How the bytes of evidence leave: labelled, as a download that no browser runs or guesses at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import FileResponse, Http404

from reviews.models import Evidence
from tracker.marking import in_file_name, label_of, marked
from tracker.protection.readings import log_reading
from tracker.states import Surface

if TYPE_CHECKING:
    from tracker.access import Reader


def attachment(evidence: Evidence, reader: Reader) -> FileResponse:
    """Return a file of evidence; one that is only a link, or was lost, is not found."""
    if not evidence.file or not evidence.file.storage.exists(str(evidence.file)):
        raise Http404
    log_reading(reader, [evidence.under], Surface.DOWNLOAD)
    label = label_of([evidence])
    response = FileResponse(
        evidence.file.open("rb"),
        as_attachment=True,
        filename=f"{in_file_name(label)} {evidence.file_name}",
        content_type="application/octet-stream",
        headers={
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": "private, no-store",
        },
    )
    return marked(response, label)
