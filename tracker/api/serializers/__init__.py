"""The shapes of the ground floor's nouns, as programs read and write them."""

from tracker.api.serializers.dependency import DependencyInput, DependencyRead, DependencyRow
from tracker.api.serializers.people import (
    DelegationInput,
    DelegationRead,
    OrganizationRead,
    UserRead,
)
from tracker.api.serializers.sharing import ConsentRead, LabelChangeRead, LabelChangeRow
from tracker.api.serializers.system import (
    DownstreamLink,
    SystemInput,
    SystemRead,
    SystemRow,
    UpstreamLink,
    VersionInput,
    VersionRead,
    organization_field,
    steward_rows,
)
from tracker.api.serializers.vocabulary import DuePolicyRead, TagInput, TagRead, TaxonomyRead

__all__ = [
    "ConsentRead",
    "DelegationInput",
    "DelegationRead",
    "DependencyInput",
    "DependencyRead",
    "DependencyRow",
    "DownstreamLink",
    "DuePolicyRead",
    "LabelChangeRead",
    "LabelChangeRow",
    "OrganizationRead",
    "SystemInput",
    "SystemRead",
    "SystemRow",
    "TagInput",
    "TagRead",
    "TaxonomyRead",
    "UpstreamLink",
    "UserRead",
    "VersionInput",
    "VersionRead",
    "organization_field",
    "steward_rows",
]
