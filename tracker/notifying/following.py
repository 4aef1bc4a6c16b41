"""What people follow: to begin and to end it, and what it is in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _

from tracker.access import Denied, check_is_self
from tracker.display import Text
from tracker.hidden_text import reveal
from tracker.models import AISystem, Subscription, Tag, User
from tracker.notifying.lists import all_lists
from tracker.recording import recorded
from tracker.views.filters import Asked, RecordFilter

if TYPE_CHECKING:
    from tracker.access import Reader

# Each costs a little whenever anything changes, and nobody reads the news of more.
MOST = 100


def check_can_follow(user: Reader) -> None:
    """Let every person follow what they may see; a program is told nothing."""
    if not user.is_authenticated or not user.is_active or user.is_service:
        raise Denied("Only people follow records; a program asks for them.")


@recorded("tracker.subscription.begun")
def follow(
    *,
    by: User,
    system: AISystem | None = None,
    tag: Tag | None = None,
    list_name: str = "",
    query: str = "",
) -> Subscription:
    """Follow a system, a tag, or a list with filters; what is followed already stays as it is."""
    check_can_follow(by)
    what: dict[str, Any] = {"system": system, "tag": tag, "list_name": list_name, "query": ""}
    if list_name:
        what["query"] = checked_query(by, list_name, query)
    if by.subscriptions.count() >= MOST and not by.subscriptions.filter(**what).exists():
        raise ValidationError(f"You follow {MOST} things already; end one first.")
    subscription: Subscription = by.subscriptions.get_or_create(**what)[0]
    return subscription


@recorded("tracker.subscription.ended")
def unfollow(subscription: Subscription, *, by: User) -> None:
    """Follow something no more."""
    check_is_self(by, subscription.user)
    subscription.delete()


def filters_of(reader: Reader, list_name: str, query: str) -> RecordFilter:
    """Return a list's filters with answers, as a reader would have them on its page."""
    listed = all_lists()[list_name]
    return listed.filters(reader)(Asked(QueryDict(query), reader), listed.rows(reader))


def checked_query(reader: Reader, list_name: str, query: str) -> str:
    """Return the filters of a list in one order, or refuse what is no list or narrows nothing."""
    if list_name not in all_lists():
        raise ValidationError(_("This list can't be followed."))
    filters = filters_of(reader, list_name, query)
    if not filters.is_valid() or not filters.answers():
        raise ValidationError(_("Choose filters first; a whole list would be too much news."))
    return filters.query


def parse_address(address: str) -> tuple[str, str]:
    """Return the list and the filters that an address names: /findings/?severity=high."""
    path, _mark, query = address.partition("?")
    try:
        return str(resolve(path).url_name), query
    except Resolver404:
        raise ValidationError(_("This is the address of no list.")) from None


# --- In words -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Followed:
    """Something that a person follows, in words, and where it is."""

    subscription: Subscription
    what: Text
    url: str


def followed(subscription: Subscription) -> Followed:
    """Return what a subscription is to, in words; it asks for nothing more."""
    if subscription.system is not None:
        system = subscription.system
        return Followed(subscription, reveal(str(system)), system.get_absolute_url())
    if subscription.tag is not None:
        tag = subscription.tag
        url = f"{reverse('finding-list')}?tag={tag.key}"
        return Followed(subscription, _("%s, everywhere") % reveal(str(tag)), url)
    return followed_list(subscription)


def followed_list(subscription: Subscription) -> Followed:
    """Return what a followed list is in words: its name, and each filter with its answer."""
    listed = all_lists()[subscription.list_name]
    fields = listed.filters(subscription.user).base_fields
    words = [
        answer_in_words(fields[name], str(value))
        for name, value in QueryDict(subscription.query).dict().items()
        if name in fields
    ]
    what = f"{listed.title}: {'; '.join(words)}"
    return Followed(subscription, what, f"{reverse(subscription.list_name)}?{subscription.query}")


def answer_in_words(field: Any, value: str) -> str:
    """Return a filter with its answer: Severity: High; of a box that is ticked the label alone."""
    if not hasattr(field, "choices"):
        return str(field.label) if value == "on" else f"{field.label}: {reveal(value)}"
    return f"{field.label}: {dict(field.choices).get(value, reveal(value))}"
