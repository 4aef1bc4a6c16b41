"""The server comes back after crashes, and nobody else can pose as it."""

import os
import shutil
import signal
import subprocess
import time

import psutil
import pytest
from django.db import OperationalError

from tests.embedded.conftest import CONNECT, python, result, start
from tests.embedded.test_starting import as_root, connect
from tracker.embedded import server
from tracker.embedded.locks import take_life_lock
from tracker.embedded.processes import pid_in, processes_of

pytestmark = [pytest.mark.slow, pytest.mark.exhaustive]


def test_it_starts_again_after_its_postmaster_was_killed_under_a_busy_client(place):
    start(place)
    with connect(place) as keeper:
        keeper.execute("CREATE TABLE kept (id int)")
    busy = python(
        "from django.db import connection\n"
        "connection.cursor().execute('SELECT count(*) FROM generate_series(1, 1e12)')",
        place.data,
    )
    wait_until(lambda: len(backends_at_work(place)) == 1)
    postmaster(place).send_signal(signal.SIGKILL)
    assert result(python(CONNECT, place.data)).startswith("tracker ")
    with connect(place) as survivor:
        assert survivor.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    busy.communicate()


def postmaster(place):
    return psutil.Process(pid_in(place.pid_file))


def backends_at_work(place):
    return [each for each in processes_of(place) if each.cmdline()[0].endswith("SELECT")]


def test_a_pid_file_whose_number_was_used_again_does_not_stop_it(place):
    start(place)
    for process in processes_of(place):
        process.kill()
    wait_until(lambda: not processes_of(place))
    # Only a process of the same account makes PostgreSQL itself believe in such a file.
    with subprocess.Popen(["sleep", "60"], cwd="/", **place.account.identity) as other:
        for file in (place.pid_file, place.socket_lock):
            lines = file.read_text().splitlines()
            file.write_text("\n".join([str(other.pid), *lines[1:], ""]))
        assert result(python(CONNECT, place.data)).startswith("tracker ")
        assert other.poll() is None
        other.kill()


def test_a_removed_data_directory_gives_a_new_database(place):
    start(place)
    old = pid_in(place.pid_file)
    shutil.rmtree(place.data)
    start(place)
    with connect(place) as connection:
        assert connection.info.dbname == "tracker"
    assert old not in {process.pid for process in processes_of(place)}


def test_data_that_was_moved_away_is_not_written_to_any_more(place):
    start(place)
    place.data.rename(place.data.with_name("before"))
    start(place)
    with connect(place) as connection:
        shown = connection.execute("SHOW data_directory").fetchone()
    assert shown == (str(place.data),)
    assert not (place.data.with_name("before") / "postmaster.pid").exists()


def test_data_that_something_out_of_sight_still_serves_is_left_alone(place):
    server.stop(start(place))
    lock = take_life_lock(place, patience=0)  # as processes in another container would hold it
    assert lock is not None
    with pytest.raises(OperationalError, match="Another PostgreSQL still uses"):
        start(place)
    os.close(lock)
    start(place)


def test_a_removed_socket_folder_is_made_again(place):
    shutil.rmtree(start(place).socket)
    with connect(start(place)) as connection:
        assert connection.info.dbname == "tracker"


@pytest.mark.parametrize("moment", [0.1, 0.3])
def test_a_half_made_cluster_is_made_anew(place, moment):
    making = python("import tracker.embedded.base as b\n" + CONNECT, place.data)
    wait_until(lambda: list(place.data.parent.glob("*.draft-*")))
    time.sleep(moment)
    making.kill()
    making.communicate()
    with connect(start(place)) as connection:
        assert connection.info.dbname == "tracker"
    assert [each.name for each in place.data.parent.glob("*.draft-*")] == []


@as_root
def test_a_socket_folder_of_another_account_is_refused(place):
    place.socket.mkdir(mode=0o700)
    os.chown(place.socket, 1, 1)
    try:
        with pytest.raises(OperationalError, match=r"meant for the database's socket, belongs to"):
            start(place)
        assert not place.exists
    finally:
        place.socket.rmdir()


def test_a_socket_folder_that_is_a_link_is_refused(place, home):
    place.socket.symlink_to(home)
    try:
        with pytest.raises(OperationalError, match="is not a directory, so it is not used"):
            start(place)
    finally:
        place.socket.unlink()


@as_root
def test_a_socket_folder_taken_over_later_is_refused_before_connecting(place):
    start(place)
    os.chown(place.socket, 1, 1)
    with pytest.raises(OperationalError, match="belongs to"):
        server.is_running(place)
    os.chown(place.socket, place.account.uid, place.account.gid)


def test_stopping_ends_every_process_and_keeps_the_data(place):
    with connect(start(place)) as connection:
        connection.execute("CREATE TABLE kept (id int)")
    assert server.stop(place)
    assert processes_of(place) == []
    assert not server.stop(place)
    with connect(start(place)) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)


def test_the_server_listens_on_no_network(place):
    start(place)
    assert postmaster(place).net_connections(kind="inet") == []


def wait_until(condition, seconds=20):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)
