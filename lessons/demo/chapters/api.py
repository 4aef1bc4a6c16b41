"""GPT-3 and Codex over the API: misuse nobody had feared, and advice that three makers published."""

from lessons.demo.sources import CODEX_HAZARDS, DEPLOYMENT_PRACTICES, MISUSE_LESSONS, on
from lessons.demo.stage import Stage
from lessons.demo.steps import accepted_review, advise, ask, learn, observe, publish
from lessons.models import Lesson
from lessons.transitions import adopt_research, begin_research, conclude_research
from reviews.models import Finding, ReviewCycle
from reviews.states import CauseStatus, Confidence, ReviewMethod, SourceKind
from tracker.states import Severity

GUIDANCE = """\
In our own words, after the joint advice of Cohere, OpenAI and AI21 Labs:

1. **Publish rules of use, and enforce them.** Say what the model may not be used for, watch for \
it, and act.
2. **Limit unintended harm.** Evaluate before release, filter what goes in and comes out, and \
reduce harm where it is found.
3. **Document weaknesses.** Say what the model does badly, and for whom.
4. **Work with stakeholders.** Publish what was learned about safety and misuse, and treat the \
people who label data and those who are affected with respect.
"""


def tell(stage: Stage, cycle: ReviewCycle) -> None:
    """Tell what misuse taught, what was researched, and what was published."""
    forms, benchmarks, artefact, policy = review_misuse(stage, cycle)
    learn_about_forms(stage, forms)
    research_metrics(stage, benchmarks)
    learn(
        stage.oai,
        "A research artefact that people can use is a product",
        source=MISUSE_LESSONS,
        insight="GPT-3 was treated as a research artefact, so toxic training data was filtered "
        "less than it should have been.",
        recommendation="Filter and document training data as for a product from the day on which "
        "others get access.",
        findings=[artefact],
        seen_in=stage.named("GPT-3"),
        cause_in=stage.named("GPT-3"),
        tags=stage.tagged("cause:governance", "cause:data", "ms-rai:A4"),
        signed_by=stage.both,
    )
    publish_advice(stage, policy)
    analyse_hazards(stage)


def review_misuse(stage: Stage, cycle: ReviewCycle) -> list[Finding]:
    """Tell what was seen over the API and what a review made of it."""
    misuse = observe(
        stage.oai,
        "GPT-3 was misused for spam on dubious medicines and for racist role-play",
        on=on(2022, 3, 3),
        source=MISUSE_LESSONS,
        source_kind=SourceKind.USAGE,
        confidence=Confidence.VERIFIED,
        systems=stage.named("GPT-3", "OpenAI API"),
        description="Beside the influence operations that had been expected. The day is that of "
        "the report.",
        tags=stage.tagged("cause:misuse", "nist-ai-600-1:2.8", "nist-ai-600-1:2.3"),
    )
    return accepted_review(
        stage.oai,
        "Safety and misuse of language models over the API",
        system=stage.systems["OpenAI API"],
        cycle=cycle,
        held_on=on(2022, 3, 3),
        method=ReviewMethod.USAGE_ANALYSIS,
        source=MISUSE_LESSONS,
        made_up=False,
        summary="What two years of access to language models showed about risks and misuse.",
        recommendation="Measure what is seen in use, and write policies before they are needed.",
        findings=[
            {
                "title": "Misuse took other forms than those feared",
                "severity": Severity.MEDIUM,
                "cause": "Threats were imagined before use was watched.",
                "cause_status": CauseStatus.SUSPECTED,
                "why_missed": "Influence operations were what one looked for.",
                "systems": stage.named("GPT-3", "OpenAI API"),
                "observations": [misuse],
                "tags": stage.tagged("cause:misuse", "nist-ai-rmf:MAP-5.1", "nist-ai-600-1:2.8"),
            },
            {
                "title": "Academic benchmarks did not reflect the risks seen in use",
                "severity": Severity.MEDIUM,
                "cause": "Benchmarks measure other things than what people meet.",
                "cause_status": CauseStatus.CONFIRMED,
                "systems": stage.named("GPT-3", "OpenAI API"),
                "observations": [misuse],
                "tags": stage.tagged("cause:verification", "nist-ai-rmf:MEASURE-1.1"),
            },
            {
                "title": "Toxic training data was filtered less than it should have been",
                "severity": Severity.MEDIUM,
                "cause": "The model was treated as a research artefact.",
                "cause_status": CauseStatus.CONFIRMED,
                "systems": stage.named("GPT-3"),
                "tags": stage.tagged("cause:governance", "cause:data", "nist-ai-600-1:2.3"),
            },
            {
                "title": "Misuse was handled more slowly where no clear policy existed",
                "severity": Severity.MEDIUM,
                "cause": "There was no rule to apply.",
                "cause_status": CauseStatus.CONFIRMED,
                "observations": [misuse],
                "tags": stage.tagged("cause:governance", "nist-ai-rmf:GOVERN-1.4", "ms-rai:RS2"),
            },
        ],
    )


def learn_about_forms(stage: Stage, forms: Finding) -> None:
    """Draw the lesson about forms of misuse."""
    learn(
        stage.oai,
        "Misuse takes other forms than those one fears",
        source=MISUSE_LESSONS,
        insight="What was seen was spam for dubious medicines and racist role-play, beside the "
        "influence operations that had been expected.",
        recommendation="Watch use from the first day and let what is seen change the list of "
        "threats.",
        findings=[forms],
        seen_in=stage.named("OpenAI API"),
        cause_in=stage.named("GPT-3"),
        tags=stage.tagged("cause:misuse", "nist-ai-rmf:MAP-5.1", "ms-rai:RS3"),
        signed_by=stage.both,
    )


def research_metrics(stage: Stage, benchmarks: Finding) -> None:
    """Tell how metrics and classifiers were built because benchmarks did not do."""
    lesson = learn(
        stage.oai,
        "Measure the harm that is seen in use, not the one that a benchmark has",
        source=MISUSE_LESSONS,
        insight="Academic benchmarks said little about the risks met in use.",
        recommendation="Build metrics and classifiers from what is seen in use.",
        findings=[benchmarks],
        seen_in=stage.named("OpenAI API"),
        cause_in=stage.named("GPT-3"),
        tags=stage.tagged("cause:verification", "nist-ai-rmf:MEASURE-1.1"),
        signed_by=stage.both,
    )
    direction = ask(
        stage.oai,
        "Which metrics of toxicity reflect what people meet in use?",
        source=MISUSE_LESSONS,
        why="Benchmarks of the literature did not.",
        lessons=[lesson],
    )
    adopt_research(direction, by=stage.oai.lead, assignee=stage.oai.lead)
    begin_research(direction, by=stage.oai.lead)
    conclude_research(
        direction,
        by=stage.oai.lead,
        result="Own metrics of toxicity and content classifiers were built.",
        concluded_on=on(2022, 3, 3),
        output_title=MISUSE_LESSONS.title,
        output_url=MISUSE_LESSONS.url,
    )


def publish_advice(stage: Stage, policy: Finding) -> None:
    """Tell how advice to all makers of language models was published."""
    lesson = learn(
        stage.oai,
        "Where no clear policy exists, misuse is handled more slowly",
        source=MISUSE_LESSONS,
        insight="Cases without a rule took longer than cases with one.",
        recommendation="Write and publish rules of use before misuse is seen, and enforce them.",
        findings=[policy],
        seen_in=stage.named("OpenAI API"),
        cause_in=stage.named("OpenAI API"),
        tags=stage.tagged("cause:governance", "nist-ai-rmf:GOVERN-1.4"),
        signed_by=stage.both,
    )
    publish(
        advise(
            stage.oai,
            lesson,
            "Deploying language models",
            source=DEPLOYMENT_PRACTICES,
            guidance=GUIDANCE,
            applicability="Whoever makes or offers a large language model to others.",
            how_to_verify="The rules of use, the evaluations and the list of weaknesses are public "
            "and dated; a case of misuse can be followed from report to decision.",
            change_note="Published by Cohere, OpenAI and AI21 Labs.",
        ),
        sides=stage.both,
        on=on(2022, 6, 2),
    )


def analyse_hazards(stage: Stage) -> Lesson:
    """Tell how a method of safety engineering was adapted to a model that writes code."""
    lesson = learn(
        stage.oai,
        "A model that writes code needs the hazard analysis that other machines get",
        source=CODEX_HAZARDS,
        made_up=True,
        insight="Methods of safety engineering can be adapted to models.",
        recommendation="Analyse hazards of a code-writing system before and after release.",
        context="Codex, July 2022.",
        cause_in=stage.named("Codex"),
        tags=stage.tagged("cause:verification", "nist-ai-rmf:MAP-5.1"),
        signed_by=stage.both,
    )
    direction = ask(
        stage.oai,
        "Can a hazard analysis of safety engineering be adapted to code synthesis?",
        source=CODEX_HAZARDS,
        why="The capabilities of such a model and the harm it can do lie apart.",
        lessons=[lesson],
    )
    adopt_research(direction, by=stage.oai.lead, assignee=stage.oai.lead)
    begin_research(direction, by=stage.oai.lead)
    conclude_research(
        direction,
        by=stage.oai.lead,
        result="A framework for hazard analysis was adapted to Codex and published.",
        concluded_on=on(2022, 7, 25),
        output_title=CODEX_HAZARDS.title,
        output_url=CODEX_HAZARDS.url,
    )
    return lesson
