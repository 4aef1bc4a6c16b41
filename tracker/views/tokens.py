"""The tokens of a person's own programs: see them, get one, end one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from tracker import account_editing
from tracker.confirmation import check_confirmed
from tracker.models import Token
from tracker.states import Scope


class TokenForm(forms.Form):
    """What a token is for."""

    name = forms.CharField(label=_("What it is for"), max_length=100)
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"),
        choices=Scope.choices,
        initial=[Scope.READ],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("One that signs needs your second factor now, and lives an hour at most."),
    )
    days = forms.IntegerField(
        label=_("For how many days"), initial=7, min_value=1, max_value=settings.TOKEN_MAX_DAYS
    )
    account: Any = forms.ModelChoiceField(
        label=_("For which program"),
        queryset=None,
        required=False,
        empty_label=_("one of my own, which acts as me"),
    )

    def __init__(self, user: Any, *args: Any) -> None:
        super().__init__(*args)
        programs = user.programs_looked_after()
        if programs:
            self.fields["account"].queryset = programs  # type: ignore[attr-defined]
        else:
            del self.fields["account"]


@never_cache
def tokens_page(request: HttpRequest) -> HttpResponse:
    """List a person's tokens and give out another; it is shown this once."""
    user: Any = request.user
    form, token = TokenForm(user, request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        if Scope.SIGN in form.cleaned_data["scopes"]:
            check_confirmed(request)
        try:
            _row, token = account_editing.issue_token(by=user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"form": form, "token": token, "tokens": Token.objects.kept_by(user)}
    return render(request, "account/tokens.html", context, status=400 if form.errors else 200)


@require_POST
def end_token(request: HttpRequest, key: Any) -> HttpResponse:
    """End one of a person's own tokens."""
    user: Any = request.user
    token = get_object_or_404(Token.objects.kept_by(user), id=key)
    account_editing.revoke_token(token, by=user)
    return redirect("account-tokens")
