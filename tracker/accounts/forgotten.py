"""What is sent to whoever forgot their password, and to whom: a link that sets another."""

from __future__ import annotations

from urllib.parse import urljoin

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from tracker.models import User


def send_reset(email: str, origin: str) -> int:
    """Send a link for each account that has an address; return how many.

    A job does it: the page that asked answers before anyone knows whether there is such an account.
    """
    accounts = accounts_with(email)
    for user in accounts:
        context = {
            "user": user,
            "url": urljoin(origin, link_for(user)),
            "origin": origin,
            "minutes": settings.PASSWORD_RESET_TIMEOUT // 60,
        }
        subject = render_to_string("account/email/reset_subject.txt", context).strip()
        body = render_to_string("account/email/reset_message.txt", context)
        send_mail(subject, body, None, [user.email])
    return len(accounts)


def accounts_with(email: str) -> list[User]:
    """Return the open accounts of people who have an address and a password of their own."""
    people = User.objects.filter(email__iexact=email, is_active=True, is_service=False)
    return [user for user in people if user.has_usable_password()]


def link_for(user: User) -> str:
    """Return the path that sets another password, once, until the present one or the address changes."""
    key: str = default_token_generator.make_token(user)
    named = {"uidb36": user_pk_to_url_str(user), "key": key}
    return reverse("account_reset_password_from_key", kwargs=named)
