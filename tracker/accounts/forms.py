"""django-allauth's forms in our words: labels instead of placeholders, one name per thing."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    UserTokenForm,
)
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class Plain:
    """Takes the placeholders away, which vanish while one types and are hard to read."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # type: ignore[attr-defined]
            field.widget.attrs.pop("placeholder", None)


class SignInForm(Plain, LoginForm):  # type: ignore[misc]
    """A name and a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {"autofocus": True, "autocapitalize": "none"}
        self.fields["password"].help_text = ""


class PasswordForm(Plain, ReauthenticateForm):  # type: ignore[misc]
    """The password again."""


class NewPasswordForm(Plain, ChangePasswordForm):  # type: ignore[misc]
    """The present password and the next one, twice."""


class ForgottenForm(Plain, ResetPasswordForm):  # type: ignore[misc]
    """The address that a link is sent to; nobody looks here whose it is, so all answers take as long."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].widget.attrs |= {"autofocus": True}

    def clean_email(self) -> str:
        """Return the address as it was typed."""
        email: str = self.cleaned_data["email"]
        return email

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Leave the rest to a job."""
        from tracker.jobs import send_password_reset

        email: str = self.cleaned_data["email"]
        send_password_reset.defer(email=email, origin=request.build_absolute_uri("/"))
        return email


class ForgottenPasswordForm(Plain, ResetPasswordKeyForm):  # type: ignore[misc]
    """The next password, twice."""


class LinkForm(UserTokenForm):  # type: ignore[misc]
    """The link that was sent; that of an account which was closed since opens nothing."""

    def _get_user(self, uidb36: str) -> Any:
        user = super()._get_user(uidb36)
        return user if user is not None and user.is_active and not user.is_service else None


class CodeField:
    """Asks for a code: from the app, or a spare one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]  # type: ignore[attr-defined]
        code.label = _("Code")
        code.help_text = _("Six digits from your authenticator app, or one of your spare codes.")
        code.widget.attrs |= {"autofocus": True, "inputmode": "numeric"}


class CodeForm(CodeField, Plain, AuthenticateForm):  # type: ignore[misc]
    """The second factor at sign-in."""


class CodeAgainForm(CodeField, Plain, CodeReauthenticateForm):  # type: ignore[misc]
    """The second factor again, before signing."""


class FirstCodeForm(CodeField, Plain, ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new app, which shows that it was set up."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = _("The six digits that the app shows now.")
