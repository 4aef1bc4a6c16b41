"""The only functions that create and edit observations, cycles, reviews, findings and evidence."""

from reviews.editing.common import (
    set_many,
)
from reviews.editing.cycle import (
    add_item,
    check_still_in,
    check_takes_item,
    edit_cycle,
    edit_item,
    lock_with_cycle,
    plan_cycle,
)
from reviews.editing.reviewing import (
    add_evidence,
    add_finding,
    attach,
    capture_observation,
    check_comes_into,
    check_item_of_cycle,
    check_revision,
    edit_finding,
    edit_observation,
    edit_review,
    lock_with_review,
    log_review,
    revise_evidence,
    save_with_file,
    tag_finding,
)
from reviews.editing.series import (
    edit_series,
    goes_on_at,
    set_up_series,
)

__all__ = [
    "add_evidence",
    "add_finding",
    "add_item",
    "attach",
    "capture_observation",
    "check_comes_into",
    "check_item_of_cycle",
    "check_revision",
    "check_still_in",
    "check_takes_item",
    "edit_cycle",
    "edit_finding",
    "edit_item",
    "edit_observation",
    "edit_review",
    "edit_series",
    "goes_on_at",
    "lock_with_cycle",
    "lock_with_review",
    "log_review",
    "plan_cycle",
    "revise_evidence",
    "save_with_file",
    "set_many",
    "set_up_series",
    "tag_finding",
]
