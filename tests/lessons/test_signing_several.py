"""Several records are signed in one go, each as it was read, from one page or one request."""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework.test import APIClient

from lessons import transitions
from lessons.editing import edit_lesson
from lessons.models import Endorsement, PracticeApproval
from lessons.practice_editing import draft_practice
from lessons.practice_transitions import propose_practice
from lessons.signing import all_waiting
from reviews.transitions import concur_with_conditions
from tests import factories
from tests.conftest import confirmed
from tests.queries import count_queries
from tracker.material import content_of, contents_of, digest_now
from tracker.sharing import share


def ticked(*records) -> list[str]:
    """Return what the boxes of records carry, as they stand now."""
    return [f"{r._meta.model_name} {r.reference} {digest_now(r)}" for r in records]


@pytest.fixture
def lessons(rita, leo):
    """Three lessons before the signatories."""
    return [share(factories.make_lesson(rita), by=leo) for _ in range(3)]


@pytest.fixture
def version(rita, leo, sam, mona, mira):
    """A practice version before the signatories."""
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    return propose_practice(draft_practice(lesson, by=mira), by=mira)


def test_the_page_offers_each_with_a_box_of_its_own_digest(lessons, version, sam, client):
    confirmed(client, sam)
    page = client.get("/signing/").content.decode()
    for box in ticked(*lessons, version):
        assert f'value="{box}"' in page


def test_what_is_ticked_is_signed_and_nothing_else(lessons, version, sam, client):
    confirmed(client, sam)
    chosen = ticked(lessons[0], lessons[1], version)
    assert client.post("/signing/", {"chosen": chosen}).status_code == 302
    assert set(
        Endorsement.objects.filter(signed_by=sam, lesson__in=lessons).values_list(
            "lesson", flat=True
        )
    ) == {lessons[0].pk, lessons[1].pk}
    assert PracticeApproval.objects.get().signed_by == sam


def test_what_was_changed_meanwhile_is_refused_and_the_others_are_signed(
    lessons, rita, sam, client
):
    confirmed(client, sam)
    chosen = ticked(*lessons)
    edit_lesson(lessons[1], by=rita, insight="Changed behind his back.")
    answer = client.post("/signing/", {"chosen": chosen})
    assert answer.status_code == 409
    assert f"{lessons[1].reference} was changed since you opened it" in answer.content.decode()
    assert Endorsement.objects.count() == 2
    assert not lessons[1].endorsements.exists()


def test_a_box_without_a_digest_signs_nothing(lessons, sam, client):
    confirmed(client, sam)
    bare = [f"lesson {lessons[0].reference}", f"lesson {lessons[0].reference} ", "lesson", ""]
    assert client.post("/signing/", {"chosen": bare}).status_code == 409
    assert client.post("/signing/", {}).status_code == 400
    assert not Endorsement.objects.exists()


def test_what_cannot_be_seen_reads_like_what_is_not_there(rita, mona, client):
    hidden = factories.make_lesson(rita)
    confirmed(client, mona)
    pages = []
    for reference in (hidden.reference, "OAI-LES-00000"):
        answer = client.post("/signing/", {"chosen": [f"lesson {reference} {digest_now(hidden)}"]})
        pages.append(answer.content.decode().replace(reference, "…").split("<main")[1])
    assert "There is nothing to sign under …." in pages[0]
    assert pages[0].split("csrf")[0] == pages[1].split("csrf")[0]


@pytest.mark.parametrize("reader", ["rita", "leo", "olga"])
def test_only_signatories_sign(lessons, request, reader, client):
    client.force_login(request.getfixturevalue(reader))
    assert client.get("/signing/").status_code == 200
    assert client.post("/signing/", {"chosen": ticked(*lessons)}).status_code == 403
    assert not Endorsement.objects.exists()


def test_nothing_is_signed_without_a_second_factor_given_lately(lessons, sam, client):
    client.force_login(sam)
    assert "Confirm that it is you" in client.get("/signing/").content.decode()
    answer = client.post("/signing/", {"chosen": ticked(*lessons)})
    assert answer.headers["Location"].startswith("/account/confirm/")
    assert not Endorsement.objects.exists()


def test_a_program_signs_with_the_scope_to_sign_only(lessons, sam):
    api = APIClient()
    api.credentials(HTTP_AUTHORIZATION=f"Bearer {factories.make_token(sam, 'write')}")
    items = [{"noun": "lesson", "reference": x.reference, "digest": digest_now(x)} for x in lessons]
    assert api.post("/api/v1/signing/", {"items": items}, format="json").status_code == 403
    assert not Endorsement.objects.exists()


def test_each_that_was_signed_before_shows_its_difference(lessons, rita, sam, client):
    transitions.endorse(lessons[0], by=sam)
    edit_lesson(lessons[0], by=rita, insight="This is what was really learned.")
    confirmed(client, sam)
    page = client.get("/signing/").content.decode()
    assert page.count("Changed since OpenAI signed") == 1
    waiting = {one.record.pk: one for one in all_waiting(sam)}
    assert [change.name for change in waiting[lessons[0].pk].changes] == ["insight"]
    assert waiting[lessons[1].pk].changes == []


def test_more_that_waits_costs_no_more_queries(lessons, rita, leo, sam):
    def reworded(number):
        lesson = share(factories.make_lesson(rita), by=leo)
        transitions.endorse(lesson, by=sam)
        finding = factories.make_confirmed_finding(rita, leo)
        edit_lesson(lesson, by=rita, insight=f"Version {number}.", findings=[finding])

    reworded(1)
    before = count_queries(lambda: all_waiting(sam))
    for number in range(2, 5):
        reworded(number)
    assert count_queries(lambda: all_waiting(sam)) == before
    assert len(all_waiting(sam)) == 7


def test_contents_read_together_are_those_read_one_by_one(rita, leo):
    system, finding = factories.make_system(rita), factories.make_confirmed_finding(rita, leo)
    records = [
        factories.make_lesson(rita, scope=scope, findings=[finding], seen_in=[system])
        for scope in ("own", "joint")
    ]
    together = contents_of(records)
    assert [together[one.pk] for one in records] == [content_of(one) for one in records]
    assert [len(together[one.pk]["about"]) for one in records] == [1, 0]


def test_programs_read_what_waits_and_sign_it(lessons, rita, sam):
    api = APIClient()
    api.credentials(HTTP_AUTHORIZATION=f"Bearer {factories.make_token(sam)}")
    waiting = api.get("/api/v1/signing/").json()
    assert {one["reference"] for one in waiting} == {one.reference for one in lessons}
    items = [{name: one[name] for name in ("noun", "reference", "digest")} for one in waiting]
    edit_lesson(lessons[0], by=rita, insight="Changed behind his back.")
    outcomes = api.post("/api/v1/signing/", {"items": items}, format="json").json()
    refused = {one["reference"] for one in outcomes if not one["signed"]}
    assert refused == {lessons[0].reference}
    (signature,) = api.get(f"/api/v1/lessons/{lessons[1].reference}/signatures/").json()
    assert signature["current"] is True
    assert signature["digest"] == digest_now(lessons[1])
    edit_lesson(lessons[1], by=rita, insight="Said better.")
    (signature,) = api.get(f"/api/v1/lessons/{lessons[1].reference}/signatures/").json()
    assert signature["current"] is False
    assert [one["name"] for one in signature["differences"]] == ["insight"]


def test_a_change_of_a_cycle_is_concurred_in_with_the_rest(lessons, rita, leo, sam, client):
    item = factories.make_item_to_sign(rita, leo)
    confirmed(client, sam)
    home = client.get("/").content.decode()
    assert "waits for your position" in home
    assert 'href="/signing/"' in home
    page = client.get("/signing/").content.decode()
    chosen = ticked(item, lessons[0])
    assert all(f'value="{box}"' in page for box in chosen)
    assert client.post("/signing/", {"chosen": chosen}).status_code == 302
    assert [(one.signed_by, one.stance) for one in item.positions.all()] == [(sam, "concur")]
    assert lessons[0].endorsements.get().signed_by == sam


def test_whoever_carries_a_condition_reads_of_it_on_the_start_page(rita, leo, sam, client):
    item = factories.make_item_to_sign(rita, leo)
    given: dict[str, Any] = {
        "condition": "A monitor for long chats",
        "test": "It alerts in a drill",
    }
    concur_with_conditions(item, by=sam, due_on=factories.DAY, assignee=rita, **given)
    client.force_login(rita)
    assert "A monitor for long chats" in client.get("/").content.decode()


def test_whoever_signs_second_reads_what_the_first_asked_for(rita, leo, sam, mona, client):
    item = factories.make_item_to_sign(rita, leo)
    concur_with_conditions(
        item, by=sam, statement="On the whole.", condition="Log it", test="A log",
        assignee=rita, due_on=factories.DAY,
    )  # fmt: skip
    confirmed(client, mona)
    for address in ("/signing/", f"/do/cycleitem/{item.reference}/concur/"):
        page = client.get(address).content.decode()
        assert "On the whole." in page, address
        assert "Log it" in page, address
        assert "A log" in page, address


def test_a_statement_stands_beside_its_signature(lessons, sam, mira, client):
    transitions.endorse(lessons[0], by=sam, statement="It is so.")
    client.force_login(mira)
    assert "It is so." in client.get(lessons[0].get_absolute_url()).content.decode()
