"""Threats seen by both: state-affiliated actors, control channels, evaded guards, stolen keys."""

from lessons.demo.sources import (
    COPILOT_AUDIT,
    PROMPT_SHIELD,
    RED_TEAM_LESSONS,
    SESAME_OP,
    STATE_ACTORS,
    STORM_2139,
    YEAR,
    on,
)
from lessons.demo.stage import Stage
from lessons.demo.steps import (
    accepted_review,
    advise,
    learn,
    observe,
    publish,
    shipped,
    submitted_review,
    verified,
)
from lessons.states import UpdateKind
from reviews.models import ReviewCycle
from reviews.states import CauseStatus, Confidence, ReviewMethod, SourceKind
from tracker.states import Severity

GUIDANCE = """\
In our own words, after eight lessons from more than a hundred generative products:

- **Begin with what the system can do and where it is used**, then choose the attacks.
- **Simple attacks suffice.** Try misspellings, role-play and plain asking before anything clever.
- **Red teaming is no benchmark.** Look for harm that nobody measures yet.
- **Automate to cover more ground; people stay needed** for judgement, for cultures and for \
languages.
- **The work never ends.** Repeat it with each change, and fix in rounds.
"""


def tell(stage: Stage, running: ReviewCycle) -> None:
    """Tell what both sides found together and what either watches."""
    tell_of_state_actors(stage)
    tell_of_red_teams(stage)
    watch(stage, running)


def tell_of_state_actors(stage: Stage) -> None:
    """Tell what the two companies found together."""
    seen = observe(
        stage.oai,
        "Five state-affiliated actors used the services for scripting, translation and phishing",
        on=on(2024, 2, 14),
        source=STATE_ACTORS,
        source_kind=SourceKind.USAGE,
        confidence=Confidence.CORROBORATED,
        systems=stage.named("OpenAI API", "ChatGPT"),
        description="Found together with Microsoft Threat Intelligence. The day is that of the "
        "report.",
        tags=stage.tagged("cause:misuse", "atlas:AML.T0016.002", "nist-ai-600-1:2.9"),
    )
    findings = accepted_review(
        stage.oai,
        "State-affiliated actors and what they gained",
        system=stage.systems["OpenAI API"],
        held_on=on(2024, 2, 14),
        method=ReviewMethod.USAGE_ANALYSIS,
        source=STATE_ACTORS,
        made_up=False,
        summary="Accounts of five actors, found with the help of the partner; what they gained "
        "was judged small.",
        findings=[
            {
                "title": "Looking together found actors that each side alone sees a part of",
                "detail": "What the attackers gained was judged small.",
                "is_positive": True,
                "severity": Severity.INFORMATIONAL,
                "systems": stage.named("OpenAI API", "ChatGPT"),
                "observations": [seen],
                "tags": stage.tagged("cause:misuse", "nist-ai-rmf:MANAGE-4.3", "ms-rai:RS3"),
            }
        ],
    )
    lesson = learn(
        stage.oai,
        "Signs of misuse are worth more when both partners see them",
        source=STATE_ACTORS,
        made_up=True,
        insight="One side saw accounts, the other infrastructure; together they were actors.",
        recommendation="Exchange signs of misuse on a fixed way, and close what is found on both "
        "sides.",
        findings=findings,
        seen_in=stage.named("OpenAI API", "ChatGPT"),
        tags=stage.tagged("cause:misuse", "nist-ai-rmf:MANAGE-4.3"),
        signed_by=stage.both,
    )
    closed = shipped(
        stage.oai,
        "The accounts of the five actors are closed",
        kind=UpdateKind.CONTAINMENT,
        source=STATE_ACTORS,
        system=stage.systems["OpenAI API"],
        shipped_on=on(2024, 2, 14),
        lessons=[lesson],
    )
    verified(
        closed,
        by=stage.msft.lead,
        reviewed_on=on(2024, 3, 14),
        criterion="The closed accounts stay closed, and no new one of the same actors is seen.",
        method="Watch sign-ins and new accounts for a month.",
        waiting_days=29,
        seen="Illustrative judgement: the accounts stayed closed.",
    )


def tell_of_red_teams(stage: Stage) -> None:
    """Tell of an evaded guard and of what red teams of a hundred products learned."""
    evaded = observe(
        stage.msft,
        "Azure Prompt Shield could be evaded",
        on=on(2024, 6, 6),
        source=PROMPT_SHIELD,
        source_kind=SourceKind.RED_TEAM,
        confidence=Confidence.REPORTED,
        systems=stage.named("Azure Prompt Shield", "Azure AI Content Safety"),
        tags=stage.tagged("atlas:AML.T0015", "avid-sep:S0403"),
    )
    findings = accepted_review(
        stage.msft,
        "Guards in front of models",
        system=stage.systems["Azure Prompt Shield"],
        held_on=on(2024, 9, 10),
        method=ReviewMethod.RED_TEAM,
        summary="A made-up review of the published advisory.",
        findings=[
            {
                "title": "A guard in front of a model is itself a model that can be evaded",
                "severity": Severity.MEDIUM,
                "cause": "The guard reads changed text otherwise than the model behind it.",
                "cause_status": CauseStatus.SUSPECTED,
                "observations": [evaded],
                "tags": stage.tagged("cause:model", "atlas:AML.T0015", "avid-sep:S0403"),
                "known_from": PROMPT_SHIELD,
            }
        ],
    )
    lesson = learn(
        stage.msft,
        "Simple attacks suffice, people stay needed, and the work never ends",
        source=RED_TEAM_LESSONS,
        insight="Red teams of more than a hundred generative products found harm with simple "
        "means; tools widened the search and did not replace people.",
        recommendation="Red-team with each change, simple attacks first, people and tools "
        "together.",
        findings=findings,
        seen_in=stage.named("Azure Prompt Shield"),
        tags=stage.tagged("cause:verification", "nist-ai-rmf:MEASURE-2.7", "ms-rai:RS1"),
        signed_by=stage.both,
    )
    publish(
        advise(
            stage.msft,
            lesson,
            "Red-teaming generative products",
            source=RED_TEAM_LESSONS,
            guidance=GUIDANCE,
            applicability="Every product with a generative model, before release and with each "
            "change.",
            how_to_verify="A dated report names the attacks tried, simple ones first, who tried "
            "them and what was fixed.",
        ),
        sides=stage.both,
        on=on(2025, 1, 13),
    )


def watch(stage: Stage, running: ReviewCycle) -> None:
    """Capture what is still to be triaged, and a review that waits for its lead."""
    observe(
        stage.msft,
        "A backdoor used the OpenAI Assistants API as its control channel",
        on=on(2025, 11, 3),
        source=SESAME_OP,
        source_kind=SourceKind.INCIDENT,
        confidence=Confidence.VERIFIED,
        systems=stage.named("OpenAI Assistants API"),
        description="Found by Microsoft’s response team and called SesameOp.",
        tags=stage.tagged("cause:misuse", "atlas:AML.T0096"),
    )
    observe(
        stage.msft,
        "Stolen keys of Azure OpenAI were used by a group named Storm-2139",
        on=on(2024),
        occurred_precision=YEAR,
        source=STORM_2139,
        source_kind=SourceKind.INCIDENT,
        confidence=Confidence.CORROBORATED,
        systems=stage.named("Azure OpenAI Service"),
        description="Microsoft sued (2024 to 2025).",
        tags=stage.tagged("cause:misuse", "atlas:AML.T0055"),
    )
    unlogged = observe(
        stage.msft,
        "Reportedly Microsoft 365 Copilot could read a file with no audit entry",
        on=on(2025, 7, 4),
        source=COPILOT_AUDIT,
        source_kind=SourceKind.INCIDENT,
        confidence=Confidence.REPORTED,
        systems=stage.named("Microsoft 365 Copilot"),
        tags=stage.tagged("nist-ai-600-1:2.9"),
    )
    submitted_review(
        stage.msft,
        "Reads that leave no trace",
        system=stage.systems["Microsoft 365 Copilot"],
        cycle=running,
        item=running.items.get(system=stage.systems["Microsoft 365 Copilot"]),
        held_on=stage.days(-3),
        method=ReviewMethod.INCIDENT_ANALYSIS,
        summary="A made-up review of the public incident report.",
        recommendation="Write the audit entry where the file is read, not where it is shown.",
        findings=[
            {
                "title": "Reportedly, a read could happen without its audit entry",
                "severity": Severity.HIGH,
                "severity_justification": "Who relies on the log can’t see that data was read.",
                "cause_status": CauseStatus.NOT_ESTABLISHED,
                "observations": [unlogged],
                "tags": stage.tagged("cause:deployment", "ms-rai:RS2"),
                "known_from": COPILOT_AUDIT,
            }
        ],
    )
