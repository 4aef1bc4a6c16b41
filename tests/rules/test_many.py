"""Sharing many records in one go before a meeting, each by itself."""

from __future__ import annotations

from reviews.models import Observation
from tests import factories
from tests.pages.test_records import page
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


def test_each_offer_says_what_it_would_let_out(client, rita, leo) -> None:
    secret = "the model of the third floor answers in the voice"
    factories.make_observation(rita, title="Seen", description=secret)
    factories.make_lesson(rita, insight=secret)
    assert page(client, leo, MANY).count(f"“{secret}”") == 2
