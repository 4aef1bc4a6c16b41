"""Two deployment gates, made up: one that held a change back, one where one of three is reviewed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from lessons.briefing_transitions import open_cycle
from lessons.demo.cast import Side
from lessons.demo.stage import Stage
from lessons.demo.steps import SIGNED, accepted_review
from reviews.editing import add_item, plan_cycle
from reviews.models import CycleItem, ReviewCycle
from reviews.states import CycleKind, ReviewMethod
from reviews.transitions import (
    add_condition,
    begin_signing,
    block,
    close_cycle,
    concur,
    concur_with_conditions,
    meet_condition,
)
from tracker.states import Severity

AGENDA = (
    "Each change is decided by itself, on its own evidence: approving three where one was reviewed "
    "is not possible here."
)


def tell(stage: Stage) -> None:
    """Tell of a gate that held a change back, and of one that is being signed."""
    hold_back(stage)
    sign_one_of_three(stage)


def hold_back(stage: Stage) -> None:
    """Block a change at a gate that is closed by now."""
    cycle = planned(stage, "Voices for companions: the first gate", start=-120, end=-95)
    (voices,) = put_in(stage, cycle, {"ChatGPT": ["Voices that sound like a person one knows"]})
    looked_at(
        stage.oai,
        cycle,
        voices,
        held_on=stage.days(-110),
        title="A voice can be taken for that of a person",
        severity=Severity.HIGH,
        severity_justification="Whoever hears it can’t tell, and no mark says so.",
    )
    begin_signing(cycle, by=stage.oai.lead)
    day = stage.days(-96)
    concur(
        voices,
        by=stage.oai.signatory,
        statement=SIGNED,
        dissent="One reviewer would wait for a mark in the sound itself.",
        illustrative=True,
        signed_on=day,
    )
    block(
        voices,
        by=stage.msft.signatory,
        reason="No mark tells a made voice from a person’s. " + SIGNED,
        illustrative=True,
        signed_on=day,
    )
    close_cycle(cycle, by=stage.msft.lead, decisions="Held back until a made voice is marked.")


def sign_one_of_three(stage: Stage) -> None:
    """Approve one change under two conditions, of which one is met; two changes wait for a review."""
    cycle = planned(stage, "Agents that act in a browser: the gate", start=-20, end=25)
    first, *_others = put_in(
        stage,
        cycle,
        {
            "GitHub Copilot": [
                "The agent may run the tests of a repository",
                "The agent may open a pull request by itself",
            ],
            "ChatGPT": ["The agent may fill in a form of a site"],
        },
    )
    looked_at(
        stage.msft,
        cycle,
        first,
        held_on=stage.days(-9),
        title="Tests run in a container that has no network",
        is_positive=True,
    )
    begin_signing(cycle, by=stage.msft.lead)
    ask_for_two(stage, first)
    concur(first, by=stage.msft.signatory, statement=SIGNED, illustrative=True)


def ask_for_two(stage: Stage, item: CycleItem) -> None:
    """Concur under two conditions, and have the first of them met."""
    carrier, signatory = stage.msft.lead, stage.oai.signatory
    concur_with_conditions(
        item,
        by=signatory,
        condition="The container is thrown away after each run.",
        test="A file written in one run is not there in the next.",
        assignee=carrier,
        due_on=stage.days(-1),
        statement=SIGNED,
        illustrative=True,
        signed_on=stage.days(-6),
    )
    add_condition(
        item,
        by=signatory,
        condition="An administrator can turn it off for an organization.",
        test="With the setting off, no run starts.",
        assignee=carrier,
        due_on=stage.days(14),
    )
    met = item.conditions.order_by("id")[0]
    meet_condition(
        met, by=stage.oai.lead, how="Two runs one after another; the second found nothing.",
        met_on=stage.days(-2),
    )  # fmt: skip


def planned(stage: Stage, title: str, *, start: int, end: int) -> ReviewCycle:
    """Plan and open a gate."""
    cycle = plan_cycle(
        by=stage.oai.lead,
        title=title,
        kind=CycleKind.DEPLOYMENT_GATE,
        starts_on=stage.days(start),
        ends_on=stage.days(end),
        agenda=AGENDA,
        leads=[side.lead for side in stage.both],
        illustrative=True,
    )
    return open_cycle(cycle, by=stage.msft.lead)


def put_in(stage: Stage, cycle: ReviewCycle, changes: Mapping[str, list[str]]) -> list[CycleItem]:
    """Put changes of systems into a gate's scope."""
    return [
        add_item(cycle, by=stage.oai.lead, system=stage.systems[system], change=change)
        for system, words in changes.items()
        for change in words
    ]


def looked_at(
    side: Side, cycle: ReviewCycle, item: CycleItem, *, held_on: datetime.date, **finding: object
) -> None:
    """Review an item, with one finding."""
    accepted_review(
        side,
        f"{item.change}: what the tests showed",
        system=item.system,
        cycle=cycle,
        item=item,
        held_on=held_on,
        method=ReviewMethod.EVALUATION,
        summary="Tried for the demonstration; the public record names no such test.",
        recommendation="Decide on what is written here, and on nothing else.",
        findings=[finding],
    )
