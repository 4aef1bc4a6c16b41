"""Every model is tracked, and every event says who did what by which verb."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection, models
from django.http import HttpResponse

from reviews.models import Observation
from tests.factories import make_lesson, make_observation, make_organization, make_system
from tracker.history.tracking import event_models
from tracker.middleware import RequestNameMiddleware
from tracker.models import Organization, User
from tracker.recording import recorded, running

APPS = ("tracker", "reviews", "lessons")
# What is not tracked, each with the reason.
NOT_TRACKED = {
    "tracker.Session": "who is signed in now; it comes and goes with every browser",
    "tracker.Token": "its key is its hash, which stays in one place; the security log tells of it",
    "tracker.SealQueue": "what waits to become part of the chain over the events",
    "tracker.SealShape": "part of the chain over the events",
    "tracker.Seal": "part of the chain over the events",
    "tracker.NewsPosition": "up to where followers were told; a job's own note",
    "tracker.Notification": "what a person was told and has read is theirs; the records have their story",
    "tracker.RedactedValue": "history itself: nothing changes it, and the chain covers it",
}


def domain_tables() -> set[type[models.Model]]:
    """Return the model behind each table of the three apps, event tables left out."""
    events = set(event_models().values())
    every = apps.get_models(include_auto_created=True)
    own = {model._meta.concrete_model for model in every if model._meta.app_label in APPS}
    return {model for model in own if model is not None} - events


def events_of(record: models.Model):
    """Return a record's events in the order of writing."""
    return event_models()[type(record)].objects.filter(pgh_obj=record.pk).order_by("pgh_id")


def test_every_table_of_the_domain_is_tracked():
    untracked = {model._meta.label for model in domain_tables() - set(event_models())}
    assert untracked == set(NOT_TRACKED)


def test_tables_between_two_nouns_are_among_them():
    names = {model._meta.db_table for model in domain_tables()}
    assert {"lessons_lesson_tags", "reviews_finding_observations", "tracker_user_groups"} <= names


@pytest.mark.parametrize("model", event_models(), ids=lambda model: model._meta.label)
def test_an_event_table_is_named_after_its_model_and_leaves_out_what_is_secret(model):
    event = event_models()[model]
    tracked_model = event.pgh_tracked_model
    assert event._meta.db_table == f"{tracked_model._meta.label_lower.replace('.', '_')}event"
    kept = {field.name for field in event._meta.fields}
    left_out = {field.name for field in model._meta.local_fields} - kept
    assert left_out <= {"search", "password"}
    assert not any("password" in name or "hash" in name for name in kept)


def test_an_event_says_who_did_what_for_whom(rita):
    (event,) = events_of(make_observation(rita))
    assert event.pgh_label == "insert"
    assert event.pgh_context["verb"] == "reviews.observation.captured"
    assert event.pgh_context["user"] == str(rita.pk)
    assert event.pgh_context["organization"] == "OAI"
    assert "request" not in event.pgh_context


def test_the_outer_verb_is_what_was_done(rita):
    @recorded("tests.observation.taken_twice")
    def twice(*, by: User):
        return make_observation(by), make_observation(by)

    first, second = twice(by=rita)
    (one,), (two,) = events_of(first), events_of(second)
    assert one.pgh_context["verb"] == two.pgh_context["verb"] == "tests.observation.taken_twice"
    assert one.pgh_context["change"] == two.pgh_context["change"]


def test_two_verbs_are_two_changes_with_a_name_each(rita):
    lesson = make_lesson(rita)
    system = make_system(rita)
    (one,), (two,) = events_of(lesson), events_of(system)
    assert one.pgh_context["verb"] == "lessons.lesson.written"
    assert two.pgh_context["verb"] == "tracker.system.added"
    assert one.pgh_context["change"] != two.pgh_context["change"]


def test_raw_sql_is_kept_without_a_verb(rita):
    system = make_system(rita)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE tracker_aisystem SET name = 'Renamed' WHERE id = %s", [system.pk])
        cursor.execute("DELETE FROM tracker_aisystem WHERE id = %s", [system.pk])
    _, update, delete = events_of(system)
    assert (update.pgh_label, update.name, update.pgh_context) == ("update", "Renamed", None)
    assert (delete.pgh_label, delete.pgh_context) == ("delete", None)


def test_a_change_of_nothing_is_no_event(rita):
    system = make_system(rita)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE tracker_aisystem SET name = name WHERE id = %s", [system.pk])
    assert events_of(system).count() == 1


def test_a_verb_that_fails_leaves_neither_change_nor_event(rita):
    class Broken(Exception):
        pass

    @recorded("tests.observation.broken")
    def broken(*, by: User):
        make_observation(by)
        raise Broken

    with pytest.raises(Broken):
        broken(by=rita)
    assert event_models()[type(make_observation(rita))].objects.count() == 1


def test_a_verb_run_by_a_command_says_so(rita):
    with running("manage.py import_evidence"):
        (event,) = events_of(make_observation(rita))
    assert event.pgh_context["process"] == "manage.py import_evidence"


def test_a_change_of_password_is_no_part_of_any_event(rita):
    before = events_of(rita).count()
    rita.set_password("another long secret")
    rita.save()
    assert events_of(rita).count() == before
    columns = {field.column for field in event_models()[User]._meta.fields}
    assert "password" not in columns
    assert "username" in columns


def test_a_request_is_named_in_the_answer_and_in_what_it_wrote(client, rita):
    client.force_login(rita)
    asked = {"title": "Seen in use", "occurred_on": "2026-03-02", "systems": []}
    answer = client.post("/observations/new/", asked, headers={"X-Request-ID": "mine"})
    (event,) = events_of(Observation.objects.get())
    assert event.pgh_context["request"] == answer["X-Request-ID"] != "mine"
    assert event.pgh_context["verb"] == "reviews.observation.captured"


def test_what_a_request_writes_outside_any_verb_names_its_user(rf, rita):
    request = rf.get("/")
    request.user = rita

    def view(request):
        middleware.process_view(request)
        make_organization("NEW", "New")
        return HttpResponse()

    middleware = RequestNameMiddleware(view)
    answer = middleware(request)
    (event,) = events_of(Organization.objects.get(code="NEW"))
    assert event.pgh_context == {"request": answer["X-Request-ID"], "user": str(rita.pk)}
