"""What a record's page says at once: refusals by their reason, folded parts by what they hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.utils import flatten_fieldsets
from django.utils.translation import gettext_lazy as _

from tracker.verbs import Button


def by_reason(judged: Iterable[Button]) -> dict[str, str]:
    """Return the verbs that are refused, those with the same reason together."""
    refused: dict[str, list[str]] = {}
    for button in judged:
        if not button.verdict:
            refused.setdefault(button.verdict.reason, []).append(button.label)
    return {reason: ", ".join(labels) for reason, labels in refused.items()}


def fold_the_rest(adminform: Any, is_form: bool) -> None:
    """Say what a folded part holds, and open it when something in it is wrong or all is to be read."""
    form = adminform.form
    parts = []
    for name, options in adminform.fieldsets:
        inside = flatten_fieldsets([(name, options)])
        if "collapse" in options.get("classes", ()):
            filled = [str(form[one].label) for one in inside if holds_words(form, one)]
            name = f"{name} ({', '.join(filled).lower()})" if filled else name
            if not is_form or any(one in form.errors for one in inside):
                name, options = _("More"), {**options, "classes": ()}
        parts.append((name, options))
    adminform.fieldsets = parts


def holds_words(form: Any, name: str) -> bool:
    """Say whether a folded field holds something that a person wrote there."""
    return (
        name in form.fields
        and isinstance(value := form.initial.get(name), str)
        and bool(value and not getattr(form.fields[name], "choices", None))
    )
