"""What leads through a system that its reader may not see says that there is one, and no more."""

from __future__ import annotations

import re
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse

from reviews.transitions import accept_review, submit_review
from tests import factories
from tests.proof.crawl import VOLATILE
from tracker import sharing
from tracker.editing import add_system_version, edit_system
from tracker.models import AISystem

UNSEEN = "a system not shared with you"
CODENAME = "Codename Heron"


@pytest.fixture
def world(rita, leo, sam, mira, mona) -> Any:
    """Shared records of OpenAI's about a system that is still a secret, between two shared ones."""
    secret = factories.make_system(rita, name=CODENAME, aliases=["Project Egret"])
    base, app = (
        sharing.share(factories.make_system(rita, name=name), by=leo) for name in ("Base", "App")
    )
    for upstream, downstream in pairwise((base, secret, app)):
        factories.make_dependency(
            by=rita, upstream=upstream, downstream=downstream, kind="built_on"
        )
    systems = [base, secret, app]
    version = add_system_version(secret, by=rita, label="Heron 3")
    seen = factories.make_observation(rita, systems=systems)
    review = factories.make_review(rita, system=secret, version=version)
    finding = factories.make_finding(rita, review, systems=systems, observations=[seen])
    accept_review(submit_review(review, by=rita), by=leo)
    sharing.share(seen, by=leo)
    finding.refresh_from_db()
    lesson = factories.make_lesson(rita, findings=[finding], seen_in=systems, cause_in=[secret])
    update_lesson = factories.make_endorsed_lesson(
        rita, leo, sam, mona, findings=[finding], seen_in=systems
    )
    update = factories.make_shipped_update(rita, leo, update_lesson, system=secret)
    return SimpleNamespace(
        secret=secret,
        base=base,
        app=app,
        seen=seen,
        review=review,
        finding=finding,
        lesson=sharing.share(lesson, by=leo),
        update=sharing.share(update, by=leo),
        practice=factories.make_published_practice(update_lesson, rita, leo, sam, mona),
    )


NOUNS = {
    "seen": "observation", "review": "review", "finding": "finding", "lesson": "lesson",
    "update": "update", "base": "system", "app": "system",
}  # fmt: skip
API = {
    "seen": "observations", "review": "reviews", "finding": "findings", "lesson": "lessons",
    "update": "updates", "base": "systems", "app": "systems",
}  # fmt: skip


def addresses(world: Any) -> list[str]:
    """Return every page, answer, trace, report and export of what leads through the secret system."""
    found = ["/", "/search/?q=system", "/search/?q=review"]
    found += [reverse(f"{noun}-list") for noun in (*dict.fromkeys(NOUNS.values()), "practice")]
    for name, noun in NOUNS.items():
        record = getattr(world, name)
        model = record._meta.model_name
        found.append(record.get_absolute_url())
        found += [f"/history/{model}/{record.reference}/"]
        if noun != "system":
            found.append(f"/trace/{record.reference}/")
        found += [f"/api/v1/{API[name]}/", f"/api/v1/{API[name]}/{record.reference}/"]
        found.append(f"/api/v1/{API[name]}/{record.reference}/history/")
        meta = record._meta
        admin = f"admin:{meta.app_label}_{meta.model_name}"
        found += [reverse(f"{admin}_changelist"), reverse(f"{admin}_change", args=[record.pk])]
    found += [world.practice.get_absolute_url(), f"/trace/{world.practice.reference}/"]
    found += [f"/reports/best-practices/?format={kind}" for kind in ("html", "md", "json", "csv")]
    found += ["/reports/best-practices/", "/reports/best-practices/?by=system"]
    found += ["/api/v1/system-versions/", "/api/v1/dependencies/"]
    return list(dict.fromkeys(found))


def answers(client: Any, world: Any, reader: Any) -> dict[str, str]:
    """Return what a reader is answered, by address, without what differs each time."""
    client.force_login(reader)
    asked = {address: client.get(address) for address in addresses(world)}
    for name in ("seen", "review", "finding", "lesson"):
        meta = getattr(world, name)._meta
        address = reverse(f"admin:{meta.app_label}_{meta.model_name}_export")
        asked[address] = client.post(address, {"format": "0", "resource": ""})
    return {address: VOLATILE.sub(b"", one.content).decode() for address, one in asked.items()}


SAYS_SO = ("review", "update")


@pytest.mark.parametrize("name", SAYS_SO)
def test_a_record_about_it_says_that_there_is_one(name, client, world, mira) -> None:
    record = getattr(world, name)
    meta = record._meta
    client.force_login(mira)
    plural = f"/api/v1/{API[name]}/"
    for address in (
        record.get_absolute_url(),
        reverse(f"{NOUNS[name]}-list"),
        reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist"),
        reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk]),
        f"/history/{meta.model_name}/{record.reference}/?version=1",
    ):
        assert UNSEEN in client.get(address).content.decode(), address
    line = {"reference": None, "title": UNSEEN}
    assert client.get(f"{plural}{record.reference}/").json()["system"] == line
    assert client.get(plural).json()["results"][0]["system"] == line


def test_an_export_and_every_form_of_the_report_say_that_there_is_one(client, world, mira) -> None:
    client.force_login(mira)
    rows = client.post(reverse("admin:reviews_review_export"), {"format": "0", "resource": ""})
    assert f",{UNSEEN}," in rows.content.decode()
    for kind in ("html", "md", "json", "csv"):
        text = client.get(f"/reports/best-practices/?format={kind}").content.decode()
        assert UNSEEN in text, kind


def test_who_may_see_it_reads_its_name(client, world, rita) -> None:
    client.force_login(rita)
    for address in (world.review.get_absolute_url(), world.update.get_absolute_url(), "/reviews/"):
        text = client.get(address).content.decode()
        assert CODENAME in text
        assert UNSEEN not in text


@pytest.mark.exhaustive
def test_neither_its_name_nor_how_many_there_are_nor_their_order_is_told(
    client, world, rita, leo, mira
) -> None:
    before = answers(client, world, mira)
    secret = [CODENAME, "Egret", "Heron 3", str(world.secret.pk), world.secret.reference]
    told = [(one, word) for one in before for word in secret if word in before[one]]
    assert told == []
    edit_system(world.secret, by=rita, name="Aardvark", aliases=["Zebra"], workload="research")
    add_system_version(world.secret, by=rita, label="Heron 4")
    first, second = (factories.make_system(rita, name=name) for name in ("A first", "Zz last"))
    for upstream, downstream in pairwise((world.base, first, second, world.app)):
        factories.make_dependency(
            by=rita, upstream=upstream, downstream=downstream, kind="hosted_on"
        )
    world.review.__class__.objects.filter(pk=world.review.pk).update(system=first, version=None)
    after = answers(client, world, mira)
    # Directly in the table, past every verb: that is in its history, without the system.
    history = {one for one in before if world.review.reference in one and "history" in one}
    assert len(history) == 2
    assert {one for one in before if before[one] != after[one]} <= history


def test_a_refusal_names_it_no_more_than_one_that_does_not_exist(client, world, mira, milo) -> None:
    client.force_login(mira)
    told = []
    for reference in (world.secret.reference, "OAI-SYS-00000"):
        asked = [
            client.get(f"/systems/{reference}/"),
            client.get(f"/api/v1/systems/{reference}/"),
            client.get(f"/history/aisystem/{reference}/"),
            client.post(f"/api/v1/systems/{reference}/share/", {}, "application/json"),
            client.get(f"/api/v1/reviews/?system={reference}"),
            client.get(f"/reviews/?system={reference}"),
            client.post(
                "/api/v1/dependencies/",
                {"downstream": world.app.reference, "upstream": reference, "kind": "built_on"},
                "application/json",
            ),
        ]
        told.append([(one.status_code, plain(one.content.decode(), reference)) for one in asked])
    assert told[0] == told[1]


def plain(text: str, reference: str) -> str:
    """Return an answer without the reference that was asked for and what differs each time."""
    told = VOLATILE.sub(b"", text.encode()).decode().replace(reference, "…")
    return re.sub(r'"request":"[^"]*"', "", told)


def test_a_refused_loop_through_it_says_the_same_on_every_surface(
    client, world, rita, leo, mira, milo
) -> None:
    theirs = sharing.share(factories.make_system(mira, name="Lower"), by=milo)
    factories.make_dependency(by=mira, upstream=world.app, downstream=theirs, kind="built_on")
    # Base → secret → App → Lower; to rest Base on Lower closes a loop.
    sharing.restrict(world.base, by=leo, audience="amber_strict", reason="Not yet.")
    upper = sharing.share(factories.make_system(mira, name="Upper"), by=milo)
    factories.make_dependency(
        by=rita, upstream=upper, downstream=AISystem.objects.get(pk=world.base.pk), kind="built_on"
    )
    client.force_login(mira)
    answer = client.post(
        "/api/v1/dependencies/",
        {"downstream": upper.reference, "upstream": theirs.reference, "kind": "built_on"},
        "application/json",
    )
    path = f"Lower → Upper → {UNSEEN} → App → Lower"
    assert answer.status_code == 400
    assert answer.json()["detail"] == f"A system cannot depend on itself: {path}."


def test_what_an_editor_may_not_see_is_not_asked_for_nor_lost(
    client, world, rita, leo, oai
) -> None:
    """A draft about a system that only leo may read is edited by rita, who is not offered it."""
    named = factories.make_system(leo, name="Osprey")
    review = factories.make_review(rita, system=named)
    factories.make_red(named, leo)
    client.force_login(rita)
    text = client.get(reverse("admin:reviews_review_change", args=[review.pk])).content.decode()
    assert UNSEEN in text
    assert "Osprey" not in text
    assert 'name="system"' not in text
