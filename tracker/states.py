"""The tables of data on the ground floor: organizations, roles, kinds of system, TLP labels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

# From a state to the states it may go to.
Transitions = Mapping[str, frozenset[str]]


def state_of(record: Any) -> str:
    """Return the state that a record is in at this instant, "" where it has none.

    What an instant changes nobody writes.
    """
    return str(getattr(record, "status_now", getattr(record, "status", "")))


class OrganizationKind(TextChoices):
    """A partner signs and shares; a community organization reads what is released to it."""

    PARTNER = "partner", _("Partner")
    COMMUNITY = "community", _("Community")


class Role(TextChoices):
    """What a person does for their organization; what each role may do is in access."""

    OBSERVER = "observer", _("Observer")
    REVIEWER = "reviewer", _("Reviewer")
    LEAD = "lead", _("Lead")
    SIGNATORY = "signatory", _("Signatory")


class Scope(TextChoices):
    """What a program's token may be used for."""

    READ = "read", _("Read")
    WRITE = "write", _("Write")
    SIGN = "sign", _("Sign")


class Label(TextChoices):
    """Who may read a record (FIRST Traffic Light Protocol 2.0)."""

    RED = "red", "TLP:RED"
    AMBER_STRICT = "amber_strict", "TLP:AMBER+STRICT"
    AMBER = "amber", "TLP:AMBER"
    GREEN = "green", "TLP:GREEN"
    CLEAR = "clear", "TLP:CLEAR"


# From the narrowest audience to the widest.
LABEL_ORDER: tuple[Label, ...] = tuple(Label)

# What every partner can read.
SHARED_LABELS: tuple[Label, ...] = LABEL_ORDER[LABEL_ORDER.index(Label.AMBER) :]

# What the owner's people read without being named.
OWN_LABELS: tuple[Label, ...] = LABEL_ORDER[LABEL_ORDER.index(Label.AMBER_STRICT) :]

# What people outside the partners can read; a signatory of each organization concerned consents.
RELEASED_LABELS: tuple[Label, ...] = LABEL_ORDER[LABEL_ORDER.index(Label.GREEN) :]

LABEL_AUDIENCE: Mapping[Label, str] = {
    Label.RED: "the people it names",
    Label.AMBER_STRICT: "the organization that owns it",
    Label.AMBER: "the partners",
    Label.GREEN: "everyone who can sign in",
    Label.CLEAR: "the public",
}


def is_wider(label: str, other: str) -> bool:
    """Say whether one label's audience goes beyond another's."""
    return LABEL_ORDER.index(Label(label)) > LABEL_ORDER.index(Label(other))


def wider_than(label: Label) -> tuple[Label, ...]:
    """Return the labels whose audience goes beyond a label's."""
    return LABEL_ORDER[LABEL_ORDER.index(label) + 1 :]


class LabelChangeKind(TextChoices):
    """To widen takes consent and is about exact content; to narrow takes a reason."""

    WIDEN = "widen", _("Wider")
    NARROW = "narrow", _("Narrower")


class LabelChangeStatus(TextChoices):
    """How far a change of a label has come."""

    ASKED = "asked", _("Waits for consent")
    DONE = "done", _("Done")
    CALLED_OFF = "called_off", _("Called off")
    OUTDATED = "outdated", _("Changed since it was asked")
    WITHDRAWN = "withdrawn", _("Consent withdrawn")


LABEL_CHANGE_TRANSITIONS: Transitions = {
    LabelChangeStatus.ASKED: frozenset(
        {
            LabelChangeStatus.DONE,
            LabelChangeStatus.CALLED_OFF,
            LabelChangeStatus.OUTDATED,
            LabelChangeStatus.WITHDRAWN,
        }
    ),
    LabelChangeStatus.DONE: frozenset({LabelChangeStatus.WITHDRAWN}),
    LabelChangeStatus.CALLED_OFF: frozenset(),
    LabelChangeStatus.OUTDATED: frozenset(),
    LabelChangeStatus.WITHDRAWN: frozenset(),
}


# What a signatory says with a signature: their organization's people alone take words from it.
SAID_WITH_SIGNATURE = ("statement", "dissent", "withdrawal_reason")


class RedactionCause(TextChoices):
    """Why words go from a record for good."""

    SECRET = "secret", _("a secret")
    PERSONAL = "personal_data", _("personal data")
    OTHER = "other", _("another reason")


class Surface(TextChoices):
    """Where a record is read whole."""

    PAGE = "page", _("page")
    ADMIN = "admin", _("admin")
    API = "api", _("API")
    EXPORT = "export", _("export")
    DOWNLOAD = "download", _("download")
    REPORT = "report", _("report")


class SystemKind(TextChoices):
    """The layer of the stack that a system stands on."""

    INFRASTRUCTURE = "infrastructure", _("Infrastructure")
    MODEL = "model", _("Model")
    PLATFORM = "platform", _("Platform")
    APPLICATION = "application", _("Application")


class Workload(TextChoices):
    """What a system is run for."""

    RESEARCH = "research", _("Research")
    API = "api", _("API")
    PRODUCT = "product", _("Product")


class DependencyKind(TextChoices):
    """How a downstream system depends on an upstream one."""

    TRAINED_ON = "trained_on", _("trained on")
    HOSTED_ON = "hosted_on", _("hosted on")
    BUILT_ON = "built_on", _("built on")
    SERVED_BY = "served_by", _("served by")


class DatePrecision(TextChoices):
    """How much of a date is known: "Feb 2023" is a date."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


class Severity(TextChoices):
    """How bad a finding is: one scale for everything."""

    CRITICAL = "critical", _("Critical")
    HIGH = "high", _("High")
    MEDIUM = "medium", _("Medium")
    LOW = "low", _("Low")
    INFORMATIONAL = "informational", _("Informational")


# Worst first.
SEVERITIES: tuple[str, ...] = tuple(Severity.values)
# How soon what is of a severity is due where no policy says otherwise.
DAYS_DUE: Mapping[str, int] = {
    Severity.CRITICAL: 7,
    Severity.HIGH: 30,
    Severity.MEDIUM: 90,
    Severity.LOW: 180,
    Severity.INFORMATIONAL: 365,
}


# The most days that something is put off by.
MOST_DAYS = 1000


class MailTime(TextChoices):
    """When a person is told by e-mail."""

    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", _("Once a day, together")
    NONE = "none", _("Never; I look at Notifications")

    @classmethod
    def default(cls) -> MailTime:
        """Return what holds for whoever has chosen nothing."""
        return cls.AT_ONCE
