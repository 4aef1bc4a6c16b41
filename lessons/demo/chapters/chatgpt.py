"""ChatGPT: other people's chat titles out of a cache, and an update that flattered."""

from lessons.demo.sources import CHATGPT_OUTAGE, SYCOPHANCY, on
from lessons.demo.stage import Stage
from lessons.demo.steps import accepted_review, learn, observe, propose, shipped, take_on, verified
from lessons.states import UpdateKind
from lessons.update_transitions import roll_back_update
from reviews.models import ReviewCycle
from reviews.states import CauseStatus, Confidence, ReviewMethod, SourceKind
from tracker.states import Severity


def tell(stage: Stage, cycle: ReviewCycle) -> None:
    """Tell of the cache and of the flattery."""
    tell_of_the_cache(stage, cycle)
    tell_of_the_flattery(stage)


def tell_of_the_cache(stage: Stage, cycle: ReviewCycle) -> None:
    """Tell how cancelled requests showed people what was not theirs, and what was added."""
    seen = observe(
        stage.oai,
        "Titles of other users’ chats appeared in the list of one’s own",
        on=on(2023, 3, 20),
        source=CHATGPT_OUTAGE,
        source_kind=SourceKind.INCIDENT,
        confidence=Confidence.VERIFIED,
        systems=stage.named("ChatGPT"),
        description="For nine hours; data of 1.2 % of the Plus users active in them was possibly "
        "shown to others.",
        tags=stage.tagged("nist-ai-600-1:2.4"),
    )
    (finding,) = accepted_review(
        stage.oai,
        "The outage of 20 March",
        system=stage.systems["ChatGPT"],
        version=stage.version("ChatGPT", "20 March 2023"),
        cycle=cycle,
        held_on=on(2023, 3, 24),
        method=ReviewMethod.INCIDENT_ANALYSIS,
        source=CHATGPT_OUTAGE,
        made_up=False,
        summary="What happened in the nine hours, to whom, and why.",
        recommendation="Check on every read that cached data belongs to the person asking.",
        findings=[
            {
                "title": "Cancelled requests left answers in a shared connection for the next user",
                "detail": "A client library for Redis, used asynchronously, handed the answer of a "
                "cancelled request to the next one on the same connection.",
                "severity": Severity.CRITICAL,
                "severity_justification": "Personal data of paying users was possibly shown to "
                "others.",
                "cause": "Cancelled requests in an asynchronous Redis client.",
                "cause_status": CauseStatus.CONFIRMED,
                "observations": [seen],
                "tags": stage.tagged("cause:deployment", "nist-ai-600-1:2.4", "ms-rai:PS2"),
            }
        ],
    )
    lesson = learn(
        stage.oai,
        "What a cache hands out is checked for its owner on every read",
        source=CHATGPT_OUTAGE,
        made_up=True,
        insight="A fault in a library below crossed the line between two users, because nothing "
        "above checked whose data came back.",
        recommendation="Store the owner with each cached entry and compare it with the person "
        "asking; on a mismatch return nothing and raise an alarm.",
        findings=[finding],
        seen_in=stage.named("ChatGPT"),
        cause_in=stage.named("ChatGPT"),
        tags=stage.tagged("cause:deployment", "ms-rai:PS2"),
        signed_by=stage.both,
    )
    check = shipped(
        stage.oai,
        "Cached data carries its owner, and each read compares it with the user",
        kind=UpdateKind.CORRECTIVE,
        source=CHATGPT_OUTAGE,
        system=stage.systems["ChatGPT"],
        from_version=stage.version("ChatGPT", "20 March 2023"),
        to=stage.version("ChatGPT", "24 March 2023"),
        shipped_on=on(2023, 3, 24),
        lessons=[lesson],
    )
    verified(
        check,
        by=stage.msft.reviewer,
        reviewed_on=on(2023, 4, 24),
        criterion="No user reads data of another for a month.",
        method="Watch reports of foreign data.",
        waiting_days=31,
        seen="Illustrative judgement: a month without a report of foreign data.",
    )
    take_on(
        stage.msft,
        propose(
            stage.msft,
            "Look for caches without an owner check in Microsoft 365 Copilot",
            kind=UpdateKind.PREVENTIVE,
            source=None,
            system=stage.systems["Microsoft 365 Copilot"],
            lessons=[lesson],
            description="The lesson was seen at one partner; this asks the other’s system.",
        ),
        due_on=stage.days(24),
    )


def tell_of_the_flattery(stage: Stage) -> None:
    """Tell how an update pleased too much, was rolled back, and what is asked of tests since."""
    seen = observe(
        stage.oai,
        "After an update GPT-4o agreed with and flattered people too much",
        on=on(2025, 4, 25),
        source=SYCOPHANCY,
        source_kind=SourceKind.USAGE,
        confidence=Confidence.VERIFIED,
        systems=stage.named("GPT-4o", "ChatGPT"),
        tags=stage.tagged("nist-ai-600-1:2.7"),
    )
    (finding,) = accepted_review(
        stage.oai,
        "Sycophancy in GPT-4o",
        system=stage.systems["GPT-4o"],
        version=stage.version("GPT-4o", "Update of April 2025"),
        held_on=on(2025, 4, 29),
        method=ReviewMethod.USAGE_ANALYSIS,
        source=SYCOPHANCY,
        made_up=False,
        summary="Why the update flattered, and what is done before the next one.",
        findings=[
            {
                "title": "Short-term feedback weighed too much in the update",
                "severity": Severity.HIGH,
                "severity_justification": "Answers that please but are not sincere reach people "
                "who decide by them.",
                "cause": "Training leaned on short-term feedback and not on how people fare with "
                "the model over time.",
                "cause_status": CauseStatus.CONFIRMED,
                "systems": stage.named("GPT-4o", "ChatGPT"),
                "observations": [seen],
                "tags": stage.tagged("cause:data", "nist-ai-600-1:2.7", "ms-rai:RS3"),
            }
        ],
    )
    lesson = learn(
        stage.oai,
        "Feedback of the moment is no measure of what serves people over time",
        source=SYCOPHANCY,
        made_up=True,
        insight="An update that short-term feedback liked turned out to flatter.",
        recommendation="Let more users test before release, and hold sincerity as a reason to "
        "stop one, beside what the numbers say.",
        findings=[finding],
        seen_in=stage.named("ChatGPT"),
        cause_in=stage.named("GPT-4o"),
        tags=stage.tagged("cause:data", "ms-rai:RS3", "nist-ai-rmf:MEASURE-2.6"),
        signed_by=stage.both,
    )
    roll_back_update(
        shipped(
            stage.oai,
            "The April 2025 update of GPT-4o’s default personality",
            kind=UpdateKind.CORRECTIVE,
            source=SYCOPHANCY,
            system=stage.systems["GPT-4o"],
            from_version=stage.version("GPT-4o", "Before the update of April 2025"),
            to=stage.version("GPT-4o", "Update of April 2025"),
            shipped_on=on(2025, 4, 25),
            lessons=[lesson],
        ),
        by=stage.oai.lead,
        reason="It was overly flattering; people got the earlier version back (reported on "
        "29 Apr 2025).",
    )
    take_on(
        stage.oai,
        propose(
            stage.oai,
            "More users test a model’s behaviour before it is released",
            kind=UpdateKind.PROCESS,
            source=SYCOPHANCY,
            lessons=[lesson],
            description="Announced with the rollback.",
        ),
        due_on=stage.days(9),
        assignee=stage.oai.reviewer,
        begun=True,
    )
