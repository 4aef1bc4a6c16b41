"""Sharing many records in one go before a meeting, each by itself."""

from __future__ import annotations

from rest_framework.test import APIClient

from reviews.models import Observation
from tests import factories
from tests.pages.test_records import page
from tests.queries import count_queries
from tracker import sharing
from tracker.sharing_access import waiting_change

MANY = "/sharing/many/"


def test_many_are_shared_in_one_go_and_each_refusal_has_its_sentence(
    client, rita, leo, mira, milo, mona
) -> None:
    seen, kept = factories.make_observation(rita), factories.make_observation(rita)
    theirs = sharing.share(factories.make_observation(mira), by=milo)
    waits = factories.make_finding(rita, observations=[theirs])
    sharing.restrict(theirs, by=milo, audience="amber_strict", reason="Too early.")
    public = sharing.release_to_public(factories.make_lesson(rita), by=leo)
    text = page(client, leo, MANY)
    assert all(one.reference in text for one in (seen, kept, waits, public))
    assert theirs.reference not in text
    chosen = [seen, waits, public, theirs]
    answer = client.post(MANY, {"record": [one.reference for one in chosen]})
    said = answer.content.decode()
    for record, label in ((seen, "amber"), (kept, "amber_strict"), (waits, "amber_strict")):
        record.refresh_from_db()
        assert record.label == label, record
    assert waiting_change(waits) is not None
    assert "Microsoft is asked" in said
    assert "waits for consent to share" in said
    assert theirs.reference not in said


def test_only_leads_share_many(client, rita, mona, cleo) -> None:
    seen = factories.make_observation(rita)
    for user in (rita, mona, cleo):
        client.force_login(user)
        assert client.get(MANY).status_code == 403
        assert client.post(MANY, {"record": seen.reference}).status_code == 403
    assert not Observation.objects.exclude(label="amber_strict").exists()


def test_what_is_no_reference_is_passed_over(client, rita, leo) -> None:
    seen = factories.make_observation(rita)
    client.force_login(leo)
    answer = client.post(MANY, {"record": ["\x00", "a" * 3000, "OAI-OBS-%", seen.reference]})
    assert answer.status_code == 200
    seen.refresh_from_db()
    assert seen.label == "amber"


def test_each_offer_says_what_it_would_let_out(client, rita, leo) -> None:
    secret = "the model of the third floor answers in the voice"
    factories.make_observation(rita, title="Seen", description=secret)
    factories.make_lesson(rita, insight=secret)
    text = page(client, leo, MANY)
    assert text.count(f"“{secret}”") == text.count("I have read these phrases.") == 2


def test_what_lets_phrases_out_is_shared_once_they_were_read(client, rita, leo) -> None:
    secret = "the model of the third floor answers in the voice"
    factories.make_observation(rita, description=secret)
    lesson = factories.make_lesson(rita, insight=secret)
    client.force_login(leo)
    said = client.post(MANY, {"record": lesson.reference}).content.decode()
    lesson.refresh_from_db()
    assert "read that first" in said
    assert lesson.label == "amber_strict"
    client.post(MANY, {"record": lesson.reference, "leaks_seen": lesson.reference})
    lesson.refresh_from_db()
    assert lesson.label == "amber"


def test_a_program_that_shares_says_that_the_phrases_were_read(rita, leo) -> None:
    secret = "the model of the third floor answers in the voice"
    seen = factories.make_observation(rita, description=secret)
    lesson = factories.make_lesson(rita, insight=secret)
    program = APIClient()
    program.credentials(HTTP_AUTHORIZATION=f"Bearer {factories.make_token(leo, 'write')}")
    address = f"/api/v1/lessons/{lesson.reference}/share/"
    refused = program.post(address, {})
    assert refused.status_code == 400
    assert seen.reference in refused.content.decode()
    assert program.post(address, {"leaks_seen": True}).status_code == 200
    lesson.refresh_from_db()
    assert lesson.label == "amber"


def test_more_to_share_costs_no_more_queries(client, rita, leo) -> None:
    def write() -> None:
        system, above = factories.make_system(rita), factories.make_system(rita)
        factories.make_dependency(rita, above, system, label="amber_strict")
        factories.make_observation(rita)
        factories.make_lesson(rita)

    client.force_login(leo)
    write()
    write()
    client.get("/sharing/many/")
    few = count_queries(lambda: client.get("/sharing/many/"))
    for _ in range(3):
        write()
    assert count_queries(lambda: client.get("/sharing/many/")) == few
