"""The page that hands out a file of evidence."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from reviews.downloads import attachment
from reviews.models import Evidence


@require_safe
def evidence_file(request: HttpRequest, pk: UUID) -> FileResponse:
    """Send a file to whoever may see the record that it hangs under."""
    piece = get_object_or_404(Evidence.objects.visible_to(request.user), pk=pk)
    return attachment(piece, request.user)
