"""Who gets which page: every route of the reading pages stands in the table."""

from __future__ import annotations

import pytest
from django.urls import URLPattern, get_resolver, reverse

from tests.pages.reading import same
from tracker import sharing

READERS = {"anonymous": None, "community": "cleo", "owner": "rita", "other": "mira"}
SIGN_IN, FINE, REFUSED, ABSENT, POSTED = 302, 200, 403, 404, 405

# The name of the route: what anonymous, community, the owner's side and the other side get.
ROUTES = {
    "home": (FINE, FINE, FINE, FINE),
    "search": (SIGN_IN, FINE, FINE, FINE),
    "system-list": (SIGN_IN, FINE, FINE, FINE),
    "system-detail": (SIGN_IN, ABSENT, FINE, ABSENT),
    "dependency-detail": (SIGN_IN, ABSENT, FINE, ABSENT),
    "observation-list": (SIGN_IN, FINE, FINE, FINE),
    "observation-new": (SIGN_IN, REFUSED, FINE, FINE),
    "observation-detail": (SIGN_IN, ABSENT, FINE, ABSENT),
    "cycle-list": (SIGN_IN, FINE, FINE, FINE),
    "cycle-detail": (SIGN_IN, ABSENT, FINE, FINE),
    "cycle-briefing": (SIGN_IN, ABSENT, FINE, FINE),
    "briefing-line-list": (SIGN_IN, FINE, FINE, FINE),
    "series-list": (SIGN_IN, FINE, FINE, FINE),
    "series-detail": (SIGN_IN, ABSENT, FINE, FINE),
    "cycle-meeting": (SIGN_IN, ABSENT, FINE, FINE),
    "cycle-concur": (SIGN_IN, POSTED, POSTED, POSTED),
    "review-list": (SIGN_IN, FINE, FINE, FINE),
    "review-detail": (SIGN_IN, ABSENT, FINE, FINE),
    "finding-list": (SIGN_IN, FINE, FINE, FINE),
    "finding-detail": (SIGN_IN, ABSENT, FINE, FINE),
    "signing": (SIGN_IN, REFUSED, FINE, FINE),
    "lesson-signatures": (SIGN_IN, ABSENT, FINE, FINE),
    "practice-signatures": (FINE, FINE, FINE, FINE),
    "lesson-list": (SIGN_IN, FINE, FINE, FINE),
    "lesson-detail": (SIGN_IN, ABSENT, FINE, FINE),
    "update-list": (SIGN_IN, FINE, FINE, FINE),
    "update-detail": (SIGN_IN, ABSENT, FINE, ABSENT),
    "research-list": (SIGN_IN, FINE, FINE, FINE),
    "research-detail": (SIGN_IN, ABSENT, FINE, ABSENT),
    "practice-list": (FINE, FINE, FINE, FINE),
    "practice-detail": (FINE, FINE, FINE, FINE),
    "practice-version": (FINE, FINE, FINE, FINE),
}
FLOORS = ("lessons.views.", "reviews.views.", "tracker.views.systems")
# These stand in tests of their own.
ELSEWHERE = (
    "lessons.views.trace",
    "lessons.views.reports",
    "lessons.views.adoptions",
    "lessons.views.checks",
    "lessons.views.dispositions",
    "lessons.views.recurrences",
    "lessons.views.synthesis",
    "reviews.views.evidence",
)


def page_routes() -> set[str]:
    """Return the names of the reading pages' routes, from the resolver."""
    found = set()
    for entry in [p for r in get_resolver().url_patterns for p in getattr(r, "url_patterns", [r])]:
        module = entry.callback.__module__ if isinstance(entry, URLPattern) else ""
        if module.startswith(FLOORS) and not module.startswith(ELSEWHERE):
            found.add(str(entry.name))
    return found


def address_of(world, name):
    """Return a route's address in the small world."""
    if name == "practice-version":
        return world.version.get_absolute_url()
    if name in {"practice-signatures", "lesson-signatures"}:
        record = world.version if name == "practice-signatures" else world.lesson
        return f"{record.get_absolute_url()}signatures/"
    if name == "practice-detail":
        return world.version.practice.get_absolute_url()
    if name in {"cycle-meeting", "cycle-concur", "cycle-briefing"}:
        return reverse(name, args=[world.cycle.reference])
    noun, _dash, page = name.partition("-")
    return getattr(world, noun).get_absolute_url() if page == "detail" else reverse(name)


def test_every_page_has_a_row_in_the_table():
    assert page_routes() == set(ROUTES)


def test_each_reader_gets_what_the_table_says(client, world, request):
    answers: dict[str, tuple[int, ...]] = dict.fromkeys(ROUTES, ())
    for username in READERS.values():
        client.logout()
        if username:
            client.force_login(request.getfixturevalue(username))
        for name in ROUTES:
            answers[name] += (client.get(address_of(world, name)).status_code,)
    assert answers == ROUTES


LISTS = sorted(name for name in ROUTES if name.endswith("-list"))


def test_every_list_is_narrowed_by_words(client, world, rita):
    client.force_login(rita)
    for name in (*LISTS, "adoption-list", "check-list", "disposition-list", "recurrence-list"):
        answer = client.get(reverse(name), {"q": "Nothing says this"})
        assert answer.status_code == FINE, name


def test_what_is_absent_and_what_is_not_shared_look_the_same(client, world, mira):
    client.force_login(mira)
    hidden = client.get(world.observation.get_absolute_url())
    absent = client.get("/observations/OAI-OBS-00000/")
    assert hidden.status_code == absent.status_code == ABSENT
    assert same(hidden) == same(absent)


@pytest.mark.parametrize(
    "reference", ["oai-fnd-00000", "%00", "OAI-FND-%00", "<script>", "a" * 300]
)
def test_what_is_no_reference_is_no_page(client, rita, reference):
    client.force_login(rita)
    assert client.get(f"/findings/{reference}/").status_code == ABSENT
    assert client.get(f"/do/finding/{reference}/waive/").status_code == ABSENT


def test_a_public_record_is_read_without_signing_in(client, world, sam):
    sharing.release_to_public(world.system, by=sam)
    page = client.get(world.system.get_absolute_url())
    assert page.status_code == FINE
    assert "Seen by OpenAI alone" not in page.content.decode()
