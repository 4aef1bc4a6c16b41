"""How Django loads the upper floor."""

from django.apps import AppConfig


class LessonsConfig(AppConfig):
    """Lessons and all that follows from them."""

    name = "lessons"
    verbose_name = "Lessons"
