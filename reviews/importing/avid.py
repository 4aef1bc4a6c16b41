"""What of an AVID record becomes an observation; the rest of it stays in the payload.

AVID's own files come in several shapes: `artifacts` and once `artifact`, taxonomy codes as text and
as objects, reports and vulnerabilities, fields that are null or missing. What an observation needs
(an identity, what was seen, when, which systems) is refused when it is wrong; the rest only warned of.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from reviews.importing.dates import read_date
from reviews.importing.spots import Spot
from reviews.states import Confidence, SourceKind
from tracker.hidden_text import hidden_in, storable
from tracker.states import DatePrecision
from tracker.strict_json import Unreadable, walk

AVID_ID = re.compile(r"AVID-(\d{4})-[RV]\d+", re.IGNORECASE)
EXAMPLE = "text such as AVID-2026-R0434"
TITLE_LENGTH, REPORTER_LENGTH, NAME_LENGTH, ID_LENGTH = 500, 200, 500, 200
# So many places with hidden characters are named; a hostile file would fill the screen.
MAX_PLACES = 20
VIEWS = {"avid-sep": "sep_view", "avid-lifecycle": "lifecycle_view"}
DATES = ("reported_date", "published_date", "last_modified_date")


@dataclass
class Draft:
    """An observation as a record tells it, before names are matched to systems and codes to tags."""

    source_id: str
    fields: dict[str, Any]
    names: list[str]
    # scheme, code and where it stands
    codes: list[tuple[str, str, str]]
    warnings: list[str] = field(default_factory=list)


def read_avid(record: Any) -> Draft:
    """Return what a record says, or say where it is not an AVID record."""
    root = Spot(record)
    check_kind(root)
    source_id = read_identity(root)
    warnings = hidden_characters(record)
    occurred_on, precision = read_day(root, source_id, warnings)
    title, description = read_words(root, warnings)
    return Draft(
        source_id=source_id,
        fields={
            "title": title,
            "description": description,
            "occurred_on": occurred_on,
            "occurred_precision": precision,
            "reporter": read_credit(root),
            "source": source_id,
            "source_url": page_of(source_id),
            "source_kind": SourceKind.PUBLICATION,
            "confidence": Confidence.REPORTED,
        },
        names=read_names(root, warnings),
        codes=read_codes(root, warnings),
        warnings=warnings,
    )


def check_kind(root: Spot) -> None:
    """Refuse what does not say that it is an AVID record."""
    if not isinstance(root.value, dict):
        raise root.wrong("an AVID record, which is an object")
    kind = root.at("data_type")
    # AVID's first files had no data_type; their identity tells what they are.
    if kind.is_missing and any(AVID_ID.fullmatch(spot.text()) for spot in identities(root)):
        return
    if kind.text().upper() != "AVID":
        raise kind.wrong("“AVID”")


def identities(root: Spot) -> list[Spot]:
    """Return the places where an identity may stand, the likeliest first."""
    return [
        *(root.at("metadata", name) for name in ("report_id", "vuln_id")),
        *(root.at(name) for name in ("report_id", "vuln_id")),
    ]


def read_identity(root: Spot) -> str:
    """Return the record's identity at AVID."""
    spot = next((spot for spot in identities(root) if spot.text()), None)
    if spot is None:
        raise root.at("metadata", "report_id").wrong(EXAMPLE)
    found = storable(spot.text())
    if len(found) > ID_LENGTH:
        raise Unreadable(f"should have at most {ID_LENGTH} characters.", spot.path)
    return found.upper() if AVID_ID.fullmatch(found) else found


def page_of(source_id: str) -> str:
    """Return the public page of a record, for identities that AVID gave."""
    if not AVID_ID.fullmatch(source_id):
        return ""
    return f"https://avidml.org/database/{source_id.lower()}"


def read_day(
    root: Spot, source_id: str, warnings: list[str]
) -> tuple[datetime.date, DatePrecision]:
    """Return when it was reported; a record without any date is dated by the year of its identity."""
    for spot in [*(root.at(name) for name in DATES), submission_date(root)]:
        written = str(spot.value) if isinstance(spot.value, int) else spot.text()
        if written:
            found = read_date(written)
            if found is None:
                raise spot.wrong("a date such as 2026-02-19")
            return found
    numbered = AVID_ID.fullmatch(source_id)
    if numbered is None or not 1900 <= int(numbered[1]) <= 2200:
        raise root.at("reported_date").wrong("a date such as 2026-02-19")
    warnings.append(
        f"$.reported_date: no date is given; {numbered[1]} is the year of its identity."
    )
    return datetime.date(int(numbered[1]), 1, 1), DatePrecision.YEAR


def submission_date(root: Spot) -> Spot:
    """Return where AVID's first files kept the date."""
    submission = root.at("submission")
    return submission.at("date") if isinstance(submission.value, dict) else Spot(None)


def read_words(root: Spot, warnings: list[str]) -> tuple[str, str]:
    """Return the title and the description; a title that is too long stands whole in the latter."""
    headline = described(root.at("problemtype", "description")) or described(
        root.at("description"), "name"
    )
    description = described(root.at("description")) or described(
        root.at("description"), "description"
    )
    whole = " ".join(storable(headline or description).split())
    if not whole:
        raise root.at("problemtype", "description", "value").wrong("text: what was seen")
    description = storable(description)
    if len(whole) <= TITLE_LENGTH:
        return whole, description
    warnings.append(
        f"$.problemtype.description.value: has {len(whole)} characters; the title has the first "
        f"{TITLE_LENGTH}, the description begins with all of it."
    )
    if headline:
        description = f"{storable(headline)}\n\n{description}".strip()
    return whole[: TITLE_LENGTH - 1].rstrip() + "…", description


def described(spot: Spot, name: str = "value") -> str:
    """Return AVID's text with a language; plain text does as well."""
    return spot.text() if isinstance(spot.value, str) else spot.at(name).text()


def read_credit(root: Spot) -> str:
    """Return who reported it, as far as the record names them in one of the usual ways."""
    found = root.at("credit").value or root.at("credits").value
    rows = found if isinstance(found, list) else [found]
    names = [row.get("value") if isinstance(row, dict) else row for row in rows]
    credit = "; ".join(name.strip() for name in names if isinstance(name, str) and name.strip())
    return storable(credit)[:REPORTER_LENGTH]


def read_names(root: Spot, warnings: list[str]) -> list[str]:
    """Return the names of the systems a record is about, each once, in its order."""
    affects = root.at("affects")
    names: dict[str, None] = {}
    for artifact in [*affects.at("artifacts").one_or_more(), *affects.at("artifact").one_or_more()]:
        spot = artifact.at("name")
        name = storable(spot.text())[:NAME_LENGTH]
        if name:
            names[name] = None
        else:
            warnings.append(f"{spot.path}: is empty, so no system is named here.")
    return list(names)


def read_codes(root: Spot, warnings: list[str]) -> list[tuple[str, str, str]]:
    """Return the taxonomy codes of a record: "S0403: Adversarial Example" or {"id": "S0403"}."""
    codes: list[tuple[str, str, str]] = []
    for scheme, view in VIEWS.items():
        try:
            for spot in root.at("impact", "avid", view).items():
                named = spot.at("id") if isinstance(spot.value, dict) else spot
                code = named.text().split(":")[0].strip().upper()
                codes += [(scheme, code, spot.path)] if code else []
        except Unreadable as error:
            warnings.append(f"{error} No tags were taken from it.")
    return codes


def hidden_characters(record: Any) -> list[str]:
    """Name the places where characters hide, up to a number of them."""
    places = list(islice(places_that_hide(record), MAX_PLACES + 1))
    if len(places) > MAX_PLACES:
        places[MAX_PLACES:] = ["$: has hidden characters in more places than are named here."]
    return places


def places_that_hide(record: Any) -> Iterator[str]:
    """Yield a sentence for each text, or object by its fields' names, in which characters hide."""
    for path, value in walk(record):
        if isinstance(value, str) and (hidden := hidden_in(value)):
            yield f"{path}: has hidden characters, {hidden}."
        if isinstance(value, dict) and (hidden := hidden_in("".join(value))):
            yield f"{path}: has hidden characters in the names of its fields, {hidden}."
