"""A record that the writer can't see is refused exactly as an id that does not exist.

The relations are found by looking at the inputs, verbs and forms that there are: a new one is tried
without a change here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.test import RequestFactory
from django.urls import get_resolver, reverse
from rest_framework.serializers import Field, ListField

from reviews.models import Review
from reviews.views.forms import CaptureForm
from tests.proof import table
from tests.proof.addresses import fill, operations
from tests.proof.crawl import Answer, read, settled
from tests.proof.leaks import all_choices
from tests.proof.principals import Principal
from tests.proof.world import World
from tracker.access import judge
from tracker.admin.choices import VisibleChoices
from tracker.api.fields import RecordField, RecordsField
from tracker.verbs import all_nouns, verbs_of

# As long as a reference and a key are, but nobody's.
NO_REFERENCE, NO_KEY = "OAI-XXX-00000", "0198d000-0000-7000-8000-000000000000"


@pytest.fixture
def writer(readers: dict[str, Principal]) -> Principal:
    """Who writes: a lead of the other partner, who may most."""
    return readers["milo"]


def hidden(world: World, model: Any) -> Any:
    """Return a record of a model that the other side can't see, or None where there is none."""
    private = world.records["oai private"].values()
    outside = [world.people["cleo"], world.people["cleo"].organization]
    return next((record for record in [*private, *outside] if type(record) is model), None)


def without(answer: Answer, *words: str) -> list[tuple[str, bytes]]:
    """Return what an answer says apart from what was sent."""
    pattern = "|".join(map(re.escape, words)).encode()
    return [(place, re.sub(pattern, b"?", text)) for place, text in settled(answer)]


def same_refusal(told: Sequence[Answer], *words: str) -> bool:
    """Say whether two answers, to what is unseen and to what is absent, are the same refusal."""
    unseen, absent = told
    return unseen.status == absent.status and without(unseen, *words) == without(absent, *words)


# --- The API ----------------------------------------------------------------------------------


def inputs() -> dict[str, Any]:
    """Return the input of every operation that takes records, by the operation's name."""
    found = {}
    for name, (method, path) in operations().items():
        view = get_resolver().resolve(filled(path)).func
        given = getattr(view, "view_initkwargs", {}).get("input_class")
        given = given or getattr(getattr(view, "cls", None), "input_class", None)
        if given and method in {"POST", "PUT", "PATCH"}:
            found[name] = given
    return found


def filled(path: str) -> str:
    """Return an address of a path's shape."""
    return (
        path.replace("{reference}", "OAI-XXX-00000")
        .replace("{id}", NO_KEY)
        .replace("{code}", "OAI")
    )


def relations(given: Any) -> dict[str, Field[Any, Any, Any, Any]]:
    """Return the fields of an input that name records."""
    kinds = (RecordField, RecordsField)
    return {name: field for name, field in given().get_fields().items() if isinstance(field, kinds)}


WRITABLE = [name for name, given in inputs().items() if relations(given)]


def own_record(world: World, name: str, writer: Principal) -> Any:
    """Return a record of the writer's side that an operation can be done to."""
    _method, path = operations()[name]
    if "{" not in path:
        return None
    noun, verb = verb_of(name)
    rows = candidates(world, noun)
    if verb is None:
        return rows[0]
    user = world.people[writer.name]
    able = [row for row in rows if judge(verb.check, user, row)]
    return able[0] if able else None


def verb_of(name: str) -> tuple[str, Any]:
    """Return the noun of an operation in this world, and its verb where it is one."""
    for address, model in all_nouns().items():
        noun, nouns = table.VERB_NOUNS[address]
        for verb in verbs_of(model):
            if name == f"{nouns}_{verb.name.replace('-', '_')}":
                return noun, verb
    return table.OPERATIONS[name][1], None


def candidates(world: World, noun: str) -> list[Any]:
    """Return every record of a noun that the other partner has or reads, its own private ones first."""
    model = type(next(records[noun] for records in world.records.values() if noun in records))
    rows = list(model._default_manager.visible_to(world.people["milo"]).order_by("-pk"))
    order = {"amber_strict": 0, "amber": 1}
    return sorted(rows, key=lambda row: order.get(getattr(row, "label", ""), 2))


def test_every_input_that_names_records_is_found() -> None:
    assert len(WRITABLE) > 20
    assert {"findings_partial_update", "updates_ship", "evidence_create"} <= set(WRITABLE)


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", WRITABLE)
def test_a_program_is_refused_alike(world: World, writer: Principal, name: str) -> None:
    method, path = operations()[name]
    record = own_record(world, name, writer)
    if record is None and "{" in path:
        offers_nothing_hidden(world, name, writer)
        return
    for field, relation in relations(inputs()[name]).items():
        named: Any = relation
        secret = hidden(world, named.rows(world.people[writer.name], record).model)
        # A cycle is nobody's secret.
        for word, nobody in addresses(secret) if secret else ():
            unseen, absent = (
                read(writer, method, fill(path, record), {field: sent(relation, value)})
                for value in (word, nobody)
            )
            assert unseen.status == 400, (field, unseen)
            assert f'"{field}"'.encode() in unseen.body, field
            assert same_refusal((unseen, absent), word, nobody), field


def offers_nothing_hidden(world: World, name: str, writer: Principal) -> None:
    """Fail where a verb that nobody can do in this world would take a record that is not seen."""
    record = candidates(world, verb_of(name)[0])[0]
    for field, relation in relations(inputs()[name]).items():
        named: Any = relation
        rows = named.rows(world.people[writer.name], record)
        secret = hidden(world, rows.model)
        assert secret is None or not rows.filter(pk=secret.pk).exists(), field


def addresses(secret: Any) -> Iterator[tuple[str, str]]:
    """Yield how a record can be named, each with the like that names nothing."""
    yield str(secret.pk), NO_KEY
    if hasattr(secret, "code") and not hasattr(secret, "taxonomy"):
        yield secret.code, "QQQ"
    if hasattr(secret, "reference"):
        yield secret.reference, NO_REFERENCE
    if hasattr(secret, "key"):
        yield secret.key, "local:zqnothing000"


def sent(relation: Any, value: str) -> Any:
    """Return a value as a field takes it."""
    return [value] if isinstance(relation, ListField) else value


def test_there_is_no_put(writer: Principal, world: World) -> None:
    for name, (_method, path) in operations().items():
        noun = table.OPERATIONS.get(name, (None, ""))[1]
        if noun in world.records["oai private"]:
            answer = read(writer, "PUT", fill(path, world.records["oai private"][noun]), {})
            assert answer.status == 405, name


# --- Pages ------------------------------------------------------------------------------------


VERB_ASKS = [
    (address, verb)
    for address, model in all_nouns().items()
    for verb in verbs_of(model)
    if any(ask.rows for ask in verb.asks)
]


@pytest.mark.exhaustive
@pytest.mark.parametrize(("noun", "verb"), VERB_ASKS, ids=lambda one: getattr(one, "name", one))
def test_the_page_of_a_verb_refuses_alike(world: World, writer: Principal, noun, verb) -> None:
    operation = f"{table.VERB_NOUNS[noun][1]}_{verb.name.replace('-', '_')}"
    record = own_record(world, operation, writer)
    if record is None:
        offers_nothing_hidden(world, operation, writer)
        return
    address = f"/do/{noun}/{record.reference}/{verb.name}/"
    for ask in verb.asks:
        rows: Any = ask.rows(world.people[writer.name], record) if ask.rows else None
        secret = hidden(world, rows.model) if isinstance(rows, QuerySet) else None
        if secret is not None:
            told = [read(writer, "POST", address, {ask.name: key}) for key in (secret.pk, NO_KEY)]
            assert told[0].status == 400, ask.name
            assert same_refusal(told, str(secret.pk), NO_KEY), ask.name


@pytest.mark.parametrize("field", ["systems", "tags"])
def test_the_form_that_captures_refuses_alike(world, writer, field) -> None:
    choices: Any = CaptureForm(None, user=world.people["milo"]).fields[field]
    rows: Any = choices.queryset
    secret = hidden(world, rows.model)
    address = reverse("observation-new")
    body = {"title": "Seen", "occurred_on": "2026-03-01"}
    told = [read(writer, "POST", address, {**body, field: key}) for key in (secret.pk, NO_KEY)]
    assert told[0].status == 400
    assert same_refusal(told, str(secret.pk), NO_KEY)


# --- The admin --------------------------------------------------------------------------------


def asked_by(user: Any) -> Any:
    """Return a request of a person to the admin."""
    request = RequestFactory().get("/admin/")
    request.user = user
    return request


def choices_of(form: Any) -> dict[str, Any]:
    """Return the fields of a form in which a row is chosen, each with the model of its rows."""
    fields: dict[str, Any] = form.base_fields
    chosen = [name for name, one in fields.items() if isinstance(one, forms.ModelChoiceField)]
    return {name: fields[name].queryset.model for name in chosen}


ADMIN_NOUNS = sorted(admin.site._registry, key=lambda model: model._meta.label_lower)


@pytest.mark.exhaustive
@pytest.mark.parametrize("model", ADMIN_NOUNS, ids=lambda model: model._meta.model_name)
def test_an_admin_form_that_adds_refuses_alike(world: World, writer: Principal, model) -> None:
    model_admin, request = admin.site._registry[model], asked_by(world.people[writer.name])
    if not model_admin.has_add_permission(request):
        pytest.skip("nobody of a partner adds one here")
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
    for field, chosen in choices_of(model_admin.get_form(request)).items():
        if (secret := hidden(world, chosen)) is not None:
            prefilled = [f"{address}?{field}={key}" for key in (secret.pk, NO_KEY)]
            shown = [read(writer, "GET", one) for one in prefilled]
            assert shown[0].status == 200
            assert same_refusal(shown, str(secret.pk), NO_KEY), field
            refuse_alike(writer, address, field, secret, {})


@pytest.mark.exhaustive
@pytest.mark.parametrize("model", ADMIN_NOUNS, ids=lambda model: model._meta.model_name)
def test_an_admin_form_that_changes_refuses_alike(world: World, writer: Principal, model) -> None:
    own = [one for one in world.records["msft private"].values() if type(one) is model]
    if not own:
        pytest.skip("a partner has none of its own")
    model_admin, request = admin.site._registry[model], asked_by(world.people[writer.name])
    meta = model._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[own[0].pk])
    for field, chosen in choices_of(model_admin.get_form(request, own[0], change=True)).items():
        if (secret := hidden(world, chosen)) is not None:
            refuse_alike(writer, address, field, secret, {})
    for formset, inline in model_admin.get_formsets_with_inlines(request, own[0]):
        prefix = formset.get_default_prefix()
        below = {"_below": inline.opts.model_name, f"{prefix}-TOTAL_FORMS": 1}
        for field, chosen in choices_of(formset.form).items():
            if (secret := hidden(world, chosen)) is not None:
                row = {**below, f"{prefix}-INITIAL_FORMS": 0}
                refuse_alike(writer, address, f"{prefix}-0-{field}", secret, row)


def refuse_alike(
    writer: Principal, address: str, field: str, secret: Any, rest: dict[str, Any]
) -> None:
    """Send an admin form that names a secret, and one that names nothing, and compare the pages."""
    told = [
        read(writer, "POST", address, {"_mode": "all", **rest, field: key})
        for key in (secret.pk, NO_KEY)
    ]
    assert told[0].status in {200, 400}, field
    assert same_refusal(told, str(secret.pk), NO_KEY), field
    assert str(secret).encode() not in told[0].body, field


# --- The control ------------------------------------------------------------------------------


def test_a_program_s_field_that_takes_any_row_is_caught(world, writer, monkeypatch) -> None:
    def any_rows(field: Any, rows: Any) -> Any:
        return rows(world.people[writer.name], None).model._default_manager.all()

    monkeypatch.setattr("tracker.api.fields.rows_of", any_rows)
    with pytest.raises(AssertionError):
        test_a_program_is_refused_alike(world, writer, "observations_create")


def test_an_admin_form_that_takes_any_row_is_caught(world, writer, monkeypatch) -> None:
    monkeypatch.setattr(VisibleChoices, "rows_for", all_choices)
    with pytest.raises(AssertionError):
        test_an_admin_form_that_adds_refuses_alike(world, writer, Review)
