"""A signatory lets someone of their organization sign in their stead, for a period."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from lessons import transitions
from lessons.editing import edit_lesson
from lessons.models import Endorsement, Lesson
from tests import factories
from tracker.access import Denied, Permission, WrongState, has_permission
from tracker.editing import delegate_signing, edit_user
from tracker.models import Delegation
from tracker.sharing import share
from tracker.transitions import revoke_delegation

WEEK = datetime.timedelta(days=7)


@pytest.fixture
def dana(oai, msft):
    """Observes at OpenAI until somebody lets her sign."""
    return factories.make_user("dana", oai, "observer")


@pytest.fixture
def delegation(sam, dana):
    """Sam is away for a week."""
    return delegate_signing(by=sam, delegate=dana, ends_at=timezone.now() + WEEK)


@pytest.fixture
def lesson(rita, leo):
    """A lesson before the signatories."""
    return share(factories.make_lesson(rita), by=leo)


def test_a_delegate_signs_for_the_organization_and_the_signature_says_so(lesson, dana, delegation):
    assert lesson in Lesson.objects.awaiting_signature(dana)
    transitions.endorse(lesson, by=dana)
    signature = Endorsement.objects.get()
    assert signature.organization == dana.organization
    assert signature.signer == "dana for sam (delegated)"


def test_without_a_delegation_the_same_person_is_refused(lesson, dana):
    with pytest.raises(Denied, match="Only a signatory"):
        transitions.endorse(lesson, by=dana)


def test_a_delegation_ends_with_its_period(dana, delegation):
    assert has_permission(dana, Permission.SIGN)
    for shift in (-2 * WEEK, 4 * WEEK):
        start, end = delegation.starts_at + shift, delegation.ends_at + shift
        Delegation.objects.update(starts_at=start, ends_at=end)
        assert not has_permission(dana, Permission.SIGN)


def test_a_delegation_ends_when_it_is_revoked(sam, dana, delegation, milo, rita, leo):
    for other in (milo, rita, dana):
        with pytest.raises(Denied):
            revoke_delegation(delegation, by=other)
    revoke_delegation(delegation, by=leo)
    assert not has_permission(dana, Permission.SIGN)
    with pytest.raises(WrongState, match="ended already"):
        revoke_delegation(delegation, by=sam)


def test_a_delegation_ends_with_its_signatory(dana, delegation, leo, sam):
    edit_user(sam, by=leo, role="observer")
    assert not has_permission(dana, Permission.SIGN)


def test_what_a_signatory_may_not_sign_the_delegate_does_not_either(
    lesson, rita, sam, dana, delegation
):
    edit_lesson(lesson, by=rita, assignee=sam)
    assert lesson not in Lesson.objects.awaiting_signature(dana)
    with pytest.raises(Denied, match="wrote this lesson or carry it"):
        transitions.endorse(lesson, by=dana)


def test_nobody_delegates_on(sam, dana, delegation, rita, mona):
    with pytest.raises(Denied, match="only a signatory can delegate"):
        delegate_signing(by=dana, delegate=rita, ends_at=timezone.now() + WEEK)
    with pytest.raises(Denied):
        delegate_signing(by=rita, delegate=dana, ends_at=timezone.now() + WEEK)


def test_only_someone_of_the_same_organization_who_does_not_sign_anyway(sam, oai, mira):
    other = factories.make_user("sue", oai, "signatory")
    for wrong in (mira, other, sam):
        with pytest.raises(ValidationError):
            delegate_signing(by=sam, delegate=wrong, ends_at=timezone.now() + WEEK)


def test_a_delegation_is_for_a_period_still_to_come(sam, dana):
    with pytest.raises(ValidationError, match="still to come"):
        delegate_signing(by=sam, delegate=dana, ends_at=timezone.now() - WEEK)


def test_the_database_holds_one_delegation_at_a_time_within_one_organization(
    sam, dana, delegation, mira, rita, oai
):
    second = factories.make_user("sue", oai, "signatory")
    period = {"starts_at": delegation.starts_at, "ends_at": delegation.ends_at}
    for number, (signatory, delegate) in enumerate(
        [(second, mira), (sam, rita), (second, dana), (dana, rita), (second, sam)]
    ):
        refused = pytest.raises(IntegrityError, match=r"organization|another delegation")
        with refused, transaction.atomic():
            Delegation.objects.create(
                reference=f"X{number}", signatory=signatory, delegate=delegate, **period
            )
    Delegation.objects.create(reference="Y", signatory=second, delegate=rita, **period)
