"""Which rows a reader gets of how far systems are with practices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import Exists, OuterRef, Prefetch, Q

from lessons.access import adoption as rules
from lessons.states import ADOPTIONS_WITH_EVIDENCE, AdoptionStatus, PracticeStatus
from tracker.access import Permission, has_permission
from tracker.querysets import SearchableQuerySet

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.models import User


def versions_in_force() -> Any:
    """Return the versions of practices that are in force at this instant."""
    return apps.get_model("lessons.PracticeVersion")._default_manager.in_state(
        PracticeStatus.PUBLISHED
    )


class AdoptionQuerySet(SearchableQuerySet[Any]):
    """How far systems are with versions of practices, as adjectives and plans."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to those of visible systems, for the partners' people."""
        return self.filter(rules.adoptions_visible_to(user))

    def matching(self, words: str) -> Self:
        """Narrow to those whose practice or system says these words."""
        return self.filter(
            Q(version__title__icontains=words)
            | Q(version__reference__iexact=words)
            | Q(system__name__icontains=words)
            | Q(reference__iexact=words)
        )

    def counted(self) -> Self:
        """Narrow to what counts in figures: systems that every partner may know of."""
        return self.filter(rules.counted())

    def in_force(self) -> Self:
        """Narrow to those of the versions in force."""
        return self.filter(Exists(versions_in_force().filter(pk=OuterRef("version"))))

    def with_staleness(self) -> Self:
        """Say of each whether a newer version of its practice was published since."""
        newer = versions_in_force().filter(practice=OuterRef("version__practice"))
        return self.annotate(stale=Exists(newer.exclude(pk=OuterRef("version"))))

    def to_say(self) -> Self:
        """Narrow to those of which nobody said anything yet."""
        return self.in_force().filter(status=AdoptionStatus.ASKED)

    def to_confirm(self) -> Self:
        """Narrow to those whose evidence nobody confirmed yet."""
        shown = ~Q(evidence="") | ~Q(evidence_url="")
        return self.in_force().filter(
            shown, status__in=ADOPTIONS_WITH_EVIDENCE, confirmed_by__isnull=True
        )

    def awaiting(self, user: User) -> Self:
        """Narrow to what waits for a person: to say, or to confirm for another partner."""
        say = Q(pk__in=self.to_say().filter(rules.speaks_for(user)).values("pk"))
        if not has_permission(user, Permission.LOG):
            return self.filter(say)
        theirs = self.to_confirm().exclude(organization=user.organization_id)
        return self.filter(say | Q(pk__in=theirs.values("pk")))

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        versions = apps.get_model("lessons.PracticeVersion")._default_manager
        lines = versions.with_replacement().select_related("practice").defer("search", "guidance")
        return (
            self.with_staleness()
            .select_related(
                "system__owner",
                "system__steward__organization",
                "organization",
                "said_by__organization",
                "confirmed_by__organization",
            )
            .prefetch_related(Prefetch("version", lines))
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows."""
        return self.for_list()
