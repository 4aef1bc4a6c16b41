"""The best-practice report as plain data; the renderers read this and nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lessons.reports.lineage import Lineage
from lessons.reports.loop import Loop
from lessons.states import LessonStatus
from tracker.chain.sealing import Head
from tracker.display import Station
from tracker.marking import narrowest
from tracker.states import Label


@dataclass(frozen=True)
class Line:
    """A record behind or after a practice, as the report names it."""

    reference: str
    title: str
    url: str
    label: Label
    noun: str = ""
    state: str = ""
    state_name: str = ""
    owner: str = ""
    about: str = ""
    date: datetime.date | None = None
    date_precision: str = "day"


@dataclass(frozen=True)
class TagLine:
    """A tag of a practice."""

    scheme: str
    scheme_title: str
    code: str
    label: str

    @property
    def key(self) -> str:
        """Return scheme and code."""
        return f"{self.scheme}:{self.code}"


@dataclass(frozen=True)
class Approval:
    """Which organization signed a practice; by whom, where the reader may know the person."""

    organization: str
    organization_code: str
    signer: str
    signed_at: datetime.datetime
    is_illustrative: bool


@dataclass(frozen=True)
class PracticeEntry:
    """One published practice with all that the reader may know of it."""

    reference: str
    version: str
    title: str
    url: str
    published_at: datetime.datetime
    guidance: str
    applicability: str
    how_to_verify: str
    source: str
    source_url: str
    is_illustrative: bool
    tags: Sequence[TagLine]
    systems: Sequence[Line]
    approvals: Sequence[Approval]
    lineage: Lineage
    lessons: Sequence[Line]
    findings: Sequence[Line]
    observations: Sequence[Line]
    updates: Sequence[Line]
    thread: Sequence[Station]

    @property
    def has_come_back(self) -> bool:
        """Say whether a lesson behind it, of those that the reader may see, has regressed."""
        return any(line.state == LessonStatus.REGRESSED for line in self.lessons)

    @property
    def label(self) -> Label:
        """Return the strictest label of what the entry names."""
        named = (*self.systems, *self.lessons, *self.findings, *self.observations, *self.updates)
        return narrowest(line.label for line in named)


@dataclass(frozen=True)
class Group:
    """A heading of the report's contents and the practices under it."""

    key: str
    title: str
    practices: Sequence[PracticeEntry]


@dataclass(frozen=True)
class Section:
    """Groups under one vocabulary, or all systems."""

    key: str
    title: str
    groups: Sequence[Group]


@dataclass(frozen=True)
class BestPractices:
    """The report for one reader at one instant."""

    generated_at: datetime.datetime
    reader: str
    filters: Mapping[str, str]
    grouping: str
    loop: Loop
    practices: Sequence[PracticeEntry]
    # Where the chain over the history stood; its hash only, since a link's number counts everyone's work.
    history_head: Head | None = None

    @property
    def head(self) -> str:
        """Return the hash that it was made at; "" where nothing was sealed yet."""
        return self.history_head.hash if self.history_head else ""

    @property
    def label(self) -> Label:
        """Return the strictest label of what the report names and of what it counts."""
        return narrowest([self.loop.label, self.practices_label])

    @property
    def practices_label(self) -> Label:
        """Return the strictest label of what the practices name, for exports without the chart."""
        return narrowest(entry.label for entry in self.practices)

    @property
    def sections(self) -> list[Section]:
        """Return the contents as asked for: by vocabulary and tag, or by system."""
        return self.by_system if self.grouping == "system" else self.by_tag

    @property
    def by_tag(self) -> list[Section]:
        """Group by vocabulary and tag; a practice without tags stands in a group of its own."""
        found: dict[tuple[str, str], dict[TagLine, list[PracticeEntry]]] = {}
        for entry in self.practices:
            for tag in entry.tags:
                scheme = found.setdefault((tag.scheme, tag.scheme_title), {})
                scheme.setdefault(tag, []).append(entry)
        sections = [
            Section(key, title, [Group(tag.key, tag.label, under) for tag, under in _by_key(tags)])
            for (key, title), tags in sorted(found.items())
        ]
        return sections + _rest(_("Without a tag"), [x for x in self.practices if not x.tags])

    @property
    def by_system(self) -> list[Section]:
        """Group by system; practices that name none, or none that the reader may see, come last."""
        found: dict[tuple[str, str], list[PracticeEntry]] = {}
        for entry in self.practices:
            for system in entry.systems:
                found.setdefault((system.title, system.reference), []).append(entry)
        groups = [
            Group(key, title, under) for (title, key), under in sorted(found.items(), key=_first)
        ]
        sections = [Section("systems", _("Systems"), groups)] if groups else []
        rest = [entry for entry in self.practices if not entry.systems]
        return sections + _rest(_("Not about one system"), rest)

    def __str__(self) -> str:
        """Say how many practices there are, by whom they were signed."""
        signers = sorted({x.organization for entry in self.practices for x in entry.approvals})
        count = len(self.practices)
        found = ngettext("%d published practice", "%d published practices", count) % count
        return _("%(found)s, signed by %(signers)s") % {
            "found": found, "signers": _(" and ").join(signers)
        } if signers else found  # fmt: skip


def _by_key(tags: Mapping[TagLine, Any]) -> list[tuple[TagLine, Any]]:
    return sorted(tags.items(), key=lambda pair: pair[0].key)


def _first(pair: tuple[Any, Any]) -> Any:
    return pair[0]


def _rest(title: str, entries: Sequence[PracticeEntry]) -> list[Section]:
    return [Section("none", "", [Group("", title, entries)])] if entries else []
