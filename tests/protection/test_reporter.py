"""A reporter stays unnamed outside their organization, on every surface that shows what they reported."""

from __future__ import annotations

import pytest
from django.urls import reverse

from reviews.editing import add_evidence, edit_observation
from reviews.models import Observation
from reviews.transitions import start_review
from tests import factories
from tests.admin.pages import list_url
from tracker.sharing import share

REPORTER = "Zqreporter Canary"


@pytest.fixture
def reported(rita, leo):
    """An observation that the partners may read, with a review made from it and evidence under it."""
    system = factories.make_system(rita)
    seen = factories.make_observation(rita, reporter=REPORTER, systems=[system])
    add_evidence(seen, by=rita, title="Log", url="https://example.org/log")
    start_review(seen, by=rita, system=system)
    share(system, by=leo)
    edit_observation(seen, by=rita, reporter=f"{REPORTER} before")
    seen = share(seen, by=leo)
    edit_observation(seen, by=rita, reporter=f"{REPORTER} after", title="Named otherwise")
    return edit_observation(seen, by=rita, reporter=REPORTER)


def answers(client, seen):
    """Yield what every surface that shows an observation, or searches or sorts by it, answers."""
    one, key = [seen.reference], [seen.pk]
    word = REPORTER.split()[0]
    admin = list_url(Observation)
    for address in (
        seen.get_absolute_url(),
        reverse("observation-list"),
        reverse("observation-list") + f"?q={word}",
        reverse("search") + f"?q={word}",
        reverse("trace", args=one),
        reverse("api-observation-list"),
        reverse("api-observation-list") + f"?q={word}",
        reverse("api-observation-detail", args=one),
        reverse("api-evidence-list"),
        reverse("api-finding-list"),
        admin,
        f"{admin}?q={word}",
        f"{admin}?o=reporter",
        f"{admin}?reporter={word}",
        reverse("admin:reviews_observation_change", args=key),
        *histories(seen),
        *(reverse("verb", args=["observation", *one, verb]) for verb in ("start-review", "share")),
    ):
        yield address, client.get(address, follow=True).content.decode()
    file = client.post(f"{admin}export/", {"resource": "", "format": "0"})
    yield "export", file.content.decode()


def histories(seen):
    """Yield the addresses of its history: its versions, one in full, and two compared."""
    admin = reverse("admin:reviews_observation_history", args=[seen.pk])
    for story in (reverse("history", args=["observation", seen.reference]), admin):
        yield from (story, f"{story}?version=1", f"{story}?version=2", f"{story}?from=1&to=2")
    yield (api := reverse("api-observation-history", args=[seen.reference]))
    yield from (f"{api}1/", f"{api}2/", f"{api}2/?since=1")


@pytest.mark.parametrize("name", ["mira", "milo", "mona", "cleo", "ada"])
def test_the_other_side_reads_the_name_nowhere(request, client, reported, name):
    client.force_login(request.getfixturevalue(name))
    word = REPORTER.split()[0]
    for address, text in answers(client, reported):
        # A search repeats the word that was asked for; it must find nothing by it.
        assert REPORTER not in text, address
        assert "q=" not in address or reported.reference not in text, address
        assert f"reporter={word}" not in address or reported.reference not in text, address


def test_its_own_people_read_it(client, reported, olga):
    client.force_login(olga)
    found = [address for address, text in answers(client, reported) if REPORTER in text]
    assert reported.get_absolute_url() in found
    assert reverse("api-observation-detail", args=[reported.reference]) in found
    assert reverse("admin:reviews_observation_change", args=[reported.pk]) in found
    assert set(histories(reported)) <= set(found)
