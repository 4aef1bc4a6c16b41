"""What is redacted stands nowhere any more; its hash does, and the chain still holds."""

from __future__ import annotations

import hashlib
import json

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from lessons.models import Endorsement, PracticeVersion
from reviews.editing import add_evidence, edit_observation
from reviews.editing.removal import remove_file
from reviews.import_editing import Content, SourceFile, import_observation, reimport_observation
from reviews.models import Evidence, Observation
from tests import factories
from tracker.access import Denied, WrongState
from tracker.chain.verifying import verify_history
from tracker.editing import edit_system
from tracker.models import Redaction
from tracker.protection.holds import place_hold
from tracker.protection.redactions import redact
from tracker.protection.texts import MARK

SECRET = 'key "sk-ünïque-4711"\nof Jane Roe'
PERSONAL = {"cause": "personal_data"}


def tables() -> list[str]:
    with connection.cursor() as cursor:
        return connection.introspection.table_names(cursor)


def places(words: str) -> dict[str, int]:
    """Return every column of every table in which words stand, however a column writes them."""
    spelled = {words, json.dumps(words)[1:-1], json.dumps(words, ensure_ascii=False)[1:-1]}
    spelled |= {words.replace('"', '\\"')}  # as an array writes it
    spelled |= {text.encode().hex() for text in spelled}
    found = {}
    for table in tables():
        with connection.cursor() as cursor:
            columns = [
                c.name for c in connection.introspection.get_table_description(cursor, table)
            ]
            for column in columns:
                says = " OR ".join(f'position(%s in "{column}"::text) > 0' for _ in spelled)
                cursor.execute(f'SELECT count(*) FROM "{table}" WHERE {says}', list(spelled))
                if count := cursor.fetchone()[0]:
                    found[f"{table}.{column}"] = count
    return found


def digests() -> list[tuple[str, int, bytes]]:
    """Return the digest of every event about the observation and its file, as the chain takes it."""
    found = []
    for table in ("reviews_observationevent", "reviews_importedrecordevent"):
        with connection.cursor() as cursor:
            columns = [
                c.name for c in connection.introspection.get_table_description(cursor, table)
            ]
            cursor.execute(
                f"SELECT %s, pgh_id, tracker_event_digest(%s, pgh_id, %s) FROM {table} ORDER BY 2",
                [table, table, columns],
            )
            found += [(name, key, bytes(digest)) for name, key, digest in cursor.fetchall()]
    return found


@pytest.fixture
def leaked(rita, oai):
    """An imported observation that says a secret in four fields of two rows, now or earlier."""
    payload = {"description": f"Seen: {SECRET}", SECRET: [SECRET]}
    file = SourceFile(
        format="avid", source_id="X-1", name="x.json", raw=json.dumps(payload).encode(),
        sha256="0" * 64, payload=payload, warnings=[f"Unknown: {SECRET}"],
    )  # fmt: skip
    fields = {
        "title": "A key was shown",
        "occurred_on": factories.DAY,
        "description": f"Seen: {SECRET}",
        "unmatched_systems": [f"The {SECRET}"],
    }
    content = Content(fields, [], [])
    imported = import_observation(by=rita, file=file, content=content)
    edit_observation(imported.observation, by=rita, reporter=SECRET.replace("\n", "\r\n"))
    edit_observation(imported.observation, by=rita, reporter="A customer")
    add_evidence(imported.observation, by=rita, title=SECRET, url="https://example.org/a")
    return Observation.objects.get(), file, content


def test_a_passage_stands_nowhere_afterwards(leaked, rita, leo):
    seen, file, content = leaked
    before, chained = places(SECRET), digests()
    assert {
        "reviews_observation.description",
        "reviews_observationevent.description", "reviews_observation.unmatched_systems",
        "reviews_importedrecord.raw", "reviews_importedrecord.payload",
        "reviews_importedrecordevent.raw", "reviews_importedrecordevent.payload",
        "reviews_importedrecord.written", "reviews_evidence.title",
    } <= set(before)  # fmt: skip
    assert "reviews_observationevent.reporter" in places(SECRET.replace("\n", "\r\n"))
    redact(seen, by=leo, passage=SECRET, **PERSONAL)
    assert places(SECRET) == places("sk-ünïque-4711") == places("4711") == {}
    seen.refresh_from_db()
    assert (seen.description, seen.reporter) == (f"Seen: {MARK}", "A customer")
    assert not Observation.objects.matching("4711").exists()
    assert set(chained) <= set(digests())
    assert verify_history(lambda _: None).fault == ""
    hashes = {one.sha256 for one in Redaction.objects.of(seen)}
    assert hashlib.sha256(f"Seen: {SECRET}".encode()).hexdigest() in hashes
    # The file still says it; importing it again does not bring it back.
    imported = seen.imported_from
    assert reimport_observation(imported, by=rita, file=file, content=content) is False
    assert places(SECRET) == {}
    with pytest.raises(ValidationError, match="stand nowhere"):
        redact(seen, by=leo, passage=SECRET, **PERSONAL)


def test_a_whole_field_goes_with_what_it_said_elsewhere(leaked, leo):
    seen, _file, _content = leaked
    redact(seen, by=leo, field="description", **PERSONAL)
    seen.refresh_from_db()
    assert seen.description == MARK
    assert "reviews_observationevent.description" not in places(SECRET)
    with pytest.raises(ValidationError, match="Nothing stands"):
        redact(seen, by=leo, field="description", **PERSONAL)


def test_what_was_signed_loses_the_words_and_keeps_its_digest(client, rita, leo, sam, mona, milo):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona, insight=f"Never log {SECRET}.")
    digests = list(Endorsement.objects.values_list("digest", flat=True))
    version = lesson.content_version
    assert "lessons_endorsement.content" in places(SECRET)
    redact(lesson, by=leo, passage=SECRET, **PERSONAL)
    assert places(SECRET) == {}
    assert list(Endorsement.objects.values_list("digest", flat=True)) == digests
    lesson.refresh_from_db()
    assert lesson.content_version == version + 1
    client.force_login(milo)
    page = client.get(lesson.get_absolute_url()).content.decode()
    assert "A passage was redacted on" in page
    assert "by a lead of OpenAI: personal data" in page
    assert "What was signed before was redacted with it" in page


def test_a_published_version_loses_words_and_nothing_else(rita, leo, sam, mona, milo):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    practice = factories.make_published_practice(
        lesson, rita, leo, sam, mona, guidance=f"Rotate {SECRET}."
    )
    redact(practice, by=milo, passage=SECRET, cause="secret")
    practice.refresh_from_db()
    assert practice.guidance == f"Rotate {MARK}."
    assert places(SECRET) == {}
    assert {one.content_version for one in practice.approvals.all()} == {practice.content_version}
    for other in (f"Rotate {SECRET}.", "Anything else"):
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            PracticeVersion.objects.filter(pk=practice.pk).update(guidance=other)


@pytest.mark.parametrize("name", ["rita", "sam", "olga", "milo", "ada"])
def test_nobody_but_a_lead_of_the_owner_redacts(request, leo, name):
    seen = factories.make_observation(request.getfixturevalue("rita"))
    with pytest.raises(Denied):
        redact(seen, by=request.getfixturevalue(name), passage="Observation", **PERSONAL)


def test_what_is_held_keeps_its_words(leaked, leo, oai):
    seen, _file, _content = leaked
    place_hold(seen, by=leo, reason="Matter 42")
    before = places(SECRET)
    with pytest.raises(WrongState, match="legal hold"):
        redact(seen, by=leo, passage=SECRET, **PERSONAL)
    with pytest.raises(WrongState, match="legal hold"):
        remove_file(seen, by=leo, evidence=seen.evidence.get(), cause="secret")
    row = {"record_id": seen.pk, "row_id": seen.pk, "act": seen.pk, "organization": oai,
           "is_whole": True, "cause": "secret", "redacted_by": leo}  # fmt: skip
    with pytest.raises(IntegrityError, match="legal hold"), transaction.atomic():
        Redaction.objects.create(**row)
    door = "SELECT tracker_redact_history('reviews_observationevent', %s, 'title', 'x', 'y', 'z')"
    with connection.cursor() as cursor:  # noqa: SIM117
        with pytest.raises(IntegrityError, match="legal hold"), transaction.atomic():
            cursor.execute(door, [str(seen.pk)])
    assert places(SECRET) == before


def test_it_goes_whole_or_not_at_all(rita, leo):
    """A second system of the same name can't be: the database refuses at the last step."""
    first, second = factories.make_system(rita, name=SECRET), factories.make_system(rita)
    edit_system(second, by=rita, description=SECRET, name="Second " + SECRET)
    redact(first, by=leo, field="name", **PERSONAL)
    before = places(SECRET)
    with pytest.raises(ValidationError, match="of this name already"):
        redact(second, by=leo, field="name", **PERSONAL)
    assert places(SECRET) == before != {}
    assert not Redaction.objects.of(second).exists()


def test_copies_in_other_records_are_named_to_whoever_redacts(client, rita, leo, milo):
    seen = factories.make_observation(rita, description=SECRET)
    other = factories.make_observation(rita, description=f"Again {SECRET}")
    foreign = factories.make_observation(milo, description=SECRET)
    redact(seen, by=leo, passage=SECRET, **PERSONAL)
    client.force_login(leo)
    page = client.get(seen.get_absolute_url()).content.decode()
    assert other.reference in page
    assert foreign.reference not in page
    client.force_login(rita)
    assert other.reference not in client.get(seen.get_absolute_url()).content.decode()
    other.refresh_from_db()
    assert SECRET in other.description


def test_a_reason_must_not_say_the_words(rita, leo):
    seen = factories.make_observation(rita, description=SECRET)
    with pytest.raises(ValidationError, match="without the words"):
        redact(seen, by=leo, passage=SECRET, cause="other", reason=f"It says {SECRET}")
    with pytest.raises(ValidationError, match="Say why"):
        redact(seen, by=leo, passage=SECRET, cause="other")


def test_a_file_goes_from_storage_and_leaves_its_hash(
    client, rita, leo, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.MEDIA_ROOT = tmp_path
    seen = factories.make_observation(rita)
    piece = add_evidence(seen, by=rita, title="Log", file=ContentFile(b"x", "jane-roe.txt"))
    digest = piece.sha256
    with django_capture_on_commit_callbacks(execute=True):
        remove_file(seen, by=leo, evidence=piece, cause="secret")
    piece = Evidence.objects.get()
    assert (piece.sha256, str(piece.file), piece.file_name) == (digest, "", MARK)
    assert places("jane-roe.txt") == {}
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    client.force_login(rita)
    assert client.get(reverse("evidence-file", args=[piece.pk])).status_code == 404
    assert "A file was removed on" in client.get(seen.get_absolute_url()).content.decode()
