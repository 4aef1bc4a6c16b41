"""How the bytes of evidence leave: labelled, as a download that no browser runs or guesses at."""

from __future__ import annotations

from django.http import FileResponse, Http404

from reviews.models import Evidence
from tracker.marking import in_file_name, label_of, marked


def attachment(evidence: Evidence) -> FileResponse:
    """Return a file of evidence; one that is only a link, or was lost, is not found."""
    if not evidence.file:
        raise Http404
    try:
        stream = evidence.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    label = label_of([evidence])
    response = FileResponse(
        stream,
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
