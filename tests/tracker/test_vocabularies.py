"""Vocabularies: versions stand beside one another, and a bad file is told what is wrong with it."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests import factories
from tracker.models import Tag, Taxonomy
from tracker.vocabularies.shipped import load_shipped_vocabularies

SHARED = Path(__file__).resolve().parents[2] / "../shared/data/atlas/ATLAS.yaml"
ATLAS = """
id: ATLAS
version: 9.0.1
matrices:
- id: ATLAS
  tactics:
  - {id: AML.TA0099, name: Tactic}
  techniques:
  - {id: AML.T0099.001, name: Narrow, subtechnique-of: AML.T0099, description: How.}
  - {id: AML.T0099, name: Broad}
  mitigations:
  - {id: AML.M0099, name: Mitigation}
case-studies:
- {id: AML.CS0099, name: Not a word}
"""


def vocabulary(**fields):
    entries = [{"code": "A", "label": "Area"}, {"code": "A1", "label": "Goal", "parent": "A"}]
    return {"scheme": "mine", "version": "1", "title": "Mine", "entries": entries, **fields}


@pytest.fixture
def load(tmp_path, db):
    """Load a vocabulary with the command, and return what it said."""

    def run(content, file_format="json"):
        path = tmp_path / "words"
        text = content if isinstance(content, str | bytes) else json.dumps(content)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        out = io.StringIO()
        call_command("load_taxonomy", file_format, str(path), stdout=out)
        return out.getvalue()

    return run


def test_atlas_becomes_tags_with_parents_and_the_version_of_the_file(load):
    assert "MITRE ATLAS 9.0.1 is loaded and current: 4 tags" in load(ATLAS, "atlas")
    narrow = Tag.objects.get(code="AML.T0099.001", parent__label="Broad")
    assert narrow.description == "How."
    assert not Tag.objects.filter(code="AML.CS0099").exists()


def test_a_new_version_stands_beside_the_old_one_and_old_records_keep_their_tags(load, rita):
    load(vocabulary())
    old = Tag.objects.get(code="A1")
    observation = factories.make_observation(rita, tags=[old])
    load(vocabulary(version="2", entries=[{"code": "A1", "label": "Goal, reworded"}]))
    assert list(observation.tags.all()) == [old]
    assert old.taxonomy.version == "1"
    assert Tag.objects.current().get(code="A1").label == "Goal, reworded"


def test_loading_the_same_again_changes_nothing_not_even_which_version_is_current(load):
    load(vocabulary())
    load(vocabulary(version="2"))
    before = list(Tag.objects.values())
    assert "nothing changed" in load(vocabulary())
    assert list(Tag.objects.values()) == before
    assert Taxonomy.objects.get(scheme="mine", is_current=True).version == "2"


@pytest.mark.parametrize(("current", "older"), [("2.10", "2.9"), ("2026-02", "2026-01")])
def test_a_version_that_is_not_later_does_not_become_current(load, current, older):
    load(vocabulary(version=current))
    load(vocabulary(version=older))
    assert Taxonomy.objects.get(scheme="mine", is_current=True).version == current


def test_loading_an_older_version_says_that_the_later_one_stays_current(load):
    load(vocabulary(version="2"))
    assert load(vocabulary()) == "Mine 1 is loaded: 2 tags. A later version stays current.\n"


def test_the_scheme_of_coined_tags_is_not_loaded_from_a_file(load):
    with pytest.raises(CommandError, match="“local” is for the tags that people coin"):
        load(vocabulary(scheme="local"))
    assert not Taxonomy.objects.exists()


def test_a_version_that_was_published_keeps_its_words(load):
    load(vocabulary())
    said = load(vocabulary(entries=[{"code": "A", "label": "Other"}]))
    assert "1 entry is worded differently" in said
    assert Tag.objects.get(code="A").label == "Area"


def test_a_description_that_was_not_shipped_is_filled_in(load):
    load(vocabulary())
    entries = [{"code": "A", "label": "Area", "description": "All of it."}]
    assert "1 description filled in" in load(vocabulary(entries=entries))
    assert Tag.objects.get(code="A").description == "All of it."


DEEP = "[" * 5000
BOMB = "a: &a [1, 2]\nb: &b [*a, *a]\nc: [*b, *b]\n"
REFUSED = [
    ("json", "{", "is not JSON"),
    ("json", b"\xff\xfe{", "is not UTF-8"),
    ("json", "[]", r"\$: should be an object with scheme and entries, is a list"),
    ("json", '{"scheme": "a", "scheme": "b"}', r'\$: has the key "scheme" twice'),
    ("json", DEEP, "nested more than 100 levels"),
    ("json", vocabulary(entries={}), r"\$\.entries: should be a list, is an object"),
    ("json", vocabulary(version=3), r"\$\.version: should be text, is a number"),
    ("json", vocabulary(title=" "), r"\$\.title: should be text, is empty"),
    ("json", vocabulary(scheme="A B"), "should be small letters"),
    ("json", vocabulary(entries=[1]), r"\$\.entries\[0\]: should be an object"),
    ("json", vocabulary(entries=[{"code": "A"}]), r"\$\.entries\[0\]\.label: .* is missing"),
    (
        "json",
        vocabulary(entries=[{"code": "A", "label": "A", "parent": "Z"}]),
        "The parent of A, Z, does not exist",
    ),
    (
        "json",
        vocabulary(entries=[{"code": "A", "label": "A"}] * 2),
        "The code A is there 2 times",
    ),
    (
        "json",
        vocabulary(
            entries=[
                {"code": "A", "label": "A", "parent": "B"},
                {"code": "B", "label": "B", "parent": "A"},
            ]
        ),
        "A is its own ancestor",
    ),
    ("atlas", "just text", "is not an ATLAS file"),
    ("atlas", "a: [", "is not YAML"),
    ("atlas", "a: !!python/object/apply:os.system [ls]", "is not YAML"),
    ("atlas", BOMB, "uses YAML aliases"),
    ("atlas", DEEP, "nested more than 50 levels"),
    ("atlas", "matrices: []", r"\$\.version: should be the release"),
    (
        "atlas",
        "version: 1\nmatrices: [{tactics: [{id: 1, name: x}]}]",
        r"\$\.matrices\[0\]\.tactics\[0\]\.id: should be text, is a number",
    ),
]


@pytest.mark.parametrize(("file_format", "content", "reason"), REFUSED)
def test_a_bad_vocabulary_is_refused_with_a_sentence_and_leaves_nothing(
    load, file_format, content, reason
):
    with pytest.raises(CommandError, match=reason):
        load(content, file_format)
    assert not Taxonomy.objects.exists()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path, db):
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(CommandError, match=r"200\.0 MB large; the limit is 10 MB"):
        call_command("load_taxonomy", "json", str(path))


def test_what_ships_is_loaded_once(db, django_assert_max_num_queries):
    first = load_shipped_vocabularies()
    assert {loaded.taxonomy.scheme for loaded in first} == {
        "atlas", "avid-lifecycle", "avid-sep", "cause", "frontier", "local", "ms-rai",
        "nist-ai-600-1", "nist-ai-rmf",
    }  # fmt: skip
    with django_assert_max_num_queries(5 * len(first) + 2):
        again = load_shipped_vocabularies()
    assert not any(loaded.is_new or loaded.added or loaded.kept for loaded in again)


def test_what_ships_has_the_codes_that_people_tag_with(db):
    load_shipped_vocabularies()
    keys = {str(tag.key) for tag in Tag.objects.select_related("taxonomy")}
    assert keys >= {
        "nist-ai-rmf:MEASURE-2.7", "atlas:AML.T0051", "avid-sep:S0403", "ms-rai:A5",
        "avid-lifecycle:L05", "nist-ai-600-1:2.8", "cause:verification",
    }  # fmt: skip
    assert Tag.objects.filter(code="MEASURE-2.7", parent__parent__code="MEASURE").exists()


@pytest.mark.realdata
@pytest.mark.skipif(not SHARED.exists(), reason="../shared/data/atlas is not there")
def test_the_real_atlas_fills_in_descriptions_of_what_ships(db):
    load_shipped_vocabularies()
    out = io.StringIO()
    call_command("load_taxonomy", "atlas", str(SHARED), stdout=out)
    assert "0 tags added, 221 descriptions filled in" in out.getvalue()
    assert "worded differently" not in out.getvalue()
