"""What the records, people and organizations of a story are called, for one reader."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils import dateformat
from django.utils.translation import gettext as _

from tracker import access
from tracker.display import UNSEEN_SYSTEM
from tracker.keys import as_key
from tracker.models import AISystem, Organization, User
from tracker.people import called, someone_at

if TYPE_CHECKING:
    from tracker.access import Reader

Reference = tuple[type[models.Model], Any]


class Names:
    """Looks names up in bulk, one query for each noun, and says only what the reader may know."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.found: dict[type[models.Model], dict[Any, Any]] = {}
        self.organizations: dict[str, Organization] = {}

    def learn(self, wanted: Iterable[Reference]) -> None:
        """Look up what is not known yet."""
        missing: dict[type[models.Model], set[Any]] = {}
        for model, key in wanted:
            if key is not None and key not in self.found.get(model, {}):
                missing.setdefault(model, set()).add(key)
        for model, keys in missing.items():
            seen = rows_for(model, self.reader).in_bulk(keys)
            self.found.setdefault(model, {}).update({key: seen.get(key) for key in keys})

    def learn_actors(self, contexts: Iterable[Mapping[str, str]]) -> None:
        """Look up who made changes, and for which organizations; two queries."""
        said = list(contexts)
        self.learn((User, as_key(one["user"])) for one in said if "user" in one)
        codes = {one["organization"] for one in said if "organization" in one}
        known = Organization.objects.visible_to(self.reader).filter(code__in=codes)
        self.organizations = {one.code: one for one in known}

    def person(self, context: Mapping[str, str]) -> User | None:
        """Return who made a change if the reader may know them."""
        person = self.record(User, as_key(context.get("user", "")))
        known = person is not None and access.may_know_person(self.reader, person)
        return person if known else None

    def actor(self, context: Mapping[str, str]) -> str:
        """Say who made a change: the person, else whom they acted for; "" where nobody is named."""
        if "user" not in context:
            return ""
        person = self.person(context)
        organization = self.organizations.get(context.get("organization", ""))
        return str(person) if person is not None else someone_at(self.reader, organization)

    def record(self, model: type[models.Model], key: Any) -> Any | None:
        """Return a record that was learned if the reader may see it now, and None otherwise."""
        return self.found.get(model, {}).get(key)

    def of(self, model: type[models.Model], key: Any) -> str:
        """Return what something is called, or "" where the reader may not know of it.

        Of a system it is said that there is one.
        """
        record = self.record(model, key)
        if record is None:
            return str(UNSEEN_SYSTEM) if model is AISystem else ""
        if isinstance(record, User):
            return called(self.reader, record)
        reference = getattr(record, "reference", "")
        words = str(record)
        return words if not reference or reference in words else f"{words} ({reference})"

    def hides(self, one: models.Field[Any, Any], value: Any) -> bool:
        """Say whether a field names a record that is not for this reader; people are only masked."""
        model = one.related_model
        if value is None or not isinstance(model, type) or model in (User, Organization):
            return False
        return self.record(model, value) is None


def rows_for(model: type[models.Model], reader: Reader) -> Any:
    """Return the rows that can be named to a reader, with what their names take."""
    rows: Any = model._default_manager
    joined = [
        one.name
        for one in model._meta.fields
        if isinstance(one, models.ForeignKey) and not one.null
    ]
    if model is User:
        return rows.all()
    if not hasattr(rows.all(), "visible_to"):
        return rows.none()
    seen = rows.visible_to(reader).select_related(*joined)
    has_search = any(one.name == "search" for one in model._meta.fields)
    return seen.defer("search") if has_search else seen


def references_in(fields: Iterable[Any], values: Any) -> Iterable[Reference]:
    """Yield the records that a row's foreign keys name, and the systems along its ways."""
    for one in fields:
        if isinstance(one, models.ForeignKey):
            yield one.related_model, values[one.name]
        elif is_way(one):
            yield from ((AISystem, key) for key in values[one.name] or ())


def is_way(one: Any) -> bool:
    """Say whether a field, of a record or of its events, holds the keys of systems along a way."""
    source = getattr(one.model, "pgh_tracked_model", one.model)
    return one.name in getattr(source, "ways", ())


def way_words(value: Iterable[Any] | None, names: Names) -> list[str]:
    """Return what the systems along a way are called; several in a row that are not shared are one."""
    return [words for words, _ in groupby(names.of(AISystem, key) for key in value or ())]


def words_of(one: Any, value: Any, names: Names) -> str:
    """Return a field's value in words: choices by label, records by name, "" for nothing."""
    if value is None or value == "":
        return ""
    if isinstance(one, models.ForeignKey):
        return names.of(one.related_model, value)
    if is_way(one):
        return " → ".join(way_words(value, names))
    if one.choices:
        return str(dict(one.flatchoices).get(value, value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return plain(value)


def plain(value: Any) -> str:
    """Return a value without a field of its own in words."""
    match value:
        case datetime.datetime():
            return dateformat.format(value.astimezone(datetime.UTC), "j M Y, H:i T")
        case datetime.date():
            return dateformat.format(value, "j M Y")
        case bytes() | memoryview():
            return _("%d bytes") % len(value)
        case list():
            return ", ".join(map(str, value))
        case dict():
            return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return str(value)
