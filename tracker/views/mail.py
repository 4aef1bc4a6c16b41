"""When a person wants messages by e-mail, on a page of their account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.notifying.preferring import mail_time_of, prefer_mail
from tracker.states import MailTime


class MailForm(forms.Form):
    """When messages come."""

    mail = forms.ChoiceField(
        label=gettext_lazy("Messages by e-mail"), choices=MailTime.choices, widget=forms.RadioSelect
    )


def mail_page(request: HttpRequest) -> HttpResponse:
    """Show when messages come, and change it."""
    user: Any = request.user
    form = MailForm(request.POST or None, initial={"mail": mail_time_of(user)})
    if request.method == "POST" and form.is_valid():
        prefer_mail(user, by=user, mail=form.cleaned_data["mail"])
        messages.success(request, _("So it is from now on."))
        return redirect("account-notifications")
    context = {"form": form, "sends": settings.SENDS_EMAIL}
    return render(request, "account/mail.html", context, status=400 if form.errors else 200)
