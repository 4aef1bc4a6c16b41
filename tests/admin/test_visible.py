"""What is not for a reader is absent from the admin, in every place where rows are named."""

from __future__ import annotations

import json

import pytest
from django.contrib import admin
from django.urls import reverse

from lessons.models import Lesson, SystemUpdate
from lessons.outcome_editing import edit_update
from reviews.editing import add_item
from reviews.models import Finding, Observation, Review
from reviews.transitions import accept_review, submit_review
from tests.admin.pages import add_url, errors, list_url, main_form, send, signed_in, url
from tests.admin.world import make_world
from tests.factories import (
    make_cycle,
    make_endorsed_lesson,
    make_finding,
    make_lesson,
    make_observation,
    make_review,
    make_system,
    make_update,
)
from tracker.editing import coin_tag
from tracker.models import AISystem, Tag
from tracker.sharing import share

PRIVATE = ("system", "review", "observation", "finding", "lesson", "update", "research")
NOWHERE = "0198d000-0000-7000-8000-000000000000"


@pytest.fixture
def world(rita, leo, sam, mona):
    """Records of OpenAI's that Microsoft may not see, beside joint ones."""
    return make_world(rita, leo, sam, mona)


def suggestions(client, source, field: str, term: str = "") -> list[str]:
    """Return what autocomplete offers for a field."""
    query = {"app_label": source._meta.app_label, "model_name": source._meta.model_name}
    response = client.get(
        reverse("admin:autocomplete"), {**query, "field_name": field, "term": term}
    )
    return [row["text"] for row in json.loads(response.content)["results"]]


@pytest.mark.parametrize("noun", PRIVATE)
def test_a_private_record_is_absent_for_the_other_side(world, mira, noun) -> None:
    record, browser = world[noun], signed_in(mira)
    page = browser.get(list_url(type(record))).content.decode()
    assert str(record.pk) not in page
    assert record.reference not in page
    absent = url(record).replace(str(record.pk), NOWHERE)
    for method in (browser.get, browser.post):
        for address in (url(record), absent):
            assert method(address).status_code == 404
    assert browser.get(url(record).replace("change", "history")).status_code == 404


@pytest.mark.parametrize("noun", ["review", "observation", "finding", "lesson"])
def test_an_export_holds_only_what_its_reader_may_see(world, rita, mira, noun) -> None:
    record = world[noun]
    address = list_url(type(record)) + "export/"
    data = {"format": "0", "resource": ""}
    mine = signed_in(rita).post(address, data).content.decode()
    assert record.reference in mine
    assert "TLP:AMBER+STRICT" in mine
    assert record.reference not in signed_in(mira).post(address, data).content.decode()


def test_autocomplete_and_choices_offer_only_what_is_visible(world, rita, mira) -> None:
    mine = coin_tag(by=rita, label="Our secret project", code="secret")
    system = str(world["system"])
    assert system in suggestions(signed_in(rita), Review, "system")
    other_side = signed_in(mira)
    assert system not in suggestions(other_side, Review, "system")
    assert suggestions(other_side, Finding, "observations") == []
    assert str(mine) not in suggestions(other_side, Finding, "tags", "secret")
    page = other_side.get(add_url(Review, system=world["system"].pk)).content.decode()
    assert str(world["system"].pk) not in page


def test_a_list_filter_by_an_invisible_row_finds_what_an_absent_one_finds(
    world, rita, leo, mira
) -> None:
    secret = make_system(rita, name="Codename Heron")
    finding = make_finding(rita, systems=[secret, world["system"]])
    accept_review(submit_review(finding.review, by=rita), by=leo)
    browser = signed_in(mira)
    page = browser.get(list_url(Finding)).content.decode()
    assert finding.title in page
    assert "Codename Heron" not in page
    assert browser.get(list_url(Finding), {"systems__name__startswith": "Code"}).status_code == 400
    for key in (secret.pk, NOWHERE):
        filtered = browser.get(list_url(Finding), {"systems__id__exact": str(key)})
        assert finding.title not in filtered.content.decode()


def test_no_list_filter_counts_what_is_hidden(rita, leo, mira) -> None:
    share(make_lesson(rita, tags=[coin_tag(by=rita, label="Heron", code="heron")]), by=leo)
    share(make_observation(rita, systems=[make_system(rita)]), by=leo)
    browser = signed_in(mira)
    for model, name in ((Lesson, "tags"), (Observation, "systems"), (Review, "system")):
        assert browser.get(list_url(model), {f"{name}__isnull": "True"}).status_code == 400
        assert "__isnull" not in browser.get(list_url(model)).content.decode()


def test_no_list_sorts_by_a_related_row(world, mira) -> None:
    browser = signed_in(mira)
    for model in admin.site._registry:
        own = {"pk", *(field.name for field in model._meta.fields if not field.is_relation)}
        columns = len(browser.get(list_url(model)).context["cl"].list_display)
        for number in range(columns):
            asked = browser.get(list_url(model), {"o": number}).context["cl"].queryset
            assert {name.lstrip("-") for name in asked.query.order_by} <= own


def test_a_hidden_name_does_not_place_its_row(rita, leo, mira, milo) -> None:
    for by, lead, name in ((rita, leo, "B"), (mira, milo, "A"), (mira, milo, "C")):
        review = make_finding(by, make_review(by, system=make_system(by, name=name))).review
        accept_review(submit_review(review, by=by), by=lead)
    browser = signed_in(mira)
    page = browser.get(list_url(Review))
    column = page.context["cl"].list_display.index("system_column")
    asked = browser.get(list_url(Review), {"o": column}).context["cl"].result_list
    assert asked == page.context["cl"].result_list
    assert f"?o={column}" not in page.content.decode()


def test_a_shared_review_does_not_name_the_secret_system_it_is_about(rita, leo, mira) -> None:
    secret = make_system(rita, name="Codename Heron")
    review = make_review(rita, system=secret)
    accept_review(submit_review(review, by=rita), by=leo)
    browser = signed_in(mira)
    data = {"format": "0", "resource": ""}
    for response in (
        browser.get(list_url(Review)),
        browser.get(url(review)),
        browser.post(list_url(Review) + "export/", data),
    ):
        assert review.reference in response.content.decode()
        assert "Codename Heron" not in response.content.decode()


def test_a_shared_observation_does_not_tell_the_other_side_who_reported_it(rita, leo, mira) -> None:
    seen = share(make_observation(rita, reporter="Joan of Redmond"), by=leo)
    browser = signed_in(mira)
    assert "Joan" in signed_in(rita).get(url(seen)).content.decode()
    assert "Joan" not in browser.get(url(seen)).content.decode()
    # Nor does a list answer a question that the page does not ask.
    probe = browser.get(list_url(Observation), {"reporter__startswith": "Joan"})
    assert probe.status_code == 400


def test_our_own_tracker_is_named_inside_its_organization_only(client, rita, leo, sam, mira, mona):
    lesson = make_endorsed_lesson(rita, leo, sam, mona)
    update = make_update(rita, lesson)
    edit_update(update, by=rita, tracker_url="https://issues.example/HERON-7")
    share(update, by=leo)
    api = f"/api/v1/updates/{update.reference}/"
    for reader, knows in ((rita, True), (mira, False)):
        client.force_login(reader)
        for address in (url(update), update.get_absolute_url(), api):
            shown = client.get(address).content.decode()
            assert update.title in shown
            assert ("HERON-7" in shown) is knows, address


def test_a_review_of_an_item_is_not_titled_by_its_system(rita, leo) -> None:
    cycle, secret = make_cycle(leo), make_system(rita, name="Codename Heron")
    item = add_item(cycle, by=leo, system=secret, change="Weights of May")
    page = signed_in(rita).get(add_url(Review, item=item.pk)).content.decode()
    form = main_form(page)
    assert (form["title"], form["system"]) == (["Weights of May"], [str(secret.pk)])
    nothing = signed_in(rita).get(add_url(Review, item="no-key")).content.decode()
    assert main_form(nothing)["title"] == [""]


def test_an_invisible_choice_is_refused_like_an_absent_one(world, mira) -> None:
    browser = signed_in(mira)
    form = main_form(browser.get(add_url(Review)).content.decode())
    told = []
    for key in (world["system"].pk, NOWHERE):
        page = send(browser, add_url(Review), form, title="A review", system=key)
        told.append(errors(page))
    assert told[0] == told[1] != []
    assert not Review.objects.filter(owner=mira.organization).exists()


def test_no_address_turns_a_key_into_a_page_unasked(world, mira) -> None:
    from django.contrib.contenttypes.models import ContentType

    kind = ContentType.objects.get_for_model(Lesson)
    address = f"/admin/r/{kind.pk}/{world['lesson'].pk}/"
    assert signed_in(mira).get(address).status_code == 404


def test_what_an_editor_may_not_see_stays_on_the_record(rita, leo, mira, milo) -> None:
    # Mira's shared finding rests on a system that Rita may not know of.
    secret, open_one = make_system(mira), make_system(rita)
    finding = make_finding(mira, systems=[secret])
    accept_review(submit_review(finding.review, by=mira), by=milo)
    finding.refresh_from_db()
    lesson = make_lesson(rita, findings=[finding], seen_in=[secret, open_one])
    browser, added = signed_in(rita), make_system(rita)
    form = main_form(browser.get(url(lesson)).content.decode())
    assert form["seen_in"] == [str(open_one.pk)]
    send(browser, url(lesson), form, seen_in=[open_one, added])
    assert {about.system for about in lesson.about.all()} == {secret, open_one, added}


def test_a_community_reader_does_not_enter_and_a_superuser_sees_no_records(
    world, cleo, ada
) -> None:
    assert signed_in(cleo).get("/admin/").status_code == 302
    browser = signed_in(ada)
    for noun in PRIVATE:
        assert browser.get(url(world[noun])).status_code == 404
    for model in (AISystem, SystemUpdate, Tag):
        assert browser.get(list_url(model)).status_code == 200
