"""What is older than its events gets a first one, so that version 1 of anything can be read back."""

from __future__ import annotations

import pytest
from django.db import connection

from lessons import editing as lessons_editing
from tests import factories
from tests.history.comparing import rows_that_differ
from tests.history.test_story import read, told
from tracker.history.beginning import begin_history
from tracker.history.tracking import event_models
from tracker.models import Tag
from tracker.privileges.owner import OWNER

ODD = "Zero\u200bwidth, \u202eturned\u202c, tab\tand\r\nline ends, 🧑‍🔬"


@pytest.fixture
def untracked(as_owner, db):
    """Write as before there were triggers: nothing is kept of it."""

    def write(make, *args, **fields):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            made = make(*args, **fields)
            cursor.execute("SET LOCAL session_replication_role = origin")
        return made

    return write


@pytest.fixture
def old_lesson(untracked, rita):
    """A lesson from before the events, with a tag and a system."""
    system = untracked(factories.make_system, rita)
    tags = [untracked(factories.make_tag)]
    return untracked(
        factories.make_lesson, rita, title=ODD, insight=ODD, tags=tags, seen_in=[system]
    )


def test_without_it_an_old_record_has_no_version(old_lesson, rita):
    assert told(old_lesson, rita) == []
    assert rows_that_differ()


def test_an_old_record_is_read_back_byte_for_byte_after_it_was_changed(old_lesson, rita, client):
    assert begin_history(OWNER) > 5
    assert not rows_that_differ()
    lessons_editing.edit_lesson(old_lesson, by=rita, insight="Tidied", tags=[])
    first, second = told(old_lesson, rita)
    assert first.done == "As it stood when its history began"
    assert (first.process, first.actor) == ("migrate", "")
    assert read(old_lesson, rita, 1)["insight"].encode() == ODD.encode()
    assert {one.name for one in second.changes} == {"insight", "tags"}
    client.force_login(rita)
    whole = client.get(f"/api/v1/lessons/{old_lesson.reference}/history/1/").json()
    assert whole["fields_then"]["insight"] == ODD
    assert whole["related_then"]["Tags"]


def test_what_has_events_gets_none_and_a_second_time_writes_nothing(as_owner, old_lesson, rita):
    tracked = factories.make_observation(rita)
    begin_history(OWNER)
    assert [one.done for one in told(tracked, rita)] == ["Captured"]
    assert begin_history(OWNER) == 0


def test_vocabularies_loaded_before_are_told_too(untracked, leo):
    tag = untracked(factories.make_tag)
    begin_history(OWNER)
    for record in (tag, tag.taxonomy):
        (first,) = told(record, leo)
        assert first.number == 1
    assert event_models()[Tag].objects.get(pgh_obj=tag.pk).pgh_label == "began"


def test_the_web_role_writes_none(db):
    assert begin_history("default") == 0
