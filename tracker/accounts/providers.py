"""Which OpenID Connect providers people may come in by, from the environment, each for one organization."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import environ


@dataclass(frozen=True)
class Provider:
    """A provider that vouches for the people of one organization, and for nobody else."""

    name: str
    title: str
    issuer: str
    client_id: str
    client_secret: str
    organization: str
    creates: str = ""
    trusts_email: bool = False

    @property
    def origin(self) -> str:
        """Return the origin that the sign-in form leads to, for the Content-Security-Policy."""
        parts = urlsplit(self.issuer)
        return f"{parts.scheme}://{parts.netloc}"

    def as_app(self) -> dict[str, Any]:
        """Return the provider as django-allauth is told of it."""
        return {
            "provider_id": self.name,
            "name": self.title,
            "client_id": self.client_id,
            "secret": self.client_secret,
            "settings": {
                "server_url": self.issuer,
                "oauth_pkce_enabled": True,
                "organization": self.organization,
                "creates": self.creates,
                "trusts_email": self.trusts_email,
            },
        }


def read_providers(env: environ.Env) -> list[Provider]:
    """Read the providers that TRACKER_OIDC names; what one lacks is refused by its name.

    For TRACKER_OIDC=msft they are TRACKER_OIDC_MSFT_ISSUER, _CLIENT_ID, _CLIENT_SECRET and
    _ORGANIZATION (a code), and if wanted _TITLE, _CREATES (the role of accounts that are made for
    people without one) and _TRUSTS_EMAIL (it vouches for addresses without saying so in each token).
    """
    return [read_provider(env, name) for name in env.list("TRACKER_OIDC", default=[])]


def read_provider(env: environ.Env, name: str) -> Provider:
    """Read one provider."""
    prefix = f"TRACKER_OIDC_{name.upper().replace('-', '_')}_"
    return Provider(
        name=name,
        title=env(prefix + "TITLE", default=name),
        issuer=env(prefix + "ISSUER"),
        client_id=env(prefix + "CLIENT_ID"),
        client_secret=env(prefix + "CLIENT_SECRET"),
        organization=env(prefix + "ORGANIZATION"),
        creates=env(prefix + "CREATES", default=""),
        trusts_email=env.bool(prefix + "TRUSTS_EMAIL", default=False),
    )
