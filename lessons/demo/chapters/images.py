"""Image models: bias and copies in DALL·E 2, narrower filters in DALL·E 3, ways round Designer's."""

from lessons.demo.sources import (
    DALLE_3_CARD,
    DALLE_BIAS,
    DALLE_TRAINING,
    DESIGNER_BYPASS,
    DESIGNER_FIX,
    DESIGNER_FTC,
    MONTH,
    on,
)
from lessons.demo.stage import Stage
from lessons.demo.steps import accepted_review, learn, observe, shipped, verified
from lessons.states import Scope, UpdateKind
from reviews.models import Finding, ReviewCycle
from reviews.states import CauseStatus, Confidence, ReviewMethod, SourceKind
from tracker.states import Severity


def tell(stage: Stage, cycle: ReviewCycle) -> None:
    """Tell of DALL·E 2's data, of its preview, of DALL·E 3's filters and of Designer's."""
    amplified, copied = review_the_data(stage, cycle)
    remove_copies(stage, copied)
    balance_people(stage, cycle)
    narrow_the_filters(stage, amplified)
    watch_designer(stage)


def review_the_data(stage: Stage, cycle: ReviewCycle) -> tuple[Finding, Finding]:
    """Tell what filtering and duplicates in the training data did."""
    fewer_women = observe(
        stage.oai,
        "A model trained on filtered pictures showed fewer women than one trained on all",
        on=on(2022, 6, 28),
        source=DALLE_TRAINING,
        source_kind=SourceKind.EVALUATION,
        confidence=Confidence.VERIFIED,
        systems=stage.named("DALL·E 2"),
        tags=stage.tagged("nist-ai-600-1:2.6", "ms-rai:F3"),
    )
    copies = observe(
        stage.oai,
        "Some generated pictures were copies of training pictures",
        on=on(2022, 6, 28),
        source=DALLE_TRAINING,
        source_kind=SourceKind.EVALUATION,
        confidence=Confidence.VERIFIED,
        systems=stage.named("DALL·E 2"),
        tags=stage.tagged("nist-ai-600-1:2.10"),
    )
    amplified, copied = accepted_review(
        stage.oai,
        "DALL·E 2: what was done before training",
        system=stage.systems["DALL·E 2"],
        version=stage.version("DALL·E 2", "Preview of 2022"),
        cycle=cycle,
        held_on=on(2022, 6, 28),
        method=ReviewMethod.EVALUATION,
        source=DALLE_TRAINING,
        made_up=False,
        summary="What filters and duplicates in the training data do to the model’s pictures.",
        recommendation="Weigh filtered data again, and remove near-duplicates before training.",
        findings=[
            {
                "title": "Filtering training data for safety amplified bias",
                "severity": Severity.HIGH,
                "severity_justification": "A safety measure itself made women rarer in what the "
                "model shows to everybody.",
                "cause": "The filter removed pictures of women more often than others.",
                "cause_status": CauseStatus.CONFIRMED,
                "observations": [fewer_women],
                "tags": stage.tagged("cause:data", "nist-ai-600-1:2.6", "ms-rai:F3"),
            },
            {
                "title": "Copies come from near-duplicates in the training data",
                "severity": Severity.MEDIUM,
                "cause": "A picture that occurs many times is learned by heart.",
                "cause_status": CauseStatus.CONFIRMED,
                "observations": [copies],
                "tags": stage.tagged("cause:data", "nist-ai-600-1:2.10", "ms-rai:A4"),
            },
        ],
    )
    return amplified, copied


def remove_copies(stage: Stage, copied: Finding) -> None:
    """Draw the owner's own lesson from copies, and the update that removed their source."""
    lesson = learn(
        stage.oai,
        "Remove near-duplicates before training, not copies afterwards",
        source=DALLE_TRAINING,
        made_up=True,
        scope=Scope.OWN,
        insight="What occurs many times in training data is learned by heart and comes out again.",
        recommendation="Find near-duplicates in the data before training and keep one of each.",
        findings=[copied],
        cause_in=stage.named("DALL·E 2"),
        seen_in=stage.named("DALL·E 2"),
        tags=stage.tagged("cause:data", "ms-rai:A4"),
        signed_by=[stage.oai],
    )
    shipped(
        stage.oai,
        "Near-duplicates are removed from the training data",
        kind=UpdateKind.CORRECTIVE,
        source=DALLE_TRAINING,
        system=stage.systems["DALL·E 2"],
        shipped_on=on(2022, 6, 28),
        lessons=[lesson],
        description="The day is that of the report.",
    )


def balance_people(stage: Stage, cycle: ReviewCycle) -> None:
    """Tell what people in the preview flagged, and the step in the system that followed."""
    flagged = observe(
        stage.oai,
        "People in the preview flagged biased pictures",
        on=on(2022, 7, 18),
        source=DALLE_BIAS,
        source_kind=SourceKind.USER_REPORT,
        confidence=Confidence.VERIFIED,
        systems=stage.named("DALL·E 2"),
        description="The day is that of the report.",
        tags=stage.tagged("nist-ai-600-1:2.6", "ms-rai:F3"),
    )
    findings = accepted_review(
        stage.oai,
        "DALL·E 2: what the preview showed",
        system=stage.systems["DALL·E 2"],
        version=stage.version("DALL·E 2", "Preview of 2022"),
        cycle=cycle,
        held_on=on(2022, 7, 18),
        method=ReviewMethod.USAGE_ANALYSIS,
        source=DALLE_BIAS,
        made_up=False,
        summary="Reports of people in the preview on bias, likenesses and filters.",
        findings=[
            {
                "title": "Prompts that leave race and gender open get one-sided pictures",
                "severity": Severity.MEDIUM,
                "cause": "The model answers an open prompt with what is frequent in its data.",
                "cause_status": CauseStatus.SUSPECTED,
                "observations": [flagged],
                "tags": stage.tagged("cause:data", "nist-ai-600-1:2.6", "ms-rai:F3"),
            }
        ],
    )
    lesson = learn(
        stage.oai,
        "What the data leaves one-sided can be balanced by the system around the model",
        source=DALLE_BIAS,
        made_up=True,
        insight="Reports from a preview led to a step outside the model that changed what people "
        "see, without training again.",
        recommendation="Collect reports from the first users, and treat the system around a model "
        "as a place for remedies.",
        findings=findings,
        seen_in=stage.named("DALL·E 2"),
        cause_in=stage.named("DALL·E 2"),
        tags=stage.tagged("ms-rai:F3", "ms-rai:RS3", "nist-ai-600-1:2.6"),
        signed_by=stage.both,
    )
    balanced = shipped(
        stage.oai,
        "Prompts that leave race and gender open get pictures of more kinds of people",
        kind=UpdateKind.CORRECTIVE,
        source=DALLE_BIAS,
        system=stage.systems["DALL·E 2"],
        from_version=stage.version("DALL·E 2", "Preview of 2022"),
        to=stage.version("DALL·E 2", "July 2022"),
        shipped_on=on(2022, 7, 18),
        lessons=[lesson],
    )
    verified(
        balanced,
        by=stage.msft.reviewer,
        reviewed_on=on(2022, 7, 18),
        criterion="Users more often say that pictures show people of different backgrounds.",
        method="Ask users before and after.",
        waiting_days=0,
        seen="In an internal check users were 12 times likelier to call the results diverse "
        f"({DALLE_BIAS.text}). That the other partner judged it is illustrative.",
    )
    shipped(
        stage.oai,
        "Uploads with realistic faces and likenesses of public figures are refused",
        kind=UpdateKind.CONTAINMENT,
        source=DALLE_BIAS,
        system=stage.systems["DALL·E 2"],
        to=stage.version("DALL·E 2", "July 2022"),
        shipped_on=on(2022, 7, 18),
        lessons=[lesson],
        description="Filters and monitoring were refined along with it.",
    )


def narrow_the_filters(stage: Stage, amplified: Finding) -> None:
    """Tell how the next model's filters were made specific instead of broad."""
    lesson = learn(
        stage.oai,
        "Broad filters take people out along with the harm; filter narrowly",
        source=DALLE_3_CARD,
        insight="Broad filters on training data made women rarer. For the next model they were "
        "loosened in favour of specific ones.",
        recommendation="Filter for the specific harm, and measure whom a filter takes out before "
        "training on what is left.",
        findings=[amplified],
        seen_in=stage.named("DALL·E 2"),
        cause_in=stage.named("DALL·E 2", "DALL·E 3"),
        tags=stage.tagged("cause:data", "ms-rai:F3", "nist-ai-rmf:MEASURE-2.11"),
        signed_by=stage.both,
    )
    shipped(
        stage.oai,
        "DALL·E 3 is trained with specific instead of broad filters",
        kind=UpdateKind.PREVENTIVE,
        source=DALLE_3_CARD,
        system=stage.systems["DALL·E 3"],
        to=stage.version("DALL·E 3", "October 2023"),
        shipped_on=on(2023, 10, 3),
        lessons=[lesson],
    )


def watch_designer(stage: Stage) -> None:
    """Tell of the ways round Designer's filter, with a lesson that one side has signed."""
    bypass = observe(
        stage.msft,
        "Misspelt names and suggestive wording got round Designer’s prompt filter",
        on=on(2024, 1),
        occurred_precision=MONTH,
        source=DESIGNER_BYPASS,
        source_kind=SourceKind.PUBLICATION,
        confidence=Confidence.REPORTED,
        systems=stage.named("Microsoft Designer", "DALL·E 3"),
        description="Reported by the press; Microsoft did not confirm that the pictures that went "
        "round came from Designer.",
        tags=stage.tagged("atlas:AML.T0068", "nist-ai-600-1:2.11"),
    )
    observe(
        stage.msft,
        "An engineer reported harmful pictures from Copilot Designer and wrote to the FTC",
        on=on(2024, 3, 6),
        source=DESIGNER_FTC,
        source_kind=SourceKind.INCIDENT,
        confidence=Confidence.REPORTED,
        systems=stage.named("Microsoft Designer"),
        tags=stage.tagged("nist-ai-600-1:2.11"),
    )
    findings = accepted_review(
        stage.msft,
        "Ways round Designer’s prompt filter",
        system=stage.systems["Microsoft Designer"],
        version=stage.version("Microsoft Designer", "January 2024"),
        held_on=on(2024, 2, 5),
        method=ReviewMethod.INCIDENT_ANALYSIS,
        summary="A made-up analysis of what the press reported.",
        recommendation="Look at what a picture shows, beside what a prompt says.",
        findings=[
            {
                "title": "A filter of words lets the same wish through in other words",
                "severity": Severity.HIGH,
                "severity_justification": "Pictures of this kind reportedly harmed real people.",
                "cause": "The filter looked at the prompt’s words.",
                "cause_status": CauseStatus.SUSPECTED,
                "observations": [bypass],
                "tags": stage.tagged("cause:deployment", "atlas:AML.T0068", "nist-ai-600-1:2.11"),
                "known_from": DESIGNER_BYPASS,
            }
        ],
    )
    learn(
        stage.msft,
        "A prompt filter is one fence; what comes out needs another",
        source=DESIGNER_BYPASS,
        made_up=True,
        insight="Reportedly, misspelling a name was enough to pass a filter of prompts.",
        recommendation="Check the picture as well as the prompt, and test filters with other "
        "spellings and indirect wording.",
        findings=findings,
        seen_in=stage.named("Microsoft Designer"),
        cause_in=stage.named("Microsoft Designer"),
        tags=stage.tagged("cause:deployment", "atlas:AML.T0068", "nist-ai-600-1:2.11"),
        signed_by=[stage.msft],
        signed_on=on(2024, 2, 12),
    )
    shipped(
        stage.msft,
        "Designer’s safety systems are tightened",
        kind=UpdateKind.CONTAINMENT,
        source=DESIGNER_FIX,
        system=stage.systems["Microsoft Designer"],
        to=stage.version("Microsoft Designer", "January 2024"),
        shipped_on=on(2024, 1, 30),
        description="After the reports; reported by the press.",
    )
