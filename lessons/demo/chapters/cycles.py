"""The review cycles: how the two teams meet, as far as it is known, and a running one."""

import datetime
from collections.abc import Mapping

from lessons.briefing_transitions import open_cycle
from lessons.demo.sources import (
    BOARD_REPORTED,
    BOARD_STILL_MEETS,
    FRONTIER_GOVERNANCE,
    FRONTIER_RISK,
    PARTNERSHIP,
    PREPAREDNESS_2,
    RESPONSIBLE_AI_2,
    Source,
    on,
)
from lessons.demo.stage import Stage
from lessons.demo.steps import SIGNED
from reviews.editing import add_item, plan_cycle
from reviews.models import CycleItem, ReviewCycle
from reviews.states import CycleKind
from reviews.transitions import begin_signing, close_cycle, concur


def cite(words: str, *sources: Source) -> str:
    """Return words with the sources they rest on."""
    return f"{words} ({'; '.join(source.text for source in sources)})"


GOVERNANCE = "\n\n".join(
    [
        cite(
            "Both teams regularly go through what they have learned together and use it for "
            "updates of systems, for research and for practice in the industry.",
            PARTNERSHIP,
        ),
        cite(
            "A Deployment Safety Board run by both companies approves either one’s decision to "
            "deploy a model above a threshold of capability. It judges deployment, not whether to "
            "train; adversarial testing and alignment weigh heavily.",
            FRONTIER_RISK,
        ),
        cite("The board was still meeting in 2025.", BOARD_STILL_MEETS),
    ]
)

REPORTED = cite(
    "Reportedly a test of unreleased GPT-4 in India ran without the board’s approval, and three "
    "enhancements were said to be approved when one was. So each item below is decided by itself, "
    "on its own evidence.",
    BOARD_REPORTED,
)

FRAMES = "\n\n".join(
    [
        cite(
            "OpenAI’s framework tracks biological and chemical, cyber, and AI self-improvement "
            "capabilities at the levels High and Critical; High needs safeguards before "
            "deployment, Critical already during development.",
            PREPAREDNESS_2,
        ),
        cite(
            "Microsoft’s framework tracks CBRN weapons, offensive cyber operations and advanced "
            "autonomy, with cheap leading indicators before a deep assessment.",
            FRONTIER_GOVERNANCE,
        ),
        cite(
            "Microsoft’s standard sets 17 goals; RS3 demands monitoring, feedback and evaluation "
            "after release.",
            RESPONSIBLE_AI_2,
        ),
    ]
)

PAST = {
    "api": (
        "Language models over the API",
        CycleKind.THEMATIC,
        (on(2022, 1, 10), on(2022, 6, 30)),
        GOVERNANCE,
        "What misuse of GPT-3 taught goes into shared guidance for the industry.",
    ),
    "dalle": (
        "Image models: the DALL·E 2 preview",
        CycleKind.RED_TEAM,
        (on(2022, 6, 1), on(2022, 9, 30)),
        "Bias, likenesses and training data in the preview of DALL·E 2.",
        "The remedies are to be kept, and filters to be made narrower in the next model.",
    ),
    "bing": (
        "The new Bing: the first weeks",
        CycleKind.POST_INCIDENT,
        (on(2023, 2, 7), on(2023, 3, 31)),
        "What long chats and drawn-out instructions showed.",
        "Limits stay until evidence lets them widen; previews are to look for atypical use.",
    ),
    "gpt-4": (
        "GPT-4: the board’s first eligible deployment",
        CycleKind.DEPLOYMENT_GATE,
        (on(2023, 3, 1), on(2023, 4, 30)),
        f"{GOVERNANCE}\n\n{REPORTED}",
        cite(
            "The lessons of this review went into OpenAI’s Preparedness Framework.", FRONTIER_RISK
        ),
    ),
}


def plan_past(stage: Stage) -> dict[str, ReviewCycle]:
    """Plan and open the cycles of the past, oldest first."""
    return {name: open_past(stage, name) for name in PAST}


def open_past(stage: Stage, name: str) -> ReviewCycle:
    """Plan and open one cycle of the past; its meetings are made up, its text is not."""
    title, kind, (starts_on, ends_on), agenda, _ = PAST[name]
    cycle = plan_cycle(
        by=stage.oai.lead,
        title=title,
        kind=kind,
        starts_on=starts_on,
        ends_on=ends_on,
        agenda=agenda,
        leads=[side.lead for side in stage.both],
        illustrative=True,
    )
    return open_cycle(cycle, by=stage.msft.lead)


def close_past(stage: Stage, held: Mapping[str, ReviewCycle]) -> None:
    """Close the cycles of the past with what was decided."""
    for name, cycle in held.items():
        begin_signing(cycle, by=stage.oai.lead)
        for item in cycle.items.undecided():
            agree(stage, item, on=PAST[name][2][1])
        close_cycle(cycle, by=stage.msft.lead, decisions=PAST[name][-1])


def agree(stage: Stage, item: CycleItem, *, on: datetime.date) -> None:
    """Have every side concur with an item."""
    for side in stage.both:
        concur(item, by=side.signatory, statement=SIGNED, illustrative=True, signed_on=on)


def plan_present(stage: Stage) -> ReviewCycle:
    """Plan the next cycle, and open the one that is running, which is returned."""
    running = plan_cycle(
        by=stage.msft.lead,
        title="Agents and coding tools: the running quarter",
        kind=CycleKind.PERIODIC,
        starts_on=stage.days(-40),
        ends_on=stage.days(50),
        agenda=f"{FRAMES}\n\nEach item is one change of one system and is decided by itself.",
        leads=[side.lead for side in stage.both],
        illustrative=True,
    )
    for system, change in (
        ("Codex CLI", "Configuration of a repository is trusted only after asking"),
        ("GitHub Copilot", "Warning about hidden characters in rules files"),
        ("Microsoft 365 Copilot", "Every read of a file leaves an audit entry"),
        ("OpenAI Assistants API", "Watching for use as a control channel"),
    ):
        add_item(running, by=stage.msft.lead, system=stage.systems[system], change=change)
    plan_cycle(
        by=stage.oai.lead,
        title="Image and video models: next quarter",
        kind=CycleKind.PERIODIC,
        starts_on=stage.days(51),
        ends_on=stage.days(140),
        agenda="What the image models’ lessons mean for video.",
        leads=[side.lead for side in stage.both],
        illustrative=True,
    )
    return open_cycle(running, by=stage.oai.lead)
