"""The addresses of this floor's pages."""

from django.urls import path

from reviews.views import evidence

evidence_urls = [
    # /evidence/
    path("evidence/<uuid:pk>/file", evidence.evidence_file, name="evidence-file"),
]

urlpatterns = [*evidence_urls]
