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
from tracker.triggers.protecting import (
    NO_LOOPS,
    hold_stays,
    no_loops,
    not_while_held,
    redacted_by_its_own,
    signers_own_history,
)
from tracker.triggers.sharing import (
    consent_stays,
    consents_complete,
    stays_as_decided,
    widened_by_consent,
)
from tracker.triggers.signing import (
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
    "consent_stays",
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
    "redacted_by_its_own",
    "redaction_of",
    "sha256_of",
    "signers_own_history",
    "signs_what_stands",
    "state_machine",
    "stays_as_decided",
    "stays_as_signed",
    "widened_by_consent",
]
