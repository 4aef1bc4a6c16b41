"""The tables of data on the upper floor: states, their moves, and what is material to a signature."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from tracker.material import Material, MaterialRows
from tracker.states import Transitions


class LessonStatus(TextChoices):
    """How far a lesson has come; identified is not learned (NATO and NASA lessons learned)."""

    IDENTIFIED = "identified", _("Identified")
    ENDORSED = "endorsed", _("Endorsed")
    ACTIONED = "actioned", _("Actioned")
    LEARNED = "learned", _("Learned")
    REJECTED = "rejected", _("Rejected")
    SUPERSEDED = "superseded", _("Superseded")
    REGRESSED = "regressed", _("Regressed")


LESSON_TRANSITIONS: Transitions = {
    LessonStatus.IDENTIFIED: frozenset(
        {LessonStatus.ENDORSED, LessonStatus.REJECTED, LessonStatus.SUPERSEDED}
    ),
    # From endorsed straight to learned where every partner signs that nothing has to be done.
    LessonStatus.ENDORSED: frozenset(
        {LessonStatus.ACTIONED, LessonStatus.LEARNED, LessonStatus.SUPERSEDED}
    ),
    LessonStatus.ACTIONED: frozenset({LessonStatus.LEARNED, LessonStatus.SUPERSEDED}),
    LessonStatus.LEARNED: frozenset({LessonStatus.REGRESSED, LessonStatus.SUPERSEDED}),
    LessonStatus.REJECTED: frozenset(),
    LessonStatus.SUPERSEDED: frozenset(),
    LessonStatus.REGRESSED: frozenset({LessonStatus.SUPERSEDED}),
}

# The partners stand behind these; outcomes may be started from them.
LESSONS_IN_FORCE: tuple[str, ...] = (
    LessonStatus.ENDORSED,
    LessonStatus.ACTIONED,
    LessonStatus.LEARNED,
    LessonStatus.REGRESSED,
)


# The partners stand behind these, and something may still have to be done for them to be learned.
LESSONS_BEING_LEARNED: tuple[str, ...] = (LessonStatus.ENDORSED, LessonStatus.ACTIONED)

# Of these every system downstream of the cause is asked, also one that comes later.
LESSONS_THAT_ASK: tuple[str, ...] = (*LESSONS_BEING_LEARNED, LessonStatus.LEARNED)


class Scope(TextChoices):
    """Who signs a lesson."""

    OWN = "own", _("Own organization")
    JOINT = "joint", _("Joint")


class SystemRole(TextChoices):
    """Why a lesson names a system: seen in Bing chat, cause in GPT-4."""

    SEEN_IN = "seen_in", _("seen in")
    CAUSE_IN = "cause_in", _("cause in")


class BriefingAnswer(TextChoices):
    """What a partner says to a lesson of its briefing; nobody is asked about what was taken back."""

    OPEN = "open", _("Not answered")
    CHANGES_PLAN = "changes_plan", _("Changes our plan")
    COVERED = "covered", _("Covered")
    NOT_RELEVANT = "not_relevant", _("Not relevant")
    GONE = "gone", _("Not shared any more")


ANSWERS: tuple[BriefingAnswer, ...] = (
    BriefingAnswer.CHANGES_PLAN,
    BriefingAnswer.COVERED,
    BriefingAnswer.NOT_RELEVANT,
)
ANSWERS_WITH_WORDS: tuple[str, ...] = (BriefingAnswer.CHANGES_PLAN, BriefingAnswer.NOT_RELEVANT)
# Until the cycle is signed a person may think again.
BRIEFING_TRANSITIONS: Transitions = {
    BriefingAnswer.OPEN: frozenset({*ANSWERS, BriefingAnswer.GONE}),
    **{answer: frozenset(set(ANSWERS) - {answer}) for answer in ANSWERS},
    BriefingAnswer.GONE: frozenset(),
}


class ReverificationStatus(TextChoices):
    """Whether a lesson holds for a new version of a system that it is about."""

    ASKED = "asked", _("To re-verify")
    HOLDS = "holds", _("Still holds")
    NO_LONGER_HOLDS = "no_longer_holds", _("No longer holds")


REVERIFICATION_TRANSITIONS: Transitions = {
    ReverificationStatus.ASKED: frozenset(
        {ReverificationStatus.HOLDS, ReverificationStatus.NO_LONGER_HOLDS}
    ),
    ReverificationStatus.HOLDS: frozenset(),
    ReverificationStatus.NO_LONGER_HOLDS: frozenset(),
}


class UpdateKind(TextChoices):
    """What an update does (CAPA); policy and process change no system."""

    CONTAINMENT = "containment", _("Containment")
    CORRECTIVE = "corrective", _("Corrective")
    PREVENTIVE = "preventive", _("Preventive")
    POLICY = "policy", _("Policy")
    PROCESS = "process", _("Process")


KINDS_WITHOUT_SYSTEM: tuple[str, ...] = (UpdateKind.POLICY, UpdateKind.PROCESS)


class UpdateStatus(TextChoices):
    """How far an update has come, and whether it worked."""

    PROPOSED = "proposed", _("Proposed")
    ACCEPTED = "accepted", _("Accepted")
    IN_PROGRESS = "in_progress", _("In progress")
    SHIPPED = "shipped", _("Shipped")
    VERIFIED = "verified", _("Verified")
    NOT_EFFECTIVE = "not_effective", _("Not effective")
    ROLLED_BACK = "rolled_back", _("Rolled back")
    SUPERSEDED = "superseded", _("Superseded")
    DECLINED = "declined", _("Declined")


UPDATE_TRANSITIONS: Transitions = {
    UpdateStatus.PROPOSED: frozenset({UpdateStatus.ACCEPTED, UpdateStatus.DECLINED}),
    UpdateStatus.ACCEPTED: frozenset(
        {UpdateStatus.IN_PROGRESS, UpdateStatus.SHIPPED, UpdateStatus.DECLINED}
    ),
    UpdateStatus.IN_PROGRESS: frozenset({UpdateStatus.SHIPPED, UpdateStatus.DECLINED}),
    UpdateStatus.SHIPPED: frozenset(
        {UpdateStatus.VERIFIED, UpdateStatus.NOT_EFFECTIVE, UpdateStatus.ROLLED_BACK}
    ),
    UpdateStatus.VERIFIED: frozenset({UpdateStatus.ROLLED_BACK, UpdateStatus.SUPERSEDED}),
    UpdateStatus.NOT_EFFECTIVE: frozenset({UpdateStatus.ROLLED_BACK, UpdateStatus.SUPERSEDED}),
    UpdateStatus.ROLLED_BACK: frozenset({UpdateStatus.SUPERSEDED}),
    UpdateStatus.SUPERSEDED: frozenset(),
    UpdateStatus.DECLINED: frozenset(),
}

# Somebody still has to do something.
OPEN_UPDATES: tuple[str, ...] = (
    UpdateStatus.PROPOSED,
    UpdateStatus.ACCEPTED,
    UpdateStatus.IN_PROGRESS,
    UpdateStatus.SHIPPED,
)


# Somebody took it on; a proposal is only a wish.
UPDATES_TAKEN_ON: tuple[str, ...] = (
    UpdateStatus.ACCEPTED,
    UpdateStatus.IN_PROGRESS,
    UpdateStatus.SHIPPED,
    UpdateStatus.VERIFIED,
    UpdateStatus.NOT_EFFECTIVE,
)


class EffectOutcome(TextChoices):
    """What a review of an update's effect came to."""

    EFFECTIVE = "effective", _("Effective")
    PARTIALLY_EFFECTIVE = "partially_effective", _("Partially effective")
    NOT_EFFECTIVE = "not_effective", _("Not effective")
    INCONCLUSIVE = "inconclusive", _("Inconclusive")


# Where these lead an update; the other outcomes leave it shipped, and the effect is reviewed again.
UPDATE_AFTER: Mapping[str, str] = {
    EffectOutcome.EFFECTIVE: UpdateStatus.VERIFIED,
    EffectOutcome.NOT_EFFECTIVE: UpdateStatus.NOT_EFFECTIVE,
}


class ResearchStatus(TextChoices):
    """How far a direction for research has come."""

    PROPOSED = "proposed", _("Proposed")
    ADOPTED = "adopted", _("Adopted")
    ACTIVE = "active", _("Active")
    CONCLUDED = "concluded", _("Concluded")
    DROPPED = "dropped", _("Dropped")


# Somebody still has to do something.
OPEN_RESEARCH: tuple[str, ...] = (
    ResearchStatus.PROPOSED,
    ResearchStatus.ADOPTED,
    ResearchStatus.ACTIVE,
)


RESEARCH_TRANSITIONS: Transitions = {
    ResearchStatus.PROPOSED: frozenset({ResearchStatus.ADOPTED, ResearchStatus.DROPPED}),
    ResearchStatus.ADOPTED: frozenset({ResearchStatus.ACTIVE, ResearchStatus.DROPPED}),
    ResearchStatus.ACTIVE: frozenset({ResearchStatus.CONCLUDED, ResearchStatus.DROPPED}),
    ResearchStatus.CONCLUDED: frozenset(),
    ResearchStatus.DROPPED: frozenset(),
}


RESEARCH_TAKEN_ON: tuple[str, ...] = (
    ResearchStatus.ADOPTED,
    ResearchStatus.ACTIVE,
    ResearchStatus.CONCLUDED,
)


class PracticeStatus(TextChoices):
    """How far a version of a practice has come; what is published never changes."""

    DRAFT = "draft", _("Draft")
    JOINT_REVIEW = "joint_review", _("Joint review")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", _("Published")
    SUPERSEDED = "superseded", _("Superseded")
    WITHDRAWN = "withdrawn", _("Withdrawn")


PRACTICE_TRANSITIONS: Transitions = {
    PracticeStatus.DRAFT: frozenset({PracticeStatus.JOINT_REVIEW, PracticeStatus.WITHDRAWN}),
    PracticeStatus.JOINT_REVIEW: frozenset(
        {PracticeStatus.DRAFT, PracticeStatus.APPROVED, PracticeStatus.WITHDRAWN}
    ),
    PracticeStatus.APPROVED: frozenset({PracticeStatus.PUBLISHED, PracticeStatus.WITHDRAWN}),
    PracticeStatus.PUBLISHED: frozenset({PracticeStatus.SUPERSEDED, PracticeStatus.WITHDRAWN}),
    PracticeStatus.SUPERSEDED: frozenset(),
    PracticeStatus.WITHDRAWN: frozenset(),
}

# Anyone may read these: the public library.
PUBLIC_PRACTICES: tuple[str, ...] = (PracticeStatus.PUBLISHED, PracticeStatus.SUPERSEDED)


class RecurrenceStatus(TextChoices):
    """Whether a lesson came back, as a person says."""

    PROPOSED = "proposed", _("Proposed")
    CONFIRMED = "confirmed", _("Came back")
    REJECTED = "rejected", _("Not the same")


RECURRENCE_TRANSITIONS: Transitions = {
    RecurrenceStatus.PROPOSED: frozenset({RecurrenceStatus.CONFIRMED, RecurrenceStatus.REJECTED}),
    RecurrenceStatus.CONFIRMED: frozenset(),
    RecurrenceStatus.REJECTED: frozenset(),
}


class DispositionStatus(TextChoices):
    """How far a system's answer to a lesson has come; answered is not done."""

    ASKED = "asked", _("Asked")
    ANSWERED = "answered", _("Answered")
    ACCEPTED = "accepted", _("Accepted")
    RETURNED = "returned", _("Returned")


DISPOSITION_TRANSITIONS: Transitions = {
    DispositionStatus.ASKED: frozenset({DispositionStatus.ANSWERED}),
    # A waiver past its date asks again.
    DispositionStatus.ANSWERED: frozenset(
        {DispositionStatus.ACCEPTED, DispositionStatus.RETURNED, DispositionStatus.ASKED}
    ),
    DispositionStatus.ACCEPTED: frozenset({DispositionStatus.ANSWERED, DispositionStatus.ASKED}),
    DispositionStatus.RETURNED: frozenset({DispositionStatus.ANSWERED}),
}

# Its operator has to say something.
DISPOSITIONS_TO_ANSWER: tuple[str, ...] = (DispositionStatus.ASKED, DispositionStatus.RETURNED)


class Answer(TextChoices):
    """What a system's operator says to a lesson that reaches it."""

    ADOPTED = "adopted", _("Adopted")
    ALREADY_COVERED = "already_covered", _("Already covered")
    NOT_APPLICABLE = "not_applicable", _("Not applicable")
    DECLINED = "declined", _("Declined")
    WAIVED = "waived", _("Waived until a date")


# With these, a lesson is in effect in a system.
ANSWERS_IN_EFFECT: tuple[str, ...] = (Answer.ADOPTED, Answer.ALREADY_COVERED)


class AdoptionStatus(TextChoices):
    """How far a system is with a version of a practice, as its operator says."""

    ASKED = "asked", _("Not said yet")
    PLANNED = "planned", _("Planned")
    PARTIAL = "partial", _("Partly adopted")
    ADOPTED = "adopted", _("Adopted")
    NOT_APPLICABLE = "not_applicable", _("Not applicable")


# What can be said; one may come to say another, and never again nothing.
ADOPTIONS_SAID: tuple[AdoptionStatus, ...] = (
    AdoptionStatus.PLANNED,
    AdoptionStatus.PARTIAL,
    AdoptionStatus.ADOPTED,
    AdoptionStatus.NOT_APPLICABLE,
)
ADOPTION_TRANSITIONS: Transitions = {
    AdoptionStatus.ASKED: frozenset(ADOPTIONS_SAID),
    **{said: frozenset(set(ADOPTIONS_SAID) - {said}) for said in ADOPTIONS_SAID},
}
# Of these there is something to show.
ADOPTIONS_WITH_EVIDENCE: tuple[str, ...] = (AdoptionStatus.PARTIAL, AdoptionStatus.ADOPTED)


class Direction(TextChoices):
    """Which results of a check are good."""

    AT_LEAST = "at_least", _("at least")
    AT_MOST = "at_most", _("at most")


class CheckState(TextChoices):
    """How a check stands; until it is retired that follows from its last result, kept nowhere."""

    NEVER_RUN = "never_run", _("Never run")
    FRESH = "fresh", _("Fresh")
    STALE = "stale", _("Stale")
    FAILED = "failed", _("Failed")
    RETIRED = "retired", _("Retired")


# What a signature on a record is about: a change to any of these needs new signatures.
LESSON_MATERIAL = Material(
    fields=("title", "insight", "context", "recommendation", "scope"),
    rows=(
        MaterialRows("findings", ("reference",), shown_by=("findings",)),
        MaterialRows("about", ("system__reference", "role"), shown_by=("about__system",)),
        MaterialRows("pruned", ("system__reference", "reason"), shown_by=("pruned__system",)),
    ),
)
PRACTICE_MATERIAL = Material(
    fields=(
        "title",
        "guidance",
        "applicability",
        "how_to_verify",
        "change_note",
        "source",
        "source_url",
    ),
    rows=(
        MaterialRows("lessons", ("reference",), shown_by=("lessons",)),
        MaterialRows("systems", ("reference",), shown_by=("systems",)),
    ),
)

# While these are being signed, what comes into their signers' sight raises their version.
LESSONS_BEING_SIGNED: tuple[str, ...] = (LessonStatus.IDENTIFIED,)
PRACTICES_BEING_SIGNED: tuple[str, ...] = (PracticeStatus.DRAFT, PracticeStatus.JOINT_REVIEW)
