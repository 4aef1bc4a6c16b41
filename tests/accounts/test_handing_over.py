"""Whoever leaves hands all that they carry to a colleague in one go; a lead sees first what it is."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from pghistory.models import Event
from rest_framework.test import APIClient

from lessons import editing as lessons_editing
from lessons import transitions as lessons_transitions
from lessons.handing import CARRIED
from lessons.outcome_editing import propose_research
from lessons.update_transitions import accept_update
from reviews.transitions import concur, concur_with_conditions, withdraw_cycle
from tests import factories
from tests.admin.pages import main_form, send, signed_in, url
from tests.queries import count_queries
from tracker.access import Denied, WrongState
from tracker.editing import edit_system, edit_user
from tracker.handing import carried_by, digest_of
from tracker.history.tracking import event_models
from tracker.models import Recipient, User
from tracker.transitions import hand_over


@pytest.fixture
def nina(oai, msft):
    """Reviews at OpenAI beside Rita."""
    return factories.make_user("nina", oai, "reviewer")


@pytest.fixture
def carried(rita, leo, sam, mona):
    """One of each that Rita carries, and one of each that is over or another's."""
    system = edit_system(factories.make_system(leo), by=leo, steward=rita)
    cycle = factories.make_cycle(leo, leads=[rita, mona])
    series = factories.make_series(leo, leads=[rita])
    item = factories.make_item_to_sign(rita, leo)
    given: dict[str, Any] = {"condition": "A monitor", "test": "It alerts", "due_on": factories.DAY}
    concur_with_conditions(item, by=sam, assignee=rita, **given)
    lesson = factories.make_lesson(rita, assignee=rita)
    update = accept_update(
        factories.make_update(rita, factories.make_endorsed_lesson(rita, leo, sam, mona)),
        by=leo, assignee=rita, due_on=factories.DAY,
    )  # fmt: skip
    research = lessons_transitions.adopt_research(
        propose_research(by=rita, title="Why"), by=leo, assignee=rita
    )
    lessons_transitions.reject_lesson(
        factories.make_lesson(rita, assignee=rita), by=leo, reason="None."
    )
    withdraw_cycle(factories.make_cycle(leo, leads=[rita]), by=leo)
    factories.make_lesson(leo, assignee=leo)
    return [system, cycle, series, item.conditions.get(), lesson, update, research]


def references(person, reader):
    """Return what a person carries."""
    return [one.record.reference for one in carried_by(person, reader)]


def test_all_that_somebody_carries_goes_to_one_colleague(carried, rita, leo, nina, mona):
    assert references(rita, leo) == [one.reference for one in carried]
    handed = hand_over(rita, by=leo, to=nina)
    assert len(handed) == len(carried)
    assert references(rita, leo) == []
    assert references(nina, leo) == [one.reference for one in carried]
    assert set(carried[1].leads.all()) == {nina, mona}


def test_history_says_that_it_was_handed_over(carried, rita, leo, nina):
    hand_over(rita, by=leo, to=nina)
    for record in (carried[0], carried[4]):
        last = event_models()[type(record)].objects.filter(pgh_obj=record.pk).latest("pgh_id")
        assert last.pgh_context["verb"] == "tracker.user.handed_over"


@pytest.mark.parametrize("who", ["rita", "sam", "milo", "ada", "mira"])
def test_nobody_but_a_lead_of_theirs_hands_over(who, carried, rita, leo, nina, request, client):
    by = request.getfixturevalue(who)
    client.force_login(by)
    with pytest.raises(Denied):
        hand_over(rita, by=by, to=nina)
    assert client.get(f"/people/{rita.pk}/hand-over/").status_code == 403
    assert client.post(f"/people/{rita.pk}/hand-over/", {"to": nina.pk}).status_code == 403
    assert len(references(rita, leo)) == len(carried)


def test_it_goes_to_somebody_of_the_same_organization_who_is_there(carried, rita, leo, mira, nina):
    edit_user(nina, by=leo, is_active=False)
    nina.refresh_from_db()
    for to in (mira, nina, rita):
        with pytest.raises(ValidationError):
            hand_over(rita, by=leo, to=to)
    assert len(references(rita, leo)) == len(carried)


def test_one_refusal_names_its_record_and_leaves_all_as_it_was(carried, rita, leo, sam):
    lesson = factories.make_endorsed_lesson(rita, leo, sam)
    lessons_transitions.reassign_lesson(lesson, by=leo, assignee=rita)
    with pytest.raises(ValidationError, match=f"{lesson.reference}: sam signed this lesson"):
        hand_over(rita, by=leo, to=sam)
    assert len(references(rita, leo)) == len(carried) + 1


def test_what_was_not_shown_is_not_handed_over(carried, rita, leo, nina):
    shown = digest_of(carried_by(rita, leo))
    lessons_editing.edit_lesson(factories.make_lesson(rita), by=rita, assignee=rita)
    with pytest.raises(WrongState, match="look again"):
        hand_over(rita, by=leo, to=nina, seen=shown)


def test_what_names_people_and_not_the_lead_stays_and_is_not_shown(rita, leo, nina, client):
    lesson = factories.make_lesson(rita, assignee=rita)
    type(lesson).objects.filter(pk=lesson.pk).update(label="red")
    Recipient.objects.create(user=rita, record_id=lesson.pk)
    assert references(rita, leo) == []
    client.force_login(leo)
    page = client.get(f"/people/{rita.pk}/hand-over/").content.decode()
    assert lesson.reference not in page
    assert "carries nothing open that you can see" in page


def test_whatever_has_somebody_responsible_is_handed_over():
    responsible = {
        one
        for one in apps.get_models()
        for field in (*one._meta.fields, *one._meta.many_to_many)
        if field.name in {"assignee", "steward", "leads"} and not one._meta.proxy
        and not issubclass(one, Event)
    }  # fmt: skip
    assert responsible == {kind.noun for kind in CARRIED}


# --- On each surface --------------------------------------------------------------------------


def test_the_page_shows_what_goes_and_then_hands_it_over(carried, rita, leo, nina, client):
    client.force_login(leo)
    address = f"/people/{rita.pk}/hand-over/"
    page = client.get(address)
    for record in carried:
        assert record.reference in page.content.decode()
    seen = page.context["form"].initial["seen"]
    stale = client.post(address, {"to": nina.pk, "seen": "0" * 64})
    assert stale.status_code == 400
    assert "look again" in stale.content.decode()
    assert stale.context["form"]["seen"].value() == seen
    done = client.post(address, {"to": nina.pk, "seen": seen}, follow=True)
    assert "7 items are with nina now." in done.content.decode()
    assert references(nina, leo) == [one.reference for one in carried]


def test_a_program_reads_what_somebody_carries_and_hands_it_over(carried, rita, leo, milo, nina):
    program = APIClient()
    program.credentials(HTTP_AUTHORIZATION=f"Bearer {factories.make_token(leo, 'read', 'write')}")
    base = f"/api/v1/users/{rita.pk}"
    listed = program.get(f"{base}/carried/")
    assert [one["reference"] for one in listed.json()] == [one.reference for one in carried]
    assert listed["X-TLP"] == "TLP:AMBER+STRICT"
    assert program.post(f"{base}/hand-over/", {}).status_code == 400
    assert len(program.post(f"{base}/hand-over/", {"to": str(nina.pk)}).json()) == 7
    assert program.get(f"{base}/carried/").json() == []
    program.force_authenticate(milo)
    assert program.get(f"{base}/carried/").status_code == 403


def close(browser, person):
    """Take the tick off an account's being active, and return the page that follows."""
    form = main_form(browser.get(url(person)).content.decode())
    del form["is_active"]
    return send(browser, url(person), form).content.decode()


def test_an_account_is_closed_once_its_person_carries_nothing(carried, rita, leo, nina, mira):
    browser = signed_in(leo)
    page = browser.get(url(rita)).content.decode()
    assert "Hand over what they carry" in page
    assert carried[0].reference in page
    said = close(browser, rita)
    assert "still carries 7 open items (" in said
    assert carried[0].reference in said
    assert User.objects.get(pk=rita.pk).is_active
    with pytest.raises(WrongState, match="hand over what they carry first"):
        edit_user(rita, by=leo, is_active=False)
    hand_over(rita, by=leo, to=nina)
    close(browser, rita)
    assert not User.objects.get(pk=rita.pk).is_active
    assert "Carries" not in signed_in(mira).get(url(rita)).content.decode()


def test_closing_an_account_that_carries_nothing_says_nothing(rita, leo):
    browser = signed_in(leo)
    said = close(browser, rita)
    assert "still carries" not in said
    assert not User.objects.get(pk=rita.pk).is_active


def test_more_items_cost_no_more_queries(carried, rita, leo, client):
    client.force_login(leo)
    address = f"/people/{rita.pk}/hand-over/"
    client.get(address)
    few = count_queries(lambda: client.get(address))
    for _ in range(4):
        factories.make_lesson(rita, assignee=rita)
        edit_system(factories.make_system(leo), by=leo, steward=rita)
    item = factories.make_item_to_sign(rita, leo)
    concur(item, by=factories.make_user("sue", rita.organization, "signatory"))
    assert count_queries(lambda: client.get(address)) == few
