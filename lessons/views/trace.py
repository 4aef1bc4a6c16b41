"""The page that shows where a record came from and what it led to."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lessons.trace import trace_of
from lessons.trace.address import find_record
from tracker.marking import marked


@login_not_required
@require_safe
def trace_page(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the trace of any record that the reader may see; public records have public traces."""
    record = find_record(reference, request.user)
    if record is None:
        raise Http404
    found = trace_of(record, request.user)
    page = render(request, "trace/trace.html", {"record": record, "trace": found})
    return marked(page, found.label)
