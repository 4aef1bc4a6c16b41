"""Which changes of labels a reader may know of, and which they can consent to."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from tracker import access
from tracker.states import SHARED_LABELS, LabelChangeStatus

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.models import User


class LabelChangeQuerySet(models.QuerySet[Any]):
    """Changes of labels: the owner's people see them, and those who are asked for consent."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to the changes a reader may know of; of a RED record only the people it names do."""
        if not user.is_authenticated or not access.is_partner(user):
            return self.none()
        mine = Q(owner=user.organization_id)
        if access.consents(user):
            asked = user.organization.consents_asked.values("change")  # type: ignore[union-attr]
            mine |= Q(pk__in=asked)
        named = apps.get_model("tracker.Recipient")._default_manager.values("record_id")
        red = Q(record_id__in=named) & ~Q(record_id__in=user.named_for.values("record_id"))
        return self.filter(mine).exclude(red)

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader gets: all, of a change they see."""
        return Q()

    def waiting(self) -> Self:
        """Narrow to those that wait for consent."""
        return self.filter(status=LabelChangeStatus.ASKED)

    def awaiting(self, user: User) -> Self:
        """Narrow to those that a person can consent to for their organization."""
        labels = [
            label
            for label in SHARED_LABELS
            if access.has_permission(user, access.who_consents_to(label))
        ]
        consents = self.model._meta.get_field("consents").related_model._default_manager
        missing = consents.filter(
            Q(given_at=None) | ~Q(withdrawn_at=None), organization=user.organization_id
        )
        return self.waiting().filter(to_label__in=labels, pk__in=missing.values("change"))

    def for_line(self) -> Self:
        """Fetch what naming a change takes."""
        return self.select_related("owner")

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related("owner", "asked_by__organization").prefetch_related(
            "consents__organization", "consents__given_by__organization"
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows."""
        return self.for_list()
