"""The reading of RED and embargoed records is logged, once on each surface, or does not happen."""

from __future__ import annotations

import datetime

import pytest
from django.core.files.base import ContentFile
from django.db import DatabaseError, IntegrityError, connections, transaction
from django.urls import reverse
from django.utils import timezone

from lessons.practice_editing import draft_practice
from lessons.practice_transitions import publish_practice
from lessons.recurrence_transitions import propose_recurrences
from reviews.editing import add_evidence
from reviews.models import Observation
from tests import factories
from tests.admin.pages import list_url
from tracker import sharing
from tracker.models import Reading
from tracker.states import Label


@pytest.fixture
def red(rita, leo, milo, settings, tmp_path):
    """An observation for Rita, Leo and Milo, with a file under it."""
    settings.MEDIA_ROOT = tmp_path
    seen = factories.make_observation(rita)
    add_evidence(seen, by=rita, title="Log", file=ContentFile(b"x", "log.txt"))
    return factories.make_red(seen, leo, rita, milo)


SURFACES = {
    "page": lambda client, one: client.get(one.get_absolute_url()),
    "admin": lambda client, one: client.get(
        reverse("admin:reviews_observation_change", args=[one.pk])
    ),
    "api": lambda client, one: client.get(
        reverse("api-observation-detail", args=[one.reference])
    ),
    "export": lambda client, one: client.post(
        list_url(Observation) + "export/", {"resource": "", "format": "0"}
    ),
    "download": lambda client, one: client.get(one.evidence.get().get_absolute_url()),
}  # fmt: skip


@pytest.mark.parametrize("surface", SURFACES)
def test_each_surface_logs_once_who_read_what(client, red, rita, milo, surface):
    factories.make_observation(rita)  # an ordinary one is not logged
    client.force_login(milo)
    answer = SURFACES[surface](client, red)
    assert answer.status_code == 200
    assert b"".join(answer) != b""
    (one,) = Reading.objects.all()
    assert (one.reader, one.record_id, one.noun) == (milo, red.pk, "reviews.observation")
    assert (one.surface, one.label, one.organization) == (surface, Label.RED, rita.organization)
    assert one.request == answer["X-Request-ID"]


def test_what_is_under_an_embargo_is_logged_until_it_ends(client, rita, leo):
    seen = factories.make_embargoed(factories.make_observation(rita), leo)
    client.force_login(rita)
    client.get(seen.get_absolute_url())
    assert Reading.objects.get().label == Label.AMBER_STRICT
    factories.end_embargo(seen)
    client.get(seen.get_absolute_url())
    assert Reading.objects.count() == 1


@pytest.mark.parametrize("page", ["meeting", "verb", "signing"])
def test_whoever_reads_a_review_where_its_item_is_signed_reads_the_review(
    client, rita, leo, sam, mona, page
):
    item = factories.make_item_to_sign(rita, leo)
    review = item.reviews.get()
    addresses = {
        "meeting": item.get_absolute_url(),
        "verb": f"/do/cycleitem/{item.reference}/concur/",
        "signing": "/signing/",
    }
    client.force_login(mona)
    client.get(addresses[page])
    assert not Reading.objects.exists()
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    sharing.release_to_public(review, by=sam, takes_effect_at=tomorrow)
    assert review.summary in client.get(addresses[page]).content.decode()
    (one,) = Reading.objects.all()
    assert (one.reader, one.record_id, one.surface) == (mona, review.pk, "page")


def test_whoever_reads_what_was_signed_and_what_came_back_reads_the_records(
    client, rita, leo, sam, mona
):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    finding = factories.make_confirmed_finding(rita, leo)
    (proposed,) = propose_recurrences(finding, [lesson])
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    for record in (lesson, finding):
        sharing.release_to_public(record, by=sam, takes_effect_at=tomorrow)
    client.force_login(mona)
    client.get(proposed.get_absolute_url())
    assert {one.record_id for one in Reading.objects.all()} == {lesson.pk, finding.pk}
    for address in (
        f"{lesson.get_absolute_url()}signatures/",
        f"/api/v1/lessons/{lesson.reference}/signatures/",
    ):
        before = Reading.objects.count()
        assert client.get(address).status_code == 200
        assert Reading.objects.count() == before + 1


def test_leads_of_each_partner_see_who_read_a_practice_before_it_came_out(
    client, rita, leo, sam, mira, milo, mona
):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    version = factories.approved(draft_practice(lesson, by=rita, title="Voices"), rita, sam, mona)
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    version = publish_practice(version, by=leo, takes_effect_at=tomorrow)
    client.force_login(mira)
    client.get(version.get_absolute_url())
    rows = Reading.objects.all()
    assert {one.organization for one in rows} == {rita.organization, mira.organization}
    assert {(one.reader, one.record_id, one.label) for one in rows} == {
        (mira, version.pk, Label.AMBER)
    }
    for lead in (leo, milo):
        client.force_login(lead)
        assert "Who read it" in client.get(version.get_absolute_url()).content.decode()
    client.force_login(rita)
    assert "Who read it" not in client.get(version.get_absolute_url()).content.decode()
    logged = Reading.objects.count()
    factories.end_embargo(version)
    client.get(version.get_absolute_url())
    assert Reading.objects.count() == logged


def test_lists_and_search_show_titles_and_are_not_logged(client, red, milo):
    client.force_login(milo)
    for address in (
        reverse("observation-list"),
        reverse("api-observation-list"),
        list_url(Observation),
    ):
        assert red.title in client.get(address).content.decode()
    assert not Reading.objects.exists()


def test_whoever_is_not_named_reads_nothing_and_is_not_logged(client, red, mira):
    client.force_login(mira)
    assert client.get(red.get_absolute_url()).status_code == 404
    assert not Reading.objects.exists()


@pytest.mark.parametrize("surface", SURFACES)
def test_what_can_not_be_logged_is_not_read(client, red, milo, surface):
    ordinary = factories.make_observation(milo)
    client.force_login(milo)
    client.raise_request_exception = False
    client.get(ordinary.get_absolute_url())  # which writes down when the session was last used
    with transaction.atomic():
        with connections["default"].cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        # Control: what is not logged can be read while nothing can be written.
        assert client.get(ordinary.get_absolute_url()).status_code == 200
        answer = SURFACES[surface](client, red)
        transaction.set_rollback(True)
    assert answer.status_code == 500
    assert red.title not in b"".join(answer).decode()


# --- What another record says word for word ---------------------------------------------------

SECRET = "the model of the third floor answers in the voice"


@pytest.fixture
def said_again(rita, leo):
    """A lesson that says what is in an observation for Leo by name, and in an ordinary one."""
    factories.make_observation(rita, description=SECRET)
    factories.make_red(factories.make_observation(rita, description=SECRET), leo)
    return factories.make_lesson(rita, insight=SECRET)


TELLING = {
    "verb": lambda client, one: client.get(f"/do/lesson/{one.reference}/share/"),
    "refused form": lambda client, one: client.post(f"/do/lesson/{one.reference}/share/"),
    "many": lambda client, one: client.get("/sharing/many/"),
    "api": lambda client, one: client.post(
        f"/api/v1/lessons/{one.reference}/share/", {}, "application/json"
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", TELLING)
def test_whoever_is_told_phrases_of_a_red_record_has_read_of_it(client, said_again, leo, place):
    red = Observation.objects.get(label=Label.RED)
    client.force_login(leo)
    assert red.reference in TELLING[place](client, said_again).content.decode()
    (one,) = Reading.objects.all()
    assert (one.reader, one.record_id, one.label) == (leo, red.pk, Label.RED)
    assert one.surface == ("api" if place == "api" else "page")


@pytest.mark.parametrize("place", TELLING)
def test_phrases_that_can_not_be_logged_are_not_told(client, said_again, rita, leo, place):
    red = Observation.objects.get(label=Label.RED)
    ordinary = factories.make_lesson(rita)
    client.force_login(leo)
    client.raise_request_exception = False
    client.get("/")  # which writes down when the session was last used
    with transaction.atomic():
        with connections["default"].cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        # Control: what tells nothing that is logged is answered while nothing can be written.
        assert TELLING["verb"](client, ordinary).status_code == 200
        answer = TELLING[place](client, said_again)
        transaction.set_rollback(True)
    assert answer.status_code == 500
    assert red.reference not in answer.content.decode()


def test_what_is_shared_in_knowledge_of_the_phrases_tells_nothing_more(client, said_again, leo):
    client.force_login(leo)
    address = f"/api/v1/lessons/{said_again.reference}/share/"
    client.post(address, {"leaks_seen": True}, "application/json")
    said_again.refresh_from_db()
    assert said_again.label == Label.AMBER
    assert not Reading.objects.exists()


def test_phrases_of_what_is_not_watched_are_told_without_a_log(client, rita, leo):
    factories.make_observation(rita, description=SECRET)
    lesson = factories.make_lesson(rita, insight=SECRET)
    client.force_login(leo)
    assert SECRET in TELLING["verb"](client, lesson).content.decode()
    assert not Reading.objects.exists()


def test_leads_of_the_owner_alone_see_who_read_it(client, red, leo, rita, milo):
    client.force_login(milo)
    client.get(red.get_absolute_url())
    log = reverse("api-observation-readings", args=[red.reference])
    for reader, allowed in ((leo, True), (rita, False), (milo, False)):
        client.force_login(reader)
        page = client.get(red.get_absolute_url()).content.decode()
        assert ("Who read it" in page) is allowed
        answer = client.get(log)
        assert answer.status_code == (200 if allowed else 403)
        assert ("milo, Microsoft" in answer.content.decode()) is allowed


ATTEMPTS = (
    lambda: Reading.objects.update(label=Label.CLEAR),
    lambda: Reading.objects.all().delete(),
)


def test_the_log_stays_as_it_was_written(client, red, milo):
    client.force_login(milo)
    client.get(red.get_absolute_url())
    for attempt in ATTEMPTS:
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            attempt()
    with pytest.raises(DatabaseError), transaction.atomic(), connections["default"].cursor() as c:
        c.execute("TRUNCATE tracker_reading CASCADE")


def test_nor_does_a_script_of_the_owners_change_it_unawares(as_owner, client, red, milo):
    client.force_login(milo)
    client.get(red.get_absolute_url())
    for attempt in ATTEMPTS:
        with pytest.raises(IntegrityError, match="stays as it was written"), transaction.atomic():
            attempt()
