"""The addresses of this floor's pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
