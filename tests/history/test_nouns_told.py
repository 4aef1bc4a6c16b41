"""Every noun that is tracked and shown has a history: on its page, in the API, in the admin where it is."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from lessons.recurrence_transitions import propose_recurrences
from reviews.models import Condition
from reviews.transitions import concur_with_conditions, waive_condition
from tests import factories
from tests.history.test_story import told
from tracker import editing, sharing
from tracker.access import Denied
from tracker.history.admitting import has_story
from tracker.history.events import children_of
from tracker.history.nouns import check_can_read_history, key_field, story_nouns
from tracker.history.tracking import event_models
from tracker.models import LabelChange, Organization, Tag

NOUNS = {
    "delegation": "delegations",
    "labelchange": "label-changes",
    "cycleitem": "cycle-items",
    "condition": "conditions",
    "position": "positions",
    "conditionwaiver": "waivers",
    "recurrence": "recurrences",
    "organization": "organizations",
    "user": "users",
    "taxonomy": "taxonomies",
    "tag": "tags",
}
IN_ADMIN = ("delegation", "organization", "user", "taxonomy", "tag")


@pytest.fixture
def records(rita, leo, sam, mona, olga, ada):
    """Return a record of each of these nouns, as OpenAI's lead sees them."""
    item = factories.make_item_to_sign(rita, leo)
    concur_with_conditions(
        item, by=sam, assignee=rita, condition="A monitor", test="It alerts", due_on=factories.DAY
    )
    waive_condition(Condition.objects.get(), by=mona, reason="Tested elsewhere.")
    system = factories.make_system(rita)
    sharing.share(system, by=leo)
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    condition = Condition.objects.get()
    return {
        "delegation": editing.delegate_signing(by=sam, delegate=olga, ends_at=tomorrow),
        "labelchange": LabelChange.objects.get(record_id=system.pk),
        "cycleitem": item,
        "condition": condition,
        "position": condition.position,
        "recurrence": propose_recurrences(
            factories.make_confirmed_finding(rita, leo), [factories.make_lesson(rita)]
        )[0],
        "conditionwaiver": condition.waivers.get(),
        "organization": editing.edit_organization(rita.organization, by=ada, name="Open AI"),
        "user": editing.edit_user(rita, by=leo, role="observer"),
        "taxonomy": factories.make_tag().taxonomy,
        "tag": editing.coin_tag(by=leo, label="A word of ours", code="ours"),
    }


def key_of(record):
    """Return how a record is named in addresses."""
    return getattr(record, key_field(type(record)))


@pytest.mark.parametrize("noun", NOUNS)
def test_each_is_told_on_a_page_to_a_program_and_in_the_admin(noun, records, leo, client):
    record = records[noun]
    client.force_login(leo)
    key = key_of(record)
    for address in (f"/history/{noun}/{key}/", f"/history/{noun}/{key}/?version=1"):
        assert "Version 1" in client.get(address).content.decode(), address
    answer = client.get(f"/api/v1/{NOUNS[noun]}/{key}/history/").json()
    assert answer["results"][-1]["version"] == 1
    first = client.get(f"/api/v1/{NOUNS[noun]}/{key}/history/1/").json()
    assert first["fields_then"]
    if noun in IN_ADMIN:
        change = f"/admin/tracker/{noun}/{record.pk}/change/"
        history = change.replace("change", "history")
        assert f'href="{history}"' in client.get(change).content.decode()
        assert "Version 1" in client.get(history).content.decode()


# What is seen, and told neither by itself nor in the history of what it hangs under.
NOT_TOLD = {
    "bestpractice": "each of its versions has a history",
    "carriedover": "made with a cycle, and never changed",
    "findingsapart": "remembers a refused match",
    "importedrecord": "a file as it was read",
    "legalhold": "its organization's own, shown beside the record",
    "reading": "a log itself",
    "subscription": "a person's own",
}


def test_every_noun_that_is_seen_is_told_or_says_here_why_not():
    told_within = {child.source for noun in story_nouns().values() for child in children_of(noun)}
    untold = {
        str(model._meta.model_name)
        for model in event_models()
        if not has_story(model)
        and model not in told_within
        and hasattr(model._default_manager.all(), "visible_to")
    }
    assert untold == set(NOT_TOLD)
    assert set(NOUNS) < set(story_nouns())


WHO_MAY = {"leo": True, "ada": True, "rita": False, "sam": False, "milo": False, "mira": False}


@pytest.mark.parametrize(("who", "may"), WHO_MAY.items())
def test_an_accounts_history_is_for_its_leads_and_superusers(who, may, olga, request, client):
    reader = request.getfixturevalue(who)
    client.force_login(reader)
    program = APIClient()
    program.force_login(reader)
    answers = [
        client.get(f"/history/user/{olga.pk}/"),
        client.get(f"/admin/tracker/user/{olga.pk}/history/"),
        program.get(f"/api/v1/users/{olga.pk}/history/"),
        program.get(f"/api/v1/users/{olga.pk}/history/1/"),
    ]
    assert {answer.status_code for answer in answers} == {200 if may else 403}
    if not may:
        with pytest.raises(Denied):
            check_can_read_history(reader, olga)
        page = client.get(f"/admin/tracker/user/{olga.pk}/change/").content.decode()
        assert "/history/" not in page


def test_an_account_nobody_may_know_of_has_no_history(olga, cleo, client):
    client.force_login(cleo)
    assert client.get(f"/history/user/{olga.pk}/").status_code == 404
    client.logout()
    assert client.get(f"/history/user/{olga.pk}/").status_code == 302


def test_an_accounts_history_says_what_was_done_and_neither_password_nor_sign_in(olga, leo, client):
    olga.set_password("another correct horse")
    olga.save()
    client.login(username="olga", password="another correct horse")
    editing.edit_user(olga, by=leo, role="reviewer")
    story = told(olga, leo)
    assert [one.done for one in story][1:] == ["Edited"]
    assert [(one.label, one.before, one.after) for one in story[-1].changes] == [
        ("Role", "Observer", "Reviewer")
    ]
    client.force_login(leo)
    shown = client.get(f"/history/user/{olga.pk}/?version=1").content.decode()
    olga.refresh_from_db()
    assert olga.password not in shown
    assert "Last login" not in shown


def test_free_tags_of_the_other_side_are_not_in_their_vocabularys_story(leo, milo, client):
    editing.coin_tag(by=leo, label="A first one", code="first")
    ours = editing.coin_tag(by=leo, label="Zqword", code="zqours")
    vocabulary = ours.taxonomy
    assert "Zqword" in str(told(vocabulary, leo))
    assert "Zqword" not in str(told(vocabulary, milo))
    client.force_login(milo)
    assert client.get(f"/history/tag/{ours.pk}/").status_code == 404
    assert Tag.objects.count() == 2


def test_a_delegation_is_told_to_its_own_side(records, mona, milo, client):
    client.force_login(milo)
    assert client.get(f"/history/delegation/{records['delegation'].reference}/").status_code == 404


def test_an_organization_is_told_to_whoever_knows_of_it(records, cleo, client):
    client.force_login(cleo)
    shown = client.get("/history/organization/OAI/").content.decode()
    assert "Open AI" in shown
    assert client.get("/history/organization/NONE/").status_code == 404
    assert Organization.objects.count() == 3


@pytest.mark.parametrize("key", ["x", "%00", "..", "OAI-FND-00000", "a" * 400])
def test_an_address_that_names_nothing_is_absent(key, leo, client):
    client.force_login(leo)
    for noun in ("user", "tag", "organization", "lesson", "nothing"):
        assert client.get(f"/history/{noun}/{key}/").status_code == 404


def test_what_is_told_leaves_under_the_narrowest_label_that_it_had(rita, leo, milo, client):
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    for reader, label in ((rita, "TLP:AMBER+STRICT"), (milo, "TLP:AMBER")):
        client.force_login(reader)
        for address in (
            f"/history/lesson/{lesson.reference}/",
            f"/api/v1/lessons/{lesson.reference}/history/",
        ):
            assert client.get(address)["X-TLP"] == label
