"""The shape of a program's token: kept as a hash, for some purposes, for some time."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from knox.models import AbstractAuthToken, AuthTokenManager

from tracker.keys import new_key
from tracker.states import Scope


class TokenManager(AuthTokenManager):  # type: ignore[misc]
    """Makes tokens, of which only a hash is kept, and finds a person's."""

    def of(self, user: Any) -> models.QuerySet[Any]:
        """Narrow to a person's own tokens that are not over."""
        rows: models.QuerySet[Any] = self.filter(user=user, expiry__gt=timezone.now())
        return rows

    def kept_by(self, user: Any) -> models.QuerySet[Any]:
        """Narrow to a person's own tokens and those of the programs that they look after."""
        mine = models.Q(user=user) | models.Q(user__in=user.programs_looked_after())
        rows: models.QuerySet[Any] = self.filter(mine, expiry__gt=timezone.now())
        return rows.select_related("user")


class Token(AbstractAuthToken):  # type: ignore[misc]
    """What a program signs in with: a hash, a name for people, and what it may be used for."""

    id = models.UUIDField(default=new_key, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=100)
    scopes = ArrayField(models.CharField(max_length=10, choices=Scope), verbose_name=_("scopes"))

    objects: ClassVar[Any] = TokenManager()

    class Meta:
        ordering = ["created"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(scopes__contained_by=Scope.values) & models.Q(scopes__len__gt=0),
                name="token_scopes_known",
                violation_error_message=_("Say what the token is for: read, write or sign."),
            ),
            models.CheckConstraint(
                condition=models.Q(expiry__isnull=False),
                name="token_expires",
                violation_error_message=_("Every token expires."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.user}"
