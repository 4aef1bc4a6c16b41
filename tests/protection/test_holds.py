"""A legal hold keeps a record as it is, and only its own organization knows of it."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from reviews.editing import add_evidence
from reviews.models import Evidence, Observation
from tests import factories
from tracker.access import Denied, WrongState
from tracker.models import LegalHold
from tracker.protection.holds import lift_hold, place_hold
from tracker.sharing import share

WHY = "Matter 42, by counsel"


@pytest.fixture
def shared(rita, leo):
    """An observation that the partners may read."""
    return share(factories.make_observation(rita), by=leo)


@pytest.fixture
def held(shared, leo):
    """The same on legal hold at OpenAI."""
    return place_hold(shared, by=leo, reason=WHY)


def test_a_lead_of_the_owner_places_and_lifts_it_once(held, leo):
    with pytest.raises(WrongState, match="is on legal hold since"):
        place_hold(held, by=leo, reason=WHY)
    lift_hold(held, by=leo, reason="Settled")
    with pytest.raises(WrongState, match="not on legal hold"):
        lift_hold(held, by=leo, reason="Settled")
    place_hold(held, by=leo, reason="Again")
    assert LegalHold.objects.filter(record_id=held.pk).count() == 2


@pytest.mark.parametrize("name", ["rita", "sam", "olga", "milo", "cleo", "ada"])
def test_nobody_else_places_or_lifts_it(request, held, name):
    other = request.getfixturevalue(name)
    for verb in (place_hold, lift_hold):
        with pytest.raises(Denied):
            verb(held, by=other, reason=WHY)
    assert LegalHold.objects.live().count() == 1


def test_the_other_side_learns_nothing_of_it(client, leo, rita, milo, mira, shared):
    addresses = [
        shared.get_absolute_url(),
        reverse("api-observation-detail", args=[shared.reference]),
        reverse("verb", args=["observation", shared.reference, "place-hold"]),
        reverse("verb", args=["observation", shared.reference, "lift-hold"]),
        reverse("admin:reviews_observation_change", args=[shared.pk]),
    ]

    def read(user):
        client.force_login(user)
        return [without_tokens(client.get(address).content.decode()) for address in addresses]

    before = [read(user) for user in (milo, mira)]
    place_hold(shared, by=leo, reason=WHY)
    assert [read(user) for user in (milo, mira)] == before
    # Controls: its own people read of it, and why.
    assert "On legal hold since" in read(rita)[0]
    assert WHY in read(leo)[0]


def without_tokens(html: str) -> str:
    """Return a page without what is new on each one."""
    return "\n".join(line for line in html.splitlines() if "csrf" not in line)


def test_the_database_keeps_what_is_held(rita, leo, shared, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    piece = add_evidence(shared, by=rita, title="Log", file=ContentFile(b"x", "log.txt"))
    free = factories.make_observation(rita)
    place_hold(shared, by=leo, reason=WHY)
    for attempt in (
        lambda: Evidence.objects.filter(pk=piece.pk).update(file="elsewhere"),
        lambda: Evidence.objects.filter(pk=piece.pk)._raw_delete("default"),
        lambda: Observation.objects.filter(pk=shared.pk)._raw_delete("default"),
    ):
        with pytest.raises(IntegrityError, match="legal hold"), transaction.atomic():
            attempt()
    # Control: without a hold the same goes.
    Observation.objects.filter(pk=free.pk)._raw_delete("default")
    lift_hold(shared, by=leo, reason="Settled")
    Evidence.objects.filter(pk=piece.pk)._raw_delete("default")


def test_a_hold_stays_as_it_was_placed(held, leo, milo, ada):
    rows = LegalHold.objects.filter(record_id=held.pk)
    for attempt in (
        lambda: rows.update(reason="Another"),
        lambda: rows.delete(),
        lambda: rows.update(lifted_by=milo, lifted_at=held.created_at, lift_reason="x"),
        lambda: rows.update(lifted_by=ada, lifted_at=held.created_at, lift_reason="x"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt()
    lift_hold(held, by=leo, reason="Settled")
    with pytest.raises(IntegrityError, match="lifted once"), transaction.atomic():
        rows.update(lifted_at=None, lifted_by=None, lift_reason="")


def test_a_reason_is_asked(shared, leo):
    with pytest.raises(ValidationError):
        place_hold(shared, by=leo, reason=" ")
