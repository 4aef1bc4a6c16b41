"""How Django loads the middle floor."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Observations, cycles, reviews, findings, evidence."""

    name = "reviews"
    verbose_name = "Reviews"
