"""How far systems are with the practices: made up, and marked so."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from lessons.adoption_transitions import (
    ask_more_systems,
    ask_of_all_practices,
    ask_systems,
    confirm_adoption,
    say_adoption,
)
from lessons.demo.stage import Stage
from lessons.models import Adoption, PracticeVersion
from lessons.states import AdoptionStatus, PracticeStatus


@dataclass(frozen=True)
class Said:
    """What is said of a system, with what shows it; evidence is confirmed where `shows` says why."""

    system: str
    how_far: str
    reason: str
    evidence: str = ""
    shows: str = ""


PREVIEWS, CACHES = "Previews that look for", "Caches that know"
FIRST = (
    Said(
        "Bing chat",
        AdoptionStatus.ADOPTED,
        "Illustrative: the preview’s report lists its longest sessions.",
        "Illustrative: report of the preview.",
        "Illustrative: the longest hundredth is in it.",
    ),
    Said("GitHub Copilot", AdoptionStatus.ADOPTED, "Illustrative: chat opened to a few first."),
)
SAID = {
    PREVIEWS: (
        Said(
            "ChatGPT",
            AdoptionStatus.ADOPTED,
            "Illustrative: new abilities open to a few, and limits widen with evidence.",
            "Illustrative: release notes.",
            "Illustrative: limits and their dates agree.",
        ),
        Said(
            "OpenAI API",
            AdoptionStatus.ADOPTED,
            "Illustrative: tiers of use start narrow.",
            "Illustrative: table of tiers.",
        ),
        Said("GPT-4", AdoptionStatus.PARTIAL, "Illustrative: for some abilities so far."),
        Said("GPT-4o", AdoptionStatus.PLANNED, "Illustrative: from the next release on."),
        Said("Codex CLI", AdoptionStatus.NOT_APPLICABLE, "Illustrative: it has no preview."),
        Said(
            "Bing chat",
            AdoptionStatus.ADOPTED,
            "Illustrative: who decides is written in the plan.",
            "Illustrative: plan of the next preview.",
        ),
        Said("Azure OpenAI Service", AdoptionStatus.PLANNED, "Illustrative: with the next region."),
    ),
    CACHES: (
        Said(
            "ChatGPT",
            AdoptionStatus.ADOPTED,
            "Illustrative: each entry names its owner.",
            "Illustrative: test of cancelled requests.",
            "Illustrative: the test fails without the check.",
        ),
    ),
}
MORE = (
    "OpenAI API", "GPT-4", "GPT-4o", "ChatGPT", "Codex CLI",
    "GitHub Copilot", "Azure OpenAI Service", "Microsoft 365 Copilot", "Microsoft Designer",
)  # fmt: skip


def tell_of_first_version(stage: Stage, version: PracticeVersion) -> None:
    """Let systems say how far they are with a version that another will take the place of."""
    ask_systems(version)
    ask_more_systems(version, by=stage.msft.reviewer, systems=stage.named("GitHub Copilot"))
    say_all(stage, version, FIRST, stage.days(-200))


def tell(stage: Stage) -> None:
    """Ask about what is in force, and let some systems say how far they are."""
    ask_of_all_practices()
    for title, said in SAID.items():
        versions = PracticeVersion.objects.in_state(PracticeStatus.PUBLISHED)
        version = versions.get(title__startswith=title)
        if title == PREVIEWS:
            ask_more_systems(version, by=stage.oai.reviewer, systems=stage.named(*MORE))
        say_all(stage, version, said, stage.days(-14))


def say_all(
    stage: Stage, version: PracticeVersion, said: tuple[Said, ...], on: datetime.date
) -> None:
    """Let each system's side say it, and the other side confirm the evidence."""
    for one in said:
        adoption = Adoption.objects.get(version=version, system=stage.systems[one.system])
        is_oai = adoption.organization == stage.oai.organization
        side, other = (stage.oai, stage.msft) if is_oai else (stage.msft, stage.oai)
        given = say_adoption(
            adoption,
            by=side.reviewer,
            how_far=one.how_far,
            reason=one.reason,
            evidence=one.evidence,
            said_on=on,
        )
        if one.shows:
            confirm_adoption(given, by=other.reviewer, reason=one.shows, confirmed_on=on)
