"""The main line, walked by programs that know nothing but the API."""

from __future__ import annotations

from rest_framework.test import APIClient

from tests import factories
from tests.api.conftest import path
from tests.conftest import confirmed


class Program:
    """A program of one person: it asks for a token and says what went wrong.

    A password buys one that writes; one that signs takes a session with its second factor.
    """

    def __init__(self, username, signs=None):
        self.client = APIClient()
        credentials = {"username": username, "password": factories.PASSWORD}
        asked = {**credentials, "scopes": ["read", "write"]}
        if signs:
            confirmed(self.client, signs)
            asked = {"scopes": ["read", "sign"]}
        token = self.client.post("/api/v1/tokens/", asked).json()["token"]
        self.client.logout()
        self.client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")

    def post(self, noun, address="", verb="", **body):
        response = self.client.post(path(noun, address, verb), body)
        assert response.status_code in {200, 201}, response.json()
        return response.json()

    def patch(self, noun, address, **body):
        response = self.client.patch(path(noun, address), body)
        assert response.status_code == 200, response.json()
        return response.json()

    def get(self, noun, address=""):
        response = self.client.get(path(noun, address))
        assert response.status_code == 200, response.json()
        return response.json()


def test_programs_carry_an_observation_to_a_published_practice(rita, leo, sam, mona, milo, mira):
    factories.make_tag("MEASURE-2.7")
    reviewer, lead, signer = Program("rita"), Program("leo"), Program("sam", sam)
    their_signer, their_lead = Program("mona", mona), Program("milo")

    # An observation, captured in three fields.
    system = reviewer.post("systems", name="Chat", kind="application")["reference"]
    lead.post("systems", system, "share")
    seen = reviewer.post(
        "observations", title="It repeats a name", systems=[system], occurred_on="2026-03-01"
    )["reference"]

    # A review with a finding and evidence comes of it, in a joint cycle.
    cycle = lead.post("cycles", title="Spring", starts_on="2026-03-01", ends_on="2026-04-01")
    lead.post("cycles", cycle["reference"], "open")
    lead.post("cycle-items", cycle=cycle["reference"], system=system, change="New memory")
    review = reviewer.post(
        "observations", seen, "start-review", system=system, cycle=cycle["reference"]
    )
    finding = review["findings"][0]["reference"]
    reviewer.patch(
        "findings",
        finding,
        severity="high",
        severity_justification="Names are personal data.",
        tags=["nist-ai-rmf:MEASURE-2.7"],
    )
    reviewer.post("evidence", finding=finding, title="Log", url="https://example.org/log")
    reviewer.patch("reviews", review["reference"], summary="It does, in one of fifty sessions.")
    reviewer.post("reviews", review["reference"], "submit")
    accepted = lead.post("reviews", review["reference"], "accept")
    assert (accepted["status"], accepted["label"]) == ("accepted", "amber")
    assert reviewer.get("observations", seen)["status"] == "confirmed"

    # A lesson from the chosen finding, its systems and tags carried over.
    lesson = reviewer.post("lessons", findings=[finding], recommendation="Mask names.")
    assert [about["system"]["reference"] for about in lesson["about"]] == [system]
    assert [tag["key"] for tag in lesson["tags"]] == ["nist-ai-rmf:MEASURE-2.7"]
    lead.post("lessons", lesson["reference"], "share")
    signer.post("lessons", lesson["reference"], "endorse")
    endorsed = their_signer.post("lessons", lesson["reference"], "endorse", statement="Agreed.")
    assert endorsed["status"] == "endorsed"
    assert {e["organization"] for e in endorsed["endorsements"]} == {"OAI", "MSFT"}

    # An update that another person judges, and a direction for research.
    update = reviewer.post(
        "lessons",
        lesson["reference"],
        "start-update",
        title="Mask",
        kind="corrective",
        system=system,
    )["reference"]
    lead.post("updates", update, "accept", assignee=str(rita.pk), due_on="2026-05-01")
    reviewer.post("updates", update, "ship", shipped_on="2026-04-20")
    lead.post("updates", update, "share")
    plan = {"criterion": "No address in 500 answers.", "method": "Replay.", "waiting_days": 30}
    reviewer.post("updates", update, "plan-effect", **plan)
    judged = Program("mira").post(
        "updates",
        update,
        "review-effect",
        outcome="effective",
        seen="0 of 500",
        reviewed_on="2026-05-20",
    )
    assert [review["is_late"] for review in judged["effectiveness_reviews"]] == [True]
    assert judged["status"] == "verified"
    assert reviewer.get("findings", finding)["status"] == "verified"
    research = reviewer.post(
        "lessons", lesson["reference"], "start-research", title="Why does it repeat?"
    )["reference"]
    lead.post("research", research, "adopt", assignee=str(rita.pk))
    reviewer.post("research", research, "begin")
    done = reviewer.post(
        "research",
        research,
        "conclude",
        result="Caching.",
        concluded_on="2026-06-01",
        output_url="https://example.org/paper",
    )
    assert done["outputs"] == [
        {"title": "https://example.org/paper", "url": "https://example.org/paper"}
    ]

    # A practice, approved by both and published.
    practice = reviewer.post("lessons", lesson["reference"], "start-practice")["reference"]
    reviewer.patch("practice-versions", practice, guidance="# Mask names")
    reviewer.post("practice-versions", practice, "propose")
    signer.post("practice-versions", practice, "approve")
    their_signer.post("practice-versions", practice, "approve")
    published = their_lead.post("practice-versions", practice, "publish")
    assert published["status"] == "published"
    assert [line["reference"] for line in published["lessons"]] == [lesson["reference"]]
    assert reviewer.get("practices", published["practice"])["versions"][0]["reference"] == practice
