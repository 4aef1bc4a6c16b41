"""Whoever edits is judged on the row as it is, locked, never on an object read before."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connections, transaction
from django.test.utils import CaptureQueriesContext

from reviews import editing as reviews_editing
from reviews import transitions
from reviews.models import Finding, Review
from tests import factories
from tracker import editing
from tracker.access import Refusal, WrongState

LINK = "https://example.org/"


def evidence_of(rita) -> Any:
    review = factories.make_review(rita)
    return reviews_editing.add_evidence(review, by=rita, title="Log", url=LINK)


def dependency_of(rita) -> Any:
    upstream, downstream = factories.make_system(rita), factories.make_system(rita)
    return editing.add_dependency(
        by=rita, upstream=upstream, downstream=downstream, kind="built_on"
    )


# What Rita makes, where its owner stands, and what Mira tries with an object that says it is hers.
EDITS = {
    "add_finding": (
        factories.make_review,
        lambda review: review,
        lambda mira, review: reviews_editing.add_finding(review, by=mira, title="Late"),
    ),
    "edit_finding": (
        factories.make_finding,
        lambda finding: finding,
        lambda mira, finding: reviews_editing.edit_finding(finding, by=mira, title="Other"),
    ),
    "tag_finding": (
        factories.make_finding,
        lambda finding: finding,
        lambda mira, finding: reviews_editing.tag_finding(finding, by=mira, tags=[]),
    ),
    "edit_review": (
        factories.make_review,
        lambda review: review,
        lambda mira, review: reviews_editing.edit_review(review, by=mira, title="Other"),
    ),
    "edit_observation": (
        factories.make_observation,
        lambda observation: observation,
        lambda mira, row: reviews_editing.edit_observation(row, by=mira, title="Other"),
    ),
    "add_evidence": (
        factories.make_observation,
        lambda observation: observation,
        lambda mira, row: reviews_editing.add_evidence(row, by=mira, title="Log", url=LINK),
    ),
    "revise_evidence": (
        evidence_of,
        lambda evidence: evidence.review,
        lambda mira, evidence: reviews_editing.revise_evidence(evidence, by=mira, url=LINK),
    ),
    "edit_system": (
        factories.make_system,
        lambda system: system,
        lambda mira, system: editing.edit_system(system, by=mira, name="Other"),
    ),
    "add_system_version": (
        factories.make_system,
        lambda system: system,
        lambda mira, system: editing.add_system_version(system, by=mira, label="2"),
    ),
    "add_dependency": (
        factories.make_system,
        lambda system: system,
        lambda mira, system: editing.add_dependency(
            by=mira, upstream=factories.make_system(mira), downstream=system, kind="built_on"
        ),
    ),
    "take_back_dependency": (
        dependency_of,
        lambda dependency: dependency.downstream,
        lambda mira, dependency: editing.take_back_dependency(dependency, by=mira),
    ),
}


@pytest.mark.parametrize(("make", "owned", "edit"), EDITS.values(), ids=EDITS.keys())
def test_an_edit_is_judged_on_a_fresh_and_locked_row(make, owned, edit, rita, mira, msft) -> None:
    record = make(rita)
    owned(record).owner = msft  # the object says so, the row does not
    with (
        CaptureQueriesContext(connections["default"]) as queries,
        pytest.raises(Refusal, match="Only people of OpenAI"),
    ):
        edit(mira, record)
    table = owned(record)._meta.db_table
    assert any(f'FOR UPDATE OF "{table}"' in query["sql"] for query in queries)


@pytest.mark.parametrize("edit", ["add_item", "edit_cycle"])
def test_a_cycle_is_judged_on_a_fresh_row(edit, rita, leo) -> None:
    cycle = factories.make_cycle(leo)
    transitions.withdraw_cycle(cycle, by=leo)
    fields = {"system": factories.make_system(rita), "change": "Late"}
    with pytest.raises(WrongState, match="is withdrawn"):
        getattr(reviews_editing, edit)(cycle, by=leo, **(fields if edit == "add_item" else {}))


def test_a_finding_is_edited_as_its_review_stands(rita) -> None:
    finding = factories.make_finding(rita)
    transitions.submit_review(finding.review, by=rita)
    with pytest.raises(WrongState, match="is submitted"):
        reviews_editing.edit_finding(finding, by=rita, title="Other")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_no_finding_slips_into_a_review_while_it_is_accepted(rita, leo) -> None:
    """Acceptance is under way, not committed; the writer's object still says draft."""
    review = factories.make_finding(rita).review
    ends: list[str] = []

    def add() -> None:
        try:
            reviews_editing.add_finding(review, by=rita, title="Late")
            ends.append("added")
        except WrongState:
            ends.append("refused")
        finally:
            connections.close_all()

    with transaction.atomic():
        transitions.submit_review(Review.objects.get(pk=review.pk), by=rita)
        transitions.accept_review(Review.objects.get(pk=review.pk), by=leo)
        writer = threading.Thread(target=add)
        writer.start()
        writer.join(0.5)
    writer.join()
    assert ends == ["refused"]
    assert set(Finding.objects.values_list("status", flat=True)) == {"confirmed"}
