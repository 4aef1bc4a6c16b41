"""Rules that PostgreSQL holds whoever writes: state machines, frozen rows, graphs without loops."""

from tracker.triggers.columns import (
    any_changed,
    changed,
    label_now,
    quoted,
    redacted,
    redaction_of,
    sha256_of,
)
from tracker.triggers.protecting import NO_LOOPS, hold_stays, no_loops, not_while_held
from tracker.triggers.signing import (
    consents_complete,
    one_delegation_at_a_time,
    signs_what_stands,
    stays_as_signed,
)
from tracker.triggers.states import append_only, frozen_children, frozen_fields, state_machine
from tracker.triggers.versions import (
    raises_content_version,
    raises_version_of,
    raises_versions_by_label,
)

__all__ = [
    "NO_LOOPS",
    "any_changed",
    "append_only",
    "changed",
    "consents_complete",
    "frozen_children",
    "frozen_fields",
    "hold_stays",
    "label_now",
    "no_loops",
    "not_while_held",
    "one_delegation_at_a_time",
    "quoted",
    "raises_content_version",
    "raises_version_of",
    "raises_versions_by_label",
    "redacted",
    "redaction_of",
    "sha256_of",
    "signs_what_stands",
    "state_machine",
    "stays_as_signed",
]
