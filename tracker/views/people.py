"""What a lead does for their own people's accounts, beyond what the admin's form holds."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker import access, account_editing, transitions
from tracker.confirmation import check_confirmed
from tracker.handing import carried_by, digest_of
from tracker.marking import label_for, marked
from tracker.models import User


def reset_second_factor(request: HttpRequest, key: Any) -> HttpResponse:
    """Ask, then take a lost second factor away."""
    person = get_object_or_404(User.objects.visible_to(request.user), pk=key)
    by: Any = request.user
    access.check_can_reset_second_factor(by, person)
    back = reverse("admin:tracker_user_change", args=[person.pk])
    if request.method == "POST":
        check_confirmed(request)
        account_editing.reset_second_factor(person, by=by)
        messages.success(request, _("The second factor is gone; its owner sets up another."))
        return redirect(back)
    return render(request, "account/reset_second_factor.html", {"person": person, "back": back})


class HandOverForm(forms.Form):
    """To whom, and what was shown."""

    to: Any = forms.ModelChoiceField(
        label=_("To whom"), queryset=None, empty_label=_("Choose a colleague")
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, person: User, by: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = User.objects.assignable_by(by).filter(is_service=False)
        self.fields["to"].queryset = people.exclude(pk=person.pk)  # type: ignore[attr-defined]


def hand_over(request: HttpRequest, key: Any) -> HttpResponse:
    """Show what a person carries, and hand it to a colleague in one go."""
    person = get_object_or_404(User.objects.visible_to(request.user), pk=key)
    by: Any = request.user
    access.check_can_hand_over(by, person)
    items = carried_by(person, by)
    form = HandOverForm(person, by, request.POST or None, initial={"seen": digest_of(items)})
    if request.method == "POST" and form.is_valid():
        try:
            handed = transitions.hand_over(person, by=by, **form.cleaned_data)
        except (ValidationError, access.WrongState) as error:
            refuse(form, error)
        else:
            say_handed(request, len(handed), form.cleaned_data["to"])
            return redirect("hand-over", person.pk)
    context = {
        "person": person,
        "form": form,
        "items": items,
        "account_url": reverse("admin:tracker_user_change", args=[person.pk]),
        "marking": label_for(by, [one.record for one in items]),
    }
    page = render(request, "account/hand_over.html", context, status=400 if form.errors else 200)
    return marked(page, context["marking"])


def refuse(form: HandOverForm, error: ValidationError | access.WrongState) -> None:
    """Show a refusal in the form, and let it carry what is shown now."""
    form.add_error(None, str(error) if isinstance(error, access.WrongState) else error.messages)
    form.data = {**form.data.dict(), "seen": form.initial["seen"]}  # type: ignore[attr-defined]


def say_handed(request: HttpRequest, count: int, to: User) -> None:
    """Say what is so now."""
    words = ngettext(
        "%(count)d item is with %(to)s now.", "%(count)d items are with %(to)s now.", count
    )
    messages.success(request, words % {"count": count, "to": to})
