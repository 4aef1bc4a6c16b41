"""The verbs of systems as people and programs meet them."""

from django.db.models import Model

from tracker import access, transitions
from tracker.models import AISystem
from tracker.verbs import Verb

SYSTEM_VERBS = (
    Verb(
        "share",
        "Share with the partners",
        access.check_can_share,
        transitions.share_system,
        "The partners can read it now.",
        warning="Everyone at the partners will be able to read it, and what was read stays read.",
    ),
    Verb(
        "release",
        "Make public",
        access.check_can_release_system,
        transitions.release_system,
        "Anyone can read now that this system exists.",
        warning="Anyone will be able to read of this system, its versions and its description.",
    ),
)

VERBS: dict[type[Model], tuple[Verb, ...]] = {AISystem: SYSTEM_VERBS}
