"""What the admin refuses: in words, beside the verb or at the form, with nothing half done."""

from __future__ import annotations

from lessons.models import Lesson
from reviews.models import Finding, Review
from reviews.transitions import submit_review
from tests.admin.pages import (
    add_url,
    errors,
    fill_in,
    list_url,
    main_form,
    send,
    signed_in,
    url,
)
from tests.factories import (
    make_endorsed_lesson,
    make_finding,
    make_lesson,
    make_review,
    make_system,
)


def test_a_refused_verb_says_why_in_text_beside_it(rita, leo) -> None:
    page = signed_in(rita).get(url(make_lesson(rita))).content.decode()
    refusal = page[page.index("Endorse for OpenAI") :][:300]
    assert "Only a signatory of a partner can sign." in refusal
    assert ">Endorse for OpenAI</button>" not in page


def test_an_unjustified_severity_is_refused_at_the_form_and_nothing_typed_is_lost(rita) -> None:
    browser, system = signed_in(rita), make_system(rita)
    form = main_form(browser.get(add_url(Review)).content.decode())
    page = send(
        browser,
        add_url(Review),
        form,
        title="A review",
        system=system,
        **{"findings-0-title": "It drifts", "findings-0-severity": "critical"},
    )
    assert "Say why the severity is critical or high." in "".join(errors(page))
    assert main_form(page.content.decode())["findings-0-title"] == ["It drifts"]
    assert not Review.objects.exists()


def test_a_review_is_not_half_saved_when_what_is_under_it_is_refused(rita) -> None:
    browser, system = signed_in(rita), make_system(rita)
    form = main_form(browser.get(add_url(Review)).content.decode())
    page = send(
        browser,
        add_url(Review),
        form,
        title="A review",
        system=system,
        **{
            "findings-0-title": "It drifts",
            "evidence-TOTAL_FORMS": 1,
            "evidence-0-title": "Neither a file nor a link",
        },
    )
    assert page.status_code == 400
    assert "Give a file or a link, one of the two." in "".join(errors(page))
    assert not Review.objects.exists()
    assert not Finding.objects.exists()


def test_the_second_of_two_editors_sees_what_the_first_wrote(rita, leo) -> None:
    review = make_review(rita, title="First", summary="As it was.")
    hers, his = signed_in(rita), signed_in(leo)
    form = main_form(his.get(url(review)).content.decode())
    fill_in(hers, url(review), title="Hers", recommendation="Also hers.")

    page = send(his, url(review), form, title="His", summary="His summary.")
    assert "Somebody changed this meanwhile to “Hers”." in "".join(errors(page))
    review.refresh_from_db()
    assert (review.title, review.summary) == ("Hers", "As it was.")

    # Saving again means it; what he did not touch stays as she wrote it.
    send(his, url(review), main_form(page.content.decode()))
    review.refresh_from_db()
    assert (review.title, review.summary) == ("His", "His summary.")
    assert review.recommendation == "Also hers."


def test_two_editors_of_different_fields_both_keep_their_words(rita, leo) -> None:
    review = make_review(rita, title="First", summary="One.\nTwo.")
    his = signed_in(leo)
    form = main_form(his.get(url(review)).content.decode())
    fill_in(signed_in(rita), url(review), title="Hers")
    send(his, url(review), form, summary="One.\r\nTwo.\r\nThree.")
    review.refresh_from_db()
    assert review.title == "Hers"
    assert review.summary.endswith("Three.")


def test_what_was_typed_comes_back_when_the_review_was_submitted_meanwhile(rita, leo) -> None:
    review = make_review(rita)
    browser = signed_in(leo)
    form = main_form(browser.get(url(review)).content.decode())
    submit_review(review, by=rita)
    page = send(browser, url(review), form, summary="A long text.")
    assert page.status_code == 409
    assert "Only what is draft can be edited" in "".join(errors(page))
    assert main_form(page.content.decode())["summary"] == ["A long text."]


def test_the_other_side_reads_a_shared_lesson_and_changes_nothing(
    rita, leo, sam, mira, mona
) -> None:
    lesson = make_endorsed_lesson(rita, leo, sam, mona)
    browser = signed_in(mira)
    assert lesson.insight in browser.get(url(lesson)).content.decode()
    assert "title" not in main_form(browser.get(url(lesson)).content.decode())
    browser.post(url(lesson), {"title": "Mine now", "insight": "x", "scope": "own"})
    lesson.refresh_from_db()
    assert lesson.title != "Mine now"


def test_an_observer_is_offered_nothing_to_add(olga) -> None:
    browser = signed_in(olga)
    assert browser.get(add_url(Review)).status_code == 403
    assert "Log a review" not in browser.get("/admin/").content.decode()
    assert "addlink" not in browser.get(list_url(Review)).content.decode()


def test_drafting_from_unconfirmed_findings_says_why_not(rita) -> None:
    finding = make_finding(rita)
    page = signed_in(rita).post(
        list_url(Finding),
        {"action": "draft_lesson_from_chosen", "_selected_action": [finding.pk]},
        follow=True,
    )
    assert "a lesson is drawn from confirmed findings" in page.content.decode()
    assert not Lesson.objects.exists()


def test_a_verb_pressed_too_late_is_refused_with_its_sentence(rita) -> None:
    review = make_review(rita)
    browser = signed_in(rita)
    before = browser.get(url(review)).content.decode()
    assert ">Submit for acceptance</button>" in before
    submit_review(review, by=rita)
    late = browser.post(f"/do/review/{review.reference}/submit/", {"from": "admin"})
    assert late.status_code == 409
    assert "Only what is draft can be submitted" in late.content.decode()


def test_nothing_is_deleted_in_the_admin(rita) -> None:
    review = make_review(rita)
    browser = signed_in(rita)
    address = url(review).replace("/change/", "/delete/")
    assert browser.post(address, {"post": "yes"}).status_code == 403
    browser.post(list_url(Review), {"action": "delete_selected", "_selected_action": [review.pk]})
    assert Review.objects.filter(pk=review.pk).exists()


def test_an_unchanged_form_needs_no_new_signature(rita, leo) -> None:
    lesson = make_lesson(rita)
    fill_in(signed_in(rita), url(lesson))
    lesson.refresh_from_db()
    assert lesson.content_version == 1


def test_evidence_is_added_under_a_review_whose_words_are_settled(rita, leo) -> None:
    review = make_review(rita)
    submit_review(review, by=rita)
    browser = signed_in(rita)
    form = main_form(browser.get(url(review)).content.decode())
    assert (form["_mode"], "title" in form) == (["rows"], False)
    link = "https://example.org/"
    rows = {"evidence-TOTAL_FORMS": 1, "evidence-0-title": "A link", "evidence-0-url": link}
    send(browser, url(review), form, **rows)
    older = review.evidence.get()

    # What is there is never changed; a newer revision takes its place.
    form = main_form(browser.get(url(review)).content.decode())
    send(browser, url(review), form, **rows, **{"evidence-0-replaces": older})
    assert review.evidence.get(next_revision=None).revision_of == older
