"""The server starts by itself, wherever the data is and whoever asks."""

import os
import pwd
import shutil

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from tests.embedded.conftest import CONNECT, python, result, start
from tracker.embedded import server
from tracker.embedded.base import DatabaseWrapper
from tracker.embedded.binaries import find_programs
from tracker.embedded.places import find_place

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can change accounts")


def connect(place, database="tracker"):
    return psycopg.connect(host=str(place.socket), user="postgres", dbname=database)


def test_the_first_connection_starts_a_server_with_an_empty_database(place):
    output = result(python(CONNECT, place.data))
    assert output.startswith("tracker ")
    assert server.is_running(place)


def test_a_pool_starts_the_server_too(place):
    close = "\nconnection.close(); connection.close_pool()"
    output = result(python(CONNECT + close, place.data, TRACKER_DB_POOL="1"))
    assert output.startswith("tracker ")


def test_a_test_run_may_be_the_first_to_connect(place):
    create = (
        "from django.db import connections\n"
        "connection = connections['owner']\n"
        "connection.creation._create_test_db(0, True)\n"
        "connection.creation._destroy_test_db('test_tracker', 0)\n"
    )
    result(python(create, place.data))
    with connect(place) as connection:  # the ordinary database was made as well
        assert connection.info.dbname == "tracker"


def test_making_the_connection_object_starts_nothing(place):
    DatabaseWrapper({"NAME": "tracker", "PGDATA": str(place.data), "OPTIONS": {}}, "other")
    assert not place.data.parent.exists()
    assert not place.socket.exists()


def test_settings_without_a_data_directory_are_refused():
    with pytest.raises(ImproperlyConfigured, match="needs the setting PGDATA"):
        DatabaseWrapper({"NAME": "tracker", "OPTIONS": {}}, "other")


@pytest.mark.slow
@pytest.mark.exhaustive
def test_eight_processes_at_once_start_one_server(place):
    racing = [python(CONNECT, place.data) for _ in range(8)]
    answers = {result(process) for process in racing}
    assert len(answers) == 1


def test_a_path_may_be_long_and_have_spaces_and_umlauts(home):
    data = home / ("Überprüfung der Sicherheit " * 4) / ("b" * 100) / "pg" / "18"
    assert len(str(data)) > 200
    with connect(start(find_place(data))) as connection:
        assert connection.execute("SHOW data_directory").fetchone() == (str(data),)


def test_the_database_sorts_the_same_on_every_system(place):
    with connect(start(place)) as connection:
        query = "SELECT datlocprovider, datlocale FROM pg_database WHERE datname = 'tracker'"
        assert connection.execute(query).fetchone() == ("b", "C.UTF-8")
        assert connection.execute("SELECT upper('é')").fetchone() == ("É",)


@as_root
def test_an_ordinary_user_starts_a_server_of_their_own(home):
    nobody = pwd.getpwnam("nobody")
    mine = home / "mine"
    mine.mkdir(mode=0o700)
    os.chown(mine, nobody.pw_uid, nobody.pw_gid)
    # Everything is imported before the account changes: Python itself may be out of its reach.
    change = (
        "import os, encodings.idna, psycopg, tracker.embedded.base\n"
        "from django.db import connection; connection.settings_dict\n"
        f"os.setgroups([]); os.setgid({nobody.pw_gid}); os.setuid({nobody.pw_uid})\n"
    )
    assert result(python(change + CONNECT, mine / "pg" / "18")).startswith("tracker ")
    assert (mine / "pg" / "18").stat().st_uid == nobody.pw_uid


@as_root
def test_data_goes_elsewhere_when_the_servers_account_cannot_reach_it(home):
    locked = home / "locked"
    locked.mkdir(mode=0o700)
    wanted = locked / "pg" / "18"
    place = start(find_place(wanted))
    try:
        assert place.data.is_relative_to("/var/tmp")
        assert find_place(wanted) == place
        locked.chmod(0o711)  # data that exists is found again even when the reason has gone
        assert find_place(wanted) == place
    finally:
        server.reset(place)
        place.start_lock.unlink()
        place.life_lock.unlink()
        place.data.parent.rmdir()


@as_root
@pytest.mark.exhaustive
def test_programs_that_the_servers_account_cannot_read_are_copied(home, monkeypatch):
    locked = home / "locked"
    locked.mkdir(mode=0o700)
    package = find_programs().parents[1]
    for folder in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(folder, locked / folder.name, symlinks=True)
    monkeypatch.syspath_prepend(locked)
    monkeypatch.setattr("tracker.embedded.binaries.SHARED_PLACE", home)
    assert find_programs().is_relative_to(locked)
    with connect(start(find_place(home / "pg" / "18"))):
        assert [path.stat().st_uid for path in home.glob("tracker-pg-programs-*")] == [0]


def test_a_failed_start_names_the_reason_and_the_log(place):
    server.stop(start(place))
    with (place.data / "postgresql.conf").open("a") as configuration:
        configuration.write("shared_buffers = nonsense\n")
    with pytest.raises(OperationalError, match=r"contains errors.*server\.log"):
        start(place)


def test_a_folder_with_other_things_in_it_is_left_alone(place):
    place.data.mkdir(parents=True)
    precious = place.data / "precious.txt"
    precious.write_text("mine")
    with pytest.raises(OperationalError, match="holds no PostgreSQL database"):
        start(place)
    assert precious.read_text() == "mine"
    precious.unlink()
