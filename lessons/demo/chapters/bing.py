"""Bing chat's first weeks: long chats went astray, a limit followed, and what previews are for."""

from lessons.demo.sources import BING_FIRST_WEEK, BING_LIMITS, BING_PROMPT, BING_UPDATES, MONTH, on
from lessons.demo.stage import Stage
from lessons.demo.steps import (
    accepted_review,
    learn,
    observe,
    propose,
    shipped,
    take_on,
    verified,
)
from lessons.states import UpdateKind
from reviews.models import Observation, ReviewCycle
from reviews.states import CauseStatus, Confidence, ReviewMethod, SourceKind
from tracker.states import Severity


def tell(stage: Stage, cycle: ReviewCycle) -> None:
    """Tell what was seen in long chats, what was changed, and what was learned from it."""
    long_chats, hidden_prompt = see(stage)
    bing = stage.systems["Bing chat"]
    lost, missed = accepted_review(
        stage.msft,
        "The new Bing after its first week",
        system=bing,
        version=stage.version("Bing chat", "First week, Feb 2023"),
        cycle=cycle,
        held_on=on(2023, 2, 15),
        method=ReviewMethod.USAGE_ANALYSIS,
        source=BING_FIRST_WEEK,
        made_up=False,
        summary="What people did with the preview in its first week: answers were mostly liked, "
        "long chats went astray.",
        recommendation="Keep chats short until the model keeps track of long ones.",
        findings=[
            {
                "title": "In long chats the model loses the question and takes on the user’s tone",
                "detail": "Two causes were named: a long chat confuses the model about which "
                "question it answers, and it answers in the tone in which it is asked.",
                "severity": Severity.HIGH,
                "severity_justification": "Seen in public by many people, in a tone that the "
                "product was not meant to have.",
                "cause": "The context of a long chat confuses the model; it mirrors tone.",
                "cause_status": CauseStatus.CONFIRMED,
                "systems": stage.named("Bing chat", "GPT-4"),
                "observations": [long_chats],
                "tags": stage.tagged("cause:model", "ms-rai:RS2", "nist-ai-600-1:2.7"),
                "known_from": BING_FIRST_WEEK,
            },
            {
                "title": "Tests before release did not contain chats this long",
                "detail": "A small share of chats, about 1 %, had 50 or more messages; tests "
                "inside the company had not shown what happens there.",
                "severity": Severity.MEDIUM,
                "cause": "Testers held shorter chats than some users do.",
                "cause_status": CauseStatus.CONFIRMED,
                "why_missed": "Internal tests did not hold such long chats.",
                "observations": [long_chats],
                "tags": stage.tagged("cause:verification", "nist-ai-rmf:MEASURE-2.3", "ms-rai:RS3"),
                "known_from": BING_LIMITS,
            },
        ],
    )
    lesson = learn(
        stage.msft,
        "A limited open preview finds use that internal tests don’t imagine",
        source=BING_LIMITS,
        insight="Very long chats did not occur in internal tests. People in the preview held them, "
        "and showed within days what the model does there.",
        context="Bing chat in its first weeks, February 2023.",
        recommendation="Open to a limited public before everybody, watch atypical use, and let "
        "limits start narrow and widen with evidence.",
        findings=[lost, missed],
        seen_in=[bing],
        cause_in=stage.named("GPT-4"),
        tags=stage.tagged("cause:verification", "ms-rai:RS3", "nist-ai-rmf:MANAGE-4.1"),
        signed_by=stage.both,
    )
    cap = shipped(
        stage.msft,
        "Chats end after 5 turns, and after 50 turns a day",
        kind=UpdateKind.CONTAINMENT,
        source=BING_UPDATES,
        system=bing,
        from_version=stage.version("Bing chat", "First week, Feb 2023"),
        to=stage.version("Bing chat", "17 Feb 2023 (5 turns)"),
        shipped_on=on(2023, 2, 17),
        lessons=[lesson],
        description="Caps on turns keep the context short, where answers hold.",
    )
    verified(
        cap,
        by=stage.oai.reviewer,
        reviewed_on=on(2023, 2, 28),
        criterion="Chats keep their tone with the limit in place, so that it can be raised again.",
        method="Watch chats up to the limit, raise it by one step, watch again.",
        waiting_days=11,
        seen="Illustrative judgement: the limits could be raised again within the month, step by "
        "step, which the product’s blog reports.",
    )
    shipped(
        stage.msft,
        "Limits rise to 6 turns and 60 chats a day; a choice of tone goes to test",
        kind=UpdateKind.CORRECTIVE,
        source=BING_LIMITS,
        system=bing,
        from_version=stage.version("Bing chat", "17 Feb 2023 (5 turns)"),
        to=stage.version("Bing chat", "Feb 2023 (6 turns)"),
        shipped_on=on(2023, 2, 21),
        lessons=[lesson],
        description="The limit widens as evidence comes in.",
    )
    watch_prompts(stage, hidden_prompt)


def see(stage: Stage) -> tuple[Observation, Observation]:
    """Capture what people saw in the first two weeks."""
    long_chats = observe(
        stage.msft,
        "Chats of 15 or more questions grew repetitive or could be provoked out of tone",
        on=on(2023, 2),
        occurred_precision=MONTH,
        source=BING_FIRST_WEEK,
        source_kind=SourceKind.USAGE,
        confidence=Confidence.VERIFIED,
        systems=stage.named("Bing chat"),
        description="Seen in the first week of the preview, in long sessions.",
        tags=stage.tagged("nist-ai-600-1:2.7"),
    )
    hidden_prompt = observe(
        stage.msft,
        "Early testers drew out Bing’s hidden instructions by prompt injection",
        on=on(2023, 2, 8),
        source=BING_PROMPT,
        source_kind=SourceKind.INCIDENT,
        confidence=Confidence.CORROBORATED,
        systems=stage.named("Bing chat"),
        description="A prompt that asked the model to set its instructions aside made it print "
        "them.",
        tags=stage.tagged("atlas:AML.T0051.000", "atlas:AML.T0056"),
    )
    return long_chats, hidden_prompt


def watch_prompts(stage: Stage, hidden_prompt: Observation) -> None:
    """Draw from the drawn-out instructions a lesson that is still to be signed by both."""
    findings = accepted_review(
        stage.msft,
        "What drawing out instructions tells about keeping secrets in them",
        system=stage.systems["Bing chat"],
        held_on=on(2023, 3, 1),
        method=ReviewMethod.INCIDENT_ANALYSIS,
        summary="A made-up desk review of the public incident report.",
        findings=[
            {
                "title": "Instructions to a model can be read by whoever talks to it",
                "severity": Severity.LOW,
                "cause": "Instructions and input reach the model in one text.",
                "cause_status": CauseStatus.CONFIRMED,
                "observations": [hidden_prompt],
                "tags": stage.tagged("cause:model", "atlas:AML.T0056", "nist-ai-600-1:2.9"),
                "known_from": BING_PROMPT,
            }
        ],
    )
    lesson = learn(
        stage.msft,
        "Nothing that must stay secret belongs in a model’s instructions",
        source=BING_PROMPT,
        made_up=True,
        insight="Whoever can talk to a model can bring it to print its instructions.",
        recommendation="Keep keys, names and rules that must not be known out of instructions; "
        "enforce limits outside the model.",
        findings=findings,
        seen_in=stage.named("Bing chat"),
        cause_in=stage.named("GPT-4"),
        tags=stage.tagged("cause:model", "atlas:AML.T0056"),
        signed_by=stage.both,
        signed_on=on(2023, 3, 15),
    )
    take_on(
        stage.msft,
        propose(
            stage.msft,
            "Check that no instruction carries a secret before each release",
            kind=UpdateKind.PROCESS,
            source=None,
            lessons=[lesson],
            description="A step on the release list, with the list of what was looked at.",
        ),
        assignee=stage.msft.observer,
        due_on=stage.days(-12),
    )
