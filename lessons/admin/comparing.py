"""Warns who writes a finding or a lesson in the admin that others say the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from lessons.comparisons import likest_to
from lessons.similarity import COMPARED
from tracker.hidden_text import reveal

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Any]
else:
    Base = object


class WarnsOfAlike(Base):
    """Says when words were saved which records say the same, before a duplicate grows."""

    # The nouns among which a duplicate would stand.
    alike_among: Sequence[type[Any]] = ()

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """Compare what was written, where its words changed, and what was added below it."""
        super().save_related(request, form, formsets, change)
        for record in (*self.reworded(request, form), *request.added):
            if type(record) in COMPARED:
                self.warn(request, record)

    def reworded(self, request: Any, form: Any) -> list[Any]:
        """Return the record whose page it is, where the words by which it is compared changed."""
        return [request.saved] if set(form.changed_data) & set(COMPARED.get(self.model, ())) else []

    def warn(self, request: HttpRequest, record: Any) -> None:
        """Name the records that it resembles most, as far as its writer may know of them."""
        found = likest_to(record, self.alike_among, request.user)
        if found:
            named = ", ".join(f"“{reveal(str(one))}” ({one.reference})" for one in found)
            words = _("It resembles %s. Look there first: it may be the same, and written already.")
            messages.warning(request, words % named)
