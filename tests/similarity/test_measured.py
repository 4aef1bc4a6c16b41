"""How well records that are the same are found among real ones: the table of docs/similarity.md."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from lessons.similarity import similar_to, subject_of, view_of
from reviews.importing.run import Import
from reviews.models import Observation
from tests.similarity import measuring
from tests.similarity.test_pairs import AVID
from tracker.vocabularies.shipped import load_shipped_vocabularies

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "similarity.md"
# Deeper than any figure looks.
RANKED = 50


@pytest.fixture
def records(rita):
    """Every record of the real data, imported as a reviewer imports them, by its identity there."""
    if not AVID.is_dir():
        pytest.skip(f"{AVID} is absent")
    load_shipped_vocabularies()
    list(Import("avid", rita).run(sorted(AVID.glob("*.json"))))
    return {row.source: row for row in Observation.objects.all()}


def title_of(record):
    return record.title


def text_of(record):
    return f"{record.title} {record.description}"


def by_keywords(rita, records, text, joined):
    """Rank as plain search does: all of a text's words, or any of them."""

    def ranking(identity):
        words = joined.join(word.strip('"-') for word in text(records[identity]).split())
        query = SearchQuery(words, config="english", search_type="websearch")
        rows = Observation.objects.visible_to(rita).exclude(source=identity).filter(search=query)
        ranked = rows.annotate(rank=SearchRank(F("search"), query)).order_by("-rank", "-pk")
        return list(ranked.values_list("source", flat=True)[:RANKED])

    return ranking


def by_likeness(rita, records):
    view = view_of(rita)

    def ranking(identity):
        subject = subject_of(records[identity], rita)
        found = similar_to(subject, Observation.objects.all(), view, at_least=0, limit=RANKED)
        return [one.record.source for one in found]

    return ranking


@pytest.mark.exhaustive
@pytest.mark.realdata
def test_it_finds_more_than_keywords_do_and_the_document_says_how_much(rita, records):
    known = measuring.judged(measuring.labelled())
    ways = {
        "Keywords, all of the title's": by_keywords(rita, records, title_of, " "),
        "Keywords, any of the title's": by_keywords(rita, records, title_of, " or "),
        "Keywords, any of the whole text's": by_keywords(rita, records, text_of, " or "),
        "This comparison": by_likeness(rita, records),
    }
    found = {name: measuring.measure(way, known) for name, way in ways.items()}
    table = [f"| {name} | {' | '.join(map(str, one.figures))} |" for name, one in found.items()]
    print("\n", *table, f"at most {measuring.ceiling(known):.2f}", sep="\n")
    *keywords, ours = found.values()
    for one in keywords:
        assert ours.precision.value > one.precision.value
        assert ours.recall.value > one.recall.value
        assert ours.told_apart.value > one.told_apart.value
    stale = [line for line in table if line not in DOCUMENT.read_text(encoding="utf-8")]
    assert not stale, "docs/similarity.md is stale; write these lines there:\n" + "\n".join(stale)
