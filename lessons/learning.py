"""When a lesson is learned: the rule, as one function over plain data that says what stands in the way."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from django.utils.translation import gettext as _


class Effect(Enum):
    """What an outcome does for its lesson."""

    IN_EFFECT = auto()
    OPEN = auto()
    ENDED = auto()


@dataclass(frozen=True)
class Outcome:
    """Something that follows from a lesson: its state in words, and since when it is in effect."""

    name: str
    effect: Effect
    state: str = ""
    since: datetime.date | None = None
    is_required: bool = True


@dataclass(frozen=True)
class Reply:
    """What one system that was asked says: its state in words, and since when it is accepted."""

    system: str
    is_accepted: bool
    state: str = ""
    since: datetime.date | None = None


@dataclass(frozen=True)
class Signer:
    """An organization that signs the lesson, and when it signed that nothing has to be done."""

    name: str
    signed_no_action_on: datetime.date | None = None


@dataclass(frozen=True)
class Case:
    """All that decides whether a lesson is learned."""

    outcomes: Sequence[Outcome] = ()
    replies: Sequence[Reply] = ()
    signers: Sequence[Signer] = ()


@dataclass(frozen=True)
class Verdict:
    """Whether a lesson is learned, since when, and if not, what stands in the way, in sentences."""

    missing: Sequence[str] = ()
    since: datetime.date | None = None

    @property
    def is_learned(self) -> bool:
        """Say whether nothing stands in the way any more."""
        return not self.missing


def verdict(case: Case) -> Verdict:
    """Judge a lesson: it can't close itself.

    It is learned with at least one outcome in effect, no required one open, and each system answered
    and accepted; or once every signer signed that nothing has to be done.
    """
    no_action = [signer.signed_no_action_on for signer in case.signers]
    if no_action and all(no_action):
        return Verdict(since=latest(no_action))
    in_effect = [one for one in case.outcomes if one.effect is Effect.IN_EFFECT]
    missing = [*missing_outcomes(case, in_effect), *missing_replies(case), *missing_words(case)]
    if missing:
        return Verdict(missing)
    # Once one outcome is in effect, the others that are required are what was waited for.
    first = min((one.since for one in in_effect if one.since), default=None)
    waited_for = [one.since for one in in_effect if one.is_required]
    return Verdict(since=latest([first, *waited_for, *(reply.since for reply in case.replies)]))


def missing_outcomes(case: Case, in_effect: Sequence[Outcome]) -> list[str]:
    """Return what is said of outcomes that stand in the way."""
    still_open = [one for one in case.outcomes if one.effect is Effect.OPEN and one.is_required]
    said = [
        _("%(name)s is required and %(state)s.") % {"name": one.name, "state": one.state}
        for one in still_open
    ]
    if not in_effect and not still_open:
        said.insert(0, _("Nothing that follows from it is in effect yet."))
    return said


def missing_replies(case: Case) -> list[str]:
    """Return what is said of systems whose answer is missing or not accepted."""
    return [
        _("%(system)s: %(state)s.") % {"system": reply.system, "state": reply.state}
        for reply in case.replies
        if not reply.is_accepted
    ]


def missing_words(case: Case) -> list[str]:
    """Return whose word is missing where somebody signed that nothing has to be done."""
    if not any(signer.signed_no_action_on for signer in case.signers):
        return []
    return [
        _("%s has not signed that nothing has to be done.") % signer.name
        for signer in case.signers
        if not signer.signed_no_action_on
    ]


def latest(days: Sequence[datetime.date | None]) -> datetime.date | None:
    """Return the last of some days."""
    return max((day for day in days if day), default=None)
