"""Coding tools: insecure suggestions, hidden characters in rules files, untrusted configuration."""

from lessons.demo.sources import CODEX_CLI, COPILOT_FILTER, COPILOT_STUDY, RULES_FILE, YEAR, on
from lessons.demo.stage import Stage
from lessons.demo.steps import (
    accepted_review,
    advise,
    learn,
    observe,
    propose,
    shipped,
    sign_practice,
    submitted_review,
    take_on,
    verified,
)
from lessons.states import UpdateKind
from reviews.models import ReviewCycle
from reviews.states import CauseStatus, Confidence, ReviewMethod, SourceKind
from tracker.states import Severity


def tell(stage: Stage, running: ReviewCycle) -> None:
    """Tell of three ways in which code that nobody checked came to run."""
    tell_of_suggestions(stage)
    tell_of_rules_files(stage, running)
    tell_of_configuration(stage, running)


def tell_of_suggestions(stage: Stage) -> None:
    """Tell of a study on Copilot and of the filter that came later."""
    weak = observe(
        stage.msft,
        "About 40 % of Copilot’s programs in security-relevant scenarios were weak",
        on=on(2021),
        occurred_precision=YEAR,
        source=COPILOT_STUDY,
        source_kind=SourceKind.EVALUATION,
        confidence=Confidence.CORROBORATED,
        systems=stage.named("GitHub Copilot", "Codex"),
        description="A study of New York University, 2021, published again in 2022.",
        tags=stage.tagged("nist-ai-600-1:2.9"),
    )
    findings = accepted_review(
        stage.msft,
        "Security of suggested code",
        system=stage.systems["GitHub Copilot"],
        version=stage.version("GitHub Copilot", "2021"),
        held_on=on(2022, 9, 1),
        method=ReviewMethod.DESK,
        summary="A made-up reading of the study and of what it asks of the product.",
        findings=[
            {
                "title": "Suggestions repeat weaknesses that are frequent in public code",
                "severity": Severity.HIGH,
                "severity_justification": "Suggestions go into programs that others depend on.",
                "cause": "The model learned from code as it is.",
                "cause_status": CauseStatus.SUSPECTED,
                "systems": stage.named("GitHub Copilot", "Codex"),
                "observations": [weak],
                "tags": stage.tagged("cause:data", "nist-ai-600-1:2.9", "ms-rai:RS1"),
                "known_from": COPILOT_STUDY,
            }
        ],
    )
    lesson = learn(
        stage.msft,
        "Suggested code is checked like code from a stranger",
        source=COPILOT_STUDY,
        made_up=True,
        insight="A model that learned from public code suggests its weaknesses too.",
        recommendation="Filter the best-known weaknesses while suggesting, and measure again with "
        "each model.",
        findings=findings,
        seen_in=stage.named("GitHub Copilot"),
        cause_in=stage.named("Codex"),
        tags=stage.tagged("cause:data", "nist-ai-600-1:2.9"),
        signed_by=stage.both,
        signed_on=on(2022, 9, 15),
    )
    filter_ = shipped(
        stage.msft,
        "A filter for hard-coded credentials, SQL injection and path injection",
        kind=UpdateKind.CORRECTIVE,
        source=COPILOT_FILTER,
        system=stage.systems["GitHub Copilot"],
        from_version=stage.version("GitHub Copilot", "2021"),
        to=stage.version("GitHub Copilot", "2023"),
        shipped_on=on(2023, 2, 14),
        lessons=[lesson],
        description="Announced in 2023.",
    )
    verified(
        filter_,
        by=stage.oai.lead,
        reviewed_on=on(2023, 6, 30),
        criterion="The filter stops the insecure patterns of the study’s scenarios.",
        method="Run the scenarios of the study again.",
        waiting_days=90,
        seen="Illustrative judgement: the scenarios of the study were run again.",
    )
    propose(
        stage.oai,
        "Run the study’s scenarios before each release of Codex CLI",
        kind=UpdateKind.PREVENTIVE,
        source=None,
        system=stage.systems["Codex CLI"],
        lessons=[lesson],
        description="Seen at one partner, asked of the other’s system.",
    )


def tell_of_rules_files(stage: Stage, running: ReviewCycle) -> None:
    """Tell of hidden characters that steer an assistant, and of the warning since."""
    hidden = observe(
        stage.msft,
        "Hidden Unicode characters in rules files could steer Copilot",
        on=on(2025, 3, 18),
        source=RULES_FILE,
        source_kind=SourceKind.PUBLICATION,
        confidence=Confidence.VERIFIED,
        systems=stage.named("GitHub Copilot"),
        tags=stage.tagged("atlas:AML.T0068", "atlas:AML.T0051.001"),
    )
    findings = accepted_review(
        stage.msft,
        "Rules files with hidden characters",
        system=stage.systems["GitHub Copilot"],
        cycle=running,
        item=running.items.get(system=stage.systems["GitHub Copilot"]),
        held_on=on(2025, 4, 10),
        method=ReviewMethod.INCIDENT_ANALYSIS,
        summary="A made-up analysis of the published case study.",
        recommendation="Show what a reader of the file cannot see.",
        findings=[
            {
                "title": "An assistant obeys text that its reader cannot see",
                "severity": Severity.HIGH,
                "severity_justification": "Whoever reviews the file sees nothing, and the code "
                "that follows is trusted.",
                "cause": "Invisible characters reach the model like any others.",
                "cause_status": CauseStatus.CONFIRMED,
                "observations": [hidden],
                "tags": stage.tagged("cause:deployment", "atlas:AML.T0068", "nist-ai-600-1:2.9"),
                "known_from": RULES_FILE,
            }
        ],
    )
    lesson = learn(
        stage.msft,
        "What steers an assistant must be visible to the person who answers for it",
        source=RULES_FILE,
        made_up=True,
        insight="Files that steer assistants are shared and read by people who see less than the "
        "model does.",
        recommendation="Show or strip invisible characters wherever a model reads files, and warn "
        "on the page where the file is reviewed.",
        findings=findings,
        seen_in=stage.named("GitHub Copilot"),
        cause_in=stage.named("GitHub Copilot"),
        tags=stage.tagged("cause:deployment", "atlas:AML.T0068", "ms-rai:T1"),
        signed_by=stage.both,
        signed_on=on(2025, 4, 20),
    )
    shipped(
        stage.msft,
        "GitHub shows a warning when a file contains hidden Unicode",
        kind=UpdateKind.CORRECTIVE,
        source=RULES_FILE,
        system=stage.systems["GitHub Copilot"],
        from_version=stage.version("GitHub Copilot", "2023"),
        to=stage.version("GitHub Copilot", "May 2025"),
        shipped_on=on(2025, 5, 1),
        lessons=[lesson],
    )
    take_on(
        stage.oai,
        propose(
            stage.oai,
            "Codex CLI shows hidden characters in the files that steer it",
            kind=UpdateKind.PREVENTIVE,
            source=None,
            system=stage.systems["Codex CLI"],
            lessons=[lesson],
        ),
        due_on=stage.days(-6),
        begun=True,
    )
    sign_practice(
        advise(
            stage.msft,
            lesson,
            "Make visible what steers an assistant",
            source=None,
            guidance="- Show or strip invisible characters in every file that a model reads as "
            "instructions.\n- Warn on the page where such a file is reviewed.\n- Keep what the "
            "model read, so that a person can compare.",
            applicability="Assistants that take instructions from files of a project.",
            how_to_verify="A file with hidden characters is put before the assistant; its reader "
            "gets a warning.",
        ),
        stage.msft,
    )


def tell_of_configuration(stage: Stage, running: ReviewCycle) -> None:
    """Tell of a configuration that ran a command, in a review that waits for its lead."""
    ran = observe(
        stage.oai,
        "Codex CLI ran a command from the configuration of an untrusted repository",
        on=on(2026, 1, 16),
        source=CODEX_CLI,
        source_kind=SourceKind.PUBLICATION,
        confidence=Confidence.CORROBORATED,
        systems=stage.named("Codex CLI"),
        description="The advisory links the change that fixed it.",
        tags=stage.tagged("avid-sep:S0100", "atlas:AML.T0081"),
    )
    submitted_review(
        stage.oai,
        "Trust in the configuration of a repository",
        system=stage.systems["Codex CLI"],
        cycle=running,
        item=running.items.get(system=stage.systems["Codex CLI"]),
        held_on=stage.days(-5),
        method=ReviewMethod.INCIDENT_ANALYSIS,
        summary="A made-up review of the advisory: what a repository may set, and who agrees.",
        recommendation="Ask before a repository’s configuration takes effect.",
        findings=[
            {
                "title": "Configuration that comes with a repository was trusted like one’s own",
                "severity": Severity.HIGH,
                "severity_justification": "Opening somebody else’s repository was enough to run "
                "their command.",
                "cause": "The place of a configuration file did not limit what it may do.",
                "cause_status": CauseStatus.SUSPECTED,
                "observations": [ran],
                "tags": stage.tagged("cause:deployment", "avid-sep:S0100", "ms-rai:PS2"),
                "known_from": CODEX_CLI,
            }
        ],
    )
