"""How Django loads the ground floor, and which admin site it uses."""

from typing import Any

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate


class TrackerConfig(AppConfig):
    """The foundation: organizations, people, systems, vocabularies."""

    name = "tracker"
    verbose_name = "Foundation"

    def ready(self) -> None:
        """Listen for who signs in and out, and end each migration with grants and first events."""
        from tracker import security_log

        security_log.listen()
        # New tables come with no grants at all.
        post_migrate.connect(grant_after_migrating, sender=self)
        # Rows that a migration made, or that were there before their table was tracked.
        post_migrate.connect(begin_history_after_migrating, sender=self)


def grant_after_migrating(using: str, **_: Any) -> None:
    """Grant the web role what it needs in the database that was just migrated."""
    from tracker.privileges.grants import grant_to_web_role

    grant_to_web_role(using)


def begin_history_after_migrating(using: str, **_: Any) -> None:
    """Give each row its first event in the database that was just migrated."""
    from tracker.history.beginning import begin_history

    begin_history(using)


class TrackerAdminConfig(AdminConfig):
    """Django's admin, behind our own door."""

    default_site = "tracker.admin_site.TrackerAdminSite"
