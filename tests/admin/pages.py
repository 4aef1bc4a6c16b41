"""Reads an admin page as a browser does: which forms it has, and what they would send."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

from django.test import Client
from django.urls import reverse


class Forms(HTMLParser):
    """Collects the fields of every form on a page, as a browser would send them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[dict[str, list[str]]] = []
        self.actions: list[str] = []
        self.select: str | None = None
        self.area: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        values = dict(attrs)
        if tag == "form":
            self.forms.append({})
            self.actions.append(values.get("action", ""))
        if not self.forms or "disabled" in values:
            return
        name, kind = values.get("name"), values.get("type", "text")
        if tag == "input" and name and kind not in {"submit", "file", "button"}:
            if kind not in {"checkbox", "radio"} or "checked" in values:
                self.put(name, values.get("value") or ("on" if kind == "checkbox" else ""))
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in values:
            self.put(self.select, values.get("value") or "")
        elif tag == "textarea" and name:
            self.area = name
            self.put(name, "")

    def handle_data(self, data: str) -> None:
        if self.area:
            self.forms[-1][self.area][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = None
        if tag == "textarea" and self.area:
            # The first line break after <textarea> is not part of its text.
            values = self.forms[-1][self.area]
            values[-1] = values[-1].removeprefix("\r\n").removeprefix("\n")
            self.area = None

    def put(self, name: str, value: str) -> None:
        self.forms[-1].setdefault(name, []).append(value)


def url(record: Any) -> str:
    """Return the address of a record's admin page."""
    return reverse(
        f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk]
    )


def add_url(model: Any, **query: Any) -> str:
    """Return the address of a noun's add page."""
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
    return f"{address}?{urlencode(query)}" if query else address


def list_url(model: Any) -> str:
    """Return the address of a noun's list."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def signed_in(user: Any) -> Client:
    """Return a browser in which a person signed in."""
    client = Client()
    client.force_login(user)
    return client


def main_form(html: str) -> dict[str, list[str]]:
    """Return what the record's own form would send: the one with the most fields."""
    return max(Forms(html).forms, key=len)


def fill_in(client: Client, address: str, **typed: Any) -> Any:
    """Open a page, type over some fields, save, and return where one lands."""
    data = main_form(client.get(address).content.decode())
    response = send(client, address, data, **typed)
    assert response.redirect_chain, errors(response)
    return response


def send(client: Client, address: str, data: dict[str, Any], **typed: Any) -> Any:
    """Send a form that was opened before, with some fields typed over and rows added below."""
    answers: dict[str, Any] = {k: v for k, v in data.items() if "__prefix__" not in k}
    for blank in (k for k in data if "__prefix__" in k):
        group = blank.split("-__prefix__-")[0]
        for number in range(int(typed.get(f"{group}-TOTAL_FORMS", 0))):
            answers.setdefault(blank.replace("__prefix__", str(number)), data[blank])
    for name, value in typed.items():
        many = isinstance(value, (list, tuple))
        answers[name] = [getattr(one, "pk", one) for one in (value if many else [value])]
    return client.post(address, answers, follow=True)


def press(client: Client, page: str, words: str) -> Any:
    """Press a verb's button on a page."""
    html = client.get(page).content.decode()
    if f">{words}</a>" in html:  # it warns on a page of its own first
        return client.post(follow(client, page, words), {"from": "admin"}, follow=True)
    before = html[: html.index(f">{words}</button>")]
    action = before.rindex('action="')
    address = before[action + 8 : before.index('"', action + 8)]
    return client.post(address, {"from": "admin"}, follow=True)


def follow(client: Client, page: str, words: str) -> str:
    """Return the address behind the link with these words."""
    html = client.get(page).content.decode()
    before = html[: html.index(f">{words}</a>")]
    href = before.rindex('href="')
    return before[href + 6 : before.index('"', href + 6)].replace("&amp;", "&")


def errors(response: Any) -> list[str]:
    """Return what a page complains about."""
    html = response.content.decode()
    return re.findall(r'<ul class="errorlist[^>]*>.*?</ul>', html, re.S)
