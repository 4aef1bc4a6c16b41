"""What may be seen again, made up: a finding that resembles a lesson, and findings without one."""

from lessons.demo.cast import Side
from lessons.demo.stage import Stage
from lessons.demo.steps import accepted_review
from lessons.recurring import propose_since
from reviews.states import ReviewMethod
from tracker.states import Severity


def tell(stage: Stage) -> None:
    """Let each side find something of late, and ask whether a lesson came back."""
    find(
        stage,
        stage.msft,
        "Microsoft 365 Copilot",
        "Very long chats drift again: internal tests held none, people in the preview did (made up)",
        "A text hidden in a pasted web page steered the summary (made up)",
    )
    find(
        stage,
        stage.oai,
        "ChatGPT",
        "A text hidden in a pasted e-mail steered the draft of an answer (made up)",
        "A text hidden in a pasted table steered what the answer said of it (made up)",
    )
    propose_since()


def find(stage: Stage, side: Side, system: str, *titles: str) -> None:
    """Review a system of one side lately, with findings that no lesson rests on yet."""
    tags = stage.tagged("atlas:AML.T0051")
    accepted_review(
        side,
        f"{system}: what use showed lately (made up)",
        system=stage.systems[system],
        held_on=stage.days(-12),
        method=ReviewMethod.USAGE_ANALYSIS,
        summary="Made up for the demonstration: what comparing findings with lessons is for.",
        findings=[
            {
                "title": title,
                "systems": [stage.systems[system]],
                "severity": Severity.MEDIUM,
                "tags": tags if "hidden" in title else [],
            }
            for title in titles
        ],
    )
