"""What people were told and what they follow, as far as they may still know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

if TYPE_CHECKING:
    from tracker.access import Reader


class NotificationQuerySet(models.QuerySet[Any]):
    """What people were told; each is one person's own."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to what a reader was told of records that they may see now.

        One query asks which nouns there are: to ask about every noun takes long on every page.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        mine = self.filter(user=user)
        seen = Q(pk__in=[])
        for noun in mine.order_by("noun").values_list("noun", flat=True).distinct():
            rows: Any = apps.get_model(noun)._default_manager
            record = rows.visible_to(user).filter(pk=OuterRef("record_id"))
            seen |= Q(Exists(record), noun=noun)
        return mine.filter(seen)

    def unread(self) -> Self:
        """Narrow to what was not read yet."""
        return self.filter(read_at=None)

    def read(self) -> Self:
        """Narrow to what was read."""
        return self.exclude(read_at=None)

    def for_list(self) -> Self:
        """Fetch what one line of a list shows, save the record."""
        return self.select_related("by__organization")

    def for_detail(self, user: Reader) -> Self:
        """Fetch what one shows."""
        return self.for_list()


class SubscriptionQuerySet(models.QuerySet[Any]):
    """What people follow; each is one person's own."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to what a reader follows of what they may still know of."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        systems = apps.get_model("tracker.AISystem")._default_manager.visible_to(user)
        tags = apps.get_model("tracker.Tag")._default_manager.visible_to(user)
        return self.filter(
            Q(system=None) | Q(Exists(systems.filter(pk=OuterRef("system")))),
            Q(tag=None) | Q(Exists(tags.filter(pk=OuterRef("tag")))),
            user=user,
        )

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related("user__organization", "system", "tag__taxonomy")
