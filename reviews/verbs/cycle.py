"""The verbs of cycles, their items and the conditions on these, as people and programs meet them."""

from __future__ import annotations

from typing import Any

from reviews import access, transitions
from reviews.models import CycleItem, ReviewCycle
from reviews.severity import due_of_condition
from reviews.verbs.asks import SEEN, STATEMENT, own_people, partners_people, today
from tracker.differences import changes_since_ours
from tracker.models import User
from tracker.sharing_verbs import REASON
from tracker.verbs import Ask, Verb

CYCLE_VERBS = (
    Verb(
        "open",
        "Open the cycle",
        access.check_can_open_cycle,
        transitions.open_cycle,
        "The cycle is open.",
        primary=True,
    ),
    Verb(
        "begin-signing",
        "Begin signing",
        access.check_can_begin_signing,
        transitions.begin_signing,
        "The cycle is up for signing.",
        primary=True,
    ),
    Verb(
        "reopen",
        "Go back to reviewing",
        access.check_can_reopen_cycle,
        transitions.reopen_cycle,
        "The cycle is open again.",
    ),
    Verb(
        "close",
        "Close the cycle",
        access.check_can_close_cycle,
        transitions.close_cycle,
        "The cycle is closed.",
        asks=(Ask("decisions", "What was decided", required=False),),
        primary=True,
    ),
    Verb(
        "withdraw",
        "Withdraw",
        access.check_can_withdraw_cycle,
        transitions.withdraw_cycle,
        "The cycle is called off.",
    ),
)

DISSENT = Ask(
    "dissent",
    "Dissent",
    required=False,
    help="What someone of your organization holds against this; it stands beside the position.",
)
DEMAND = (
    Ask("condition", "Condition", help="What is there before the item is approved without more."),
    Ask("test", "How one sees that it is met"),
    Ask("assignee", "Responsible", "record", rows=partners_people),
    Ask("due_on", "Due on", "date", initial=due_of_condition),
)
SIGNED = "You signed for your organization."
SHOWS = "reviews/signing/item.html"


def cycles_to_come(user: User, item: CycleItem) -> Any:
    """Return the cycles that an item can be put off to."""
    return ReviewCycle.objects.visible_to(user).taking_reviews().exclude(pk=item.cycle_id)


ITEM_VERBS = (
    Verb(
        "concur",
        "Concur for {organization}",
        access.check_can_take_position,
        transitions.concur,
        SIGNED,
        asks=(SEEN, STATEMENT, DISSENT),
        primary=True,
        shows=SHOWS,
        differs=changes_since_ours,
        signs=True,
    ),
    Verb(
        "concur-with-conditions",
        "Concur with conditions",
        access.check_can_take_position,
        transitions.concur_with_conditions,
        SIGNED,
        asks=(SEEN, *DEMAND, STATEMENT, DISSENT),
        shows=SHOWS,
        differs=changes_since_ours,
        signs=True,
    ),
    Verb(
        "block",
        "Block for {organization}",
        access.check_can_take_position,
        transitions.block,
        SIGNED,
        asks=(SEEN, REASON, DISSENT),
        shows=SHOWS,
        differs=changes_since_ours,
        signs=True,
    ),
    Verb(
        "recuse",
        "Recuse {organization}",
        access.check_can_take_position,
        transitions.recuse,
        SIGNED,
        asks=(SEEN, REASON, DISSENT),
        shows=SHOWS,
        differs=changes_since_ours,
        signs=True,
    ),
    Verb(
        "add-condition",
        "Add a condition",
        access.check_can_add_condition,
        transitions.add_condition,
        "The condition is added.",
        asks=(SEEN, *DEMAND),
        shows=SHOWS,
        differs=changes_since_ours,
        signs=True,
    ),
    Verb(
        "withdraw-position",
        "Take our position back",
        access.check_can_withdraw_position,
        transitions.withdraw_position,
        "Your organization's position is taken back; it stays in the record.",
        asks=(REASON,),
        signs=True,
    ),
    Verb(
        "put-off",
        "Put off to another cycle",
        access.check_can_move_item,
        transitions.move_item,
        "The item is in the other cycle.",
        asks=(Ask("cycle", "To which cycle?", "record", rows=cycles_to_come),),
    ),
)

CONDITION_VERBS = (
    Verb(
        "met",
        "Condition met",
        access.check_can_meet_condition,
        transitions.meet_condition,
        "The condition is met.",
        asks=(
            Ask("how", "How it was seen", help="What was looked at, and what it showed."),
            Ask("met_on", "On", "date", initial=today),
        ),
        primary=True,
    ),
    Verb(
        "waive",
        "Give it up for {organization}",
        access.check_can_waive_condition,
        transitions.waive_condition,
        "You signed for your organization; it is waived once every partner has.",
        asks=(SEEN, REASON),
        shows="reviews/signing/condition.html",
        differs=changes_since_ours,
        signs=True,
    ),
    Verb(
        "hand-over",
        "Hand over",
        access.check_can_hand_over_condition,
        transitions.hand_over_condition,
        "Somebody else is responsible now.",
        asks=(Ask("assignee", "Responsible", "record", rows=own_people),),
    ),
)
