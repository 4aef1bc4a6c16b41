"""A record's story as it is told: what was done, when, by whom, and what differed afterwards."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tracker.history.differences import Difference, differences
from tracker.history.names import words_of
from tracker.history.tracking import BEGAN, DELETE, INSERT
from tracker.history.versions import State, Story, Version, child_words

if TYPE_CHECKING:
    from tracker.models import User

PAGE_SIZE = 20


@dataclass(frozen=True)
class Told:
    """One version as a line of the story; `changes` is what differs from the version before it.

    `person` is the account where the reader may know it, `actor` what is said of who did it.
    """

    number: int
    at: datetime.datetime
    done: str
    verb: str
    actor: str
    person: User | None
    organization: str
    process: str
    request: str
    changes: tuple[Difference, ...]
    follows_hidden: bool

    @property
    def is_first(self) -> bool:
        """Say whether this is the first version that the reader gets."""
        return self.number == 1


@dataclass(frozen=True)
class Comparison:
    """Two versions side by side, the older one first."""

    before: Told
    after: Told
    changes: tuple[Difference, ...]


@dataclass(frozen=True)
class Row:
    """A related row in full: its line, and its long texts by what they are called."""

    words: str
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Whole:
    """One version in full: the words of each field, and the related rows of each kind."""

    told: Told
    fields: tuple[tuple[str, str], ...]
    relations: tuple[tuple[str, tuple[Row, ...]], ...]
    state: State


def versions_before(story: Story, before: int | None, size: int = PAGE_SIZE) -> list[Version]:
    """Return a page of versions, newest first: those with a smaller number than `before`."""
    listed = story.versions if before is None else story.versions[: max(before - 1, 0)]
    return listed[: -size - 1 : -1]


def tell(story: Story, versions: Sequence[Version]) -> list[Told]:
    """Tell of some versions; the queries are the same however many they are."""
    before = [story.versions[one.number - 2] for one in versions if one.number > 1]
    story.load([*versions, *before])
    return [told_of(story, one) for one in versions]


def told_of(story: Story, version: Version) -> Told:
    """Return one version as it is told; it and the one before were loaded."""
    said = version.context
    organization = story.names.organizations.get(said.get("organization", ""))
    return Told(
        number=version.number,
        at=version.at,
        done=done_words(story, version),
        verb=said.get("verb", ""),
        actor=story.names.actor(said),
        person=story.names.person(said),
        organization=organization.code if organization else "",
        process=said.get("process", ""),
        request=said.get("request", ""),
        changes=changes_of(story, version),
        follows_hidden=version.follows_hidden,
    )


def changes_of(story: Story, version: Version) -> tuple[Difference, ...]:
    """Return what a version changed; nothing of the first, which is whole in itself."""
    if version.number == 1:
        return ()
    before = story.versions[version.number - 2]
    return tuple(differences(story.state(before), story.state(version), story.names))


def compare(story: Story, one: int, other: int) -> Comparison | None:
    """Compare two versions by number, in whichever order they are given; None where one is absent."""
    older, newer = sorted((one, other))
    if not 1 <= older <= newer <= len(story.versions):
        return None
    before, after = story.versions[older - 1], story.versions[newer - 1]
    told_before, told_after = tell(story, [before, after])
    changes = differences(story.state(before), story.state(after), story.names)
    return Comparison(told_before, told_after, tuple(changes))


def whole(story: Story, number: int) -> Whole | None:
    """Return one version in full, or None where there is none of this number."""
    if not 1 <= number <= len(story.versions):
        return None
    version = story.versions[number - 1]
    (told,) = tell(story, [version])
    state = story.state(version)
    fields = [
        (capfirst(str(one.verbose_name)), words_of(one, state.fields[one.name], story.names))
        for one in state.told
    ]
    relations = [
        (capfirst(label), tuple(rows_of(story, state, name))) for name, label in state.relations
    ]
    return Whole(
        told,
        tuple((label, words) for label, words in fields if words),
        tuple((label, rows) for label, rows in relations if rows),
        state,
    )


def rows_of(story: Story, state: State, name: str) -> list[Row]:
    """Return the related rows of one kind in full, in an order that tells nothing."""
    child, lines = state.children[name]
    rows = [
        Row(
            child_words(child, line, story.names),
            tuple(
                (str(one.verbose_name), text)
                for one in child.texts
                if (text := state.texts_of(line).get(one.name))
            ),
        )
        for line in lines
    ]
    return sorted(rows, key=lambda row: row.words)


def done_words(story: Story, version: Version) -> str:
    """Say what was done: the verb's past tense, with its noun where that is another."""
    verb = version.context.get("verb", "")
    if verb.count(".") == 2:
        floor, noun, done = verb.split(".")
        own = str(story.record._meta.model_name)
        words = done.replace("_", " ")
        return capfirst(
            words
            if noun == "record" or own.endswith(noun)
            else f"{noun_words(floor, noun)} {words}"
        )
    if version.kind == BEGAN:
        return _("As it stood when its history began")
    if version.context:
        return _("Changed outside of any verb")
    return {
        INSERT: _("Added directly in the database"),
        DELETE: _("Removed directly in the database"),
    }.get(version.kind, _("Changed directly in the database"))


def noun_words(floor: str, noun: str) -> str:
    """Return what a noun is called, by the name that a verb gives it."""
    try:
        model: Any = apps.get_model(floor, noun)
    except LookupError:
        return noun.replace("_", " ")
    return str(model._meta.verbose_name)
