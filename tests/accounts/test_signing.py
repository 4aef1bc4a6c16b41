"""Signing needs a second factor given a short while ago, on every surface; with it, each verb signs."""

from __future__ import annotations

import datetime
import time
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from lessons import practice_editing, practice_transitions
from lessons.learning_transitions import sign_no_action
from lessons.models import Lesson, PracticeVersion
from lessons.verbs import VERBS
from reviews.models import Condition, CycleItem
from reviews.transitions import concur, concur_with_conditions
from tests import factories
from tests.conftest import confirmed
from tracker import sharing
from tracker.confirmation import AGAIN, NO_SCOPE, SET_UP
from tracker.editing import delegate_signing
from tracker.models import Delegation
from tracker.sharing_access import waiting_change
from tracker.verbs import verb_named

DAY = datetime.timedelta(days=1)


@pytest.fixture
def to_sign(rita, leo, sam, mona):
    """Return for each verb that signs what Sam can sign with it."""
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    endorsed = factories.make_endorsed_lesson(rita, leo, sam, mona)
    version = practice_editing.draft_practice(endorsed, by=rita)
    version = practice_transitions.propose_practice(version, by=rita)
    return {(Lesson, "endorse"): lesson, (PracticeVersion, "approve"): version}


@pytest.fixture
def asking(rita, leo, sam, mona):
    """Return for each verb that signs and asks more than a statement what Sam can do it to."""
    item = factories.make_item_to_sign(rita, leo)
    given: dict[str, Any] = {"condition": "A monitor", "test": "It alerts", "due_on": factories.DAY}
    other = factories.make_item_to_sign(rita, leo)
    concur_with_conditions(other, by=mona, assignee=mona, **given)
    ours = factories.make_item_to_sign(rita, leo)
    concur_with_conditions(ours, by=sam, assignee=mona, **given)
    signed = factories.make_endorsed_lesson(rita, leo, sam)
    endorsed, left = (factories.make_endorsed_lesson(rita, leo, sam, mona) for _ in range(2))
    sign_no_action(left, by=sam, reason="It is gone.")
    version = practice_editing.draft_practice(
        factories.make_endorsed_lesson(rita, leo, sam, mona), by=rita
    )
    version = practice_transitions.propose_practice(version, by=rita)
    practice_transitions.approve_practice(version, by=sam)
    concur(other, by=sam)
    dana = factories.make_user("dana", rita.organization, "observer")
    delegation = delegate_signing(by=sam, delegate=dana, ends_at=timezone.now() + DAY)
    stances = ("block", "recuse", "concur-with-conditions", "concur")
    return {
        **{(CycleItem, stance): item for stance in stances},
        (CycleItem, "withdraw-position"): other,
        (CycleItem, "add-condition"): ours,
        (Delegation, "revoke"): delegation,
        (Condition, "waive"): other.conditions.get(),
        (Lesson, "withdraw-endorsement"): signed,
        (Lesson, "no-action"): endorsed,
        (Lesson, "withdraw-no-action"): left,
        (PracticeVersion, "withdraw-approval"): version,
    }


API = {Lesson: "lessons", PracticeVersion: "practice-versions"}


def page_of(noun, record, verb):
    """Return the address of a verb's page."""
    return f"/do/{noun._meta.model_name}/{record.reference}/{verb}/"


def signatures(record):
    """Count what was signed on a record."""
    related = "endorsements" if isinstance(record, Lesson) else "approvals"
    return getattr(record, related).count()


def test_every_verb_that_signs_is_tried_here(to_sign, asking):
    every = [(noun, verb) for noun, verbs in VERBS.items() for verb in verbs]
    signing = {(noun, verb.name) for noun, verb in every if verb.signs is True}
    redacting = {(noun, "redact") for noun in (Lesson, PracticeVersion, CycleItem, Condition)}
    assert signing == {*to_sign, *asking, *redacting}


def test_words_go_from_what_was_signed_with_the_second_factor_alone(to_sign, asking, leo):
    """Leads redact; each is let through to the form's own questions once the factor was given."""
    for noun, verb in (*to_sign, *asking):
        if noun is not Delegation:
            record = {**to_sign, **asking}[noun, verb]
            address = page_of(noun, record, "redact")
            bare = Client()
            bare.force_login(leo)
            assert bare.post(address, {})["Location"].startswith("/account/confirm/")
            assert confirmed(Client(), leo).post(address, {}).status_code == 400
            leo.authenticator_set.all().delete()


def test_no_page_of_a_verb_that_asks_more_signs_without_the_second_factor(asking, sam):
    """Each is let through to its own questions once the factor was given: 400, or 302 where it has none."""
    for (noun, verb), record in asking.items():
        bare = Client()
        bare.force_login(sam)
        address = page_of(noun, record, verb)
        assert bare.post(address, {})["Location"].startswith("/account/confirm/")
        through = confirmed(Client(), sam).post(address, {})
        assert through.status_code == 400 or through["Location"] == record.get_absolute_url()


def test_what_a_signatory_consents_to_is_a_signature_and_what_a_lead_asks_for_is_none(
    leo, sam, rita
):
    system = factories.make_system(rita)
    address = f"/do/aisystem/{system.reference}/release-public/"
    bare = Client()
    bare.force_login(sam)
    assert bare.post(address, {})["Location"].startswith("/account/confirm/")
    program = APIClient()
    program.credentials(HTTP_AUTHORIZATION=f"Bearer {factories.make_token(sam, 'write')}")
    api = f"/api/v1/systems/{system.reference}/release-public/"
    assert program.post(api, {}).status_code == 403
    assert confirmed(Client(), sam).post(address, {})["Location"] == system.get_absolute_url()
    other = factories.make_system(rita)
    bare.force_login(leo)
    asked = bare.post(f"/do/aisystem/{other.reference}/release-public/", {})
    assert not asked["Location"].startswith("/account/")


def test_a_signatory_takes_consent_back_with_the_second_factor_and_a_lead_without(
    rita, leo, mira, milo, sam, mona
):
    said = {"reason": "Not yet."}
    for by, share, needs_factor in (
        (sam, sharing.release_to_public, True),
        (leo, sharing.share, False),
    ):
        lesson = factories.make_lesson_of_both(rita, leo, theirs=mira, their_lead=milo)
        theirs = lesson.findings.get(owner=mira.organization)
        sharing.restrict(theirs, by=milo, audience="amber_strict", reason="Too early.")
        asked = waiting_change(share(lesson, by=by))
        assert asked is not None
        bare = Client()
        bare.force_login(by)
        address = f"/do/labelchange/{asked.reference}/withdraw-consent/"
        led_away = bare.post(address, said)["Location"].startswith("/account/confirm/")
        assert led_away is needs_factor
        if needs_factor:
            done = confirmed(Client(), by).post(address, said)
            assert done["Location"] == asked.get_absolute_url()


@pytest.fixture
def delegating(sam, oai):
    """Return what Sam says to let Dana sign for a day, in the admin and to the API."""
    dana = factories.make_user("dana", oai, "observer")
    ends_at = timezone.now() + DAY
    typed = {"delegate": str(dana.pk), "ends_at": ends_at.strftime("%Y-%m-%dT%H:%M")}
    return typed, {"delegate": str(dana.pk), "ends_at": ends_at.isoformat()}


def test_to_delegate_in_the_admin_takes_the_second_factor_and_nothing_typed_is_lost(
    delegating, sam
):
    typed, _sent = delegating
    address = "/admin/tracker/delegation/add/"
    client = Client()
    client.force_login(sam)
    factories.make_second_factor(sam)
    typed["reason"] = "Away at sea"
    assert client.post(address, typed)["Location"].startswith("/account/confirm/")
    assert not Delegation.objects.exists()
    assert "Away at sea" in client.get(address).content.decode()
    assert confirmed(client, sam).post(address, typed).status_code == 302
    assert Delegation.objects.get().reason == "Away at sea"


def test_to_delegate_by_a_program_takes_a_token_that_signs(delegating, sam):
    _typed, sent = delegating
    address = "/api/v1/delegations/"
    session = APIClient()
    session.force_login(sam)
    assert session.post(address, sent).status_code == 403
    for scopes, status in ((("read", "write"), 403), (("sign",), 201)):
        program = APIClient()
        program.credentials(HTTP_AUTHORIZATION=f"Bearer {factories.make_token(sam, *scopes)}")
        assert program.post(address, sent).status_code == status
    reference = Delegation.objects.get().reference
    revoke = f"/api/v1/delegations/{reference}/revoke/"
    assert session.post(revoke, {}).status_code == 403
    assert program.post(revoke, {}).status_code == 200


@pytest.mark.parametrize("surface", ["", "admin"])
def test_no_page_signs_without_the_second_factor_and_each_does_with_it(to_sign, sam, surface):
    for (noun, verb), record in to_sign.items():
        address, before = page_of(noun, record, verb), signatures(record)
        body = {"from": surface, "content_version": record.content_version}
        bare = Client()
        bare.force_login(sam)
        assert bare.post(address, body)["Location"].startswith("/account/confirm/")
        assert signatures(record) == before
        assert confirmed(Client(), sam).post(address, body).status_code == 302
        assert signatures(record) == before + 1


def test_no_program_signs_without_the_second_factor_and_each_does_with_it(to_sign, sam):
    for (noun, verb), record in to_sign.items():
        address = f"/api/v1/{API[noun]}/{record.reference}/{verb}/"
        before = signatures(record)
        session = APIClient()
        session.force_login(sam)
        assert session.post(address, {}).status_code == 403
        for scopes in (("read",), ("read", "write")):
            program = APIClient()
            program.credentials(HTTP_AUTHORIZATION=f"Bearer {factories.make_token(sam, *scopes)}")
            assert program.post(address, {}).status_code == 403
        assert signatures(record) == before
        assert confirmed(APIClient(), sam).post(address, {}).status_code == 200
        assert signatures(record) == before + 1


def test_a_token_that_may_sign_signs(to_sign, sam):
    lesson = to_sign[Lesson, "endorse"]
    program = APIClient()
    program.credentials(HTTP_AUTHORIZATION=f"Bearer {factories.make_token(sam, 'sign')}")
    assert program.post(f"/api/v1/lessons/{lesson.reference}/endorse/", {}).status_code == 200


def test_a_token_signs_no_more_once_its_person_has_no_second_factor(to_sign, sam):
    lesson = to_sign[Lesson, "endorse"]
    program = APIClient()
    program.credentials(HTTP_AUTHORIZATION=f"Bearer {factories.make_token(sam, 'sign')}")
    sam.authenticator_set.all().delete()
    answer = program.post(f"/api/v1/lessons/{lesson.reference}/endorse/", {})
    assert (answer.status_code, answer.json()["detail"]) == (403, SET_UP)
    assert signatures(lesson) == 0


def test_each_refusal_says_what_to_do(to_sign, sam, settings):
    lesson = to_sign[Lesson, "endorse"]
    address = f"/api/v1/lessons/{lesson.reference}/endorse/"
    client = APIClient()
    client.force_login(sam)
    assert client.post(address, {}).json()["detail"] == SET_UP
    confirmed(client, sam)
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = -1
    assert client.post(address, {}).json()["detail"] == AGAIN.format(minutes=0)
    program = APIClient()
    program.credentials(HTTP_AUTHORIZATION=f"Bearer {factories.make_token(sam, 'write')}")
    assert "“sign”" in program.post(address, {}).json()["detail"]
    assert "“sign”" in NO_SCOPE


def test_a_factor_given_too_long_ago_counts_no_more(to_sign, sam, monkeypatch):
    lesson = to_sign[Lesson, "endorse"]
    client, address = confirmed(Client(), sam), page_of(Lesson, lesson, "endorse")
    now = time.time()
    monkeypatch.setattr("tracker.confirmation.time.time", lambda: now + 15 * 60 + 1)
    assert client.post(address, {"content_version": 1})["Location"].startswith("/account/confirm/")
    monkeypatch.setattr("tracker.confirmation.time.time", lambda: now + 15 * 60 - 60)
    assert client.post(address, {"content_version": 1})["Location"] == lesson.get_absolute_url()


def test_another_persons_factor_does_not_count(to_sign, sam, mona):
    lesson = to_sign[Lesson, "endorse"]
    factories.make_second_factor(sam)
    client = confirmed(Client(), mona)
    session = client.session
    kept = {key: value for key, value in session.items() if key.startswith("account_auth")}
    client.force_login(sam)
    session = client.session
    session.update(kept)
    session.save()
    response = client.post(page_of(Lesson, lesson, "endorse"), {"content_version": 1})
    assert response["Location"].startswith("/account/confirm/")


def test_a_verb_that_does_not_sign_asks_for_nothing(rita, client):
    seen = factories.make_observation(rita)
    verb = verb_named(type(seen), "dismiss")
    assert verb is not None
    assert not verb.signs
    client.force_login(rita)
    response = client.post(f"/do/observation/{seen.reference}/dismiss/", {"reason": "Twice."})
    assert response["Location"] == seen.get_absolute_url()


def test_whoever_may_not_sign_is_told_so_first(to_sign, rita, client):
    client.force_login(rita)
    response = client.post(page_of(Lesson, to_sign[Lesson, "endorse"], "endorse"), {})
    assert response.status_code == 403
    assert "Only a signatory" in response.content.decode()
