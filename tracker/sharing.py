"""The verbs of labels: to share and release, to consent, to narrow, to name people."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.utils import timezone

from tracker import sharing_access as access
from tracker.access import has_permission, organization_of, who_consents_to
from tracker.audience import (
    check_lets_in_labelled,
    check_lets_in_people,
    leave_to,
    rests_on_named,
)
from tracker.content import digest_to_read
from tracker.instants import check_to_come
from tracker.keys import new_key, new_reference
from tracker.models import Consent, LabelChange, Record, User
from tracker.notifying.telling import tell, tell_shared
from tracker.recording import change, lock, recorded
from tracker.sources import narrower_sources, organizations_concerned
from tracker.states import LABEL_AUDIENCE, Label, LabelChangeKind, LabelChangeStatus, is_wider

R = TypeVar("R", bound=Record)


# --- Wider ------------------------------------------------------------------------------------


@recorded("tracker.record.shared")
def share(record: R, *, by: User, takes_effect_at: datetime.datetime | None = None) -> R:
    """Let the partners read a record, at once or from an instant on, or ask whose consent it takes."""
    record = lock(record)
    access.check_can_share(by, record)
    return open_up(record, Label.AMBER, by=by, takes_effect_at=takes_effect_at)


@recorded("tracker.record.released_to_community")
def release_to_community(
    record: R, *, by: User, takes_effect_at: datetime.datetime | None = None
) -> R:
    """Let whoever signs in read a record, once a signatory of each organization concerned consented."""
    record = lock(record)
    access.check_can_release_to_community(by, record)
    return open_up(record, Label.GREEN, by=by, takes_effect_at=takes_effect_at)


@recorded("tracker.record.released_to_public")
def release_to_public(
    record: R, *, by: User, takes_effect_at: datetime.datetime | None = None
) -> R:
    """Let the world read a record, once a signatory of each organization concerned consented."""
    record = lock(record)
    access.check_can_release_to_public(by, record)
    return open_up(record, Label.CLEAR, by=by, takes_effect_at=takes_effect_at)


@recorded("tracker.record.opened_to_owner")
def open_to_owner(record: R, *, by: User) -> R:
    """Let all of the owner's people read what only the people it names could."""
    record = lock(record)
    access.check_can_open_to_owner(by, record)
    widen(record, Label.AMBER_STRICT, by=by)
    leave_to(record, ())
    return record


def share_along(record: Record, *, by: User) -> None:
    """Share what goes along with a record that a lead shares; the caller holds lock and check.

    What is RED or rests on what is, shared, under embargo or asked for already stays as it is.
    """
    waits = record.is_under_embargo or access.waiting_change(record) is not None
    if record.label_now == Label.AMBER_STRICT and not waits and not rests_on_named(record):
        widen(record, Label.AMBER, by=by)


def open_up(
    record: R, label: Label, *, by: User, takes_effect_at: datetime.datetime | None = None
) -> R:
    """Widen a locked record's label and tell the leads of partners who can read it by that."""
    before = record.label_now
    widen(record, label, by=by, takes_effect_at=takes_effect_at)
    tell_shared(record, before, by=by)
    return record


def widen(
    record: R, label: Label, *, by: User, takes_effect_at: datetime.datetime | None = None
) -> R:
    """Widen a locked record's label if the writer's consent is all it takes; else ask for the rest."""
    check_to_come("takes_effect_at", takes_effect_at)
    lock_foreign_sources(record, label)
    check_lets_in_labelled(by, record)
    end_waiting(record, LabelChangeStatus.OUTDATED)
    asked = ask(record, label, by=by, takes_effect_at=takes_effect_at)
    if has_permission(by, who_consents_to(label)):
        give(asked, by)
    complete(asked, record)
    if asked.status == LabelChangeStatus.ASKED:
        tell_asked(asked, by=by)
    return record


def tell_asked(asked: LabelChange, *, by: User) -> None:
    """Tell those who can consent for the organizations that have not."""
    missing = [one.organization_id for one in asked.consents.all() if not one.holds]
    people = User.objects.who_may(who_consents_to(asked.to_label))
    people = people.filter(organization__in=missing)
    tell(people, "consent-asked", asked, f"consent-asked:{asked.pk}", by=by)


def lock_foreign_sources(record: Record, label: str) -> None:
    """Let nobody narrow another organization's source while it is asked who has to consent.

    Derived before source is the order in which acceptance locks across organizations too.
    """
    for source in narrower_sources(record, label):
        if source.owner_id != record.owner_id:
            lock(source)


def ask(
    record: Record, label: Label, *, by: User, takes_effect_at: datetime.datetime | None
) -> LabelChange:
    """Write down what is asked, about which content, and of whom."""
    asked = new_change(
        record, LabelChangeKind.WIDEN, label, by, takes_effect_at, digest=digest_to_read(record)
    )
    for organization in organizations_concerned(record, label):
        Consent.objects.create(change=asked, organization=organization)
    return asked


def new_change(
    record: Record,
    kind: str,
    label: str,
    by: User,
    takes_effect_at: datetime.datetime | None = None,
    **fields: str,
) -> LabelChange:
    """Write down that somebody changes a label, or asks to."""
    return LabelChange.objects.create(
        id=new_key(),
        reference=new_reference(LabelChange, record.owner.code, LabelChange.reference_prefix),
        noun=record._meta.label_lower,
        record_id=record.pk,
        record_reference=record.reference,
        owner=record.owner,
        kind=kind,
        from_label=record.label_now,
        to_label=label,
        takes_effect_at=takes_effect_at,
        asked_by=by,
        **fields,
    )


def give(asked: LabelChange, by: User) -> None:
    """Consent for the writer's organization, if it is asked."""
    mine = asked.consents.filter(organization=organization_of(by), given_at=None)
    for consent in mine.select_for_update():
        change(consent, given_by=by, given_at=timezone.now())


def complete(asked: LabelChange, record: Record) -> None:
    """Widen the label when the last consent is there; one that comes after the instant acts at once.

    A source may have been narrowed since it was asked: then its organization is asked too.
    """
    added = [
        Consent.objects.get_or_create(change=asked, organization=organization)[1]
        for organization in organizations_concerned(record, asked.to_label)
    ]
    if not all(consent.holds for consent in asked.consents.all()):
        if any(added):
            tell_asked(asked, by=asked.asked_by)
        return
    settle(asked, LabelChangeStatus.DONE)
    instant = asked.takes_effect_at
    if instant is not None and instant > timezone.now():
        change(record, label=record.label_now, coming_label=asked.to_label, coming_at=instant)
    else:
        change(record, label=asked.to_label, coming_label="", coming_at=None)


def settle(asked: LabelChange, status: str) -> None:
    """End a change of a label."""
    change(asked, status=status, settled_at=timezone.now())


def end_waiting(record: Record, status: str) -> None:
    """End what a record waits for consent to; nothing where it waits for none."""
    for asked in LabelChange.objects.select_for_update().waiting().filter(record_id=record.pk):
        settle(asked, status)


# --- Consent ----------------------------------------------------------------------------------


@recorded("tracker.labelchange.consented")
def consent(asked: LabelChange, *, by: User) -> LabelChange:
    """Consent for an organization to what was asked; the last consent needed widens the label."""
    record, asked = lock_with_record(asked)
    access.check_can_consent(by, asked)
    before = record.label_now
    give(asked, by)
    complete(asked, record)
    tell_shared(record, before, by=by)
    return asked


@recorded("tracker.labelchange.consent_withdrawn")
def withdraw_consent(asked: LabelChange, *, by: User, reason: str) -> LabelChange:
    """Take an organization's consent back: what waits ends, what took effect is narrowed again."""
    record, asked = lock_with_record(asked)
    access.check_can_withdraw_consent(by, asked)
    took_effect = asked.status == LabelChangeStatus.DONE
    for one in asked.consents.select_for_update().filter(organization=organization_of(by)):
        change(one, withdrawn_by=by, withdrawn_at=timezone.now())
    settle(asked, LabelChangeStatus.WITHDRAWN)
    if took_effect:
        narrow(record, Label(asked.from_label), by=by, reason=reason)
    return asked


@recorded("tracker.labelchange.called_off")
def call_off(asked: LabelChange, *, by: User) -> LabelChange:
    """End what was asked before everybody consented."""
    _record, asked = lock_with_record(asked)
    access.check_can_call_off(by, asked)
    settle(asked, LabelChangeStatus.CALLED_OFF)
    return asked


def lock_with_record(asked: LabelChange) -> tuple[Record, LabelChange]:
    """Return a record and the change of its label, locked in the order that sharing takes."""
    return lock(asked.record), lock(asked)


# --- Narrower ---------------------------------------------------------------------------------


@recorded("tracker.record.restricted")
def restrict(record: R, *, by: User, audience: str, reason: str) -> R:
    """Let fewer people read a record, and call off what was to come; what was read stays read."""
    record = lock(record)
    access.check_can_restrict(by, record)
    label, holds = Label(audience), record.label_now
    if is_wider(label, holds):
        raise ValidationError(
            {"audience": f"Only {LABEL_AUDIENCE[holds]} can read it; this would let more."}
        )
    if label == holds and not record.is_under_embargo:
        raise ValidationError({"audience": f"It is {holds.label} already."})
    narrow(record, label, by=by, reason=reason)
    return record


@recorded("tracker.record.left_to_named_people")
def name_people(record: R, *, by: User, people: Iterable[User] = (), reason: str) -> R:
    """Leave a record to people by name, whatever their side; the lead who does it stays among them."""
    record = lock(record)
    access.check_can_name_people(by, record)
    named = [*people, by]
    check_lets_in_people(by, record, named)
    narrow(record, Label.RED, by=by, reason=reason)
    leave_to(record, named)
    tell(named, "named", record, f"named:{record.pk}:{timezone.localdate()}", by=by)
    return record


def narrow(record: Record, label: Label, *, by: User, reason: str) -> None:
    """Narrow a locked record's label and write down who did it and why."""
    if not reason.strip():
        raise ValidationError({"reason": "Say why fewer people may read it."})
    end_waiting(record, LabelChangeStatus.CALLED_OFF)
    done = new_change(record, LabelChangeKind.NARROW, label, by, reason=reason.strip())
    settle(done, LabelChangeStatus.DONE)
    change(record, label=label, coming_label="", coming_at=None)
