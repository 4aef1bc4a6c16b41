"""The addresses of this floor's pages."""

from django.urls import URLPattern, path

from lessons.views.trace import trace_page

urlpatterns: list[URLPattern] = [
    path("trace/<str:reference>/", trace_page, name="trace"),
]
