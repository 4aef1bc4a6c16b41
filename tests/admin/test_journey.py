"""The main line through the admin alone, as people of both companies would walk it."""

from __future__ import annotations

from django.test import Client

from lessons.models import Lesson, PracticeVersion, ResearchDirection, SystemUpdate
from reviews.models import Finding, Observation, Review
from tests.admin.pages import (
    add_url,
    fill_in,
    follow,
    list_url,
    main_form,
    press,
    send,
    signed_in,
    url,
)
from tests.conftest import confirmed
from tests.factories import PASSWORD, make_cycle, make_system, make_tag


def test_a_review_becomes_a_lesson_and_its_outcomes_in_the_admin(
    client, rita, leo, sam, mira, mona
) -> None:
    # Rita signs in, captures what was seen, and starts a review from it.
    system, tag, other = make_system(rita), make_tag(), make_tag("MAP-1.1")
    cycle = make_cycle(leo)
    login = client.get("/admin/login/?next=/admin/")
    assert login.url == "/sign-in/?next=/admin/"
    login = client.post(login.url, {"login": "rita", "password": PASSWORD})
    assert login.url == "/admin/"
    fill_in(client, add_url(Observation), title="Long chats drift", systems=[system])
    seen = Observation.objects.get()
    ask = follow(client, url(seen), "Start a review")
    fill_in(client, ask, cycle=cycle)
    review = Review.objects.get()
    assert review.findings.get().observations.get() == seen

    # She completes it: a second finding, a summary; then she submits, and Leo accepts.
    fill_in(
        client,
        url(review),
        summary="Sessions above 15 turns lose the thread.",
        **{"findings-TOTAL_FORMS": 1, "findings-0-title": "Tone drifts", "findings-0-tags": [tag]},
    )
    press(client, url(review), "Submit for acceptance")
    press(signed_in(leo), url(review), "Accept and share")

    # From chosen findings she drafts the lesson, tags it, and Leo shares it.
    page = client.post(
        list_url(Finding),
        {
            "action": "draft_lesson_from_chosen",
            "_selected_action": [finding.pk for finding in Finding.objects.all()],
        },
        follow=True,
    )
    lesson = Lesson.objects.get()
    assert page.redirect_chain[-1][0] == url(lesson)
    assert (lesson.tags.get(), lesson.about.get().system) == (tag, system)
    assert lesson.findings.count() == 2
    fill_in(client, url(lesson), insight="Cap the turns.", tags=[tag, other], cause_in=[system])
    press(signed_in(leo), url(lesson), "Share with the partners")

    # A signatory of each partner endorses.
    for signatory in (sam, mona):
        browser = confirmed(Client(), signatory)
        fill_in(browser, follow(browser, url(lesson), f"Endorse for {signatory.organization}"))
    lesson.refresh_from_db()
    assert (lesson.status, lesson.insight, lesson.tags.count()) == ("endorsed", "Cap the turns.", 2)

    # One action each: an update, a direction for research, a practice.
    update = follow(client, url(lesson), "Start a system update")
    fill_in(client, update, title="Cap chats", kind="corrective", system=system)
    other_side = signed_in(mira)
    fill_in(other_side, follow(other_side, url(lesson), "Start a research direction"), title="Why?")
    fill_in(other_side, follow(other_side, url(lesson), "Start a best practice"))
    assert SystemUpdate.objects.get().lessons.get() == lesson
    assert ResearchDirection.objects.get().owner == mira.organization
    version = PracticeVersion.objects.get()
    fill_in(other_side, url(version), guidance="Cap long sessions.")
    version.refresh_from_db()
    assert version.guidance == "Cap long sessions."


def test_a_review_leads_to_a_lesson_from_its_findings(rita, leo) -> None:
    from tests.factories import make_confirmed_finding

    finding = make_confirmed_finding(rita, leo)
    browser = signed_in(rita)
    ask = follow(browser, url(finding.review), "Draft a lesson from its findings")
    response = fill_in(browser, ask)
    lesson = Lesson.objects.get()
    assert response.redirect_chain[-1][0] == url(lesson)
    assert lesson.findings.get() == finding


def test_an_endorsed_lesson_is_read_only_but_for_its_tags(rita, leo, sam, mona) -> None:
    from tests.factories import make_endorsed_lesson

    lesson, tag = make_endorsed_lesson(rita, leo, sam, mona), make_tag()
    browser = signed_in(rita)
    form = main_form(browser.get(url(lesson)).content.decode())
    assert "title" not in form
    assert form["_mode"] == ["tags"]
    send(browser, url(lesson), form, tags=[tag], title="Another title")
    lesson.refresh_from_db()
    assert list(lesson.tags.all()) == [tag]
    assert lesson.title != "Another title"
