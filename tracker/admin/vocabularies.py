"""Vocabularies and tags in the admin: public ones to look at, free tags to coin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from tracker import access, editing
from tracker.admin.base import RecordAdmin
from tracker.admin.choices import VisibleFilter
from tracker.admin.forms import RecordForm
from tracker.admin.parts import Row, Table, change_url
from tracker.models import Tag, Taxonomy


class TagForm(RecordForm):
    """A free tag: its words, and its code where they should differ."""

    code = forms.SlugField(
        max_length=100, required=False, label=_("code"), help_text=_("From the words, if empty.")
    )

    def clean(self) -> dict[str, Any]:
        """Make the code from the words."""
        cleaned = super().clean()
        cleaned["code"] = cleaned.get("code") or slugify(cleaned.get("label", ""))[:100]
        return cleaned


@admin.register(Tag)
class TagAdmin(RecordAdmin):
    """One entry of a vocabulary; people coin tags in the scheme `local`."""

    form = TagForm
    check_add = access.check_can_add_tag
    create = editing.coin_tag

    list_display = ("key_column", "label", "taxonomy")
    list_filter = (("taxonomy", VisibleFilter),)
    search_fields = ("code", "label", "taxonomy__scheme")
    search_help_text = _("Search in the code, the words and the scheme.")

    @admin.display(description=_("tag"), ordering="code")
    def key_column(self, tag: Tag) -> str:
        """Name a tag by scheme and code."""
        return tag.key

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask for the words; show all there is of an entry."""
        return ("label", "code") if obj is None else ("taxonomy", "code", "label", "description")

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        """Offer the current version of each vocabulary where a tag is chosen."""
        match = request.resolver_match
        if match is not None and match.url_name == "autocomplete":
            queryset = queryset.current()
        return super().get_search_results(request, queryset, search_term)


@admin.register(Taxonomy)
class TaxonomyAdmin(RecordAdmin):
    """One version of a vocabulary, loaded by `manage.py load_taxonomy`."""

    fields = ("scheme", "version", "title", "source", "is_current")
    list_display = ("title", "scheme", "version", "is_current")
    search_fields = ("scheme", "title")

    def tables(self, request: HttpRequest, record: Taxonomy) -> Iterable[Table]:
        """Return its entries as far as the reader may know of them."""
        tags = Tag.objects.visible_to(request.user).filter(taxonomy=record)
        rows = [Row(change_url(tag), (tag.code, tag.label)) for tag in tags.order_by("code")]
        return (Table(_("Entries"), (_("code"), _("label")), rows),)
