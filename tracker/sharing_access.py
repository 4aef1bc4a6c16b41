"""Who may change a label: who asks for a wider one, who consents, who narrows, who names people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tracker.access import (
    PERMISSION_REFUSALS,
    Denied,
    Permission,
    WrongState,
    check_has,
    check_same_organization,
    check_works_on,
    consents,
    has_permission,
    is_partner,
    may_see,
    organization_of,
    who_consents_to,
)
from tracker.audience import check_lets_in_owner, check_may_rest_on, people_named
from tracker.content import digest_to_read
from tracker.instants import say_instant
from tracker.models import Consent, LabelChange
from tracker.sharing_content import Matter, matter_of
from tracker.states import (
    LABEL_AUDIENCE,
    RELEASED_LABELS,
    SHARED_LABELS,
    Label,
    LabelChangeKind,
    LabelChangeStatus,
    is_wider,
)

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.models import Record


def check_can_share(user: Reader, record: Record) -> None:
    """A lead of the owner shares with the partners what its owner alone sees so far."""
    check_can_share_beside(user, record, waiting_change(record))


def check_can_share_beside(user: Reader, record: Record, asked: LabelChange | None) -> None:
    """The same, where it is known what waits for consent already: of many, that is one query."""
    check_works_on(user, record, Permission.LEAD)
    check_widens(record, Label.AMBER, asked)


def check_can_release_to_community(user: Reader, record: Record) -> None:
    """A signatory of the owner lets whoever signs in read a record; a lead may ask for it."""
    check_releases(user, record, Label.GREEN)


def check_can_release_to_public(user: Reader, record: Record) -> None:
    """A signatory of the owner lets the world read a record; a lead may ask for it."""
    check_releases(user, record, Label.CLEAR)


def check_releases(user: Reader, record: Record, label: Label) -> None:
    """Refuse whoever can neither ask for a label beyond the partners nor consent to it."""
    if not consents(user):
        raise Denied("Only a signatory of a partner can do this, and a lead can ask for it.")
    check_same_organization(user, record.owner)
    check_widens(record, label, waiting_change(record))


def check_widens(record: Record, label: Label, asked: LabelChange | None) -> None:
    """Refuse a label that is no wider than what holds, is to come, or is asked for already."""
    reference = record.reference
    if record.label_now == Label.RED:
        raise WrongState(
            f"{reference} is for the people it names; open it to {record.owner} first."
        )
    if not is_wider(label, record.label_now):
        raise WrongState(f"{reference} can be read by {LABEL_AUDIENCE[record.label_now]} already.")
    if record.is_under_embargo:
        assert record.coming_at is not None
        audience = LABEL_AUDIENCE[Label(record.coming_label)]
        raise WrongState(
            f"{reference} will be read by {audience} from {say_instant(record.coming_at)}; "
            "restrict it first if that should change."
        )
    if asked is not None and not is_outdated(asked, record):
        raise WrongState(f"{asked.reference} waits for consent to share {reference} already.")


def waiting_change(record: Record) -> LabelChange | None:
    """Return the wider label that a record waits for consent to, if any; one query."""
    return LabelChange.objects.waiting().filter(record_id=record.pk).first()


def is_outdated(asked: LabelChange, record: Record) -> bool:
    """Say whether a record reads otherwise by now than what consent was asked to."""
    return digest_to_read(record) != asked.digest


def content_asked(asked: LabelChange) -> dict[str, Any] | None:
    """Return the content that consent is asked to, or None when it waits no more or reads otherwise.

    Whoever may see the change may read this: to ask for consent is to show what is asked about.
    """
    if asked.status != LabelChangeStatus.ASKED:
        return None
    matter = matter_of(asked)
    return None if matter.is_outdated else matter.content


def check_can_copy(user: Reader, record: Record) -> None:
    """The owner's reviewers and leads copy what only their organization reads, to share the copy."""
    check_works_on(user, record, Permission.LOG)
    check_may_rest_on(user, [record])
    if record.label_now in SHARED_LABELS:
        raise WrongState(f"{record.reference} is shared already; it needs no copy.")


def check_can_open_to_owner(user: Reader, record: Record) -> None:
    """A lead of the owner whom a RED record names opens it to the owner's people."""
    check_works_on(user, record, Permission.LEAD)
    if record.label_now != Label.RED:
        raise WrongState(f"{record.reference} can be read by all of {record.owner} already.")
    check_lets_in_owner(user, record)


def check_can_name_people(user: Reader, record: Record) -> None:
    """A lead of the owner who can read a record leaves it to people by name."""
    check_works_on(user, record, Permission.LEAD)
    if not may_see(user, record):
        raise Denied("Only a lead whom the record names can name others.")


def check_can_restrict(user: Reader, record: Record) -> None:
    """A lead of the owner narrows what others can read, or will be able to."""
    check_works_on(user, record, Permission.LEAD)
    shared = record.label_now in SHARED_LABELS
    if not (shared or record.is_under_embargo):
        raise WrongState(f"{record.reference} is read by nobody outside {record.owner}.")


# --- What was consented to stays so -----------------------------------------------------------


def check_may_be_reworded(record: Record) -> None:
    """Refuse to reword what others consented to, or what is read beyond the partners; one query at most.

    Otherwise a consent to exact content would be one to whatever comes later.
    """
    label = widest_label(record)
    if label in RELEASED_LABELS or (label in SHARED_LABELS and others_consented(record, label)):
        raise WrongState(
            f"{record.reference} is read by {LABEL_AUDIENCE[label]} as it was consented to; "
            f"a lead of {record.owner} restricts it before it is changed."
        )


def check_sources_fit(record: Record, sources: Iterable[Record]) -> None:
    """Refuse to rest a record on a source that not all of the record's readers may read.

    The sources' labels are read anew, a query each: a form may have been open for long.
    """
    label = widest_label(record)
    named = people_named(record) if label == Label.RED else []
    for source in sources:
        source.refresh_from_db(fields=["label", "coming_label", "coming_at"])
        if is_wider(label, source.label_now) or not all(may_see(one, source) for one in named):
            raise WrongState(
                f"{source.reference} is read by fewer people than {record.reference}; "
                f"share it as far first, or let fewer people read {record.reference}."
            )


def widest_label(record: Record) -> Label:
    """Return the label that a record bears or is to bear."""
    return Label(record.coming_label) if record.is_under_embargo else record.label_now


def others_consented(record: Record, label: Label) -> bool:
    """Say whether another organization than the owner consented to what the label lets out."""
    given = Consent.objects.filter(
        change__record_id=record.pk,
        change__kind=LabelChangeKind.WIDEN,
        change__status=LabelChangeStatus.DONE,
    ).exclude(organization=record.owner_id)
    return any(lets_out(one.change, label) for one in given.select_related("change"))


def lets_out(done: LabelChange, label: str) -> bool:
    """Say whether a label lets in readers whom a change let in, all of them or the nearest."""
    return is_wider(label, done.from_label) and not is_wider(label, done.to_label)


# --- Consent ----------------------------------------------------------------------------------


def consent_of(user: Reader, asked: LabelChange) -> Consent | None:
    """Return what a reader's organization was asked, if it was."""
    mine = organization_of(user).pk
    return next((one for one in asked.consents.all() if one.organization_id == mine), None)


def check_is_asked(user: Reader, asked: LabelChange) -> Consent:
    """Refuse people of an organization that was not asked, and roles that don't decide for it."""
    permission = who_consents_to(asked.to_label)
    if not has_permission(user, permission):
        raise Denied(PERMISSION_REFUSALS[permission])
    consent = consent_of(user, asked)
    if consent is None:
        raise Denied(f"{organization_of(user)} was not asked; nothing of yours is concerned.")
    return consent


def check_can_consent(user: Reader, asked: LabelChange) -> None:
    """A lead of an organization that is asked consents; beyond the partners a signatory does."""
    consent = check_is_asked(user, asked)
    if asked.status != LabelChangeStatus.ASKED:
        raise WrongState(f"{asked.reference} waits for nobody: {asked.get_status_display()}.")
    if consent.holds:
        raise WrongState(f"{organization_of(user)} has consented already.")
    check_stands_as_asked(matter_of(asked))


def check_consents(user: Reader) -> None:
    """Refuse whoever can consent to nothing at all for an organization."""
    if not consents(user):
        raise Denied("Only a lead or a signatory of a partner consents.")


def check_stands_as_asked(matter: Matter) -> None:
    """Refuse where the record reads otherwise by now, or rests on what was left to people by name.

    What is RED is never asked about.
    """
    asked = matter.asked
    if matter.is_outdated:
        raise WrongState(
            f"{asked.record_reference} was changed since you were asked; {asked.owner} asks again."
        )
    named = [source.pk for source in matter.sources if source.label_now == Label.RED]
    later = LabelChange.objects.filter(
        record_id__in=named, to_label=Label.RED, asked_at__gte=asked.asked_at
    )
    if later.exists():
        raise WrongState(
            f"{asked.record_reference} rests on a record that was left to fewer people since you "
            f"were asked; {asked.owner} asks again."
        )


def check_can_withdraw_consent(user: Reader, asked: LabelChange) -> None:
    """Who could consent takes the organization's consent back, also after it took effect."""
    consent = check_is_asked(user, asked)
    if not consent.holds:
        raise WrongState(f"{organization_of(user)} has not consented.")
    if asked.status == LabelChangeStatus.DONE and not is_in_effect(asked):
        raise WrongState(f"Nobody reads {asked.record_reference} by this consent any more.")
    if asked.from_label == Label.RED:
        raise WrongState(f"A lead leaves {asked.record_reference} to people by name again.")


def is_in_effect(done: LabelChange) -> bool:
    """Say whether a record lets in, or will, readers whom a change let in; narrowed in part it does."""
    record = done.record
    labels = (record.label_now, record.coming_label) if record.coming_label else (record.label_now,)
    return any(lets_out(done, label) for label in labels)


def check_can_call_off(user: Reader, asked: LabelChange) -> None:
    """The owner's leads and signatories call off what waits for consent."""
    if not (is_partner(user) and consents(user)):
        check_has(user, Permission.LEAD)
    check_same_organization(user, asked.owner)
    if asked.kind != LabelChangeKind.WIDEN or asked.status != LabelChangeStatus.ASKED:
        raise WrongState(f"{asked.reference} waits for nobody: {asked.get_status_display()}.")
