"""The verbs of the ground floor as people and programs meet them."""

from django.db.models import Model

from tracker import access, editing, sharing_verbs, transitions
from tracker.models import AISystem, Delegation, SystemDependency
from tracker.verbs import Verb

SYSTEM_VERBS = sharing_verbs.sharing_verbs(along="its versions, not what it depends on")
DEPENDENCY_VERBS = (
    *sharing_verbs.sharing_verbs(primary=True),
    Verb(
        "take-back",
        "Take it back",
        access.check_can_take_back_dependency,
        editing.take_back_dependency,
        "The system is not said to depend on that any more.",
        warning="It goes from the pages of both systems, and lessons travel along it no more. "
        "What was asked along it stays asked.",
    ),
)

DELEGATION_VERBS = (
    Verb(
        "revoke",
        "Revoke",
        access.check_can_revoke_delegation,
        transitions.revoke_delegation,
        "The delegation has ended; what was signed under it stays signed.",
        warning="From now on only the signatory signs. What was signed stays signed.",
        signs=True,
    ),
)

VERBS: dict[type[Model], tuple[Verb, ...]] = {
    AISystem: SYSTEM_VERBS,
    SystemDependency: DEPENDENCY_VERBS,
    Delegation: DELEGATION_VERBS,
    **sharing_verbs.VERBS,
}
