"""Imports that are killed, or lose their database, or meet one another: wholly in or not at all."""

import re
import shutil
import signal
import tempfile
import time
from pathlib import Path

import pytest

from tests.embedded.conftest import python, result
from tests.embedded.test_starting import connect
from tests.reviews.records import write
from tracker.embedded import server
from tracker.embedded.places import find_place
from tracker.embedded.processes import processes_of

pytestmark = [pytest.mark.slow, pytest.mark.exhaustive]

# Started in the background of a shell, the tests' own process ignores Ctrl-C, and so would what it starts.
RUN = """
import signal, sys
from django.core.management import execute_from_command_line
signal.signal(signal.SIGINT, signal.default_int_handler)
execute_from_command_line(sys.argv)
"""
SETUP = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests import factories
rita = factories.make_user("rita", factories.make_organization("OAI", "OpenAI"), "reviewer")
factories.make_system(rita, name="Teapot 1")
"""
# A file is one observation with its systems, and one imported record with its bytes.
WHOLE = """
SELECT count(*), count(i.id), count(s.id), count(*) FILTER (WHERE length(i.raw) > 0)
FROM reviews_observation o
LEFT JOIN reviews_importedrecord i ON i.observation_id = o.id
LEFT JOIN reviews_observation_systems s ON s.observation_id = o.id
"""
MANY = 150


@pytest.fixture(scope="module")
def place():
    """An installation with one reviewer and one system."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-test-", dir="/tmp"))
    folder.chmod(0o711)
    place = find_place(folder / "pg" / "18")
    result(python(SETUP, place.data))
    yield place
    server.reset(place)
    shutil.rmtree(folder)


@pytest.fixture
def folder(place, tmp_path, request):
    """A folder of records that no other test imports."""
    for number in range(MANY):
        name = f"{request.node.name}-{number}"
        write(tmp_path, f"{number:04}.json", metadata__report_id=name)
    return tmp_path


def start_import(place, folder):
    return python(RUN, place.data, "import_evidence", "--format=avid", "--as=rita", str(folder))


def finish(process):
    """Return an import's counts, and what it complained of."""
    output, complaints = process.communicate(timeout=120)
    last = output.splitlines()[-1]
    assert re.fullmatch(r"created \d+, updated \d+, unchanged \d+, refused \d+", last), complaints
    assert "Traceback" not in complaints
    return [int(number) for number in re.findall(r"\d+", last)], complaints


def kept(place):
    """Return how many observations there are, having checked that each is whole."""
    with connect(place) as connection:
        observations, *parts = connection.execute(WHOLE).fetchone()
    assert parts == [observations] * len(parts)
    return observations


def wait_for_more_than(place, count):
    deadline = time.monotonic() + 60
    while kept(place) <= count:
        assert time.monotonic() < deadline, "nothing is imported"
        time.sleep(0.02)


def test_an_import_that_is_killed_goes_on_where_it_ended(place, folder):
    before = kept(place)
    process = start_import(place, folder)
    wait_for_more_than(place, before + 20)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    done = kept(place) - before
    assert 20 < done < MANY
    again, _ = finish(start_import(place, folder))
    # A commit that was under way when it was killed may have ended after the count.
    assert again in ([MANY - done - one, 0, done + one, 0] for one in (0, 1))
    assert kept(place) - before == MANY


def test_a_database_that_is_killed_ends_the_import_with_a_sentence_and_a_rerun_goes_on(
    place, folder
):
    before = kept(place)
    process = start_import(place, folder)
    wait_for_more_than(place, before + 20)
    for each in processes_of(place):
        each.kill()
    counts, complaints = finish(process)
    assert process.returncode == 1
    assert "The database went away" in complaints
    assert "Run the same command again: it goes on where this run ended." in complaints
    again, _ = finish(start_import(place, folder))
    # The file at whose commit the database died is in or not; nobody was told which.
    assert again in ([MANY - counts[0] - one, 0, counts[0] + one, 0] for one in (0, 1))
    assert kept(place) - before == MANY


def test_two_imports_of_one_folder_at_once_make_each_record_once(place, folder):
    before = kept(place)
    both = [start_import(place, folder) for _ in range(2)]
    (one, _), (other, _) = (finish(process) for process in both)
    assert one[0] + other[0] == one[2] + other[2] == MANY
    assert one[3] == other[3] == 0
    assert kept(place) - before == MANY


def test_an_import_that_is_interrupted_says_so_and_how_to_go_on(place, folder):
    before = kept(place)
    process = start_import(place, folder)
    wait_for_more_than(place, before + 20)
    process.send_signal(signal.SIGINT)
    counts, complaints = finish(process)
    assert "Stopped." in complaints
    assert kept(place) - before in (counts[0], counts[0] + 1)
