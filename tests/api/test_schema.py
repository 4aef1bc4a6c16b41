"""The description of the API is valid, silent, complete, and true."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from rest_framework.serializers import ChoiceField, ModelSerializer

from lessons.verbs import VERBS
from tracker.api.errors import MEDIA_TYPE
from tracker.api.generator import description_in


@pytest.fixture(scope="module")
def schema():
    """The description as programs get it."""
    from drf_spectacular.generators import SchemaGenerator

    return SchemaGenerator().get_schema(public=True)


@pytest.mark.exhaustive
def test_the_description_is_made_without_a_warning(tmp_path):
    call_command("spectacular", fail_on_warn=True, validate=True, file=str(tmp_path / "api.yml"))


def test_the_description_is_openapi_3_1(schema):
    assert schema["openapi"].startswith("3.1")


def test_every_verb_has_an_address(schema):
    verbs = [verb.name for verbs in VERBS.values() for verb in verbs]
    described = [
        address.split("/")[-2]
        for address, methods in schema["paths"].items()
        if "{reference}/" in address and not address.endswith("{reference}/") and "post" in methods
    ]
    assert sorted(described) == sorted(verbs)


def shapes(shape=ModelSerializer):
    for narrower in shape.__subclasses__():
        yield narrower
        yield from shapes(narrower)


def may_be_blank(shape, field):
    """Say whether what a field is read from can be empty in the database."""
    return getattr(
        getattr(getattr(shape.Meta.model, field.source, None), "field", None), "blank", 0
    )


def test_a_choice_that_is_not_made_yet_is_described_as_blank(schema):
    """A field that nobody writes loses `blank` on its way from the model."""
    silent = [
        f"{shape.__name__}.{name}"
        for shape in shapes()
        if getattr(getattr(shape, "Meta", None), "model", None)
        for name, field in shape().fields.items()
        if isinstance(field, ChoiceField) and may_be_blank(shape, field) and not field.allow_blank
    ]
    assert silent == []


def test_nobody_writes_a_state_a_label_or_an_owner(schema):
    inputs = {
        name: shape["properties"]
        for name, shape in schema["components"]["schemas"].items()
        if name.endswith("Request")
    }
    assert len(inputs) > 30
    written = {
        name for name, fields in inputs.items() if {"status", "label", "owner"} & set(fields)
    }
    # A version and a tag are named by their label; it says nothing of who may read.
    assert written == {"VersionInputRequest", "TagInputRequest"}


def test_whoever_is_signed_in_reads_the_description_and_its_page(client, rita):
    assert client.get("/api/v1/schema/").status_code == 401
    client.force_login(rita)
    assert client.get("/api/v1/schema/?format=json").json()["openapi"].startswith("3.1")
    page = client.get("/api/v1/docs/")
    assert page.status_code == 200
    assert b"<style" not in page.content


@pytest.mark.parametrize("address", ["/api/v1/", "/api/v1/docs/"])
def test_a_page_of_the_api_sends_browsers_to_sign_in_and_tells_programs_what_they_lack(
    client, api, rita, address
):
    browser = client.get(address, headers={"Accept": "text/html,*/*;q=0.8"})
    assert (browser.status_code, browser.url) == (302, f"/sign-in/?next={address}")
    token = {"Authorization": "Bearer no-token"}
    page = {"Accept": "text/html"}
    for headers in ({}, {"Accept": "application/json"}, token, token | page):
        told = client.get(address, headers=headers)
        assert told.status_code == told.json()["status"] == 401
        assert (told["Content-Type"], told["WWW-Authenticate"]) == (MEDIA_TYPE, "Bearer")
    assert api(rita).get(address, follow=True).status_code == 200
    assert api(rita, "write").get(address).status_code == 403


def test_a_language_that_nobody_speaks_makes_no_description_of_its_own(client, rita):
    client.force_login(rita)
    client.get("/api/v1/schema/?format=json")
    kept = description_in.cache_info().currsize
    for name in ("zz-one", "zz-two", "de"):
        assert client.get(f"/api/v1/schema/?format=json&lang={name}").status_code == 200
    assert description_in.cache_info().currsize == kept
