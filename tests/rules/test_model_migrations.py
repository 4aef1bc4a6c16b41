"""A new version is reviewed by a joint cycle of its own, planned before its review is started or after."""

from __future__ import annotations

import datetime
from functools import partial
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from lessons import waiting
from lessons.briefing_transitions import open_cycle
from reviews.access import check_can_plan_migration
from reviews.editing import edit_review
from reviews.models import CycleItem, MigrationProposal, Review, ReviewCycle
from reviews.transitions import (
    accept_migration,
    accept_review,
    begin_signing,
    dismiss_migration,
    move_item,
    plan_migration,
    propose_migrations,
    submit_review,
    withdraw_cycle,
)
from tests import factories
from tests.queries import count_queries
from tests.rules.test_writing import at_once
from tracker.access import Denied, WrongState
from tracker.editing import add_system_version
from tracker.models import AISystem
from tracker.sharing import share
from tracker.verbs import verb_named

SHARE_FIRST = "Share Chat with the partners first; a cycle is joint"


def propose(by: Any, system: AISystem, label: str = "2") -> MigrationProposal:
    """Let a new version of a system propose its review."""
    version = add_system_version(system, by=by, label=label)
    propose_migrations()
    return MigrationProposal.objects.get(version=version)


def private(by: Any, **fields: Any) -> AISystem:
    """Make a system that was looked at once and that its owner alone reads."""
    system = factories.make_system(by, **{"name": "Chat", **fields})
    factories.make_review(by, system=system)
    return system


def plan(proposal: MigrationProposal, by: Any) -> ReviewCycle:
    """Plan the cycle with what the verb fills in."""
    verb = verb_named(MigrationProposal, "plan-cycle")
    assert verb is not None
    given = {ask.name: ask.initial(proposal) for ask in verb.asks if ask.initial}
    cycle = verb.run(proposal, by=by, **given)
    assert isinstance(cycle, ReviewCycle)
    return cycle


@pytest.fixture
def system(rita, leo, mira) -> AISystem:
    """OpenAI's, run by Microsoft."""
    return share(private(rita, operator=mira.organization), by=leo)


@pytest.fixture
def proposal(rita, system) -> MigrationProposal:
    return propose(rita, system)


def test_a_lead_plans_its_cycle_with_the_move_in_scope(leo, proposal) -> None:
    cycle, today = plan(proposal, leo), timezone.localdate()
    assert (cycle.kind, cycle.title) == ("model_migration", "Model migration: Chat to 2")
    assert (cycle.starts_on, cycle.ends_on) == (today, today + datetime.timedelta(days=14))
    assert (cycle.status, list(cycle.leads.all())) == ("planned", [leo])
    item = cycle.items.get()
    assert (item.system, item.version) == (proposal.system, proposal.version)
    assert (item.change, item.needs_approval) == ("Move to version 2", True)
    proposal.refresh_from_db()
    assert (proposal.cycle, proposal.status, proposal.answered_by) == (cycle, "accepted", leo)
    assert proposal.review is None


@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        ("leo", None), ("milo", None), ("rita", "Only a lead of a partner"),
        ("mira", "steward"), ("sam", "Only a reviewer or a lead"),
        ("cleo", "Only a reviewer or a lead"),
    ],
)  # fmt: skip
def test_who_plans_it(request, rita, proposal, who, refusal) -> None:
    AISystem.objects.filter(pk=proposal.system_id).update(steward=rita)
    proposal.refresh_from_db()
    user = request.getfixturevalue(who)
    if refusal is None:
        check_can_plan_migration(user, proposal)
    else:
        with pytest.raises(Denied, match=refusal):
            check_can_plan_migration(user, proposal)


def test_a_lead_of_who_neither_runs_nor_owns_it_does_not(rita, leo, milo) -> None:
    proposal = propose(rita, share(private(rita), by=leo))
    check_can_plan_migration(leo, proposal)
    with pytest.raises(Denied, match="a lead of who runs or owns it"):
        check_can_plan_migration(milo, proposal)


@pytest.mark.parametrize("shared", ["not at all", "tomorrow"])
def test_the_cycle_of_what_the_partners_do_not_read_is_refused_and_nothing_is_made(
    client, rita, leo, milo, shared
) -> None:
    system = private(rita)
    if shared == "tomorrow":
        system = factories.make_embargoed(system, leo)
    proposal = propose(rita, system)
    with pytest.raises(WrongState, match=SHARE_FIRST):
        plan(proposal, leo)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.cycle) == ("proposed", None)
    assert not ReviewCycle.objects.exists()
    assert not CycleItem.objects.exists()
    client.force_login(milo)
    assert b"Chat" not in client.get("/cycles/").content
    # What is refused there is done once they read it, and is told to them.
    factories.end_embargo(system) if shared == "tomorrow" else share(system, by=leo)
    plan(MigrationProposal.objects.get(), leo)
    assert b"Model migration: Chat to 2" in client.get("/cycles/").content


@pytest.mark.parametrize("first", ["review", "cycle"])
def test_the_review_stands_behind_the_move_in_its_cycle_in_either_order(
    rita, leo, proposal, first
) -> None:
    if first == "review":
        review = accept_migration(proposal, by=leo)
        cycle = plan(proposal, leo)
    else:
        cycle = plan(proposal, leo)
        review = accept_migration(proposal, by=leo)
    review.refresh_from_db()
    assert (review.cycle, review.item) == (cycle, cycle.items.get())
    assert (review.status, review.label, review.owner) == (
        "draft", "amber_strict", leo.organization,
    )  # fmt: skip
    open_cycle(cycle, by=leo)
    edit_review(review, by=leo, summary="It holds.")
    submit_review(review, by=leo)
    accept_review(review, by=factories.make_user("lena", leo.organization, "lead"))
    assert cycle.items.get().status == "reviewed"
    proposal.refresh_from_db()
    assert (proposal.review, proposal.cycle, proposal.status) == (review, cycle, "accepted")


def test_the_review_comes_into_a_cycle_that_is_open_and_not_into_one_that_takes_none(
    rita, leo, system, proposal
) -> None:
    cycle = open_cycle(plan(proposal, leo), by=leo)
    assert accept_migration(proposal, by=leo).cycle == cycle
    called_off, signed = (propose(rita, system, label) for label in "34")
    withdraw_cycle(plan(called_off, leo), by=leo)
    long_ago = {"starts_on": factories.DAY, "ends_on": factories.DAY}  # nobody is briefed for it
    begin_signing(open_cycle(plan_migration(signed, by=leo, **long_ago), by=leo), by=leo)
    for proposal in (called_off, signed):
        review = accept_migration(proposal, by=leo)
        assert (review.cycle, review.item) == (None, None)


def test_a_move_that_was_put_off_is_not_reviewed_in_the_cycle_that_it_left(leo, proposal) -> None:
    cycle = open_cycle(plan(proposal, leo), by=leo)
    move_item(cycle.items.get(), by=leo, cycle=factories.make_cycle(leo))
    review = accept_migration(proposal, by=leo)
    assert (review.cycle, review.item) == (cycle, None)


def test_a_review_that_went_on_or_was_placed_elsewhere_stays_where_it_is(rita, leo, system) -> None:
    submitted, elsewhere, another = (propose(rita, system, label) for label in "234")
    review = accept_migration(submitted, by=leo)
    edit_review(review, by=leo, summary="It holds.")
    submit_review(review, by=leo)
    placed, other = factories.make_cycle(leo), private(rita, name="Another")
    edit_review(accept_migration(elsewhere, by=leo), by=leo, cycle=placed)
    edit_review(accept_migration(another, by=leo), by=leo, system=other, version=None)
    for proposal, cycle in ((submitted, None), (elsewhere, placed), (another, None)):
        plan(proposal, leo)
        proposal.refresh_from_db()
        assert proposal.review is not None
        assert (proposal.review.cycle, proposal.review.item) == (cycle, None)


def test_nobody_loses_anything_on_the_way(rita, leo, proposal) -> None:
    review = accept_migration(proposal, by=leo)
    edit_review(review, by=rita, summary="Half of it is written.", recommendation="Go on.")
    kept = ("title", "summary", "recommendation", "label", "owner_id", "created_by_id", "held_on")
    before = Review.objects.filter(pk=review.pk).values(*kept).get()
    answered = MigrationProposal.objects.values("answered_by", "answered_at").get()
    cycle = plan(proposal, leo)
    for go_on in (open_cycle, withdraw_cycle):
        cycle = go_on(cycle, by=leo)
        assert Review.objects.filter(pk=review.pk).values(*kept).get() == before
        assert set(Review.objects.get(pk=review.pk).reviewers.all()) == {leo}
    assert MigrationProposal.objects.values("answered_by", "answered_at").get() == answered
    # Where that cycle came to nothing, another is planned, and the draft goes into it.
    proposal.refresh_from_db()
    again = plan(proposal, leo)
    review.refresh_from_db()
    assert (proposal_of(review).cycle, review.cycle) == (again, again)


def test_another_sides_draft_is_left_to_its_writers(leo, milo, proposal) -> None:
    """The control: their own lead's plan takes it along, above."""
    review = accept_migration(proposal, by=leo)
    cycle = plan(proposal, milo)
    review.refresh_from_db()
    assert (review.cycle, review.item) == (None, None)
    assert milo not in review.worded_by.all()
    edit_review(review, by=leo, cycle=cycle, item=cycle.items.get())


def proposal_of(review: Review) -> MigrationProposal:
    return MigrationProposal.objects.get(review=review)


@pytest.mark.django_db(transaction=True)
def test_two_leads_who_plan_at_once_plan_one_cycle(rita, leo, proposal) -> None:
    ends = at_once(lambda: plan(proposal, leo), threads=2)
    assert ends == {"done": 1, "WrongState": 1}
    assert ReviewCycle.objects.get().items.count() == 1


@pytest.mark.django_db(transaction=True)
def test_planning_and_starting_at_once_leaves_the_review_in_its_cycle(leo, proposal) -> None:
    verbs = iter([plan, lambda one, by: accept_migration(one, by=by)])
    assert at_once(lambda: next(verbs)(proposal, leo), threads=2) == {"done": 2}
    proposal.refresh_from_db()
    assert proposal.review is not None
    assert proposal.review.cycle == proposal.cycle is not None


def test_what_was_dismissed_is_neither_planned_nor_started(leo, proposal) -> None:
    dismiss_migration(proposal, by=leo, reason="A bug fix only")
    for verb in (plan, lambda one, by: accept_migration(one, by=by)):
        with pytest.raises(WrongState, match="Only what is proposed or accepted can be taken up"):
            verb(proposal, leo)


def test_a_window_that_ends_before_it_starts_plans_nothing(leo, proposal) -> None:
    today = timezone.localdate()
    before = today - datetime.timedelta(days=1)
    with pytest.raises(ValidationError, match="ends on or after the day it starts"):
        plan_migration(proposal, by=leo, starts_on=today, ends_on=before)
    proposal.refresh_from_db()
    assert proposal.status == "proposed"


@pytest.mark.parametrize("broken", ["accepted for nothing", "proposed with a cycle"])
def test_the_database_knows_what_was_accepted_by_what_came_of_it(leo, proposal, broken) -> None:
    rows = MigrationProposal.objects.filter(pk=proposal.pk)
    change: dict[str, Any] = {"cycle": factories.make_cycle(leo)}
    if broken == "accepted for nothing":
        change = {"status": "accepted", "answered_by": leo, "answered_at": timezone.now()}
    with (
        pytest.raises(IntegrityError, match="accepted_names_review_or_cycle"),
        transaction.atomic(),
    ):
        rows.update(**change)


# --- Who is shown what ------------------------------------------------------------------------


def verbs_at_home(user: Any) -> list[str]:
    """Return the verbs of the lines about new versions on someone's start page."""
    said = [line for line in waiting.needs(user) if "new version" in str(line.text)]
    return [line.url.rstrip("/").rsplit("/", 1)[-1] for line in said]


def test_home_says_the_next_step_and_nothing_once_it_is_taken(rita, leo, milo, proposal) -> None:
    AISystem.objects.filter(pk=proposal.system_id).update(steward=rita)
    secret = propose(rita, private(rita, name="Secret"))
    assert verbs_at_home(milo) == ["plan-cycle"]
    assert verbs_at_home(rita) == ["accept"]
    assert verbs_at_home(leo) == ["accept"]
    plan(proposal, milo)
    accept_migration(secret, by=leo)
    for user in (rita, leo, milo):
        assert verbs_at_home(user) == []


def test_the_system_s_page_leads_to_the_cycle_and_to_the_review_of_whoever_reads_it(
    client, leo, milo, mona, proposal
) -> None:
    cycle = plan(proposal, milo)
    review = accept_migration(proposal, by=leo)
    pages = {}
    for user in (leo, milo):
        client.force_login(user)
        pages[user] = client.get(proposal.system.get_absolute_url()).content.decode()
        assert "Model migrations" in pages[user]
        assert cycle.get_absolute_url() in pages[user]
        assert "plan-cycle" not in pages[user]
    assert review.reference in pages[leo]
    assert review.reference not in pages[milo]
    client.force_login(milo)
    assert review.reference not in client.get(cycle.get_absolute_url()).content.decode()
    client.force_login(leo)
    assert review.reference in client.get(cycle.get_absolute_url()).content.decode()


def test_a_program_plans_it_and_reads_the_review_only_where_its_person_does(
    client, leo, milo, proposal
) -> None:
    accept_migration(proposal, by=leo)
    address = f"/api/v1/migration-proposals/{proposal.reference}/"
    client.force_login(milo)
    days = {"starts_on": "2026-03-02", "ends_on": "2026-03-16"}
    made = client.post(f"{address}plan-cycle/", days, content_type="application/json")
    assert made.status_code in {200, 201}, made.content
    assert made.json()["kind"] == "model_migration"
    said = client.get(address).json()
    assert said["cycle"]["reference"] == made.json()["reference"]
    assert said["review"] is None
    again = client.post(f"{address}plan-cycle/", days, content_type="application/json")
    assert again.status_code == 409
    client.force_login(leo)
    said = client.get(address).json()
    assert said["cycle"]["title"] == "Model migration: Chat to 2"
    assert said["review"]["title"] == "Model migration: Chat to 2"


def test_more_of_them_ask_no_more_queries(client, rita, leo, system, proposal) -> None:
    addresses = (system.get_absolute_url(), "/api/v1/migration-proposals/", "/")

    def taken_up(one: MigrationProposal) -> None:
        plan(one, leo)
        accept_migration(one, by=leo)

    def asked() -> list[int]:
        return [count_queries(partial(client.get, address)) for address in addresses]

    client.force_login(leo)
    taken_up(proposal)
    propose(rita, system, "3")
    asked()
    before = asked()
    taken_up(propose(rita, system, "4"))
    propose(rita, system, "5")
    assert asked() == before
