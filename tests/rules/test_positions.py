"""What was not reviewed can't be approved, and every partner says where it stands on each item."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from reviews import access
from reviews.deciding import decision
from reviews.editing import add_item, edit_finding, edit_item, edit_review
from reviews.models import Condition, CycleItem, Position
from reviews.states import Stance
from reviews.transitions import (
    accept_review,
    add_condition,
    begin_signing,
    block,
    close_cycle,
    concur,
    concur_with_conditions,
    hand_over_condition,
    meet_condition,
    move_item,
    recuse,
    reopen_cycle,
    submit_review,
    waive_condition,
    withdraw_position,
)
from reviews.verbs import ITEM_VERBS
from tests import factories
from tests.conftest import confirmed
from tracker.access import Denied, WrongState
from tracker.editing import add_organization, edit_system, edit_user
from tracker.material import content_of, digest_now, digest_of
from tracker.sharing import share

GIVEN: Any = {
    "condition": "A monitor for long chats",
    "test": "It alerts in a drill",
    "due_on": factories.DAY,
}


@pytest.fixture
def item(rita, leo, mira, sam, mona):
    """A reviewed change of a shared system, in a cycle that both sides sign."""
    return factories.make_item_to_sign(rita, leo)


def fresh(item: CycleItem) -> CycleItem:
    found: CycleItem = CycleItem.objects.select_related("cycle", "system__owner").get(pk=item.pk)
    return found


def sql(statement: str, *values: Any) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


# --- The decision as a truth table --------------------------------------------------------------

C, W, B, R, N = "concur", "concur_with_conditions", "block", "recuse", None

# What two partners say, whether a condition is open, and what the item is.
TWO_PARTNERS = [
    (N, N, False, "reviewed"),
    (C, N, False, "reviewed"),
    (W, N, True, "reviewed"),
    (R, N, False, "reviewed"),
    (B, N, False, "blocked"),
    (C, C, False, "approved"),
    (C, C, True, "approved_with_conditions"),  # one of an earlier version is still open
    (C, W, True, "approved_with_conditions"),
    (C, W, False, "approved"),  # met or waived since
    (C, R, False, "approved"),
    (W, R, True, "approved_with_conditions"),
    (R, R, False, "blocked"),
    (C, B, False, "blocked"),
    (W, B, True, "blocked"),
    (R, B, False, "blocked"),
    (B, B, False, "blocked"),
]


@pytest.mark.parametrize(("one", "other", "open_conditions", "expected"), TWO_PARTNERS)
def test_an_item_follows_from_the_positions_of_two(one, other, open_conditions, expected) -> None:
    for pair in ((one, other), (other, one)):
        stances = {who: stance for who, stance in zip("ab", pair, strict=True) if stance}
        assert decision(stances, "ab", open_conditions=open_conditions) == expected


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_whatever_the_number_of_partners_each_is_needed(count) -> None:
    signers = range(count)
    for stances in product([C, W, B, R, N], repeat=count):
        given = {who: stance for who, stance in zip(signers, stances, strict=True) if stance}
        found = decision(given, signers, open_conditions=False)
        if B in stances:
            assert found == "blocked"
        elif N in stances:
            assert found == "reviewed"
        else:
            assert found == ("blocked" if set(stances) == {R} else "approved")


def test_who_does_not_sign_in_the_cycle_decides_nothing() -> None:
    assert decision({"a": C, "stranger": B}, "a", open_conditions=False) == "approved"
    assert decision({"stranger": C}, (), open_conditions=False) == "reviewed"


# --- What was not reviewed ----------------------------------------------------------------------


def test_of_three_changes_of_which_one_was_reviewed_one_can_be_approved(
    rita, leo, sam, mona
) -> None:
    cycle = factories.make_cycle(leo, kind="deployment_gate")
    first = factories.make_reviewed_item(rita, leo, cycle=cycle, change="First")
    others = [add_item(cycle, by=leo, system=first.system, change=c) for c in ("Second", "Third")]
    assert all(other.needs_approval for other in others)
    begin_signing(cycle, by=leo)
    for signatory in (sam, mona):
        concur(first, by=signatory)
        for other in others:
            with pytest.raises(WrongState, match="No accepted review stands behind ITM-"):
                concur(other, by=signatory)
    assert fresh(first).status == "approved"
    for other in others:
        sql("UPDATE reviews_cycleitem SET status = 'reviewed' WHERE id = %s", other.pk)
        with pytest.raises(IntegrityError, match="What was not reviewed can't be approved"):
            sql("UPDATE reviews_cycleitem SET status = 'approved' WHERE id = %s", other.pk)
        with pytest.raises(IntegrityError, match="What was not reviewed can't be signed"):
            forge(other, sam)


def forge(item: CycleItem, by, **fields: object) -> Position:
    """Write a position around the verbs."""
    given = {
        "item": item,
        "organization": by.organization,
        "signed_by": by,
        "stance": "concur",
        "content": "{}",
        "digest": digest_of("{}"),
        "content_version": fresh(item).content_version,
        **fields,
    }
    with transaction.atomic():
        return Position.objects.create(**given)


def test_a_review_of_another_version_does_not_stand_behind_an_item(rita, leo) -> None:
    from tracker.editing import add_system_version

    system = factories.make_system(rita)
    may = add_system_version(system, by=rita, label="May")
    june = add_system_version(system, by=rita, label="June")
    item = factories.make_item(leo, system=system, version=may)
    with pytest.raises(ValidationError, match="another version of the system"):
        factories.make_review(rita, system=system, version=june, cycle=item.cycle, item=item)


def test_what_a_review_looked_at_is_not_worded_anew(rita, leo, mira) -> None:
    item = factories.make_item(leo)
    assert edit_item(item, by=leo, change="Longer memory").change == "Longer memory"
    reviewed = factories.make_reviewed_item(rita, leo)
    with pytest.raises(WrongState, match="Only what is pending can be edited"):
        edit_item(reviewed, by=leo, change="Something else")


def test_what_is_only_reviewed_rests_there(rita, leo, sam) -> None:
    item = factories.make_item_to_sign(rita, leo, needs_approval=False)
    with pytest.raises(WrongState, match="needs no approval"):
        concur(item, by=sam)
    close_cycle(item.cycle, by=leo)
    assert fresh(item).status == "reviewed"


# --- Who and when -------------------------------------------------------------------------------

# Who may take a position on an item that Leo put into a cycle and Rita reviewed.
WHO_SIGNS = [
    ("sam", None),
    ("mona", None),
    ("rita", "Only a signatory of a partner can sign"),
    ("leo", "Only a signatory of a partner can sign"),
    ("milo", "Only a signatory of a partner can sign"),
    ("cleo", "Only a signatory of a partner can sign"),
    ("ada", "Only a signatory of a partner can sign"),
]


@pytest.mark.parametrize(("who", "reason"), WHO_SIGNS)
def test_a_signatory_of_a_partner_takes_a_position(who, reason, item, request) -> None:
    user = request.getfixturevalue(who)
    if reason is None:
        access.check_can_take_position(user, item)
    else:
        with pytest.raises(Denied, match=reason):
            access.check_can_take_position(user, item)


# A hand that somebody had in an item before they became a signatory.
HANDS = [
    "put it there", "worded it", "logged", "worded the review", "submitted", "accepted", "held",
    "found", "worded a finding", "carries",
]  # fmt: skip


@pytest.mark.parametrize("hand", HANDS)
def test_nobody_signs_what_they_had_a_hand_in(hand, rita, leo, oai, milo) -> None:
    yara = factories.make_user("yara", oai, "lead")
    did = {name: (yara if name == hand else other) for name, other in zip(
        HANDS, (leo, leo, rita, rita, rita, leo, rita, rita, rita, rita), strict=True)}  # fmt: skip
    item = factories.make_item(did["put it there"])
    edit_item(item, by=did["worded it"], change="Longer memory")
    review = factories.make_review(
        did["logged"], system=item.system, cycle=item.cycle, item=item, reviewers=[did["held"]]
    )
    finding = factories.make_finding(did["found"], review)
    edit_review(review, by=did["worded the review"], summary="Looked at twice.")
    edit_finding(finding, by=did["worded a finding"], severity="low")
    submit_review(review, by=did["submitted"])
    accept_review(review, by=did["accepted"])
    edit_system(item.system, by=leo, steward=did["carries"])
    begin_signing(item.cycle, by=milo)
    yara.role = "signatory"
    yara.save()
    with pytest.raises(Denied, match="You had a hand in this item"):
        concur(item, by=yara)
    assert not CycleItem.objects.awaiting(yara).exists()


def test_before_signing_begins_and_after_the_end_no_position_is_taken(rita, leo, sam, mona) -> None:
    item = factories.make_reviewed_item(rita, leo)
    with pytest.raises(WrongState, match="from when a lead begins signing"):
        concur(item, by=sam)
    with pytest.raises(IntegrityError, match="while a cycle is being signed"):
        forge(item, sam)
    begin_signing(item.cycle, by=leo)
    for signatory in (sam, mona):
        concur(item, by=signatory)
    close_cycle(item.cycle, by=leo)
    with pytest.raises(WrongState, match="is closed"):
        withdraw_position(item, by=sam, reason="Second thoughts")
    with pytest.raises(IntegrityError, match="what was decided in it stays decided"):
        sql("UPDATE reviews_cycleitem SET status = 'reviewed' WHERE id = %s", item.pk)


def test_the_system_is_shared_before_its_item_is_signed(rita, leo, sam) -> None:
    item = factories.make_item_to_sign(rita, leo, system=factories.make_system(rita))
    with pytest.raises(WrongState, match="shares the system with the partners first"):
        concur(item, by=sam)
    with pytest.raises(IntegrityError, match="what every partner can see"):
        forge(item, sam)
    # It is not before the partners, so that it doesn't hold them up nor tell of itself.
    assert close_cycle(item.cycle, by=leo).status == "closed"


def test_one_position_an_organization_and_version(item, sam, oai) -> None:
    concur(item, by=sam)
    with pytest.raises(WrongState, match="OpenAI has taken its position on this version already"):
        block(item, by=sam, reason="On second thoughts, no.")
    with pytest.raises(IntegrityError, match="position_once_per_organization"):
        forge(item, sam)


def test_a_partner_that_joins_signs_from_the_next_cycle_on(item, rita, leo, sam, mona, ada) -> None:
    third = add_organization(by=ada, code="NEW", name="Newcomer", kind="partner")
    nina = factories.make_user("nina", third, "signatory")
    with pytest.raises(Denied, match="it signs from the next cycle on"):
        concur(item, by=nina)
    with pytest.raises(IntegrityError, match="does not sign in this cycle"):
        forge(item, nina)
    for signatory in (sam, mona):
        concur(item, by=signatory)
    assert fresh(item).status == "approved"
    later = factories.make_item_to_sign(rita, leo)
    for signatory in (sam, mona):
        concur(later, by=signatory)
    assert fresh(later).status == "reviewed"
    concur(later, by=nina)
    assert fresh(later).status == "approved"


# --- What follows -------------------------------------------------------------------------------


def test_a_block_needs_a_reason_and_blocks_at_once(item, sam, mona) -> None:
    with pytest.raises(ValidationError, match="Say why"):
        block(item, by=sam, reason=" ")
    block(item, by=sam, reason="No test of long chats.", dissent="Two of us would go ahead.")
    assert fresh(item).status == "blocked"
    concur(item, by=mona)
    assert fresh(item).status == "blocked"
    withdraw_position(item, by=sam, reason="Tested since.")
    assert fresh(item).status == "reviewed"
    concur(item, by=sam)
    assert fresh(item).status == "approved"
    assert [p.dissent for p in item.positions.exclude(withdrawn_at=None)] == [
        "Two of us would go ahead."
    ]


def test_where_all_recuse_themselves_nobody_judged(item, sam, mona) -> None:
    for signatory in (sam, mona):
        recuse(item, by=signatory, reason="We built it.")
    assert fresh(item).status == "blocked"


def test_a_new_accepted_review_asks_for_new_positions(item, rita, leo, sam, mona) -> None:
    for signatory in (sam, mona):
        concur(item, by=signatory)
    before = fresh(item)
    reopen_cycle(item.cycle, by=leo)
    assert fresh(item).status == "approved"
    review = factories.make_review(rita, system=item.system, cycle=item.cycle, item=item)
    submit_review(review, by=rita)
    accept_review(review, by=leo)
    after = fresh(item)
    assert after.content_version > before.content_version
    assert after.status == "reviewed"
    assert not after.positions.current().exists()
    assert review.reference in str(content_of(after))


RAW = [
    "UPDATE reviews_cycleitem SET change = 'Other' WHERE id = %(item)s",
    "UPDATE reviews_cycleitem SET version_id = NULL WHERE id = %(item)s",
    "UPDATE reviews_review SET summary = 'Other' WHERE item_id = %(item)s",
    "UPDATE reviews_review SET title = 'Other' WHERE item_id = %(item)s",
    "UPDATE reviews_review SET recommendation = 'Other' WHERE item_id = %(item)s",
    "UPDATE reviews_review SET item_id = NULL WHERE item_id = %(item)s",
    "UPDATE reviews_review SET label = 'amber_strict' WHERE item_id = %(item)s",
    "UPDATE reviews_finding SET title = 'Other' WHERE review_id = %(review)s",
    "UPDATE reviews_finding SET severity = 'low' WHERE review_id = %(review)s",
    "UPDATE reviews_finding SET label = 'amber_strict' WHERE review_id = %(review)s",
    "UPDATE tracker_systemversion SET label = 'Other'",
]


@pytest.mark.parametrize("statement", RAW)
def test_raw_sql_on_what_was_signed_undoes_the_approval(statement, rita, leo, sam, mona) -> None:
    from tracker.editing import add_system_version

    system = share(factories.make_system(rita), by=leo)
    version = add_system_version(system, by=rita, label="May")
    item = factories.make_item_to_sign(rita, leo, system=system, version=version)
    for signatory in (sam, mona):
        concur(item, by=signatory)
    assert fresh(item).status == "approved"
    before = digest_now(item)
    with transaction.atomic(), connection.cursor() as cursor:
        review = item.reviews.get()
        cursor.execute(statement, {"item": item.pk, "review": review.pk})
    after = fresh(item)
    assert digest_now(after) != before
    assert not after.positions.current().exists()
    left = after.accepted_reviews.filter(label="amber").exists()
    assert after.status == ("reviewed" if left else "pending")


def test_states_and_signatures_are_not_material(item, sam) -> None:
    before = fresh(item).content_version, digest_now(item)
    concur(item, by=sam)
    sql("UPDATE reviews_finding SET status = 'addressed'")
    assert (fresh(item).content_version, digest_now(item)) == before


def test_a_position_from_a_page_of_before_is_refused(item, sam) -> None:
    seen = digest_now(item)
    sql("UPDATE reviews_review SET summary = 'Other' WHERE item_id = %s", item.pk)
    with pytest.raises(WrongState, match="changed since you opened it"):
        concur(item, by=sam, digest=seen)


# --- Conditions ---------------------------------------------------------------------------------


@pytest.fixture
def condition(item, sam, mona, mira) -> Condition:
    """Microsoft carries what OpenAI asks for; both concur."""
    concur(item, by=mona)
    concur_with_conditions(item, by=sam, assignee=mira, **GIVEN)
    return Condition.objects.get()


def test_a_condition_keeps_its_item_conditional_until_it_is_met(item, condition, leo) -> None:
    assert fresh(item).status == "approved_with_conditions"
    assert condition.reference == f"{item.reference}-1"
    with pytest.raises(IntegrityError, match="Conditions are open"):
        sql("UPDATE reviews_cycleitem SET status = 'approved' WHERE id = %s", item.pk)
    meet_condition(condition, by=leo, how="It alerted in the drill.")
    assert fresh(item).status == "approved"


def test_each_condition_counts_by_itself(item, condition, sam, leo, milo) -> None:
    add_condition(item, by=sam, assignee=leo, **GIVEN)
    meet_condition(condition, by=leo, how="Seen.")
    assert fresh(item).status == "approved_with_conditions"
    meet_condition(Condition.objects.get(assignee=leo), by=milo, how="Seen.")
    assert fresh(item).status == "approved"
    add_condition(item, by=sam, assignee=leo, **GIVEN)
    assert fresh(item).status == "approved_with_conditions"


def test_a_condition_is_added_to_what_was_read(item, condition, sam, leo) -> None:
    read = digest_now(item)
    sql("UPDATE reviews_review SET summary = 'Other' WHERE item_id = %s", item.pk)
    item = concur_with_conditions(fresh(item), by=sam, assignee=leo, **GIVEN)
    with pytest.raises(WrongState, match="was changed since you opened it"):
        add_condition(item, by=sam, assignee=leo, digest=read, **GIVEN)
    assert item.conditions.count() == 2
    add_condition(item, by=sam, assignee=leo, digest=digest_now(item), **GIVEN)
    assert item.conditions.count() == 3


def test_the_page_that_adds_a_condition_shows_what_is_read_and_carries_its_digest(
    item, condition, sam, leo, client
) -> None:
    address = f"/do/cycleitem/{item.reference}/add-condition/"
    page = confirmed(client, sam).get(address).content.decode()
    assert f'name="digest" value="{digest_now(item)}"' in page
    assert item.change in page
    words = {**GIVEN, "assignee": str(leo.pk)}
    assert client.post(address, {**words, "digest": "0" * 64}).status_code == 409
    assert client.post(address, {**words, "digest": digest_now(item)}).status_code == 302
    assert item.conditions.count() == 2


# Who sees whether a condition is met that Mira of Microsoft carries.
WHO_SEES = [
    ("leo", None),
    ("sam", None),
    ("rita", "Only a lead of a partner"),
    ("milo", "Microsoft carries this condition; another partner sees"),
    ("mona", "Microsoft carries this condition; another partner sees"),
    ("mira", "Only a lead of a partner"),
    ("cleo", "Only a lead of a partner"),
]


@pytest.mark.parametrize(("who", "reason"), WHO_SEES)
def test_another_partner_sees_whether_a_condition_is_met(who, reason, condition, request) -> None:
    user = request.getfixturevalue(who)
    if reason is None:
        access.check_can_meet_condition(user, condition)
    else:
        with pytest.raises(Denied, match=reason):
            access.check_can_meet_condition(user, condition)


def test_a_condition_is_waived_by_a_signatory_of_every_partner(item, condition, sam, mona) -> None:
    waive_condition(condition, by=sam, reason="Another monitor is in place.")
    condition.refresh_from_db()
    assert condition.status == "open"
    with pytest.raises(WrongState, match="OpenAI has given this condition up already"):
        waive_condition(condition, by=sam, reason="Again.")
    with pytest.raises(IntegrityError, match="waived by a signatory of every partner"):
        sql("UPDATE reviews_condition SET status = 'waived'")
    waive_condition(condition, by=mona, reason="Agreed.")
    condition.refresh_from_db()
    assert condition.status == "waived"
    assert fresh(item).status == "approved"


def test_who_carries_a_condition_does_not_give_it_up(item, sam, mona) -> None:
    concur_with_conditions(item, by=sam, assignee=mona, **GIVEN)
    with pytest.raises(Denied, match="You carry this condition"):
        waive_condition(Condition.objects.get(), by=mona, reason="I have no time.")


def test_only_who_concurs_with_conditions_adds_one(item, condition, mona, leo) -> None:
    with pytest.raises(WrongState, match="Microsoft concurs with conditions first"):
        add_condition(item, by=mona, assignee=leo, **GIVEN)


def test_a_condition_is_handed_over_within_its_organization(condition, milo, leo, rita) -> None:
    with pytest.raises(Denied, match="Only people of Microsoft"):
        hand_over_condition(condition, by=leo, assignee=rita)
    with pytest.raises(ValidationError, match="your own organization"):
        hand_over_condition(condition, by=milo, assignee=rita)
    assert hand_over_condition(condition, by=milo, assignee=milo).assignee == milo


def test_a_closed_account_and_who_gave_it_up_take_no_condition_over(
    condition, milo, mona, msft
) -> None:
    gone = factories.make_user("gone", msft, "reviewer")
    edit_user(gone, by=milo, is_active=False)
    gone.refresh_from_db()
    with pytest.raises(ValidationError, match="This account is closed"):
        hand_over_condition(condition, by=milo, assignee=gone)
    waive_condition(condition, by=mona, reason="Another monitor is in place.")
    with pytest.raises(ValidationError, match="They gave this condition up"):
        hand_over_condition(condition, by=milo, assignee=mona)


@pytest.mark.parametrize("change", [
    "text = 'Less'", "test = 'Any'", "due_on = '2030-01-01'", "reference = 'X-1'",
])  # fmt: skip
def test_what_a_condition_asks_stays(condition, change) -> None:
    with pytest.raises(IntegrityError, match="stays as it was asked"):
        sql(f"UPDATE reviews_condition SET {change}")


def test_the_database_holds_who_carries_a_condition_and_who_says_that_it_is_met(
    condition, rita, milo, leo
) -> None:
    met = "UPDATE reviews_condition SET status = 'met', met_on = now(), evidence_note = 'Seen.'"
    with pytest.raises(IntegrityError, match="Another partner than the one that carries"):
        sql(f"{met}, met_by_id = %s", milo.pk)
    with pytest.raises(IntegrityError, match="handed over within the organization"):
        sql("UPDATE reviews_condition SET assignee_id = %s", rita.pk)
    with pytest.raises(IntegrityError, match="met or waived"):
        sql("DELETE FROM reviews_condition")
    sql(f"{met}, met_by_id = %s", leo.pk)


def test_whoever_had_a_hand_in_an_item_adds_no_condition(item, sam, oai, mira) -> None:
    yara = factories.make_user("yara", oai, "lead")
    CycleItem.objects.get(pk=item.pk).worded_by.add(yara)
    yara.role = "signatory"
    yara.save()
    concur_with_conditions(item, by=sam, assignee=mira, **GIVEN)
    with pytest.raises(Denied, match="You had a hand in this item"):
        add_condition(item, by=yara, assignee=mira, **GIVEN)


def test_nothing_is_decided_on_an_item_in_a_cycle_that_it_left(rita, leo, milo, sam) -> None:
    cycle, there = factories.make_cycle(leo), factories.make_cycle(leo)
    stale = factories.make_item(leo, cycle=cycle)
    move_item(stale, by=milo, cycle=there)
    assert stale.cycle_id == cycle.pk
    with pytest.raises(WrongState, match="was put off to another cycle meanwhile"):
        edit_item(stale, by=leo, change="Longer memory")
    with pytest.raises(WrongState, match="was put off to another cycle meanwhile"):
        move_item(stale, by=milo, cycle=there)
    with pytest.raises(WrongState, match="was put off to another cycle meanwhile"):
        concur(stale, by=sam)


def test_a_condition_carries_over_a_closed_cycle_and_is_met_after(item, condition, leo) -> None:
    close_cycle(item.cycle, by=leo)
    later = factories.make_cycle(leo)
    assert list(Condition.objects.carried_into(later)) == [condition]
    meet_condition(condition, by=leo, how="Seen in June.")
    assert fresh(item).status == "approved"
    assert not Condition.objects.carried_into(later).exists()


# --- The end of a cycle -------------------------------------------------------------------------


def test_a_cycle_is_closed_once_everything_is_decided(item, sam, mona, leo, milo) -> None:
    waiting = f"Every partner takes a position first.*{item.reference}"
    with pytest.raises(WrongState, match=waiting):
        close_cycle(item.cycle, by=milo)
    concur(item, by=mona)
    with pytest.raises(WrongState, match=waiting):
        close_cycle(item.cycle, by=milo)
    block(item, by=sam, reason="Not yet.")
    assert close_cycle(item.cycle, by=milo).status == "closed"


def test_what_nobody_reviewed_is_put_off_with_its_drafts(item, rita, leo, milo) -> None:
    there = factories.make_cycle(leo)
    cycle = reopen_cycle(item.cycle, by=leo)
    unreviewed = factories.make_item(leo, cycle=cycle)
    draft = factories.make_review(rita, system=unreviewed.system, cycle=cycle, item=unreviewed)
    begin_signing(cycle, by=leo)
    with pytest.raises(WrongState, match="Only what is pending can be put off"):
        move_item(item, by=milo, cycle=there)
    with pytest.raises(ValidationError, match="another cycle than this one"):
        move_item(unreviewed, by=milo, cycle=cycle)
    assert move_item(unreviewed, by=milo, cycle=there).cycle == there
    draft.refresh_from_db()
    assert draft.cycle == there


def test_the_four_stances_are_four_verbs() -> None:
    named = {verb.name.replace("-", "_") for verb in ITEM_VERBS}
    assert set(Stance.values) <= named
