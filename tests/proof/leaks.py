"""Leaks, seeded one at a time: a filter removed at one place, which reading its noun must show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from django.db.models import Prefetch, Q

from lessons import access as lessons_access
from lessons import querysets as lessons_querysets
from reviews import access as reviews_access
from reviews import querysets as reviews_querysets
from tracker import access as tracker_access
from tracker import models as tracker_models
from tracker import querysets as tracker_querysets
from tracker.admin.base import RecordAdmin
from tracker.admin.choices import VisibleChoices, VisibleFilter, with_words
from tracker.api import shapes
from tracker.api.viewsets import ReadViewSet

Patch = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Leak:
    """A place where a filter is gone: in words, how it goes, and whose reading of which noun shows it."""

    sentence: str
    remove: Patch
    noun: str
    reader: str = "milo"


def everything(rows: Any, *args: Any, **kwargs: Any) -> Any:
    """Return rows as they are, whoever asks."""
    return rows


def unfiltered(queryset: Any) -> Patch:
    """Let a noun's rows be visible to anyone."""
    return lambda patch: patch.setattr(queryset, "visible_to", everything)


def replaced(place: str, by: Any) -> Patch:
    """Put something without a filter in the place of what had one."""
    return lambda patch: patch.setattr(place, by)


def method(owner: Any, name: str, by: Any) -> Patch:
    """Put a method without a filter in the place of one that had one."""
    return lambda patch: patch.setattr(owner, name, by)


def true(*args: Any, **kwargs: Any) -> bool:
    """Allow anything."""
    return True


def nothing(*args: Any, **kwargs: Any) -> None:
    """Hide nothing."""


def any_version(user: Any, now: Any = None) -> Q:
    """Let any past version be read."""
    return Q()


def by_their_ends(self: Any, user: Any) -> Any:
    """Let whoever sees both ends read a dependency, as if it had no label of its own."""
    ends = [tracker_access.records_visible_to(user, at=end) for end in ("upstream", "downstream")]
    return self.filter(*ends)


class Blind:
    """A model as one place sees it that forgot to ask who reads."""

    def __init__(self, model: Any) -> None:
        self.model = model
        self.objects = SimpleNamespace(visible_to=lambda user: model.objects.all())

    def __getattr__(self, name: str) -> Any:
        return getattr(self.model, name)


def all_rows(self: Any, *args: Any) -> Any:
    """Return every row of an admin page's or an address's model."""
    model = getattr(self, "model", None) or self.queryset.model
    return model._default_manager.all()


def any_object(self: Any, request: Any, object_id: str, from_field: Any = None) -> Any:
    """Return the record of an admin page, whoever asks."""
    return self.model._default_manager.get(pk=object_id)


def all_choices(self: Any, field: Any, request: Any) -> Any:
    """Offer every row."""
    return with_words(field.remote_field.model._default_manager.all())


def every_filter(self: Any, field: Any, request: Any, model_admin: Any) -> Any:
    """Offer every row in a list's filter."""
    return [(row.pk, str(row)) for row in field.remote_field.model._default_manager.all()]


def listed(self: Any) -> Any:
    """Return every row of an API's noun, through its plans."""
    rows = self.queryset.model._default_manager.all()
    return self.for_list(rows) if self.action == "list" else self.for_detail(rows)


LEAKS = (
    # Nouns whose rows forget their reader.
    Leak(
        "observations are anyone's",
        unfiltered(reviews_querysets.ObservationQuerySet),
        "observation",
    ),
    Leak("reviews are anyone's", unfiltered(reviews_querysets.ReviewQuerySet), "review"),
    Leak("findings are anyone's", unfiltered(reviews_querysets.FindingQuerySet), "finding"),
    Leak("lessons are anyone's", unfiltered(lessons_querysets.LessonQuerySet), "lesson"),
    Leak("updates are anyone's", unfiltered(lessons_querysets.SystemUpdateQuerySet), "update"),
    Leak(
        "research is anyone's", unfiltered(lessons_querysets.ResearchDirectionQuerySet), "research"
    ),
    Leak("systems are anyone's", unfiltered(tracker_querysets.AISystemQuerySet), "system"),
    Leak("versions are anyone's", unfiltered(tracker_querysets.VersionQuerySet), "version"),
    Leak(
        "dependencies are anyone's", unfiltered(tracker_querysets.DependencyQuerySet), "dependency"
    ),
    Leak(
        "a dependency's own label is not asked",
        method(tracker_querysets.DependencyQuerySet, "visible_to", by_their_ends),
        "dependency",
    ),
    Leak("items are anyone's", unfiltered(reviews_querysets.CycleItemQuerySet), "item"),
    Leak("evidence is anyone's", unfiltered(reviews_querysets.EvidenceQuerySet), "evidence"),
    Leak("free tags are anyone's", unfiltered(tracker_querysets.TagQuerySet), "tag"),
    Leak(
        "imported files are anyone's",
        unfiltered(reviews_querysets.ImportedRecordQuerySet),
        "observation",
    ),
    Leak(
        "a past version is whose the record is now",
        method(tracker_querysets.RecordQuerySet, "visible_then", staticmethod(any_version)),
        "lesson",
    ),
    Leak("a lesson names any system", unfiltered(lessons_querysets.LessonSystemQuerySet), "lesson"),
    Leak(
        "cycles are the public's",
        unfiltered(reviews_querysets.ReviewCycleQuerySet),
        "cycle",
        "cleo",
    ),
    Leak(
        "drafts are the public's",
        unfiltered(lessons_querysets.PracticeVersionQuerySet),
        "practice version",
        "cleo",
    ),
    Leak("people are the public's", unfiltered(tracker_querysets.UserQuerySet), "person", "cleo"),
    # Plans that fetch children without asking who reads.
    Leak(
        "a list prefetches any system",
        replaced("reviews.querysets.visible_systems", lambda user: Prefetch("systems")),
        "observation",
    ),
    Leak(
        "a list prefetches any tag",
        replaced("reviews.querysets.visible_tags", lambda user: Prefetch("tags__taxonomy")),
        "finding",
    ),
    # Rules that a page asks.
    Leak(
        "anyone knows who reported",
        method(reviews_access, "may_know_reporter", true),
        "observation",
    ),
    Leak(
        "anyone knows our own tracker", method(lessons_access, "may_know_tracker", true), "update"
    ),
    Leak(
        "a line of the API names anyone",
        method(shapes.PersonLine, "is_seen", true),
        "practice version",
        "cleo",
    ),
    Leak("a line of the API names any record", method(shapes.Line, "is_seen", true), "update"),
    Leak(
        "a line of the API names any version", method(shapes.VersionLine, "is_seen", true), "update"
    ),
    Leak("the API reads any row", method(ReadViewSet, "get_queryset", listed), "observation"),
    # The admin.
    Leak("an admin list shows any row", method(RecordAdmin, "get_queryset", all_rows), "finding"),
    Leak("an admin page shows any record", method(RecordAdmin, "get_object", any_object), "lesson"),
    Leak(
        "an admin page names what its row leads to",
        replaced("tracker.admin.base.hide_unseen", nothing),
        "update",
    ),
    Leak(
        "an export names what its row leads to",
        replaced("tracker.admin.export.hide_unseen", nothing),
        "review",
    ),
    Leak("an admin form offers any row", method(VisibleChoices, "rows_for", all_choices), "review"),
    Leak(
        "an admin filter offers any row",
        method(VisibleFilter, "field_choices", every_filter),
        "finding",
    ),
    # The pages.
    Leak(
        "a filter offers any system",
        replaced("tracker.views.filters.AISystem", Blind(tracker_models.AISystem)),
        "finding",
    ),
    Leak(
        "a system's page names any dependency",
        replaced("lessons.views.systems.SystemDependency", Blind(tracker_models.SystemDependency)),
        "system",
    ),
    Leak(
        "a signature names its signatory",
        replaced("lessons.signatures.may_know_person", true),
        "practice",
        "cleo",
    ),
)
