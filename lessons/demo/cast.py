"""Who appears in the demonstration: two partners, a community organization, an account per role."""

from __future__ import annotations

from dataclasses import dataclass

from tracker import access
from tracker.editing import add_organization, add_user
from tracker.models import Organization, User
from tracker.states import OrganizationKind, Role

ADMIN = "admin"
COMMUNITY = "community"
PARTNERS = (("OAI", "OpenAI"), ("MSFT", "Microsoft"))


@dataclass(frozen=True)
class Side:
    """One partner with its people."""

    organization: Organization
    observer: User
    reviewer: User
    lead: User
    signatory: User


def usernames() -> list[str]:
    """Return the demonstration's account names, in the order in which they are shown."""
    return [name for name, _ in account_lines()]


def account_lines() -> list[tuple[str, str]]:
    """Return each account with what its person does, for the list on the screen."""
    lines = [
        (f"{code.lower()}-{role.value}", f"{name}. {access.ROLE_SENTENCES[role]}")
        for code, name in PARTNERS
        for role in Role
    ]
    return [
        *lines,
        (COMMUNITY, "A community organization. Reads what is public or released to it."),
        (ADMIN, "Runs the installation: organizations, taxonomies."),
    ]


def make_cast() -> tuple[Side, Side]:
    """Create the organizations and accounts, without passwords, and return the two partners' sides."""
    admin = User.objects.create_superuser(ADMIN, first_name="Administrator")
    oai, msft = (make_side(admin, code, name) for code, name in PARTNERS)
    community = organization_of(admin, "ORG", "AI safety community", OrganizationKind.COMMUNITY)
    add_user(
        by=admin,
        organization=community,
        username=COMMUNITY,
        role=Role.OBSERVER,
        first_name="Community",
        last_name="reader",
    )
    return oai, msft


def make_side(admin: User, code: str, name: str) -> Side:
    """Create a partner and its people: the superuser makes the first lead, who makes the others."""
    organization = organization_of(admin, code, name, OrganizationKind.PARTNER)
    people: dict[str, User] = {}
    for role in (Role.LEAD, Role.OBSERVER, Role.REVIEWER, Role.SIGNATORY):
        people[role] = add_user(
            by=people.get(Role.LEAD, admin),
            organization=organization,
            username=f"{code.lower()}-{role}",
            role=role,
            first_name=name,
            last_name=role.label.lower(),
            email=f"{code.lower()}-{role}@{code.lower()}.example",  # reserved: no such host (RFC 2606)
        )
    return Side(
        organization,
        observer=people[Role.OBSERVER],
        reviewer=people[Role.REVIEWER],
        lead=people[Role.LEAD],
        signatory=people[Role.SIGNATORY],
    )


def organization_of(admin: User, code: str, name: str, kind: str) -> Organization:
    """Return the organization of a code, made where there is none."""
    known = Organization.objects.filter(code=code).first()
    return known or add_organization(by=admin, code=code, name=name, kind=kind)
