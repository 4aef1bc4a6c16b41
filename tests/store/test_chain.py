"""What is sealed can't be changed, removed, reordered or slipped in unnoticed, not by the owner either."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, connections, transaction

from lessons.reports.best_practices import build_best_practices
from lessons.reports.filters import ReportFilter
from lessons.reports.render import FORMATS
from tests import factories
from tests.emptying import delete_all
from tests.store.conftest import seal_everything
from tracker.chain.links import NOTHING
from tracker.chain.redaction import redact_history
from tracker.chain.sealing import count_waiting, current_head
from tracker.chain.verifying import verify_history, walk
from tracker.models import Organization, RedactedValue, Seal

EVENTS = "tracker_organizationevent"


@pytest.fixture(scope="module")
def committed(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Five events, written and sealed for all tests here: a test's own transaction can't be sealed."""
    with django_db_blocker.unblock():
        for code in ("AA", "BB", "CC", "DD", "EE"):
            factories.make_organization(code, f"Company {code}")
        seal_everything()
        connection.close()
        yield
        connection.close()
        # All of it: what other tables kept would stand there as if inserted past the chain.
        delete_all(None)
        connections["owner"].close()


@pytest.fixture
def sealed(committed: None, as_owner: None) -> list[int]:
    """The owner at their worst: no trigger runs for what they do. It is taken back after each test."""
    run("SET LOCAL session_replication_role = replica")
    return [key for (key,) in run(f"SELECT pgh_id FROM {EVENTS} ORDER BY 1")]


def run(statement: str, *given: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(given))
        return cursor.fetchall() if cursor.description else []


def count_links() -> int:
    return Seal.objects.count()


def fault() -> str:
    return verify_history(lambda _: None).fault


def verify(*words: str) -> str:
    out = io.StringIO()
    call_command("verify_history", *words, stdout=out)
    return out.getvalue()


def test_an_untouched_history_holds(sealed) -> None:
    assert f"{count_links()} links hold; 0 events are not yet sealed." in verify()


def test_a_changed_event_is_named(sealed) -> None:
    run(f"UPDATE {EVENTS} SET name = 'x' WHERE pgh_id = %s", sealed[2])
    assert f"(event {sealed[2]} of {EVENTS}): the event was changed" in fault()


def test_a_removed_event_is_named(sealed) -> None:
    run(f"DELETE FROM {EVENTS} WHERE pgh_id = %s", sealed[2])
    assert f"(event {sealed[2]} of {EVENTS}): the event was removed" in fault()


def test_two_events_that_changed_places_are_named(sealed) -> None:
    first, second = sealed[1], sealed[3]
    for old, new in ((first, -1), (second, first), (-1, second)):
        run(f"UPDATE {EVENTS} SET pgh_id = %s WHERE pgh_id = %s", new, old)
    assert f"(event {first} of {EVENTS}): the event was changed" in fault()


def test_reordered_links_are_named(sealed) -> None:
    for old, new in ((2, -1), (3, 2), (-1, 3)):
        run("UPDATE tracker_seal SET sequence = %s WHERE sequence = %s", new, old)
    assert fault().startswith("link 2 (")
    assert "links were changed or reordered" in fault()


def test_a_removed_link_is_named(sealed) -> None:
    run("DELETE FROM tracker_seal WHERE sequence = 2")
    assert "follows a hole: link 2 was removed" in fault()


def insert_copy() -> int:
    """Insert a copy of an event, as a forger would, and return its key."""
    kept = "SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute"
    kept += " WHERE attrelid = %s::regclass AND attnum > 0 AND attname <> 'pgh_id'"
    ((columns,),) = run(kept, EVENTS)
    copied = f"SELECT {columns} FROM {EVENTS} LIMIT 1"
    ((key,),) = run(f"INSERT INTO {EVENTS} ({columns}) {copied} RETURNING pgh_id")
    return int(key)


def test_an_event_inserted_past_the_chain_is_named(sealed) -> None:
    forged = insert_copy()
    assert fault() == f"Event {forged} of {EVENTS} was inserted past the chain."


def test_an_event_removed_before_it_was_sealed_is_named(sealed) -> None:
    run("SET LOCAL session_replication_role = origin")
    forged = insert_copy()
    assert count_waiting() == 1
    assert fault() == ""
    run("SET LOCAL session_replication_role = replica")
    run(f"DELETE FROM {EVENTS} WHERE pgh_id = %s", forged)
    assert fault() == f"Event {forged} of {EVENTS} was removed before it was sealed."


def test_a_broken_chain_ends_the_command_with_an_error(sealed) -> None:
    run(f"DELETE FROM {EVENTS} WHERE pgh_id = %s", sealed[0])
    with pytest.raises(CommandError, match="was removed after it was sealed"):
        verify()


def test_a_chain_made_anew_is_told_by_a_head_from_before(sealed, tmp_path) -> None:
    """Whoever owns the tables can compute every hash again; only what lies elsewhere tells."""
    file = tmp_path / "head.json"
    assert f"Wrote {file}." in verify("--export", str(file))
    assert "is in this chain" in verify("--against", str(file))
    run(f"UPDATE {EVENTS} SET name = 'x' WHERE pgh_id = %s", sealed[2])
    chain_anew()
    assert fault() == ""
    with pytest.raises(CommandError, match="is not the exported head"):
        verify("--against", str(file))


def chain_anew() -> None:
    before = NOTHING
    for link in walk():
        assert link.digest_now is not None
        fresh = replace(link, digest=link.digest_now)
        before = fresh.hash_after(before)
        Seal.objects.filter(pk=link.sequence).update(digest=fresh.digest, hash=before)


def test_a_chain_cut_short_is_told_by_a_head_from_before(sealed, tmp_path) -> None:
    file = tmp_path / "head.json"
    verify("--export", str(file))
    last = Seal.objects.latest("sequence")
    run(f"DELETE FROM {EVENTS} WHERE pgh_id = %s", last.event_id)
    Seal.objects.filter(pk=last.pk).delete()
    assert fault() == ""
    with pytest.raises(CommandError, match=f"holds to link {last.pk - 1} only"):
        verify("--against", str(file))


@pytest.mark.parametrize("words", ["", "{}", "[]", '{"format": "other"}'])
def test_a_file_without_a_head_is_refused(db, tmp_path, words) -> None:
    file = tmp_path / "head.json"
    file.write_text(words)
    with pytest.raises(CommandError, match=r"head\.json is"):
        verify("--against", str(file))


def test_an_exported_head_says_what_it_is(sealed, tmp_path) -> None:
    verify("--export", str(tmp_path / "head.json"))
    shape = json.loads((tmp_path / "head.json").read_text())
    head = current_head()
    assert head is not None
    assert shape == {
        "format": "tracker-history-head/1",
        "sequence": count_links(),
        "hash": head.hash,
        "sealed_at": head.sealed_at.isoformat(),
        "sealed": count_links(),
        "waiting": 0,
        "holds": True,
    }


@pytest.mark.parametrize("default", ["", " NOT NULL DEFAULT 'so far'"])
def test_a_column_that_a_migration_adds_breaks_nothing_and_is_covered_from_then_on(
    sealed, default
) -> None:
    run(f"ALTER TABLE {EVENTS} ADD COLUMN motto text{default}")
    assert fault() == ""
    run(f"UPDATE {EVENTS} SET motto = 'x'")
    assert fault() == ""  # what was sealed before says nothing of it
    ((covered,),) = run("SELECT columns FROM tracker_sealshape WHERE event_table = %s", EVENTS)
    assert "name" in covered
    assert "motto" not in covered


def test_a_column_that_is_gone_is_found(sealed) -> None:
    run(f"ALTER TABLE {EVENTS} DROP COLUMN name")
    assert "the event was changed" in fault()


DIFFERENT = """
    SELECT count(*) FROM tracker_seal s JOIN tracker_sealshape h ON h.id = s.shape_id
    WHERE s.digest IS DISTINCT FROM tracker_event_digest(h.event_table, s.event_id, h.columns)
"""


def test_the_digest_is_the_same_under_any_settings_of_a_session(sealed) -> None:
    for setting in ("timezone = 'Asia/Tokyo'", "datestyle = 'German'", "bytea_output = 'escape'"):
        run(f"SET LOCAL {setting}")
        assert run(DIFFERENT) == [(0,)]


@pytest.fixture
def redacted(sealed) -> Organization:
    """An organization whose name was taken out of its history."""
    organization = Organization.objects.get(code="CC")
    run("SET LOCAL session_replication_role = origin")
    found = redact_history(
        organization, "name", placeholder="[removed]", by=organization, reason="A person's name."
    )
    assert found == 1
    return organization


def test_what_is_redacted_goes_and_the_chain_still_holds(redacted) -> None:
    assert run(f"SELECT name FROM {EVENTS} WHERE code = 'CC'") == [("[removed]",)]
    assert fault() == ""


def test_the_hash_of_what_was_redacted_stays(redacted) -> None:
    (value,) = RedactedValue.objects.all()
    assert bytes(value.digest) == hashlib.sha256(b"Company CC").digest()
    assert (value.column, value.reason) == ("name", "A person's name.")
    assert value.redacted_by == str(redacted.pk)


def test_a_redaction_is_history_itself(redacted) -> None:
    assert run("SELECT event_table FROM tracker_sealqueue") == [("tracker_redactedvalue",)]
    with pytest.raises(IntegrityError, match="can't be changed or removed"), transaction.atomic():
        RedactedValue.objects.update(reason="Another reason.")


def test_redacting_again_takes_nothing_more(redacted) -> None:
    given = {"placeholder": "[gone]", "by": redacted, "reason": "Again."}
    assert redact_history(redacted, "name", **given) == 0
    assert run(f"SELECT name FROM {EVENTS} WHERE code = 'CC'") == [("[removed]",)]


def test_what_stands_in_for_a_redacted_text_can_not_be_changed_unnoticed(redacted) -> None:
    run("SET LOCAL session_replication_role = replica")
    run(f"UPDATE {EVENTS} SET name = 'Another name' WHERE code = 'CC'")
    assert "the event was changed" in fault()


@pytest.mark.parametrize("column", ["pgh_label", "counts_since", "nothing", "id"])
def test_only_texts_of_records_can_be_redacted(sealed, column) -> None:
    organization = Organization.objects.get(code="CC")
    with pytest.raises(ValidationError, match="is no text of an event table"):
        redact_history(organization, column, placeholder="x", by=organization, reason="y")


def test_a_redaction_says_why(sealed) -> None:
    organization = Organization.objects.get(code="CC")
    with pytest.raises(ValidationError, match="says who redacts and why"):
        redact_history(organization, "name", placeholder="x", by=organization, reason=" ")


@pytest.mark.parametrize("words", [f"UPDATE {EVENTS} SET name = 'x'", f"DELETE FROM {EVENTS}"])
def test_careless_code_of_the_owner_changes_no_event(sealed, words) -> None:
    run("SET LOCAL session_replication_role = origin")
    with pytest.raises(IntegrityError, match="History is kept as it was written"):
        run(words)


def test_a_report_names_the_head_it_was_made_at(sealed) -> None:
    report = build_best_practices(AnonymousUser(), ReportFilter({}, AnonymousUser()))
    head = current_head()
    assert head is not None
    for name in ("html", "md", "json"):
        assert head.hash in FORMATS[name].write(report, None)
