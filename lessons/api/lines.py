"""How several records of the upper floor name another one."""

from __future__ import annotations

from rest_framework import serializers

from lessons.models import PracticeVersion


class PracticeLine(serializers.ModelSerializer[PracticeVersion]):
    """A practice version as another record names it."""

    class Meta:
        model = PracticeVersion
        fields = ("reference", "title", "status")
