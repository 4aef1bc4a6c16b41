"""The verbs of the middle floor: the only functions that change a state."""

from reviews.transitions.cycle import (
    begin_signing,
    close_cycle,
    open_cycle,
    reopen_cycle,
    withdraw_cycle,
)
from reviews.transitions.reviewing import (
    accept_review,
    check_other,
    confirm_finding,
    dismiss_finding,
    dismiss_observation,
    mark_finding_duplicate,
    mark_item_reviewed,
    mark_observation_duplicate,
    restore_finding,
    restore_observation,
    return_review,
    settle_finding,
    start_review,
    submit_review,
    waive_finding,
)

__all__ = [
    "accept_review",
    "begin_signing",
    "check_other",
    "close_cycle",
    "confirm_finding",
    "dismiss_finding",
    "dismiss_observation",
    "mark_finding_duplicate",
    "mark_item_reviewed",
    "mark_observation_duplicate",
    "open_cycle",
    "reopen_cycle",
    "restore_finding",
    "restore_observation",
    "return_review",
    "settle_finding",
    "start_review",
    "submit_review",
    "waive_finding",
    "withdraw_cycle",
]
