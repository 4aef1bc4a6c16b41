"""Reads everything that a reader can reach: follows links, tries every choice, takes every export."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit

from django.contrib import admin
from django.urls import reverse

from tests.proof import table
from tests.proof.addresses import fill, operations, page_address, routes
from tests.proof.principals import Principal
from tests.proof.world import World

# What differs between two answers to the same question, and tells nothing.
VOLATILE = re.compile(
    rb'name="csrfmiddlewaretoken" value="[^"]*"|data-csrf="[^"]*"|"challenge": "[^"]*"'
    rb"|\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d:\d\d|Z)?|\d+ (second|minute)s? ago"
)
# Said along the way, but asking for nothing.
ASKS_NOTHING = {"from", "_changelist_filters", "next"}
# A session's own, a number for each request, and what the body says already.
OWN_HEADERS = {"Set-Cookie", "X-Request-ID", "Content-Length"}
# Here a question names a version, and each says something else: all are asked.
HISTORY = "/history/"
NOT_FOLLOWED = ("/static/", "/sign-out/", "/sign-in/", "/admin/logout/", "/admin/jsi18n/")


class Links(HTMLParser):
    """Collects where a page leads: its links, and what its forms of choices would ask."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.form: str | None = None
        self.select: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        """Note an address."""
        values = dict(attrs)
        self.found += [
            values[name] for name in ("href", "src", "data-ajax--url") if values.get(name)
        ]
        if tag == "form":
            asks = (values.get("method") or "get").lower() == "get"
            self.form = (values.get("action") or "?") if asks else None
        elif tag == "select":
            self.select = values.get("name")
        elif tag == "option" and self.form is not None and self.select and values.get("value"):
            query = urlencode({self.select: values["value"]})
            self.found.append(f"{self.form.partition('?')[0]}?{query}")

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a form."""
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.select = None


@dataclass
class Answer:
    """What a request was answered: everything in it that could say something."""

    status: int
    headers: dict[str, str]
    body: bytes

    def texts(self) -> Iterator[tuple[str, bytes]]:
        """Yield what can be read: headers, the body, and what is packed in it."""
        yield "headers", "\n".join(f"{k}: {v}" for k, v in self.headers.items()).encode()
        if self.body.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(self.body)) as packed:
                for name in packed.namelist():
                    yield name, packed.read(name)
        else:
            yield "body", self.body


def settled(answer: Answer) -> list[tuple[str, bytes]]:
    """Return what an answer says, without what differs every time."""
    return [(place, VOLATILE.sub(b"", text)) for place, text in answer.texts()]


def read(reader: Principal, method: str, address: str, data: Any = None) -> Answer:
    """Ask for something."""
    response = reader.ask(method, address, data)
    headers = {name: value for name, value in response.headers.items() if name not in OWN_HEADERS}
    return Answer(response.status_code, headers, response.read)


@dataclass
class Crawl:
    """Everything that a reader was answered, by what was asked.

    `conditions`: how many a link may have to be followed; more only combine what was read one by one.
    """

    reader: Principal
    conditions: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)

    def run(self, starts: Iterable[str]) -> Crawl:
        """Read what there is from some addresses on."""
        waiting = list(starts)
        while waiting:
            address = waiting.pop()
            if address not in self.answers:
                waiting += self.links_of(address, self.ask("GET", address))
        return self

    def links_of(self, address: str, answer: Answer) -> list[str]:
        """Return the addresses that an answer leads to, as far as they are followed."""
        found = (plain(urljoin(address, one)) for one in named_in(address, answer))
        return [link for link in found if is_followed(link, self.conditions)]

    def ask(self, method: str, address: str, data: Any = None) -> Answer:
        """Ask, and keep the answer."""
        what = address if method == "GET" else f"{method} {address} {json.dumps(data)}"
        self.answers[what] = answer = read(self.reader, method, address, data)
        return answer

    def hits(self, words: Mapping[str, str]) -> list[str]:
        """Return where any of the words turned up, unless it was asked with."""
        pattern = re.compile(b"|".join(re.escape(word.encode()) for word in sorted(words)))
        return [
            f"{words[match.group().decode()]} in {place} of {what}"
            for what, answer in self.answers.items()
            for place, text in answer.texts()
            for match in pattern.finditer(text)
            if match.group().decode() not in what
        ]


def named_in(address: str, answer: Answer) -> list[str]:
    """Return the addresses that an answer names, wherever they lead."""
    kind = answer.headers.get("Content-Type", "")
    if location := answer.headers.get("Location"):
        return [location]
    if "html" in kind:
        found = Links(answer.body.decode()).found
        return [*found, *comparisons(address, found)] if HISTORY in address else found
    return list(links_in(address, json.loads(answer.body))) if "json" in kind else []


def comparisons(address: str, found: Iterable[str]) -> Iterator[str]:
    """Yield the addresses that compare the first version of a record with each other one."""
    for link in found:
        _path, _said, number = link.partition("?version=")
        if number:
            yield f"{address.partition('?')[0]}?from=1&to={number}"


def links_in(address: str, told: Any) -> Iterator[str]:
    """Yield the addresses in a JSON answer: the next page, each row's record and its history."""
    if not isinstance(told, dict):
        return
    if told.get("next"):
        yield told["next"]
    for row in told.get("results", []):
        names = ("reference", "code", "id", "version")
        key = next((row[name] for name in names if name in row), None)
        if key:
            yield f"{address.partition('?')[0]}{key}/"
            if "version" not in row:
                yield f"{address.partition('?')[0]}{key}/history/"
            if "file_name" in row:
                yield f"{address.partition('?')[0]}{key}/file/"


def plain(address: str) -> str:
    """Return an address of this site without its host, its fragment and what asks for nothing."""
    parts = urlsplit(html.unescape(address))
    if parts.netloc not in {"", "testserver"}:
        return ""
    idle = set() if HISTORY in parts.path else ASKS_NOTHING
    query = [(name, value) for name, value in parse_qsl(parts.query) if name not in idle]
    return parts.path + (f"?{urlencode(query)}" if query else "")


def is_followed(address: str, conditions: int) -> bool:
    """Say whether a link is worth following: it stays here, and asks for little at a time."""
    asked = parse_qsl(urlsplit(address).query)
    # Another page of a list is no condition.
    steps = [name for name, _value in asked if name not in {"after", "before", "cursor", "p"}]
    # The admin leads from each order of columns to every other.
    orders = any(name == "o" and "." in value for name, value in asked)
    return (
        address.startswith("/")
        and not orders
        and not address.startswith(NOT_FOLLOWED)
        and (len(steps) <= conditions or HISTORY in address)
    )


# --- What no link leads to --------------------------------------------------------------------


def starts() -> list[str]:
    """Return where reading begins: the pages, the admin, and every list of the API."""
    lists = [path for name, (method, path) in operations().items() if name.endswith("_list")]
    counted = [f"{path}?count=true" for path in lists]
    return [
        "/",
        "/search/",
        "/gallery/",
        "/sharing/consents/",  # which a link leads to where several wait
        "/admin/",
        "/api/v1/docs/",
        "/api/v1/schema/",
        *lists,
        *counted,
    ]


def autocompletes() -> list[str]:
    """Return the addresses of everything that an admin form suggests."""
    return [
        f"{reverse('admin:autocomplete')}?{query}"
        for model_admin in admin.site._registry.values()
        for declared in (model_admin, *model_admin.inlines)
        for field_name in declared.autocomplete_fields
        for query in [
            urlencode(
                {
                    "app_label": declared.model._meta.app_label,
                    "model_name": declared.model._meta.model_name,
                    "field_name": field_name,
                }
            )
        ]
    ]


def exports() -> list[str]:
    """Return the addresses of the lists that can be taken along."""
    return [
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_export")
        for model, model_admin in admin.site._registry.items()
        if hasattr(model_admin, "export_formats")
    ]


def searches(word: str) -> list[str]:
    """Return the addresses that search for a word, and what an admin form suggests for it."""
    return [
        *(f"{place}?q={quote(word)}" for place in ["/search/", *list_pages()]),
        *(f"{address}&term={quote(word)}" for address in autocompletes()),
    ]


def list_pages() -> list[str]:
    """Return the addresses of every list: pages, admin and API."""
    return [reverse(name) for name in routes() if name.endswith(("-list", "_changelist"))]


# --- One noun ---------------------------------------------------------------------------------


def places_of(world: World, noun: str, *audiences: str) -> list[str]:
    """Return every address that names a noun: its lists, and each of its records in some audiences."""
    of_pages = [name for name, (_shape, named) in table.all_pages().items() if named == noun]
    of_programs = [name for name, (_shape, named) in table.OPERATIONS.items() if named == noun]
    lists = {name.rpartition("_")[0] for name in of_pages if name.startswith("admin:")}
    found = [reverse(f"{name}_changelist") for name in lists]
    found += [f"{reverse(f'{name}_add')}" for name in lists]
    found += [reverse(name) for name in routes() if name == f"{noun}-list"]
    found += [
        path for name, (_method, path) in operations().items() if name in lists_of(of_programs)
    ]
    for audience in audiences:
        if record := world.records.get(audience, {}).get(noun):
            found += [page_address(name, record) for name in of_pages]
            found += [fill(operations()[name][1], record) for name in of_programs if reads(name)]
            found += verb_pages(noun, record)
            if hasattr(record, "reference"):
                found.append(f"/trace/{record.reference}/")
    return found


def lists_of(names: list[str]) -> set[str]:
    """Return the lists of the nouns whose records some operations read."""
    return {f"{name.removesuffix('_retrieve')}_list" for name in names}


def reads(name: str) -> bool:
    """Say whether an operation only reads."""
    return operations()[name][0] == "GET"


def verb_pages(noun: str, record: Any) -> list[str]:
    """Return the address of the page of every verb of a record."""
    return [
        f"/do/{name}/{record.reference}/{verb}/"
        for name, (named, _nouns) in table.VERB_NOUNS.items()
        if named == noun
        for verb in table.VERBS[name]
    ]


def questions_of(world: World, noun: str) -> Iterator[tuple[str, str, Any]]:
    """Yield what reads every place of a noun, and takes its lists along; no link is followed."""
    for address in places_of(world, noun, *world.records):
        yield "GET", address, None
    for address in exports():
        if f"/{noun}/" in address:
            yield "POST", address, {"format": "0", "resource": ""}
            yield "POST", address, {"format": "1", "resource": ""}
    for address in autocompletes():
        if f"model_name={noun}&" in address:
            yield "GET", address, None
    if title := getattr(world.records["oai private"].get(noun), "title", ""):
        yield "GET", f"/search/?q={title}", None


def read_noun(world: World, reader: Principal, noun: str, *, until_hit: bool = False) -> list[str]:
    """Return where reading a noun turned up what its reader must never meet; or the first of them."""
    words, crawl, hits = unseen_words(world, reader), Crawl(reader), []
    for question in questions_of(world, noun):
        crawl.answers.clear()
        crawl.ask(*question)
        hits += crawl.hits(words)
        if hits and until_hit:
            break
    return hits


def unseen_words(world: World, reader: Principal) -> dict[str, str]:
    """Return what a reader must never meet: the canaries of every audience that they are not in."""
    return {
        word: where
        for audience, words in world.canaries.planted.items()
        for owner, kind in [audience.split()]
        if reader.column(owner) not in table.WHO_SEES[kind]
        for word, where in words.items()
    }
