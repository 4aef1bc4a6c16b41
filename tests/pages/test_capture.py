"""Capturing takes three fields, and nothing typed is lost."""

from __future__ import annotations

import datetime

from django.utils import timezone

from reviews.models import Observation
from tests import factories

NEW = "/observations/new/"


def test_three_fields_capture_an_observation_and_offer_a_review(client, rita):
    system = factories.make_system(rita)
    client.force_login(rita)
    today = timezone.localdate().isoformat()
    answer = client.post(
        NEW,
        {"title": "Long chats drift", "systems": [system.pk], "occurred_on": today},
        follow=True,
    )
    seen = Observation.objects.get()
    assert (seen.title, seen.owner, seen.label) == (
        "Long chats drift",
        rita.organization,
        "amber_strict",
    )
    assert list(seen.systems.all()) == [system]
    assert f"/do/observation/{seen.reference}/start-review/" in answer.content.decode()


def test_today_is_filled_in(client, rita):
    client.force_login(rita)
    assert f'value="{timezone.localdate().isoformat()}"' in client.get(NEW).content.decode()


def test_what_was_typed_stays_when_something_is_wrong(client, rita):
    system = factories.make_system(rita)
    client.force_login(rita)
    typed = {
        "title": "",
        "systems": [system.pk],
        "occurred_on": "2026-02-30",
        "description": "A long <b>story</b>",
        "source_url": "not an address at all",
    }
    answer = client.post(NEW, typed)
    text = answer.content.decode()
    assert answer.status_code == 400
    assert "Something needs a second look" in text
    assert "A long &lt;b&gt;story&lt;/b&gt;" in text
    assert 'value="not an address at all"' in text
    assert f'value="{system.pk}"' in text
    assert "checked" in text
    assert not Observation.objects.exists()


def test_further_fields_are_saved_too(client, rita):
    tag = factories.make_tag()
    client.force_login(rita)
    client.post(
        NEW,
        {
            "title": "Seen",
            "occurred_on": "2023-02-01",
            "occurred_precision": "month",
            "source_kind": "incident",
            "confidence": "verified",
            "reporter": "Jo",
            "tags": [tag.pk],
        },
    )
    seen = Observation.objects.get()
    assert seen.occurred_on == datetime.date(2023, 2, 1)
    assert (seen.occurred_precision, seen.source_kind, seen.reporter) == ("month", "incident", "Jo")
    assert list(seen.tags.all()) == [tag]


def test_a_hidden_system_can_be_neither_seen_nor_chosen(client, rita, mira):
    secret = factories.make_system(rita, name="Unreleased thing")
    client.force_login(mira)
    assert "Unreleased thing" not in client.get(NEW).content.decode()
    answer = client.post(NEW, {"title": "x", "occurred_on": "2026-01-01", "systems": [secret.pk]})
    assert answer.status_code == 400
    assert "Unreleased thing" not in answer.content.decode()


def test_who_only_reads_is_refused_in_a_sentence(client, olga):
    client.force_login(olga)
    answer = client.post(NEW, {"title": "x", "occurred_on": "2026-01-01"})
    assert answer.status_code == 403
    assert "Only a reviewer or a lead of a partner can do this." in answer.content.decode()
