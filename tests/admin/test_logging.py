"""Logging a review in the admin, from capturing to the lead's acceptance."""

from __future__ import annotations

from reviews.models import Observation, Review
from tests.admin.pages import add_url, fill_in, follow, press, signed_in, url
from tests.factories import make_cycle, make_observation, make_system, make_tag


def test_an_observation_is_captured_with_three_fields(rita) -> None:
    system = make_system(rita)
    response = fill_in(
        signed_in(rita),
        add_url(Observation),
        title="It drifts",
        systems=[system],
        occurred_on="2026-03-02",
    )
    seen = Observation.objects.get()
    assert response.redirect_chain[-1][0] == url(seen)
    assert (seen.title, seen.owner, seen.created_by) == ("It drifts", rita.organization, rita)
    assert list(seen.systems.all()) == [system]
    assert seen.status == "new"


def test_a_review_is_logged_with_findings_and_evidence_on_one_page(rita, leo) -> None:
    system, tag, cycle = make_system(rita), make_tag(), make_cycle(leo)
    seen = make_observation(rita, systems=[system])
    browser = signed_in(rita)
    page = follow(browser, url(cycle), "Add a review in this cycle")
    fill_in(
        browser,
        page,
        title="GPT-4 in Bing chat",
        system=system,
        summary="Long sessions lose the thread.",
        **{
            "findings-TOTAL_FORMS": 2,
            "findings-0-title": "Tone drifts",
            "findings-0-severity": "high",
            "findings-0-severity_justification": "Users were threatened.",
            "findings-0-observations": [seen],
            "findings-0-tags": [tag],
            "findings-1-title": "Citations hold",
            "findings-1-severity": "low",
            "findings-1-is_positive": "on",
            "evidence-TOTAL_FORMS": 1,
            "evidence-0-title": "Transcript",
            "evidence-0-url": "https://example.org/transcript",
        },
    )
    review = Review.objects.get()
    assert (review.cycle, review.system, review.owner) == (cycle, system, rita.organization)
    assert list(review.reviewers.all()) == [rita]
    drift = review.findings.get(title="Tone drifts")
    assert (list(drift.observations.all()), list(drift.tags.all())) == ([seen], [tag])
    assert list(drift.systems.all()) == [system]
    assert review.findings.get(title="Citations hold").is_positive
    assert review.evidence.get().title == "Transcript"

    press(browser, url(review), "Submit for acceptance")
    press(signed_in(leo), url(review), "Accept and share")
    review.refresh_from_db()
    assert (review.status, review.label) == ("accepted", "amber")
