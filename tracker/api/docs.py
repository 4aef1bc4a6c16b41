"""The page that documents the API, drawn from its description by local files only."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def docs_page(request: HttpRequest) -> HttpResponse:
    """Show the API's documentation to whoever is signed in."""
    return render(request, "api/docs.html")
