"""The verbs of practices."""

from __future__ import annotations

from collections.abc import Sequence

from lessons import access, practice_transitions
from lessons.models import PracticeVersion
from reviews.verbs import SEEN, STATEMENT
from tracker.differences import changes_since_ours
from tracker.instants import say_instant
from tracker.leaks import Leak, leaks
from tracker.models import User
from tracker.sharing_verbs import REASON, TAKES_EFFECT_AT
from tracker.states import Label
from tracker.verbs import Verb


def where_it_can_be_read(version: PracticeVersion) -> str:
    """Return that a version is in the public library, or from when."""
    if version.coming_at is None:
        return "It is in the public library."
    return f"It is in the public library from {say_instant(version.coming_at)}."


def leaks_of_version(user: User, version: PracticeVersion) -> Sequence[Leak]:
    """Return what a version that is published would let out of records that the public can't read."""
    return leaks(user, [version], Label.CLEAR)


PRACTICE_VERBS = (
    Verb(
        "propose",
        "Put up for joint review",
        access.check_can_propose_practice,
        practice_transitions.propose_practice,
        "A signatory of each partner can approve it now.",
        primary=True,
    ),
    Verb(
        "approve",
        "Approve for {organization}",
        access.check_can_approve_practice,
        practice_transitions.approve_practice,
        "You signed for your organization.",
        asks=(SEEN, STATEMENT),
        primary=True,
        shows="lessons/signing/practice.html",
        signs=True,
        differs=changes_since_ours,
    ),
    Verb(
        "withdraw-approval",
        "Withdraw the signature of {organization}",
        access.check_can_withdraw_approval,
        practice_transitions.withdraw_approval,
        "The signature is withdrawn; it can be given again.",
        asks=(REASON,),
        signs=True,
    ),
    Verb(
        "publish",
        "Publish",
        access.check_can_publish_practice,
        practice_transitions.publish_practice,
        "It is in the public library.",
        asks=(TAKES_EFFECT_AT,),
        primary=True,
        warning="Anyone will be able to read this version, and it never changes again.",
        says=where_it_can_be_read,
        leaks=leaks_of_version,
    ),
    Verb(
        "call-off-publication",
        "Call off the publication",
        access.check_can_call_off_publication,
        practice_transitions.call_off_publication,
        "It is approved, and not to be published.",
        rare=True,
    ),
    Verb(
        "revise",
        "Draft the next version",
        access.check_can_revise_practice,
        practice_transitions.revise_practice,
        "The next version is a draft.",
    ),
    Verb(
        "return",
        "Return to draft",
        access.check_can_return_practice,
        practice_transitions.return_practice,
        "The version is a draft again.",
        asks=(REASON,),
    ),
    Verb(
        "withdraw",
        "Withdraw",
        access.check_can_withdraw_practice,
        practice_transitions.withdraw_practice,
        "The version is withdrawn.",
        asks=(REASON,),
    ),
)
