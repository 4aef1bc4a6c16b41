"""How Django loads the ground floor, and which admin site it uses."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class TrackerConfig(AppConfig):
    """The foundation: organizations, people, systems, vocabularies."""

    name = "tracker"
    verbose_name = "Foundation"

    def ready(self) -> None:
        """Listen for who signs in and out."""
        from tracker import security_log

        security_log.listen()


class TrackerAdminConfig(AdminConfig):
    """Django's admin, behind our own door."""

    default_site = "tracker.admin_site.TrackerAdminSite"
