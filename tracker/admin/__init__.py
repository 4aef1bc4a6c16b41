"""The admin of the ground floor: organizations, people, systems, vocabularies."""

from tracker.admin.delegations import DelegationAdmin
from tracker.admin.due import DuePolicyAdmin
from tracker.admin.people import OrganizationAdmin, UserAdmin
from tracker.admin.systems import AISystemAdmin
from tracker.admin.vocabularies import TagAdmin, TaxonomyAdmin

__all__ = [
    "AISystemAdmin",
    "DelegationAdmin",
    "DuePolicyAdmin",
    "OrganizationAdmin",
    "TagAdmin",
    "TaxonomyAdmin",
    "UserAdmin",
]
