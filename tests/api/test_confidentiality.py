"""What is not shared with a reader is nowhere: no list, no record, no filter, no field tells."""

from __future__ import annotations

import pytest

from reviews import transitions as reviews_transitions
from tests import factories
from tests.api.conftest import path
from tracker import sharing


@pytest.fixture
def secrets(rita):
    """One of each labelled noun, as OpenAI alone may see it."""
    system = factories.make_system(rita, name="Secret system")
    finding = factories.make_finding(rita, factories.make_review(rita, system=system))
    return {
        "systems": system,
        "observations": factories.make_observation(rita, systems=[system]),
        "reviews": finding.review,
        "findings": finding,
        "lessons": factories.make_lesson(rita, seen_in=[system]),
    }


def test_the_other_side_lists_and_reads_none_of_it(api, mira, cleo, ada, secrets):
    for user in (mira, cleo, ada):
        client = api(user)
        for noun, record in secrets.items():
            assert client.get(path(noun)).json()["results"] == []
            assert client.get(path(noun) + "?count=true").json()["count"] == 0
            assert client.get(path(noun, record.reference)).status_code == 404


def test_a_filter_by_what_is_not_shared_is_a_filter_by_nothing(api, mira, secrets):
    factories.make_observation(mira)
    client = api(mira)
    for secret, absent in (
        (f"system={secrets['systems'].reference}", "system=OAI-SYS-00000"),
        ("q=Secret", "q=Absent"),
    ):
        unseen = client.get(f"{path('observations')}?{secret}").json()
        assert unseen == client.get(f"{path('observations')}?{absent}").json()
        assert unseen["results"] == []


def test_a_field_that_names_what_is_not_shared_names_nothing(api, mira, secrets):
    client = api(mira)

    def refusal(reference):
        body = {"title": "Seen", "occurred_on": "2026-03-01", "systems": [reference]}
        response = client.post(path("observations"), body)
        assert response.status_code == 400
        return response.content.decode().replace(reference, "X")

    assert refusal(secrets["systems"].reference) == refusal("OAI-SYS-00000")


def test_a_verb_that_names_what_is_not_shared_names_nothing(api, mira, secrets):
    own = factories.make_observation(mira)
    address = path("observations", own.reference, "mark-duplicate")

    def refusal(reference):
        response = api(mira).post(address, {"other": reference})
        assert response.status_code == 400
        return response.content.decode().replace(reference, "X")

    assert refusal(secrets["observations"].reference) == refusal("OAI-OBS-00000")


def test_a_shared_record_keeps_quiet_about_what_it_names(api, rita, leo, mira, secrets):
    review = secrets["reviews"]
    reviews_transitions.submit_review(review, by=rita)
    reviews_transitions.accept_review(review, by=leo)
    shared = api(mira).get(path("reviews", review.reference))
    finding = api(mira).get(path("findings", secrets["findings"].reference))
    assert shared.json()["system"] == {"reference": None, "title": "a system not shared with you"}
    assert finding.json()["systems"] == []
    assert b"Secret system" not in shared.content + finding.content
    ours = api(rita).get(path("reviews", review.reference)).json()
    assert ours["system"]["title"] == "Secret system"


def test_the_reporter_is_named_inside_their_organization_only(api, rita, leo, mira):
    observation = factories.make_observation(rita, reporter="An employee")
    sharing.share(observation, by=leo)
    address = path("observations", observation.reference)
    assert api(rita).get(address).json()["reporter"] == "An employee"
    assert api(mira).get(address).json()["reporter"] is None
    assert api(mira).get(path("observations") + "?q=employee").json()["results"] == []


def test_the_community_reads_what_is_public_without_the_partners_people(
    api, rita, leo, sam, mona, cleo
):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    practice = factories.make_published_practice(lesson, rita, leo, sam, mona)
    body = api(cleo).get(path("practice-versions", practice.reference)).json()
    assert (body["lessons"], body["lesson_count"], body["created_by"]) == ([], 1, None)
    assert [approval["signed_by"] for approval in body["approvals"]] == [None, None]
    assert api(cleo).get(path("cycles")).json()["results"] == []
    assert [user["id"] for user in api(cleo).get(path("users")).json()["results"]] == [str(cleo.pk)]


def test_a_person_is_a_name_an_organization_and_a_role(api, rita):
    body = api(rita).get(path("users", rita.pk)).json()
    assert set(body) == {"id", "name", "organization", "role"}


def test_a_detail_says_what_its_reader_can_do(api, rita, leo, sam):
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    address = path("lessons", lesson.reference)

    def endorsing(user):
        verbs = api(user).get(address).json()["verbs"]
        return next(verb for verb in verbs if verb["name"] == "endorse")

    assert endorsing(sam)["allowed"] is True
    assert endorsing(rita)["allowed"] is False
    assert endorsing(rita)["reason"] == "Only a signatory of a partner can sign."
    assert "verbs" not in api(rita).get(path("lessons")).json()["results"][0]
