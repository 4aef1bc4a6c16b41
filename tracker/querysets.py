"""Which rows a reader gets, and what a list or a page fetches with them, on the ground floor."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.apps import apps
from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.utils import timezone

from tracker import access
from tracker.states import SHARED_LABELS, LabelChangeStatus, OrganizationKind

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.models import User

M = TypeVar("M", bound=models.Model, covariant=True)


class SearchableQuerySet(models.QuerySet[M]):
    """Rows that can be found by words."""

    def matching(self, words: str) -> Self:
        """Narrow to rows that say these words: by full text where the noun has it, or by name."""
        names = {field.name for field in self.model._meta.fields}
        if "search" in names:
            return self.filter(search=SearchQuery(words, config="english", search_type="websearch"))
        name = "name" if "name" in names else "title"
        return self.filter(Q(**{f"{name}__icontains": words}) | Q(reference__iexact=words))


class RecordQuerySet(SearchableQuerySet[M]):
    """Rows that carry an owner and a TLP label."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to what a reader may see; every surface passes through here."""
        return self.filter(access.records_visible_to(user))

    def for_line(self) -> Self:
        """Fetch what naming a record takes."""
        return self

    def among_first(self, user: Reader, number: int, *, backwards: bool = False) -> Self:
        """Narrow to the first visible rows, newest first or the other way round; one query.

        Each way to see a row is walked along its own index, as far as is asked for and no further,
        however many rows that are not for this reader lie between.
        """
        firsts = [
            self.filter(way).order_by(*steps_along(column, backwards)).values_list("id")[:number]
            for column, way in access.ways_to_see(user)
        ]
        merged = firsts[0].union(*firsts[1:]).order_by(*steps_along("", backwards))
        return self.filter(pk__in=[key for (key,) in merged[:number]])

    def labelled(self, *labels: str) -> Self:
        """Narrow to the rows that bear one of these labels at this instant."""
        return self.filter(access.labelled(labels))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, whose label then admitted a reader.

        `now` is the instant for which their embargoes are asked about; this one if none is given.
        """
        return access.records_visible_to(user, key="pgh_obj", now=now)


def steps_along(column: str, backwards: bool) -> list[str]:
    """Return the order of the index on a column and the key, newest first, or backwards."""
    if backwards:
        return [f"-{column}", "id"] if column else ["id"]
    return [column, "-id"] if column else ["-id"]


class LabelChangeQuerySet(models.QuerySet[Any]):
    """Changes of labels: the owner's people see them, and those who are asked for consent."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to the changes a reader may know of; of a RED record only the people it names do."""
        if not user.is_authenticated or not access.is_partner(user):
            return self.none()
        mine = Q(owner=user.organization_id)
        if any(access.has_permission(user, one) for one in access.CONSENTING):
            asked = user.organization.consents_asked.values("change")  # type: ignore[union-attr]
            mine |= Q(pk__in=asked)
        named = apps.get_model("tracker.Recipient")._default_manager.values("record_id")
        red = Q(record_id__in=named) & ~Q(record_id__in=user.named_for.values("record_id"))
        return self.filter(mine).exclude(red)

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader gets: all, of a change they see."""
        return Q()

    def waiting(self) -> Self:
        """Narrow to those that wait for consent."""
        return self.filter(status=LabelChangeStatus.ASKED)

    def awaiting(self, user: User) -> Self:
        """Narrow to those that a person can consent to for their organization."""
        labels = [
            label
            for label in SHARED_LABELS
            if access.has_permission(user, access.who_consents_to(label))
        ]
        consents = self.model._meta.get_field("consents").related_model._default_manager
        missing = consents.filter(
            Q(given_at=None) | ~Q(withdrawn_at=None), organization=user.organization_id
        )
        return self.waiting().filter(to_label__in=labels, pk__in=missing.values("change"))

    def for_line(self) -> Self:
        """Fetch what naming a change takes."""
        return self.select_related("owner")

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related("owner", "asked_by__organization").prefetch_related(
            "consents__organization", "consents__given_by__organization"
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows."""
        return self.for_list()


class HoldQuerySet(models.QuerySet[Any]):
    """Legal holds; the other side must not learn of one."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to the holds of a reader's own organization; whoever asks has seen the record."""
        return self.filter(access.own_at_partner(user))

    def live(self) -> Self:
        """Narrow to holds that hold."""
        return self.filter(lifted_at=None)


class RedactionQuerySet(models.QuerySet[Any]):
    """Redactions; whoever sees a record sees that words went from it."""

    def of(self, record: models.Model) -> Self:
        """Narrow to what went from a record and from what hangs under it, newest first."""
        return self.filter(record_id=record.pk).select_related("organization", "redacted_by")


class ReadingQuerySet(models.QuerySet[Any]):
    """The log of readings: the owner's leads see who read their records, nobody else does."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to readings of a lead's own organization's records; they inherit the record's audience."""
        if not access.has_permission(user, access.Permission.LEAD):
            return self.none()
        return self.filter(access.own_at_partner(user))

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related("reader__organization")


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


class DuePolicyQuerySet(models.QuerySet[Any]):
    """How soon something is due, by severity."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to everything for the partners' people, and for whoever runs the installation."""
        return self.filter(access.due_policies_visible_to(user))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader gets: whoever sees the policy."""
        return access.due_policies_visible_to(user)

    def for_list(self) -> Self:
        """Fetch what one line shows."""
        return self


class OrganizationQuerySet(models.QuerySet[Any]):
    """Organizations, as adjectives."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to the organizations a reader may know of."""
        return self.filter(access.organizations_visible_to(user))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader gets: whoever knows of it."""
        return access.organizations_visible_to(user, key="pgh_obj")

    def partners(self) -> Self:
        """Narrow to those that work on the records together."""
        return self.filter(kind=OrganizationKind.PARTNER)

    def counting(self) -> Self:
        """Narrow to the partners whose signatures something joint needs: all of them, from their
        first cycle on."""
        return self.partners().filter(counts_since__isnull=False)


class UserQuerySet(models.QuerySet[Any]):
    """Accounts, as adjectives."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to the people a reader may know of."""
        return self.filter(access.users_visible_to(user))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader gets: a lead's own people's."""
        return access.accounts_told_to(user)

    def who_may(self, permission: access.Permission) -> Self:
        """Narrow to the people whose own role at a partner includes a permission."""
        return self.filter(
            organization__kind=OrganizationKind.PARTNER,
            role__in=access.roles_with(permission),
            is_active=True,
        )

    def assignable_by(self, user: Reader) -> Self:
        """Narrow to the people of a reader's own organization who can carry a task."""
        organization = user.organization_id if user.is_authenticated else None
        return self.filter(organization=organization, is_active=True).exclude(organization=None)


class DelegationQuerySet(models.QuerySet[Any]):
    """Delegations of signing."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to those within a reader's own organization."""
        return self.filter(access.delegations_visible_to(user))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader gets: their own side's."""
        return access.delegations_visible_to(user)

    def in_force(self) -> Self:
        """Narrow to those under which someone can sign now: the signatory still is one."""
        now = timezone.now()
        return self.filter(
            starts_at__lte=now,
            ends_at__gt=now,
            revoked_at=None,
            signatory__is_active=True,
            signatory__role__in=access.roles_with(access.Permission.SIGN),
            signatory__organization=F("delegate__organization"),
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows."""
        return self.for_list()

    def for_line(self) -> Self:
        """Fetch what naming a delegation takes."""
        return self.for_list()

    def not_over(self) -> Self:
        """Narrow to those in force or still to come."""
        return self.filter(ends_at__gt=timezone.now(), revoked_at=None)

    def for_list(self) -> Self:
        """Fetch what a line shows."""
        return self.select_related("signatory__organization", "delegate__organization")


class AISystemQuerySet(RecordQuerySet[Any]):
    """Systems, as adjectives and plans."""

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related("owner", "developer", "operator", "steward__organization")

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows: versions, and the dependencies that a reader may know of."""
        links = apps.get_model("tracker.SystemDependency")._default_manager.visible_to(user)
        return self.for_list().prefetch_related(
            "versions",
            Prefetch("upstream_links", links.for_list()),
            Prefetch("downstream_links", links.for_list()),
        )

    def of(self, organization_id: Any) -> Self:
        """Narrow to the systems that an organization owns, develops or operates."""
        return self.filter(
            Q(owner=organization_id) | Q(developer=organization_id) | Q(operator=organization_id)
        )


class VersionQuerySet(models.QuerySet[Any]):
    """Versions of systems; they inherit the system's audience."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to versions of systems that a reader may see."""
        return self.filter(access.records_visible_to(user, at="system"))

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related("system")


class DependencyQuerySet(RecordQuerySet[Any]):
    """Dependencies: by their own label, and both ends must be visible, or the line would name a secret."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to what a reader may see between systems that they may see."""
        ends = [access.records_visible_to(user, at=end) for end in ("upstream", "downstream")]
        return super().visible_to(user).filter(*ends)

    def for_line(self) -> Self:
        """Fetch what naming a dependency takes."""
        return self.select_related("owner", "upstream", "downstream")

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.for_line()

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows."""
        return self.for_line()


class TaxonomyQuerySet(models.QuerySet[Any]):
    """Vocabularies."""

    def visible_to(self, user: Reader) -> Self:
        """Return every vocabulary to whoever signed in: their names say nothing of anyone's records."""
        return self.all() if user.is_authenticated and user.is_active else self.none()

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader gets: whoever signed in."""
        return Q() if user.is_authenticated and user.is_active else Q(pk__in=[])


class TagQuerySet(models.QuerySet[Any]):
    """Tags: public vocabularies, and free tags of one organization."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to the tags a reader may know of."""
        return self.filter(access.tags_visible_to(user))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader gets."""
        return access.tags_visible_to(user)

    def current(self) -> Self:
        """Narrow to the version of each scheme that new records are tagged with."""
        return self.filter(taxonomy__is_current=True)

    def named(self, *keys: str) -> Self:
        """Narrow to tags of these keys (`scheme:code`), in any version.

        Organizations may have coined the same key: ask for `visible_to` first.
        """
        wanted = Q(pk__in=[])
        for key in keys:
            scheme, _colon, code = key.partition(":")
            wanted |= Q(taxonomy__scheme=scheme, code=code)
        return self.filter(wanted)

    def for_list(self) -> Self:
        """Fetch what a tag's chip shows."""
        return self.select_related("taxonomy", "parent")
