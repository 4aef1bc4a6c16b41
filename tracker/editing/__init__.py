"""The only functions that create and edit what stands on the ground floor."""

from tracker.editing.people import (
    add_organization,
    add_user,
    check_carries_nothing,
    delegate_signing,
    edit_organization,
    edit_user,
)
from tracker.editing.record import create_record
from tracker.editing.system import (
    add_dependency,
    add_system,
    add_system_version,
    check_version_of,
    edit_system,
    path_of_loop,
    take_back_dependency,
)
from tracker.editing.vocabulary import (
    Loaded,
    add_tags,
    coin_tag,
    describe_tags,
    differs,
    is_latest,
    load_taxonomy,
    make_current,
)

__all__ = [
    "Loaded",
    "add_dependency",
    "add_organization",
    "add_system",
    "add_system_version",
    "add_tags",
    "add_user",
    "check_carries_nothing",
    "check_version_of",
    "coin_tag",
    "create_record",
    "delegate_signing",
    "describe_tags",
    "differs",
    "edit_organization",
    "edit_system",
    "edit_user",
    "is_latest",
    "load_taxonomy",
    "make_current",
    "path_of_loop",
    "take_back_dependency",
]
