"""Importing what is no AVID record: each refusal is a sentence with file and JSON path."""

import json
import os
import re
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.importing.avid import read_avid
from reviews.importing.run import payload_of
from reviews.models import ImportedRecord, Observation
from tests.reviews.records import GONE, RECORD, make_record, named, run_import, write
from tracker import strict_json
from tracker.strict_json import Unreadable

ONE_REFUSED = "created 0, updated 0, unchanged 0, refused 1"

DATE = "should be a date such as 2026-02-19"
WRONG = {
    "$.affects.artifacts[2].name: should be text, is a number.": {
        "affects__artifacts": named("a", "b", 3)
    },
    "$.affects.artifacts[0]: should be an object, is “GPT”.": {"affects__artifacts": ["GPT"]},
    "$.affects.artifacts: should be a list, is “GPT”.": {"affects__artifacts": "GPT"},
    "$.affects: should be an object, is a list.": {"affects": []},
    "$.data_type: should be “AVID”, is “CVE”.": {"data_type": "CVE"},
    "$.data_type: should be “AVID”, is missing.": {"data_type": GONE, "metadata": {}},
    "$.metadata.report_id: should be text such as AVID-2026-R0434, is missing.": {"metadata": GONE},
    "$.metadata.report_id: should be text, is a number.": {"metadata__report_id": 7},
    "$.metadata.report_id: should have at most 200 characters.": {"metadata__report_id": "x" * 201},
    f"$.reported_date: {DATE}, is missing.": {
        "metadata__report_id": "mine",
        "reported_date": GONE,
    },
    f"$.reported_date: {DATE}, is “soon”.": {"reported_date": "soon"},
    f"$.reported_date: {DATE}, is “2021-02-30”.": {"reported_date": "2021-02-30"},
    f"$.reported_date: {DATE}, is a number.": {"reported_date": 10**30},
    "$.reported_date: should be text, is a list.": {"reported_date": []},
    "$.problemtype.description.value: should be text: what was seen, is missing.": {
        "problemtype": GONE,
        "description": GONE,
    },
    "$.problemtype.description.value: should be text, is a list.": {
        "problemtype__description__value": ["x"]
    },
}


@pytest.mark.parametrize(("reason", "changes"), WRONG.items(), ids=WRONG)
def test_a_wrong_shape_is_refused_by_file_and_path(tmp_path, rita, reason, changes):
    done = run_import(write(tmp_path, "bad.json", **changes))
    assert f"bad.json: {reason}\n" in done.text
    assert done.last == ONE_REFUSED
    assert done.error == "1 refused; each is named above with its reason."
    assert not Observation.objects.exists()


GOOD = json.dumps(RECORD)
BROKEN = {
    "empty": (b"", "is not JSON: Expecting value (line 1, column 1)."),
    "cut off": (GOOD[:50].encode(), "is not JSON"),
    "a list": (b"[]", "$: should be an AVID record, which is an object, is a list."),
    "text": (b'"AVID"', "$: should be an AVID record, which is an object, is “AVID”."),
    "another object": (b'{"name": "left-pad"}', "$.data_type: should be “AVID”, is missing."),
    "latin-1": ('{"a": "é"}'.encode("latin-1"), "is not UTF-8 text (byte 8 is none of it)."),
    "utf-16": (GOOD.encode("utf-16"), "is not UTF-8 text (byte 1 is none of it)."),
    "a key twice": (GOOD[:-1].encode() + b', "credit": 1}', '$: has the key "credit" twice.'),
    "a key twice inside": (b'{"a": [{"b c": {"x": 1, "x": 1}}]}', '$.a[0]["b c"]: has the key'),
    "NaN": (GOOD[:-1].encode() + b', "n": [NaN]}', "$.n[0]: should be a number, is NaN"),
    "infinity": (GOOD[:-1].encode() + b', "n": 1e999}', "$.n: should be a number, is NaN or"),
    "a huge number": (GOOD[:-1].encode() + b', "n": ' + b"9" * 5000 + b"}", "more than 4,000"),
    "deep": (b'{"a": ' * 200 + b"1" + b"}" * 200, "$: is nested more than 100 levels deep."),
    "endless": (b"[" * 100_000, "$: is nested more than 100 levels deep."),
}


@pytest.mark.parametrize(("content", "reason"), BROKEN.values(), ids=BROKEN)
def test_broken_json_is_refused_with_a_sentence(tmp_path, rita, content, reason):
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    done = run_import(path)
    assert re.search(rf"bad\.json: .*{re.escape(reason)}", done.text)
    assert done.last == ONE_REFUSED


def test_a_byte_order_mark_is_read_over_and_said(tmp_path, rita):
    path = tmp_path / "a.json"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    done = run_import(path)
    assert done.last == "created 1, updated 0, unchanged 0, refused 0"
    assert "begins with a byte order mark" in done.text


def test_a_refused_file_leaves_the_others_to_go_in(tmp_path, rita):
    write(tmp_path, "a.json")
    write(tmp_path, "b.json", reported_date="soon")
    write(tmp_path, "c.json", metadata__report_id="AVID-2021-R0002")
    assert run_import(tmp_path).last == "created 2, updated 0, unchanged 0, refused 1"


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path, rita):
    with (tmp_path / "bad.json").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    done = run_import(tmp_path)
    assert "bad.json: is 200.0 MB large; the limit is 5 MB, so it was not read." in done.text
    assert done.last == ONE_REFUSED


def test_a_folder_of_other_things_is_skipped_and_counted(tmp_path, rita):
    for name in ("LICENSE", "SOURCE.txt", ".hidden.json", "picture.png"):
        (tmp_path / name).write_bytes(b"\xff\x00")
    done = run_import(tmp_path)
    assert "Skipped 4 files in folders: not named .json." in done.text
    assert "There was nothing to read" in done.text
    assert done.last == "created 0, updated 0, unchanged 0, refused 0"
    assert done.error == ""


def test_folders_are_walked_down_and_loops_of_links_are_not(tmp_path, rita):
    (tmp_path / "inner").mkdir()
    write(tmp_path / "inner")
    (tmp_path / "inner" / "loop").symlink_to(tmp_path)
    done = run_import(tmp_path)
    assert done.last == "created 1, updated 0, unchanged 0, refused 0"
    assert "Skipped 1 link to folders" in done.text


def test_a_file_named_twice_is_read_once(tmp_path, rita):
    path = write(tmp_path)
    (tmp_path / "again.json").symlink_to(path)
    assert run_import(path, tmp_path, path).last == "created 1, updated 0, unchanged 0, refused 0"


def test_pipes_sockets_devices_and_dangling_links_are_refused_without_waiting(tmp_path, rita):
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "device.json").symlink_to("/dev/zero")
    (tmp_path / "dangling.json").symlink_to(tmp_path / "nowhere")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.json"))
        done = run_import(tmp_path)
    assert "pipe.json: is not a plain file, so it was not read." in done.text
    assert "device.json: is not a plain file" in done.text
    assert "dangling.json: can't be read: No such file or directory." in done.text
    assert done.last == "created 0, updated 0, unchanged 0, refused 4"


def test_a_file_that_fails_while_it_is_read_is_refused(tmp_path, rita):
    (tmp_path / "bad.json").symlink_to("/proc/self/mem")
    assert "bad.json: can't be read: Input/output error." in run_import(tmp_path).text


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_what_may_not_be_read_is_refused(tmp_path, rita):
    write(tmp_path, "bad.json").chmod(0)
    (tmp_path / "closed").mkdir(mode=0)
    done = run_import(tmp_path)
    assert "bad.json: can't be read: Permission denied." in done.text
    assert "closed: can't be read: Permission denied." in done.text


def test_a_file_name_is_shown_with_nothing_hidden(tmp_path, rita):
    (tmp_path / "a\u202e\x1b[31m.json").write_text("{")
    text = run_import(tmp_path).text
    assert "a⟨U+202E⟩⟨U+001B⟩[31m.json: is not JSON" in text


@pytest.mark.parametrize(
    ("by", "reason"),
    [
        ("nobody", "There is no account “nobody”."),
        ("olga", "olga can't import: Only a reviewer or a lead of a partner can do this."),
        ("ada", "ada can't import: Only a reviewer or a lead of a partner can do this."),
    ],
)
def test_who_may_not_capture_may_not_import(tmp_path, rita, olga, ada, by, reason):
    done = run_import(write(tmp_path), by=by)
    assert done.error == reason
    assert not ImportedRecord.objects.exists()


def test_a_missing_path_is_said_before_anything_is_read(tmp_path, rita):
    done = run_import(write(tmp_path), tmp_path / "nowhere")
    assert done.error == f"There is no file or folder {tmp_path}/nowhere."
    assert not ImportedRecord.objects.exists()


# --- Whatever comes -----------------------------------------------------------------------------

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=15,
)
PLACES = sorted(
    name
    for name in (
        "data_type", "metadata", "metadata__report_id", "affects", "affects__artifacts",
        "problemtype", "problemtype__description", "problemtype__description__value",
        "description", "description__value", "impact", "impact__avid", "impact__avid__sep_view",
        "credit", "reported_date", "published_date", "submission", "data_version", "metrics",
    )
)  # fmt: skip


def refusal_of(read, value):
    """Return the sentence with which something is refused, if it is."""
    try:
        read(value)
    except Unreadable as error:
        return str(error)
    return ""


@given(place=st.sampled_from(PLACES), value=ANYTHING)
def test_a_record_with_anything_anywhere_is_read_or_refused_by_its_path(place, value):
    record = make_record(**{place: value})
    if refusal := refusal_of(read_avid, record):
        assert refusal.startswith("$.")
    else:
        draft = read_avid(record)
        assert 0 < len(draft.fields["title"]) <= 500
        json.dumps(payload_of(record), ensure_ascii=False).encode()


@given(ANYTHING)
def test_any_json_is_refused_with_a_sentence(value):
    assert refusal_of(read_avid, value).endswith(".")


@given(st.binary(max_size=200) | ANYTHING.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_read_or_refused_with_a_sentence(raw):
    refusal = refusal_of(strict_json.parse, raw)
    assert refusal.endswith(".") or json.loads(raw) == strict_json.parse(raw)
