"""Importing AVID records: what they become, and that a second run changes nothing."""

import datetime
import json
import re
from pathlib import Path

import pytest

from reviews import transitions
from reviews.editing import edit_observation
from reviews.models import ImportedRecord, Observation
from tests import factories
from tests.reviews.records import GONE, make_record, named, run_import, write, write_many
from tracker.editing import load_taxonomy
from tracker.models import Tag
from tracker.vocabularies.entries import Entry, Vocabulary
from tracker.vocabularies.shipped import load_shipped_vocabularies

REAL = Path(__file__).resolve().parents[2] / "../shared/data/avid"
TEN = "created 10, updated 0, unchanged 0, refused 0"
NOTHING_NEW = "created 0, updated 0, unchanged 1, refused 0"
ONE_NEW = "created 1, updated 0, unchanged 0, refused 0"
ONE_UPDATED = "created 0, updated 1, unchanged 0, refused 0"


@pytest.fixture
def teapot(rita):
    """A system of the importing side that records name."""
    return factories.make_system(rita, name="Teapot 1", developer=rita.organization)


def only_observation():
    return Observation.objects.get()


def test_a_record_becomes_an_observation_with_all_it_says(tmp_path, rita, teapot):
    load_shipped_vocabularies()
    path = write(tmp_path, extra={"kept": [1, None, "x"]})
    assert run_import(path).last == ONE_NEW
    observation = only_observation()
    assert observation.title == "Teapot pours when asked in rhyme"
    assert observation.occurred_on == datetime.date(2021, 2, 3)
    assert (observation.source_kind, observation.confidence) == ("publication", "reported")
    assert observation.source == "AVID-2021-R0001"
    assert observation.source_url == "https://avidml.org/database/avid-2021-r0001"
    assert list(observation.systems.all()) == [teapot]
    assert {tag.key for tag in observation.tags.all()} == {"avid-sep:S0403", "avid-lifecycle:L05"}
    imported = observation.imported_from
    assert bytes(imported.raw) == path.read_bytes()
    assert imported.payload == json.loads(path.read_text())


def test_a_second_run_changes_nothing(tmp_path, rita, teapot):
    write_many(tmp_path, 10)
    assert run_import(tmp_path).last == TEN
    before = list(ImportedRecord.objects.order_by("pk").values())
    assert run_import(tmp_path).last == "created 0, updated 0, unchanged 10, refused 0"
    assert list(ImportedRecord.objects.order_by("pk").values()) == before


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path, rita):
    write_many(tmp_path, 10)
    assert run_import(tmp_path, dry_run=True).last == TEN
    assert not Observation.objects.exists()
    assert not ImportedRecord.objects.exists()


def test_a_record_names_as_many_systems_as_it_names(tmp_path, rita, teapot):
    kettle = factories.make_system(rita, name="Kettle", aliases=["K-2"])
    names = named("Teapot-1", "k 2", "Samovar", "Samovar", "teapot_1")
    said = run_import(write(tmp_path, affects__artifacts=names)).text
    assert set(only_observation().systems.all()) == {teapot, kettle}
    assert only_observation().unmatched_systems == ["Samovar"]
    assert re.search(r"1 name that matches no system you can see.*\n +1  Samovar\n", said)


def test_a_system_registered_later_is_matched_by_the_next_run(tmp_path, rita):
    path = write(tmp_path)
    run_import(path)
    assert only_observation().unmatched_systems == ["Teapot-1"]
    teapot = factories.make_system(rita, name="Teapot 1")
    assert run_import(path).last == ONE_UPDATED
    assert list(only_observation().systems.all()) == [teapot]
    assert only_observation().unmatched_systems == []


def test_a_newer_file_updates_what_nobody_edited(tmp_path, rita):
    path = write(tmp_path)
    run_import(path)
    edit_observation(only_observation(), by=rita, title="In our words")
    write(tmp_path, description__value="Newer.", problemtype__description__value="Newer title")
    assert run_import(path).last == ONE_UPDATED
    assert only_observation().title == "In our words"
    assert only_observation().description == "Newer."
    assert run_import(path).last == NOTHING_NEW


def test_edited_systems_and_tags_stay_through_every_later_run(tmp_path, rita, teapot):
    load_shipped_vocabularies()
    path = write(tmp_path)
    run_import(path)
    kettle = factories.make_system(rita, name="Kettle")
    edit_observation(only_observation(), by=rita, systems=[teapot, kettle], tags=[])
    for name in ("Kettle", "Teapot-1", "Samovar"):
        run_import(write(tmp_path, affects__artifacts=named(name), impact__avid__sep_view=[]))
    assert set(only_observation().systems.all()) == {teapot, kettle}
    assert not only_observation().tags.exists()


def test_an_edit_that_agrees_with_a_later_file_is_still_an_edit(tmp_path, rita):
    run_import(write(tmp_path))
    edit_observation(only_observation(), by=rita, title="Second")
    run_import(write(tmp_path, problemtype__description__value="Second"))
    run_import(write(tmp_path, problemtype__description__value="Third"))
    assert only_observation().title == "Second"


def test_what_was_dismissed_stays_as_it_was_dismissed(tmp_path, rita):
    path = write(tmp_path)
    run_import(path)
    transitions.dismiss_observation(only_observation(), by=rita, reason="Not ours.")
    write(tmp_path, description__value="Newer.")
    assert run_import(path).last == ONE_UPDATED
    assert only_observation().description == "Asked in rhyme, the teapot pours."
    assert bytes(ImportedRecord.objects.get().raw) == path.read_bytes()
    assert run_import(path).last == NOTHING_NEW


def test_codes_of_no_current_tag_are_warned_of_and_a_vocabulary_that_is_not_loaded_is_said_once(
    tmp_path, rita
):
    path = write(tmp_path, impact__avid__sep_view=["X1: Unknown"])
    said = run_import(path).text
    assert said.count("avid-sep") == 1
    assert "Nothing was tagged with avid-sep, which is not loaded" in said
    load_shipped_vocabularies()
    done = run_import(path)
    assert "$.impact.avid.sep_view[0]: X1 is no current tag of avid-sep." in done.text
    assert done.last == ONE_UPDATED


def test_a_tag_keeps_the_version_it_was_given_in(tmp_path, rita):
    load_shipped_vocabularies()
    path = write(tmp_path)
    run_import(path)
    load_taxonomy(Vocabulary("avid-sep", "9", "Newer", "", [Entry("S0403", "Adversarial Example")]))
    assert run_import(path).last == NOTHING_NEW
    versions = {tag.taxonomy.version for tag in only_observation().tags.all()}
    assert versions == {"0.2"}


def test_each_organization_has_its_own_import_of_a_record(tmp_path, rita, mira):
    path = write(tmp_path)
    assert run_import(path, by="rita").last == ONE_NEW
    assert run_import(path, by="mira").last == ONE_NEW
    assert {o.owner.code for o in Observation.objects.all()} == {"OAI", "MSFT"}


def test_a_system_of_the_other_side_is_matched_only_once_it_is_shared(tmp_path, rita, mira):
    factories.make_system(mira, name="Teapot 1")
    run_import(write(tmp_path), by="rita")
    assert not only_observation().systems.exists()


VARIANTS = {
    "an old layout": {
        "data_type": GONE,
        "metadata": {"class": "LLM evaluation"},
        "report_id": "AVID-2021-R0001",
        "problemtype": GONE,
        "description": {"lang": "eng", "name": "Headline", "description": "Text"},
        "affects": GONE,
        "reported_date": GONE,
        "submission": {"date": "2021-02-03"},
    },
    "artifact and class": {
        "affects": {
            "developer": [],
            "deployer": {"name": [], "artifact": ""},
            "artifact": named("Teapot-1"),
        },
        "problemtype__class": "AIID incident",
    },
    "a vulnerability": {
        "metadata": {"vuln_id": "AVID-2021-V001"},
        "reported_date": GONE,
        "published_date": "2021-02-03",
        "last_modified_date": "2021-02-04",
        "reports": None,
    },
    "an artifact alone": {"affects__artifacts": {"type": "system", "name": "Teapot-1 "}},
    "nulls": {"impact": None, "credit": None, "data_version": None, "references": None},
    "gaps": {"impact": GONE, "credit": GONE, "references": GONE, "affects": GONE},
    "metrics without a name": {"metrics": [{"scorer": "choice", "value": 0.5}]},
    "odd optional parts": {"impact": "high", "credit": 3},
    "codes as objects": {
        "impact__avid__sep_view": [{"id": "S0403", "name": "x"}],
        "impact__avid__lifecycle_view": [{"id": "L05", "stage": "x"}],
    },
    "unknown codes": {"impact__avid__sep_view": ["X1: Unknown", "", {"name": "no id"}]},
}


@pytest.mark.parametrize("changes", VARIANTS.values(), ids=VARIANTS)
def test_every_layout_of_avid_is_read(tmp_path, rita, changes):
    path = write(tmp_path, **changes)
    assert run_import(path).last == ONE_NEW
    assert run_import(path).last == NOTHING_NEW
    assert only_observation().occurred_on == datetime.date(2021, 2, 3)


DATES = {
    "2021-02-03": ("2021-02-03", "day"),
    "2021-02-03T23:59:59Z": ("2021-02-03", "day"),
    "3 Feb 2021": ("2021-02-03", "day"),
    "February 3, 2021": ("2021-02-03", "day"),
    "2021-02": ("2021-02-01", "month"),
    "Feb 2021": ("2021-02-01", "month"),
    "2021": ("2021-01-01", "year"),
    2021: ("2021-01-01", "year"),
    None: ("2021-01-01", "year"),
}


@pytest.mark.parametrize(("written", "understood"), DATES.items())
def test_a_date_is_kept_as_exactly_as_it_is_known(tmp_path, rita, written, understood):
    run_import(write(tmp_path, reported_date=written))
    observation = only_observation()
    assert (str(observation.occurred_on), observation.occurred_precision) == understood


def test_a_long_title_is_cut_and_stands_whole_in_the_description(tmp_path, rita):
    title = "word " * 150
    said = run_import(write(tmp_path, problemtype__description__value=title)).text
    observation = only_observation()
    assert len(observation.title) <= 500
    assert observation.title.endswith("…")
    assert observation.description.startswith(title.strip())
    assert "has 749 characters" in said


def test_html_and_hidden_characters_are_kept_and_shown_as_text(tmp_path, rita, client):
    html = "<script>alert(1)</script>\u200b<b>bold</b>"
    run_import(write(tmp_path, problemtype__description__value=html, description__value=html))
    assert (only_observation().title, only_observation().description) == (html, html)
    client.force_login(rita)
    for address in (only_observation().get_absolute_url(), "/observations/"):
        page = client.get(address).content.decode()
        assert "&lt;script&gt;alert(1)&lt;/script&gt;⟨U+200B⟩&lt;b&gt;" in page
        assert "<script>alert(1)" not in page
        assert "\u200b" not in page


def test_hidden_characters_are_kept_and_said(tmp_path, rita):
    hidden = "Tea\u200bpot\u202e pours \U000e0041"
    said = run_import(write(tmp_path, problemtype__description__value=hidden)).text
    assert only_observation().title == hidden
    warning = "$.problemtype.description.value: has hidden characters, U+200B, U+202E, U+E0041."
    assert only_observation().imported_from.warnings == [warning]
    assert warning in said
    assert "\u200b" not in said


@pytest.mark.parametrize("character", ["\0", "\ud800"])
def test_what_a_database_cannot_keep_is_marked_and_the_bytes_are_kept(tmp_path, rita, character):
    path = write(
        tmp_path,
        problemtype__description__value=f"A{character}B",
        affects__artifacts=named(f"T{character}"),
        **{f"field{character}": character},
    )
    assert run_import(path).last == ONE_NEW
    mark = f"⟨U+{ord(character):04X}⟩"
    observation = only_observation()
    assert observation.title == f"A{mark}B"
    assert observation.unmatched_systems == [f"T{mark}"]
    assert observation.imported_from.payload[f"field{mark}"] == mark
    assert bytes(observation.imported_from.raw) == path.read_bytes()
    assert run_import(path).last == NOTHING_NEW


def test_one_record_in_two_files_is_read_once(tmp_path, rita):
    write(tmp_path, "a.json")
    (tmp_path / "b.json").write_text(json.dumps(make_record(), indent=3, sort_keys=True))
    done = run_import(tmp_path)
    assert done.last == "created 1, updated 0, unchanged 1, refused 0"
    assert "says the same as in" in done.text
    assert run_import(tmp_path).last == "created 0, updated 0, unchanged 2, refused 0"


def test_one_identity_with_two_contents_is_refused_every_time(tmp_path, rita):
    write(tmp_path, "a.json")
    write(tmp_path, "b.json", description__value="Other.")
    done = run_import(tmp_path)
    assert done.last == "created 1, updated 0, unchanged 0, refused 1"
    assert re.search(r"b\.json: AVID-2021-R0001 was read before from .*a\.json", done.text)
    assert run_import(tmp_path).last == "created 0, updated 0, unchanged 1, refused 1"


def test_an_unchanged_file_costs_the_same_whatever_else_is_there(
    tmp_path, rita, django_assert_max_num_queries
):
    write_many(tmp_path, 10)
    run_import(tmp_path)
    # 3 once: account, systems, tags. 11 a file: four for savepoints, the lock, the record, both
    # rows locked, systems, tags; and, since a test is one transaction, forgetting whose change it was.
    with django_assert_max_num_queries(3 + 11 * 10):
        run_import(tmp_path)


@pytest.mark.realdata
@pytest.mark.skipif(not REAL.exists(), reason="../shared/data/avid is not there")
def test_all_real_records_go_in_and_a_second_run_changes_nothing(rita):
    load_shipped_vocabularies()
    assert run_import(REAL).last == "created 218, updated 0, unchanged 0, refused 0"
    assert run_import(REAL).last == "created 0, updated 0, unchanged 218, refused 0"
    assert Tag.objects.filter(observations__isnull=False, code="S0403").exists()
