"""Who may touch another's way in: a lead resets a lost factor of their own people; nobody else anything."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from rest_framework.test import APIClient

from tests import factories
from tests.conftest import confirmed
from tracker import access, account_editing, editing
from tracker.confirmation import has_second_factor
from tracker.history.tracking import event_models
from tracker.models import User


def address(person):
    """Return where a person's second factor is reset."""
    return f"/people/{person.pk}/second-factor/"


def test_a_lead_resets_a_lost_second_factor_and_history_says_so(sam, leo, client):
    factories.make_second_factor(sam)
    client.force_login(leo)
    assert (
        "Reset the second factor"
        in client.get(f"/admin/tracker/user/{sam.pk}/change/").content.decode()
    )
    assert "signed out everywhere" in client.get(address(sam)).content.decode()
    assert client.post(address(sam))["Location"].startswith("/account/confirm/")
    assert has_second_factor(sam)
    assert confirmed(client, leo).post(address(sam)).status_code == 302
    assert not has_second_factor(sam)
    event = event_models()[User].objects.filter(pgh_obj=sam.pk).order_by("pgh_id").last()
    assert event.pgh_context["verb"] == "tracker.user.second_factor_reset"
    assert event.pgh_context["user"] == str(leo.pk)


@pytest.mark.parametrize("who", ["milo", "sam", "rita", "ada", "mona"])
def test_nobody_else_does(who, request, sam, leo, client):
    factories.make_second_factor(sam)
    by = request.getfixturevalue(who)
    client.force_login(by)
    assert client.post(address(sam)).status_code in {403, 404}
    with pytest.raises(access.Denied):
        account_editing.reset_second_factor(sam, by=by)
    assert has_second_factor(sam)


def test_a_lead_resets_it_by_a_program_too_and_nobody_else_does(sam, leo, milo, rita):
    factories.make_second_factor(sam)
    for by, status in ((rita, 403), (milo, 403), (leo, 200)):
        program = APIClient()
        program.credentials(HTTP_AUTHORIZATION=f"Bearer {factories.make_token(by, 'sign')}")
        answer = program.post(f"/api/v1/users/{sam.pk}/reset-second-factor/")
        assert answer.status_code == status
        assert has_second_factor(sam) is (status != 200)
    assert answer.json()["name"] == "sam"
    assert program.post(f"/api/v1/users/{leo.pk}/reset-second-factor/").status_code == 403


def test_a_lead_does_not_reset_their_own(leo, client):
    factories.make_second_factor(leo)
    client.force_login(leo)
    assert client.post(address(leo)).status_code == 403
    assert has_second_factor(leo)


def test_a_superuser_changes_no_partners_role_password_or_factor(ada, rita, leo, client):
    with pytest.raises(access.Denied):
        editing.edit_user(rita, by=ada, role="lead")
    with pytest.raises(access.Denied):
        editing.edit_user(rita, by=ada, is_active=False)
    with pytest.raises(access.Denied):
        account_editing.change_password(rita, by=ada, password="another correct horse")
    with pytest.raises(access.Denied):
        account_editing.issue_token(by=ada, account=rita, scopes=["read"])
    client.force_login(ada)
    page = f"/admin/tracker/user/{rita.pk}/change/"
    client.post(page, {"role": "lead", "is_active": "", "password": "another correct horse"})
    assert client.get(f"/admin/tracker/user/{rita.pk}/password/").status_code in {302, 404}
    rita.refresh_from_db()
    assert (rita.role, rita.is_active) == ("reviewer", True)
    assert rita.check_password(factories.PASSWORD)


def test_a_program_has_no_password_and_its_lead_gives_it_tokens_that_do_not_sign(leo, milo, client):
    robot = editing.add_user(
        by=leo, organization=leo.organization, username="robot", role="reviewer",
        password=factories.PASSWORD, is_service=True,
    )  # fmt: skip
    assert not robot.has_usable_password()
    client.force_login(leo)
    asked = {"name": "Imports", "scopes": ["read", "write"], "days": 30, "account": robot.pk}
    page = client.post("/account/tokens/", asked)
    token = page.context["token"]
    answer = client.get("/api/v1/lessons/", headers={"authorization": f"Bearer {token}"})
    assert answer.status_code == 200
    with pytest.raises(access.Denied):
        account_editing.issue_token(by=leo, account=robot, scopes=["sign"])
    with pytest.raises(access.Denied):
        account_editing.issue_token(by=milo, account=robot, scopes=["read"])


def test_two_people_of_an_organization_have_no_address_in_common(leo, rita, mira):
    from django.core.exceptions import ValidationError

    editing.edit_user(rita, by=leo, email="r@example.org")
    with pytest.raises(ValidationError, match="Somebody of this organization"):
        editing.add_user(
            by=leo, organization=leo.organization, username="twin", role="reviewer",
            email="R@example.org",
        )  # fmt: skip


@pytest.mark.parametrize("kind", ["app", "passkey"])
def test_taking_ones_second_factor_away_ends_the_tokens_that_sign(kind, sam, client):
    factories.make_token(sam, "read", "sign")
    factories.make_token(sam, "read", "write")
    key = Authenticator.objects.create(user=sam, type="webauthn", data={})
    address = "/account/app/remove/" if kind == "app" else f"/account/passkeys/{key.pk}/remove/"
    assert confirmed(client, sam).post(address).status_code == 302
    assert Authenticator.objects.filter(user=sam, type__in=["totp", "webauthn"]).count() == 1
    assert [token.scopes for token in sam.auth_token_set.all()] == [["read", "write"]]
