"""Who is told of which news: whoever follows something that the record is in now, and may see it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from django.db import transaction
from django.utils import timezone

from tracker.chain.sealing import seal_history
from tracker.models import NewsPosition, Seal, Subscription, User
from tracker.notifying.following import filters_of
from tracker.notifying.lists import ListOf, all_lists
from tracker.notifying.news import AllNews, News, ended_embargoes, news_between
from tracker.notifying.telling import tell
from tracker.states import state_of

BATCH = 500
LONG_AGO = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def tell_followers() -> int:
    """Tell followers of all that is news by now; return how many links of the chain were read.

    A batch of links is one transaction with what it tells, so whoever is killed and begins again tells
    nothing twice and passes nothing over.
    """
    for _sealed in seal_history():
        pass
    read = 0
    while links := tell_some():
        read += links
    return read


@transaction.atomic
def tell_some() -> int:
    """Tell followers of the next batch; return how many links it was."""
    position = locked_position()
    before, now, newest = position.sequence, timezone.now(), newest_link()
    # Where nobody followed anything when the newest link was there, none of them is news.
    if Subscription.objects.exists():
        newest = min(newest, before + BATCH)
        tell_of(ended_embargoes(position.looked_at, now))
        tell_of(news_between(before, newest))
    position.sequence, position.looked_at = newest, now
    position.save()
    return newest - before


def locked_position() -> NewsPosition:
    """Return up to where followers were told, locked; what was before they followed is no news."""
    NewsPosition.objects.bulk_create(
        [NewsPosition(sequence=0, looked_at=LONG_AGO)], ignore_conflicts=True
    )
    return NewsPosition.objects.select_for_update().get()


def newest_link() -> int:
    """Return the number of the chain's last link; 0 where there is none."""
    newest = Seal.objects.order_by("-sequence").values_list("sequence", flat=True).first()
    return newest or 0


def tell_of(news: AllNews) -> None:
    """Tell everyone who follows something that a record with news is in, as far as they may see it."""
    if not news:
        return
    names = {name: listed for name, listed in all_lists().items() if listed.model in news}
    actors = actors_of(news)
    following = Subscription.objects.filter(user__is_active=True).select_related(
        "user__organization", "system", "tag__taxonomy"
    )
    for subscription in following.order_by("pk"):
        for name, query in queries_of(subscription, names):
            tell_one(subscription, name, query, news[names[name].model], actors)


def actors_of(news: AllNews) -> dict[str, User]:
    """Return the people whose doing some news is, by their key as the history has it."""
    keys = {by for records in news.values() for one in records.values() for by in one.by if by}
    return {str(person.pk): person for person in User.objects.filter(pk__in=keys)}


def queries_of(
    subscription: Subscription, names: Mapping[str, ListOf]
) -> Iterator[tuple[str, str]]:
    """Yield the lists that a subscription looks into, each with the filters it sets there."""
    user = subscription.user
    if subscription.list_name:
        if subscription.list_name in names:
            yield subscription.list_name, subscription.query
        return
    asked = (
        ("system", subscription.system.reference)
        if subscription.system is not None
        else ("tag", subscription.tag.key)  # type: ignore[union-attr]  # it has one of the two
    )
    for name, listed in names.items():
        if asked[0] in listed.filters(user).base_fields:
            yield name, urlencode([asked])


def tell_one(
    subscription: Subscription,
    name: str,
    query: str,
    news: dict[Any, News],
    actors: dict[str, User],
) -> None:
    """Tell a follower of the records with news that their list holds now, each once for each state."""
    since = {key: one for key, one in news.items() if one.at > subscription.created_at}
    user = subscription.user
    rows = all_lists()[name].rows(user).filter(pk__in=since)
    for record in filters_of(user, name, query).narrow(rows.for_line()):
        by = since[record.pk].by
        alone = actors.get(str(next(iter(by)))) if len(by) == 1 else None
        tell([user], "followed", record, f"followed:{record.pk}:{state_of(record)}", by=alone)
