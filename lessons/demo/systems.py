"""How the systems of `systems.yaml` come into the database: registered, released, connected."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from lessons.demo.cast import Side
from lessons.demo.sources import AVID, GPT_4, PARTNERSHIP
from tracker.editing import add_dependency, add_system, add_system_version
from tracker.models import AISystem
from tracker.sharing import release_to_public
from tracker.states import DependencyKind

TABLE = Path(__file__).with_name("systems.yaml")

SOURCES: Mapping[str, Mapping[str, Any]] = {
    "named": {"source": PARTNERSHIP.text, "source_url": PARTNERSHIP.url},
    "gpt_4": {"source": GPT_4.text, "source_url": GPT_4.url},
    "found": {"source": f"Named in records of the {AVID.title}.", "source_url": AVID.url},
    "offered": {"source": "Offered under this name by its maker."},
    "makers": {"source": "Said by their makers where they offer them."},
}


def make_systems(*sides: Side) -> Mapping[str, AISystem]:
    """Register the systems of all sides, make them public, and say what depends on what."""
    table: dict[str, Any] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    owners: dict[str, Side] = {}
    systems: dict[str, AISystem] = {}
    for side in sides:
        for entry in table[side.organization.code]:
            owners[entry["name"]] = side
            systems[entry["name"]] = make_system(side, entry)
    for upstream, kind, source, downstreams in table["dependencies"]:
        for downstream in downstreams:
            dependency = add_dependency(
                by=owners[downstream].lead,
                upstream=systems[upstream],
                downstream=systems[downstream],
                kind=kind,
                carries_lessons=kind != DependencyKind.TRAINED_ON,
                **SOURCES[source],
            )
            release_to_public(dependency, by=owners[downstream].signatory)
    return systems


def make_system(side: Side, entry: Mapping[str, Any]) -> AISystem:
    """Register one system with its versions and state that the world knows of it."""
    kind, workload, source = entry["is"]
    system = add_system(
        by=side.reviewer,
        name=entry["name"],
        kind=kind,
        workload=workload,
        description=entry["description"],
        aliases=entry.get("aliases", []),
        developer=side.organization,
        operator=side.organization,
        steward=side.lead,
        **SOURCES[source],
    )
    for label in entry.get("versions", ()):
        add_system_version(system, by=side.reviewer, label=label)
    return release_to_public(system, by=side.signatory)
