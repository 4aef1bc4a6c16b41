"""The tables of data on the middle floor: states, their moves, and the choices of each noun."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from tracker.material import Material, MaterialRows
from tracker.states import Transitions


class ObservationStatus(TextChoices):
    """Whether what was seen holds up."""

    NEW = "new", _("New")
    CONFIRMED = "confirmed", _("Confirmed")
    DISMISSED = "dismissed", _("Dismissed")
    DUPLICATE = "duplicate", _("Duplicate")


OBSERVATION_TRANSITIONS: Transitions = {
    ObservationStatus.NEW: frozenset(
        {ObservationStatus.CONFIRMED, ObservationStatus.DISMISSED, ObservationStatus.DUPLICATE}
    ),
    ObservationStatus.CONFIRMED: frozenset(),
    ObservationStatus.DISMISSED: frozenset({ObservationStatus.NEW}),
    ObservationStatus.DUPLICATE: frozenset({ObservationStatus.NEW}),
}


class SourceKind(TextChoices):
    """Where an observation comes from."""

    USAGE = "usage", _("Use")
    USER_REPORT = "user_report", _("User report")
    INCIDENT = "incident", _("Incident")
    RED_TEAM = "red_team", _("Red team")
    EVALUATION = "evaluation", _("Evaluation")
    PUBLICATION = "publication", _("Publication")


class Confidence(TextChoices):
    """How well an observation is established."""

    REPORTED = "reported", _("Reported")
    CORROBORATED = "corroborated", _("Corroborated")
    VERIFIED = "verified", _("Verified")


class CycleStatus(TextChoices):
    """Where a joint cycle stands."""

    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open")
    SIGNING = "signing", _("Signing")
    CLOSED = "closed", _("Closed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


CYCLE_TRANSITIONS: Transitions = {
    CycleStatus.PLANNED: frozenset({CycleStatus.OPEN, CycleStatus.WITHDRAWN}),
    CycleStatus.OPEN: frozenset({CycleStatus.SIGNING, CycleStatus.WITHDRAWN}),
    CycleStatus.SIGNING: frozenset({CycleStatus.OPEN, CycleStatus.CLOSED, CycleStatus.WITHDRAWN}),
    CycleStatus.CLOSED: frozenset(),
    CycleStatus.WITHDRAWN: frozenset(),
}


# Reviews and items come into a cycle until the partners sign what it brought.
CYCLES_TAKING_REVIEWS: tuple[str, ...] = (CycleStatus.PLANNED, CycleStatus.OPEN)


class CycleKind(TextChoices):
    """Why the teams meet."""

    PERIODIC = "periodic", _("Periodic")
    DEPLOYMENT_GATE = "deployment_gate", _("Deployment gate")
    POST_INCIDENT = "post_incident", _("Post-incident")
    MODEL_MIGRATION = "model_migration", _("Model migration")
    RED_TEAM = "red_team", _("Red team")
    THEMATIC = "thematic", _("Thematic")


class ItemStatus(TextChoices):
    """What was decided about one change of one system."""

    PENDING = "pending", _("Pending")
    REVIEWED = "reviewed", _("Reviewed")
    APPROVED = "approved", _("Approved")
    APPROVED_WITH_CONDITIONS = "approved_with_conditions", _("Approved with conditions")
    BLOCKED = "blocked", _("Blocked")


ITEM_TRANSITIONS: Transitions = {
    ItemStatus.PENDING: frozenset({ItemStatus.REVIEWED}),
    ItemStatus.REVIEWED: frozenset(
        {ItemStatus.APPROVED, ItemStatus.APPROVED_WITH_CONDITIONS, ItemStatus.BLOCKED}
    ),
    # A position is withdrawn, or what was signed is changed: the item waits for positions again.
    ItemStatus.APPROVED_WITH_CONDITIONS: frozenset({ItemStatus.APPROVED, ItemStatus.REVIEWED}),
    ItemStatus.BLOCKED: frozenset({ItemStatus.REVIEWED}),
    ItemStatus.APPROVED: frozenset({ItemStatus.APPROVED_WITH_CONDITIONS, ItemStatus.REVIEWED}),
}

# In need of approval, an item in one of these holds its cycle open.
UNDECIDED_ITEMS: tuple[str, ...] = (ItemStatus.PENDING, ItemStatus.REVIEWED)
DECIDED_ITEMS: tuple[str, ...] = (
    ItemStatus.APPROVED,
    ItemStatus.APPROVED_WITH_CONDITIONS,
    ItemStatus.BLOCKED,
)

# In these cycles the changes in scope are approved or not; in the others they are reviewed.
KINDS_THAT_APPROVE: tuple[str, ...] = (CycleKind.DEPLOYMENT_GATE, CycleKind.MODEL_MIGRATION)

CYCLES_THAT_ARE_OVER: tuple[str, ...] = (CycleStatus.CLOSED, CycleStatus.WITHDRAWN)


class Stance(TextChoices):
    """Where a partner stands on an item."""

    CONCUR = "concur", _("Concurs")
    CONCUR_WITH_CONDITIONS = "concur_with_conditions", _("Concurs with conditions")
    BLOCK = "block", _("Blocks")
    RECUSE = "recuse", _("Recuses itself")


STANCES_WITH_REASON: tuple[str, ...] = (Stance.BLOCK, Stance.RECUSE)


class ConditionStatus(TextChoices):
    """Whether what a partner asked for is there."""

    OPEN = "open", _("Open")
    MET = "met", _("Met")
    WAIVED = "waived", _("Waived")


CONDITION_TRANSITIONS: Transitions = {
    ConditionStatus.OPEN: frozenset({ConditionStatus.MET, ConditionStatus.WAIVED}),
    ConditionStatus.MET: frozenset(),
    ConditionStatus.WAIVED: frozenset(),
}


class ReviewStatus(TextChoices):
    """Where a review stands."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    ACCEPTED = "accepted", _("Accepted")


REVIEW_TRANSITIONS: Transitions = {
    ReviewStatus.DRAFT: frozenset({ReviewStatus.SUBMITTED}),
    ReviewStatus.SUBMITTED: frozenset({ReviewStatus.ACCEPTED, ReviewStatus.DRAFT}),
    ReviewStatus.ACCEPTED: frozenset(),
}


class ReviewMethod(TextChoices):
    """How a review was done."""

    DESK = "desk", _("Desk review")
    RED_TEAM = "red_team", _("Red team")
    EVALUATION = "evaluation", _("Evaluation")
    INCIDENT_ANALYSIS = "incident_analysis", _("Incident analysis")
    USAGE_ANALYSIS = "usage_analysis", _("Analysis of use")


class FindingStatus(TextChoices):
    """Whether a finding holds and whether something was done about it."""

    DRAFT = "draft", _("Draft")
    CONFIRMED = "confirmed", _("Confirmed")
    ADDRESSED = "addressed", _("Addressed")
    VERIFIED = "verified", _("Verified")
    DISMISSED = "dismissed", _("Dismissed")
    DUPLICATE = "duplicate", _("Duplicate")
    WAIVED = "waived", _("Waived")


FINDING_TRANSITIONS: Transitions = {
    FindingStatus.DRAFT: frozenset(
        {FindingStatus.CONFIRMED, FindingStatus.DISMISSED, FindingStatus.DUPLICATE}
    ),
    FindingStatus.CONFIRMED: frozenset(
        {
            FindingStatus.ADDRESSED,
            FindingStatus.VERIFIED,
            FindingStatus.DISMISSED,
            FindingStatus.DUPLICATE,
            FindingStatus.WAIVED,
        }
    ),
    FindingStatus.ADDRESSED: frozenset({FindingStatus.VERIFIED, FindingStatus.CONFIRMED}),
    FindingStatus.VERIFIED: frozenset({FindingStatus.CONFIRMED, FindingStatus.ADDRESSED}),
    FindingStatus.DISMISSED: frozenset({FindingStatus.DRAFT, FindingStatus.CONFIRMED}),
    FindingStatus.DUPLICATE: frozenset({FindingStatus.DRAFT, FindingStatus.CONFIRMED}),
    FindingStatus.WAIVED: frozenset({FindingStatus.CONFIRMED}),
}

# What a lesson may be drawn from: a review stands behind it.
FINDINGS_THAT_HOLD: tuple[str, ...] = (
    FindingStatus.CONFIRMED,
    FindingStatus.ADDRESSED,
    FindingStatus.VERIFIED,
    FindingStatus.WAIVED,
)


class CauseStatus(TextChoices):
    """How sure the cause of a finding is."""

    NOT_ESTABLISHED = "not_established", _("Not established")
    SUSPECTED = "suspected", _("Suspected")
    CONFIRMED = "confirmed", _("Confirmed")


class ImportFormat(TextChoices):
    """The formats that evidence is imported from."""

    AVID = "avid", "AVID"


# What a position on an item is about. The words of its accepted reviews and of their findings are
# columns of these tables too, for the triggers.
REVIEW_WORDS: tuple[str, ...] = ("reference", "title", "summary", "recommendation")
FINDING_WORDS: tuple[str, ...] = ("reference", "title", "severity")
ACCEPTED = ("reviews__status", ReviewStatus.ACCEPTED.value)
ITEM_MATERIAL = Material(
    fields=("change", "needs_approval", "system__reference", "version__label"),
    rows=(
        MaterialRows("reviews", REVIEW_WORDS, shown_by=("reviews",), only=(ACCEPTED,)),
        MaterialRows(
            "reviews__findings",
            FINDING_WORDS,
            shown_by=("reviews", "reviews__findings"),
            only=(ACCEPTED,),
        ),
    ),
)
ITEM_COLUMNS: tuple[str, ...] = ("change", "needs_approval", "system_id", "version_id")

# Who carries a condition may change without anyone waiving it anew.
CONDITION_MATERIAL = Material(fields=("text", "test", "due_on"))


# Nobody waives these any more.
SETTLED_CONDITIONS: tuple[str, ...] = (ConditionStatus.MET, ConditionStatus.WAIVED)


class SeriesStatus(TextChoices):
    """Whether a series makes cycles."""

    ACTIVE = "active", _("Active")
    PAUSED = "paused", _("Paused")
    ENDED = "ended", _("Ended")


SERIES_TRANSITIONS: Transitions = {
    SeriesStatus.ACTIVE: frozenset({SeriesStatus.PAUSED, SeriesStatus.ENDED}),
    SeriesStatus.PAUSED: frozenset({SeriesStatus.ACTIVE, SeriesStatus.ENDED}),
    SeriesStatus.ENDED: frozenset(),
}


class MigrationStatus(TextChoices):
    """What became of the review that a new version of a system asks for."""

    PROPOSED = "proposed", _("Proposed")
    ACCEPTED = "accepted", _("Accepted")
    DISMISSED = "dismissed", _("Dismissed")


MIGRATION_TRANSITIONS: Transitions = {
    MigrationStatus.PROPOSED: frozenset({MigrationStatus.ACCEPTED, MigrationStatus.DISMISSED}),
    MigrationStatus.ACCEPTED: frozenset(),
    MigrationStatus.DISMISSED: frozenset(),
}
