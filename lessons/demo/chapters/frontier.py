"""GPT-4 at the joint board: what experts found, what was changed, what the review taught."""

from lessons.demo.sources import BOARD_REPORTED, FRONTIER_RISK, GPT_4, YEAR, on
from lessons.demo.stage import Stage
from lessons.demo.steps import accepted_review, learn, observe, shipped
from lessons.states import UpdateKind
from reviews.editing import add_item
from reviews.models import ReviewCycle
from reviews.states import CauseStatus, Confidence, ReviewMethod, SourceKind
from tracker.states import Severity


def tell(stage: Stage, cycle: ReviewCycle) -> None:
    """Tell of the first deployment that the board judged."""
    gpt_4 = stage.systems["GPT-4"]
    item = add_item(
        cycle,
        by=stage.oai.lead,
        system=gpt_4,
        version=stage.version("GPT-4", "March 2023"),
        change="First deployment",
    )
    dual_use = observe(
        stage.oai,
        "Experts found that GPT-4 shortens research into hard-to-find dual-use information",
        on=on(2023),
        occurred_precision=YEAR,
        source=FRONTIER_RISK,
        source_kind=SourceKind.RED_TEAM,
        confidence=Confidence.VERIFIED,
        systems=[gpt_4],
        tags=stage.tagged("nist-ai-600-1:2.1", "frontier:openai.biological-and-chemical"),
    )
    (finding,) = accepted_review(
        stage.oai,
        "GPT-4: tests by experts before deployment",
        system=gpt_4,
        version=stage.version("GPT-4", "March 2023"),
        cycle=cycle,
        item=item,
        held_on=on(2023, 3, 10),
        method=ReviewMethod.RED_TEAM,
        summary="What experts found is public; that it was put down in this form, and on this "
        "day, is not.",
        findings=[
            {
                "title": "The model saves time in finding dual-use information",
                "severity": Severity.HIGH,
                "severity_justification": "Expert testers judged that hard-to-find information "
                "is reached faster.",
                "cause": "A model that answers across fields joins what is scattered.",
                "cause_status": CauseStatus.SUSPECTED,
                "observations": [dual_use],
                "tags": stage.tagged("cause:model", "nist-ai-600-1:2.1", "nist-ai-rmf:MAP-5.1"),
                "known_from": FRONTIER_RISK,
            }
        ],
    )
    earlier_use = learn(
        stage.oai,
        "What the use of earlier models showed belongs into the next one’s safety work",
        source=GPT_4,
        insight="Lessons from the use of earlier models were built into GPT-4’s safety research "
        "and monitoring; on internal tests it was 82 % less likely than GPT-3.5 to answer "
        "disallowed requests.",
        recommendation="Carry what use has shown into the next model’s training and monitoring.",
        findings=[finding],
        seen_in=stage.named("GPT-3.5"),
        cause_in=[gpt_4],
        tags=stage.tagged("ms-rai:RS3", "nist-ai-rmf:MEASURE-3.1"),
        signed_by=stage.both,
    )
    shipped(
        stage.oai,
        "GPT-4 is trained to refuse malicious cyber requests; monitoring is scaled up",
        kind=UpdateKind.CORRECTIVE,
        source=FRONTIER_RISK,
        system=gpt_4,
        shipped_on=on(2023, 10, 26),
        lessons=[earlier_use],
        description="The day is that of the report; when it took effect is not public.",
    )
    gate = learn(
        stage.oai,
        "A gate teaches when its lessons go into the rules for the next one",
        source=FRONTIER_RISK,
        insight="GPT-4 was the joint board’s first eligible deployment; what that review taught "
        "went into the Preparedness Framework.",
        recommendation="End each deployment review with what changes in the framework.",
        cause_in=[gpt_4],
        tags=stage.tagged("cause:governance", "nist-ai-rmf:GOVERN-1.5"),
        signed_by=stage.both,
    )
    shipped(
        stage.oai,
        "The Preparedness Framework takes up the lessons of GPT-4’s review",
        kind=UpdateKind.POLICY,
        source=FRONTIER_RISK,
        shipped_on=on(2023, 10, 26),
        lessons=[gate],
        description="The day is that of the report.",
    )
    watch(stage)


def watch(stage: Stage) -> None:
    """Capture what was reported about the board and is still to be triaged."""
    observe(
        stage.oai,
        "Reportedly a test of unreleased GPT-4 in India ran without the board’s approval",
        on=on(2025),
        occurred_precision=YEAR,
        source=BOARD_REPORTED,
        source_kind=SourceKind.PUBLICATION,
        confidence=Confidence.REPORTED,
        systems=stage.named("GPT-4"),
        description="The date is that of the account.",
        tags=stage.tagged("cause:governance"),
    )
    observe(
        stage.oai,
        "Reportedly three enhancements of GPT-4 were said to be approved when one was",
        on=on(2025),
        occurred_precision=YEAR,
        source=BOARD_REPORTED,
        source_kind=SourceKind.PUBLICATION,
        confidence=Confidence.REPORTED,
        systems=stage.named("GPT-4"),
        description="The date is that of the account. This is why a cycle decides item by item.",
        tags=stage.tagged("cause:governance"),
    )
