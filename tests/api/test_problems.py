"""Every refusal is a problem document that a program can read (RFC 9457)."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from lessons import transitions
from tests import factories
from tests.api.conftest import path

OBSERVATION = {"title": "Seen", "occurred_on": "2026-03-01"}


def problem(response, status):
    """Return the problem document of a response, or fail."""
    assert response["Content-Type"] == "application/problem+json"
    body = response.json()
    assert (response.status_code, body["status"]) == (status, status), body
    assert body["title"]
    assert body["detail"]
    return body


def test_whoever_is_not_signed_in_is_asked_to(db):
    response = APIClient().get(path("observations"))
    problem(response, 401)
    assert response["WWW-Authenticate"] == "Bearer"


def test_a_wrong_token_is_refused(db):
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION="Bearer not-a-token")
    problem(client.get(path("observations")), 401)


def test_a_refusal_carries_its_sentence(api, olga):
    body = problem(api(olga).post(path("observations"), OBSERVATION), 403)
    assert body["detail"] == "Only a reviewer or a lead of a partner can do this."


def test_a_refused_verb_is_refused_before_its_input_is_read(api, olga, rita):
    observation = factories.make_observation(rita)
    response = api(olga).post(path("observations", observation.reference, "dismiss"), {})
    problem(response, 403)


def test_a_wrong_state_is_a_conflict(api, rita, leo):
    lesson = transitions.reject_lesson(factories.make_lesson(rita), by=leo, reason="Not one.")
    response = api(leo).post(path("lessons", lesson.reference, "share"))
    assert response.status_code == 200
    response = api(rita).patch(path("lessons", lesson.reference), {"title": "New"})
    assert "rejected" in problem(response, 409)["detail"]


def test_absent_and_unseen_look_the_same(api, rita, mira):
    observation = factories.make_observation(rita)
    unseen = api(mira).get(path("observations", observation.reference))
    absent = api(mira).get(path("observations", "OAI-OBS-00000"))
    nowhere = api(mira).get("/api/v1/nothing/like/this/")
    assert problem(unseen, 404) == problem(absent, 404) == problem(nowhere, 404)


def test_unseen_and_absent_verbs_look_the_same(api, rita, mira):
    lesson = factories.make_lesson(rita)
    unseen = api(mira).post(path("lessons", lesson.reference, "start-research"), {})
    absent = api(mira).post(path("lessons", "OAI-LES-00000", "start-research"), {})
    assert problem(unseen, 404) == problem(absent, 404)


def test_invalid_input_names_each_field(api, rita):
    body = {"title": "", "occurred_on": "someday", "systems": ["OAI-SYS-00000"]}
    errors = problem(api(rita).post(path("observations"), body), 400)["errors"]
    assert {error["field"] for error in errors} == {"title", "occurred_on", "systems"}


def test_unknown_fields_are_named(api, rita):
    body = {**OBSERVATION, "titel": "x", "status": "confirmed", "label": "clear", "owner": "MSFT"}
    errors = problem(api(rita).post(path("observations"), body), 400)["errors"]
    assert {error["field"] for error in errors} == {"titel", "status", "label", "owner"}
    assert "title" in errors[0]["detail"]


def test_a_verb_refuses_unknown_answers(api, rita):
    observation = factories.make_observation(rita)
    body = {"reason": "Wrong.", "why": "?"}
    response = api(rita).post(path("observations", observation.reference, "dismiss"), body)
    assert problem(response, 400)["errors"][0]["field"] == "why"


def test_a_broken_constraint_arrives_as_its_sentence(api, rita):
    review = factories.make_review(rita)
    body = {"review": review.reference, "title": "Bad", "severity": "critical"}
    response = api(rita).post(path("findings"), body)
    assert problem(response, 400)["detail"] == "Say why the severity is critical or high."


@pytest.mark.parametrize(
    "query",
    ["stauts=new", "status=old", "cursor=rubbish", "limit=0", "limit=ten", "count=maybe"],
)
def test_a_mistyped_parameter_is_refused_and_named(api, rita, query):
    errors = problem(api(rita).get(path("observations") + "?" + query), 400)["errors"]
    assert errors[0]["field"] == query.split("=")[0]


@pytest.mark.parametrize("body", [b"{", b"[1, 2]", b'"text"', b"[" * 50_000, b"NaN", b"\xff"])
def test_a_body_that_is_no_record_is_refused(api, rita, body):
    response = api(rita).post(path("observations"), body, content_type="application/json")
    problem(response, 400)


def test_another_media_type_is_refused(api, rita):
    response = api(rita).post(path("observations"), "title: x", content_type="application/yaml")
    problem(response, 415)


def test_another_method_is_refused_with_those_that_work(api, rita):
    response = api(rita).delete(path("observations"))
    problem(response, 405)
    assert "POST" in response["Allow"]


def test_an_answer_in_another_form_is_not_available(api, rita):
    problem(api(rita).get(path("observations"), headers={"accept": "application/xml"}), 406)


def test_a_body_that_is_too_large_is_refused(api, rita, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    problem(api(rita).post(path("observations"), {"title": "x" * 2000}), 413)


def test_a_file_that_is_too_large_is_refused(api, rita, settings):
    settings.EVIDENCE_MAX_BYTES = 10
    observation = factories.make_observation(rita)
    body = {
        "observation": observation.reference,
        "title": "Log",
        "file": SimpleUploadedFile("log.txt", b"x" * 11),
    }
    response = api(rita).post(path("evidence"), body, format="multipart")
    assert problem(response, 400)["errors"][0]["field"] == "file"
