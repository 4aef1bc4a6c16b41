"""Which addresses people come in by and keep their account at; what is not listed is not there.

The names are django-allauth's, which its own pages lead by.
"""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as spare
from allauth.mfa.webauthn import views as passkey
from allauth.socialaccount.providers.openid_connect import views as provider
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LogoutView
from django.urls import path, re_path

from tracker.views.account import account_page, end_session, sign_out_everywhere
from tracker.views.confirming import confirm
from tracker.views.factors import AddPasskeyView, RemoveAppView, RemovePasskeyView, SetUpAppView
from tracker.views.forgotten import ForgottenView
from tracker.views.mail import mail_page
from tracker.views.people import hand_over, reset_second_factor
from tracker.views.sign_in import SignInView
from tracker.views.tokens import end_token, tokens_page

urlpatterns = [
    path("sign-in/", SignInView.as_view(), name="account_login"),
    path("sign-in/", SignInView.as_view(), name="login"),
    path("sign-in/code/", factor.authenticate, name="mfa_authenticate"),
    path("sign-in/passkey/", login_not_required(passkey.login_webauthn), name="mfa_login_webauthn"),
    path(
        "sign-in/inactive/", login_not_required(account.account_inactive), name="account_inactive"
    ),
    # A password that was forgotten.
    path("sign-in/forgotten/", ForgottenView.as_view(), name="account_reset_password"),
    path(
        "sign-in/forgotten/sent/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "sign-in/new-password/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^sign-in/new-password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    # Single sign-on.
    path("sign-in/with/<slug:provider_id>/", provider.login, name="openid_connect_login"),
    path(
        "sign-in/with/<slug:provider_id>/back/", provider.callback, name="openid_connect_callback"
    ),
    path("sign-out/", LogoutView.as_view(), name="account_logout"),
    path("sign-out/", LogoutView.as_view(), name="logout"),
    path("account/", account_page, name="account"),
    path("account/", account_page, name="mfa_index"),
    path("account/sign-out-everywhere/", sign_out_everywhere, name="sign-out-everywhere"),
    path("account/sessions/<slug:handle>/end/", end_session, name="account-session-end"),
    path("account/notifications/", mail_page, name="account-notifications"),
    path("account/tokens/", tokens_page, name="account-tokens"),
    path("account/tokens/<uuid:key>/end/", end_token, name="account-token-end"),
    path("people/<uuid:key>/second-factor/", reset_second_factor, name="reset-second-factor"),
    path("people/<uuid:key>/hand-over/", hand_over, name="hand-over"),
    path("account/password/", account.password_change, name="account_change_password"),
    # Proving again who one is.
    path("account/confirm/", confirm, name="confirm"),
    path("account/confirm/password/", account.reauthenticate, name="account_reauthenticate"),
    path("account/confirm/code/", factor.reauthenticate, name="mfa_reauthenticate"),
    path(
        "account/confirm/passkey/",
        passkey.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    # Second factors.
    path("account/app/", SetUpAppView.as_view(), name="mfa_activate_totp"),
    path("account/app/remove/", RemoveAppView.as_view(), name="mfa_deactivate_totp"),
    path("account/codes/", spare.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("account/codes/new/", spare.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("account/codes/file/", spare.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("account/passkeys/", passkey.list_webauthn, name="mfa_list_webauthn"),
    path("account/passkeys/add/", AddPasskeyView.as_view(), name="mfa_add_webauthn"),
    path("account/passkeys/<int:pk>/name/", passkey.edit_webauthn, name="mfa_edit_webauthn"),
    path(
        "account/passkeys/<int:pk>/remove/",
        RemovePasskeyView.as_view(),
        name="mfa_remove_webauthn",
    ),
]
