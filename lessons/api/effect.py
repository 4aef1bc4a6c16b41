"""Reviews of an update's effect, as programs read them; the verbs of updates write them."""

from __future__ import annotations

from typing import Any

from django_filters import BooleanFilter
from rest_framework import serializers

from lessons.models import EffectivenessReview, SystemUpdate
from lessons.states import EffectOutcome
from tracker.api.filters import AnyOfFilter, FilterSet, NamedFilter
from tracker.api.shapes import PersonLine, RecordLine
from tracker.api.viewsets import SameForList


class EffectLine(serializers.ModelSerializer[EffectivenessReview]):
    """A review of an update's effect as the update shows it; open until it has an outcome."""

    is_late = serializers.BooleanField(
        read_only=True, help_text="Its criterion was written after the update shipped."
    )
    outcome = serializers.ChoiceField(EffectOutcome.choices, read_only=True, allow_blank=True)
    reviewed_by = PersonLine()

    class Meta:
        model = EffectivenessReview
        fields: tuple[str, ...] = (
            "id",
            "criterion",
            "method",
            "waiting_days",
            "criterion_at",
            "is_late",
            "due_on",
            "outcome",
            "seen",
            "reviewed_on",
            "reviewed_by",
            "illustrative",
        )


class EffectRead(EffectLine):
    """A review of an update's effect."""

    update = RecordLine()  # type: ignore[assignment]

    class Meta(EffectLine.Meta):
        fields = ("update", *EffectLine.Meta.fields)


class EffectFilter(FilterSet):
    """Reviews of updates' effects."""

    update = NamedFilter(SystemUpdate, "update")
    outcome = AnyOfFilter(EffectOutcome.choices)
    due = BooleanFilter(method="narrow_to_due", label="Can be judged by now.")

    def narrow_to_due(self, rows: Any, name: str, value: bool) -> Any:
        """Narrow to what can be judged by now, or to the others."""
        return rows.due() if value else rows.exclude(pk__in=rows.due().values("pk"))


class EffectViewSet(SameForList):
    """Whether updates work: by what that is judged, and what was seen."""

    queryset = EffectivenessReview.objects.none()
    serializer_class = EffectRead
    filterset_class = EffectFilter
