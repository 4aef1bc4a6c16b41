"""Which rows a reader gets, and what a list or a page fetches with them, on the ground floor."""

from tracker.querysets.due import DuePolicyQuerySet
from tracker.querysets.notification import NotificationQuerySet, SubscriptionQuerySet
from tracker.querysets.people import DelegationQuerySet, OrganizationQuerySet, UserQuerySet
from tracker.querysets.protection import HoldQuerySet, ReadingQuerySet, RedactionQuerySet
from tracker.querysets.record import RecordQuerySet, SearchableQuerySet, steps_along
from tracker.querysets.sharing import LabelChangeQuerySet
from tracker.querysets.system import AISystemQuerySet, DependencyQuerySet, VersionQuerySet
from tracker.querysets.vocabulary import TagQuerySet, TaxonomyQuerySet

__all__ = [
    "AISystemQuerySet",
    "DelegationQuerySet",
    "DependencyQuerySet",
    "DuePolicyQuerySet",
    "HoldQuerySet",
    "LabelChangeQuerySet",
    "NotificationQuerySet",
    "OrganizationQuerySet",
    "ReadingQuerySet",
    "RecordQuerySet",
    "RedactionQuerySet",
    "SearchableQuerySet",
    "SubscriptionQuerySet",
    "TagQuerySet",
    "TaxonomyQuerySet",
    "UserQuerySet",
    "VersionQuerySet",
    "steps_along",
]
