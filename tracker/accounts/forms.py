"""django-allauth's forms in our words: labels instead of placeholders, one name per thing."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
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
