"""The pages of the API that people read: a browser is led to sign in, a program is told what it lacks."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from rest_framework.exceptions import NotAuthenticated
from rest_framework.renderers import JSONRenderer, StaticHTMLRenderer
from rest_framework.request import Request
from rest_framework.views import APIView


class PageOfApi(APIView):
    """A page among the API's addresses, for whoever signed in or sends a token."""

    schema = None
    renderer_classes = [StaticHTMLRenderer, JSONRenderer]

    def handle_exception(self, exception: Exception) -> Any:
        """Lead whoever asks for a page and sends no token to the sign-in; answer others as anywhere."""
        asks_for_page = "text/html" in self.request.headers.get("Accept", "")
        if isinstance(exception, NotAuthenticated) and asks_for_page:
            return redirect_to_login(self.request.get_full_path())
        return super().handle_exception(exception)


class DocsPage(PageOfApi):
    """The API's documentation, drawn from its description by local files only."""

    def get(self, request: Request) -> HttpResponseBase:
        """Show the documentation."""
        return render(request._request, "api/docs.html")


class RootPage(PageOfApi):
    """Where the API begins."""

    def get(self, request: Request) -> HttpResponseBase:
        """Lead on to the documentation."""
        return redirect("api-docs")
