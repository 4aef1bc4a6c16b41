"""The addresses of this floor's pages."""

from django.urls import URLPattern, path

from lessons.views.reports import best_practices_page
from lessons.views.trace import trace_page

urlpatterns: list[URLPattern] = [
    path("reports/best-practices/", best_practices_page, name="report-best-practices"),
    path("trace/<str:reference>/", trace_page, name="trace"),
]
