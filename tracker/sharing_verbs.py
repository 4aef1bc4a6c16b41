"""The verbs of labels as people and programs meet them, the same on every noun that bears one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Model

from tracker import sharing, sharing_access
from tracker.access import Permission, has_permission
from tracker.instants import EXAMPLE, say_instant
from tracker.leaks import Leak, leaks
from tracker.models import LabelChange, Record, User
from tracker.sources import stay_wide
from tracker.states import LABEL_AUDIENCE, Label, LabelChangeStatus
from tracker.verbs import Ask, Verb

REASON = Ask("reason", "Reason", help="A sentence that the other readers of this will understand.")
STAYS_READ = "What was read stays read."
ASKED_FIRST = (
    "A signatory of each organization concerned consents first; their leads and signatories read it as "
    "soon as they are asked, also where it rests on another organization’s record."
)
TAKES_EFFECT_AT = Ask(
    "takes_effect_at",
    "Not before",
    "instant",
    required=False,
    help=f"Day, time and zone of an embargo, like {EXAMPLE}; empty for now.",
)


def what_came_of_it(record: Any) -> str:
    """Return who can read a record now, or from when, or whom it waits for."""
    asked = sharing_access.waiting_change(record)
    if asked is not None:
        missing = [str(one.organization) for one in asked.consents.all() if not one.holds]
        audience = LABEL_AUDIENCE[Label(asked.to_label)]
        are = "is" if len(missing) == 1 else "are"
        return f"{' and '.join(missing)} {are} asked; then {audience} can read it."
    if record.is_under_embargo:
        audience = LABEL_AUDIENCE[Label(record.coming_label)]
        return f"It can be read by {audience} from {say_instant(record.coming_at)}."
    return f"It can be read by {LABEL_AUDIENCE[record.label_now]} now."


def what_came_of_consent(asked: LabelChange) -> str:
    """Return that consent was given, and who can read the record by it or is still asked."""
    return f"Your organization has consented. {what_came_of_it(asked.record)}"


def leaks_to(label: Label) -> Callable[[User, Record], Sequence[Leak]]:
    """Return what looks for phrases that a label would let out of narrower records."""
    return lambda user, record: leaks(user, [record], label)


def leaks_of_asked(user: User, asked: LabelChange) -> Sequence[Leak]:
    """Return what a consent would let out of narrower records, as far as whoever consents reads them."""
    return leaks(user, [asked.record], Label(asked.to_label))


def left_by_withdrawal(user: User, asked: LabelChange) -> Sequence[Any]:
    """Return what is derived from the record whose label a consent taken back narrows."""
    return stay_wide(user, asked.record) if asked.status == LabelChangeStatus.DONE else ()


def people_of_partners(user: User, _: Any) -> Any:
    """Return the people that a RED record can name: active, of any partner."""
    return User.objects.visible_to(user).filter(organization__kind="partner", is_active=True)


def is_signatory(user: Any) -> bool:
    """Say whether somebody consents as a signatory: that is a signature; a lead's asking is none."""
    return has_permission(user, Permission.SIGN)


def sharing_verbs(*, primary: bool = False, along: str = "") -> tuple[Verb, ...]:
    """Return the verbs that change who reads a record; `along` names what is read with it."""
    with_it = f", with {along}" if along else ""
    return (
        Verb(
            "share",
            "Share with the partners",
            sharing_access.check_can_share,
            sharing.share,
            "The partners can read it now.",
            asks=(TAKES_EFFECT_AT,),
            primary=primary,
            warning=f"Everyone at the partners will be able to read it{with_it}, and what was read "
            "stays read.",
            says=what_came_of_it,
            leaks=leaks_to(Label.AMBER),
        ),
        Verb(
            "release-community",
            "Release to the community",
            sharing_access.check_can_release_to_community,
            sharing.release_to_community,
            "Whoever signs in can read it now.",
            asks=(TAKES_EFFECT_AT,),
            signs=is_signatory,
            warning=f"Everyone who can sign in will be able to read it{with_it}, and what was read "
            f"stays read. {ASKED_FIRST}",
            says=what_came_of_it,
            leaks=leaks_to(Label.GREEN),
        ),
        Verb(
            "release-public",
            "Make public",
            sharing_access.check_can_release_to_public,
            sharing.release_to_public,
            "Anyone can read it now.",
            asks=(TAKES_EFFECT_AT,),
            signs=is_signatory,
            warning=f"Anyone will be able to read it{with_it}, and what was read stays read. "
            f"{ASKED_FIRST}",
            says=what_came_of_it,
            leaks=leaks_to(Label.CLEAR),
        ),
        Verb(
            "restrict",
            "Restrict",
            sharing_access.check_can_restrict,
            sharing.restrict,
            f"Fewer people can read it now. {STAYS_READ}",
            asks=(
                Ask(
                    "audience",
                    "From now on for",
                    "choice",
                    choices=[
                        (label.value, f"{label.label}: {LABEL_AUDIENCE[label]}")
                        for label in (Label.AMBER_STRICT, Label.AMBER, Label.GREEN)
                    ],
                ),
                REASON,
            ),
            warning=f"{STAYS_READ} What is derived from it keeps the label it was consented to.",
            leaves=stay_wide,
        ),
        Verb(
            "name-people",
            "Leave to people by name",
            sharing_access.check_can_name_people,
            sharing.name_people,
            f"Only the people named, you among them, can read it now. {STAYS_READ}",
            asks=(
                Ask(
                    "people",
                    "Who may read it besides you",
                    "records",
                    required=False,
                    rows=people_of_partners,
                ),
                REASON,
            ),
            warning=f"Nobody else will find it, nor anybody else of your organization. {STAYS_READ}",
            leaves=stay_wide,
        ),
        Verb(
            "open-to-owner",
            "Open to {organization}",
            sharing_access.check_can_open_to_owner,
            sharing.open_to_owner,
            "All of the organization that owns it can read it now.",
            warning="Everyone of your organization will be able to read it.",
            leaks=leaks_to(Label.AMBER_STRICT),
        ),
    )


LABEL_CHANGE_VERBS = (
    Verb(
        "consent",
        "Consent for {organization}",
        sharing_access.check_can_consent,
        sharing.consent,
        "Your organization has consented.",
        primary=True,
        shows="tracker/sharing/asked.html",
        says=what_came_of_consent,
        signs=is_signatory,
        leaks=leaks_of_asked,
    ),
    Verb(
        "withdraw-consent",
        "Withdraw consent",
        sharing_access.check_can_withdraw_consent,
        sharing.withdraw_consent,
        f"The consent is withdrawn. {STAYS_READ}",
        asks=(REASON,),
        warning=f"The record gets the label back that it had before. {STAYS_READ}",
        leaves=left_by_withdrawal,
        signs=is_signatory,
    ),
    Verb(
        "call-off",
        "Call off",
        sharing_access.check_can_call_off,
        sharing.call_off,
        "Nobody is asked any more.",
    ),
)

VERBS: dict[type[Model], tuple[Verb, ...]] = {LabelChange: LABEL_CHANGE_VERBS}

__all__ = ["REASON", "STAYS_READ", "VERBS", "Record", "sharing_verbs"]
