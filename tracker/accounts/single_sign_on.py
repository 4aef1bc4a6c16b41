"""Whose account a provider's person has: by an earlier sign-in, by a verified e-mail address, or none."""

from __future__ import annotations

from typing import Any

from tracker.access import Denied
from tracker.account_editing import add_by_sign_on
from tracker.models import Organization, User

STRANGER = (
    "{title} confirmed who you are, but you have no account here. A lead of {organization} can make "
    "one, with the e-mail address that {title} knows you by."
)
NOT_THEIRS = "This account does not belong to {organization}, for which {title} vouches."


def account_for(sociallogin: Any) -> User:
    """Return the account of whom a provider vouches for, or refuse in words.

    A provider speaks for one organization: it opens no account of another, whatever it claims.
    """
    app = sociallogin.provider.app
    organization = Organization.objects.get(code=app.settings["organization"])
    about = {"title": app.name, "organization": organization.name}
    if sociallogin.is_existing:
        user: User = sociallogin.user
        if user.organization_id != organization.pk:
            raise Denied(NOT_THEIRS.format(**about))
        return user
    addresses = verified_addresses(sociallogin, trusts=app.settings["trusts_email"])
    known = known_by(addresses, organization)
    if known is not None:
        return known
    if not (app.settings["creates"] and addresses):
        raise Denied(STRANGER.format(**about))
    return make_account(sociallogin, organization, app.settings["creates"], addresses[0])


def verified_addresses(sociallogin: Any, *, trusts: bool) -> list[str]:
    """Return the e-mail addresses that the provider says it verified."""
    return [one.email for one in sociallogin.email_addresses if one.verified is True or trusts]


def known_by(addresses: list[str], organization: Organization) -> User | None:
    """Return the person of an organization who has one of these addresses; never a program."""
    people = User.objects.filter(organization=organization, is_service=False)
    found = (people.filter(email__iexact=address).first() for address in addresses)
    return next((user for user in found if user is not None), None)


def make_account(sociallogin: Any, organization: Organization, role: str, email: str) -> User:
    """Make the account that the settings promise to people of this provider."""
    claimed = sociallogin.user
    return add_by_sign_on(
        organization=organization,
        username=email.lower(),
        email=email,
        role=role,
        first_name=claimed.first_name[:150],
        last_name=claimed.last_name[:150],
    )
