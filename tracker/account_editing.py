"""The only functions that change how an account comes in: passwords, tokens, second factors, sessions."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from knox.settings import knox_settings

from tracker import access
from tracker.models import Organization, Session, Token, User
from tracker.recording import change, lock, recorded
from tracker.security_log import about_user, note
from tracker.states import Scope


def end_access(user: User) -> None:
    """End whatever an account is signed in with, at once: every browser and every token."""
    user.sessions.all().delete()
    user.auth_token_set.all().delete()


def clear_expired() -> int:
    """Remove the sessions and tokens that are over; return how many."""
    now = timezone.now()
    over = (Session.objects.filter(expire_date__lt=now), Token.objects.filter(expiry__lt=now))
    return sum(rows.delete()[0] for rows in over)


@recorded("tracker.user.password_changed")
def change_password(user: User, *, by: User, password: str) -> User:
    """Give an account a password; whatever was signed in by the one before is signed out."""
    access.check_is_self(by, user)
    user = lock(user)
    user.set_password(password)
    user.save(update_fields=["password"])
    end_access(user)
    note("password changed", **about_user(by))
    return user


@recorded("tracker.user.signed_out_everywhere")
def sign_out_everywhere(user: User, *, by: User) -> User:
    """End every browser's session and every token of one's own account."""
    access.check_is_self(by, user)
    end_access(user)
    note("signed out everywhere", **about_user(by))
    return user


@recorded("tracker.user.session_ended")
def end_session(session: Session, *, by: User) -> None:
    """End one browser's session of one's own account."""
    access.check_is_self(by, session.user)
    session.delete()
    note("session ended", **about_user(by))


@recorded("tracker.user.second_factor_reset")
def reset_second_factor(user: User, *, by: User) -> User:
    """Take away a lost second factor, so that its owner sets up another; they are signed out."""
    user = lock(user)
    access.check_can_reset_second_factor(by, user)
    Authenticator.objects.filter(user=user).delete()
    change(user, second_factor_reset_at=timezone.now())
    end_access(user)
    note("second factor reset", of=str(user.pk), **about_user(by))
    return user


@recorded("tracker.user.signing_tokens_ended")
def end_signing_tokens(user: User, *, by: User) -> None:
    """End the tokens that sign for whoever takes a second factor away: they were got with it."""
    access.check_is_self(by, user)
    user.auth_token_set.filter(scopes__contains=[Scope.SIGN]).delete()
    note("signing tokens ended", **about_user(by))


@recorded("tracker.token.issued")
def issue_token(
    *,
    by: User,
    scopes: Iterable[str],
    name: str = "",
    days: int | None = None,
    account: User | None = None,
) -> tuple[Token, str]:
    """Give a program a token; return its row and, this once, the token itself.

    It is one's own, or that of a program's `account` which one looks after. It lives a week if `days`
    are left out, and an hour at most if it may sign.
    """
    owner = account or by
    access.check_can_keep_tokens_of(by, owner)
    if owner.is_service and Scope.SIGN in scopes:
        raise access.Denied("A program's account signs nothing; a person signs.")
    if days is not None and not 1 <= days <= settings.TOKEN_MAX_DAYS:
        raise ValidationError({"days": f"A token lives {settings.TOKEN_MAX_DAYS} days at most."})
    lifetime = datetime.timedelta(days=days) if days else knox_settings.TOKEN_TTL
    if Scope.SIGN in scopes:
        lifetime = min(lifetime, settings.SIGNING_TOKEN_TTL)
    created: tuple[Token, str] = Token.objects.create(
        owner, expiry=lifetime, name=name or "A program", scopes=[s for s in Scope if s in scopes]
    )
    note(
        "token issued",
        token=str(created[0].id),
        of=str(owner.pk),
        scopes=created[0].scopes,
        **about_user(by),
    )
    return created


@recorded("tracker.token.revoked")
def revoke_token(token: Any, *, by: User) -> None:
    """End a token of one's own, or of a program that one looks after."""
    access.check_can_keep_tokens_of(by, token.user)
    note("token ended", token=str(token.id), of=str(token.user_id), **about_user(by))
    token.delete()


@recorded("tracker.user.added_by_sign_on")
def add_by_sign_on(*, organization: Organization, **fields: Any) -> User:
    """Make an account for a person whom a provider vouched for, where the settings say so."""
    user = User(organization=organization, **fields)
    user.is_staff = access.is_partner(user)
    user.set_unusable_password()
    user.full_clean()
    user.save(force_insert=True)
    return user
