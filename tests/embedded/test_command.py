"""`manage.py db` looks after the embedded server and keeps its hands off any other."""

import pytest

from tests.embedded.conftest import python, result, start
from tests.embedded.test_starting import connect
from tracker.embedded import server

RUN = """
import sys
from tracker.management.commands.db import Command
Command().run_from_argv(["manage.py", "db", *sys.argv[1:]])
"""


def db(place, *arguments, **environment):
    return python(RUN, place.data, *arguments, **environment)


def refusal(process):
    complaints = process.communicate(timeout=60)[1]
    assert process.returncode == 1
    return complaints


def test_status_tells_where_everything_is_and_starts_nothing(place):
    output = result(db(place, "status"))
    assert "is not running" in output
    assert f"{place.data} (not made yet)" in output
    assert not place.data.parent.exists()


def test_status_names_the_process_of_a_running_server(place):
    start(place)
    assert "runs as process" in result(db(place, "status"))


def test_stop_stops_the_server_once(place):
    start(place)
    assert (
        result(db(place, "stop"))
        == "PostgreSQL has stopped; whatever connects next starts it again."
    )
    assert result(db(place, "stop")) == "PostgreSQL was not running."


def test_reset_removes_nothing_without_a_yes(place):
    start(place)
    assert "Nothing was removed." in refusal(db(place, "reset"))
    assert server.is_running(place)


def test_reset_removes_the_data_and_the_socket(place):
    start(place)
    assert "is gone" in result(db(place, "reset", "--yes"))
    assert not place.data.exists()
    assert not place.socket.exists()


@pytest.mark.exhaustive
def test_a_dump_can_be_read_back_into_an_empty_database(place, home):
    with connect(start(place)) as connection:
        connection.execute("CREATE TABLE kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('Überprüfung')")
    dump = home / "tracker.sql"
    result(db(place, "dump", str(dump)))
    assert dump.stat().st_mode & 0o077 == 0
    server.reset(place)
    result(db(place, "psql", "--", "-q", "-v", "ON_ERROR_STOP=1", "-f", str(dump)))
    with connect(place) as connection:
        assert connection.execute("SELECT word FROM kept").fetchall() == [("Überprüfung",)]


def test_a_dump_that_cannot_be_written_says_so(place, home):
    start(place)
    missing = home / "no" / "such" / "folder.sql"
    assert f"{missing} could not be written" in refusal(db(place, "dump", str(missing)))


def test_stop_and_reset_refuse_a_server_that_is_not_ours(place):
    theirs = {"DATABASE_URL": "postgres://somebody@db.example/tracker"}
    assert "is not this project's to stop" in refusal(db(place, "stop", **theirs))
    assert "is not this project's to reset" in refusal(db(place, "reset", "--yes", **theirs))


def test_a_real_servers_dump_says_which_program_is_missing(place):
    theirs = {"DATABASE_URL": "postgres://somebody@db.example/tracker", "PATH": "/nowhere"}
    assert "pg_dump was not found. Install" in refusal(db(place, "dump", **theirs))
