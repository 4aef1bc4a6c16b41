"""Real servers in folders of their own."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tracker.embedded import server
from tracker.embedded.places import Place, find_place

PROJECT = Path(__file__).resolve().parents[2]
# Signs in as the backend does, and prints the database and when its server was started.
CONNECT = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT current_database(), pg_postmaster_start_time()::text")
    print(*cursor.fetchone())
"""


@pytest.fixture
def home():
    """A folder that every account may pass through, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-test-", dir="/tmp"))
    folder.chmod(0o711)
    yield folder
    for data in {folder / "pg" / "18", *folder.glob("**/pg/18")}:
        server.reset(find_place(data))
    shutil.rmtree(folder)


@pytest.fixture
def place(home) -> Place:
    """A place for a server that doesn't exist yet."""
    return find_place(home / "pg" / "18")


def python(code: str, data: Path, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
    """Run Python with this project's settings, and the database in a folder of our own."""
    inherited = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=PROJECT,
        env={
            **inherited,
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            "SECRET_KEY": "for-tests",
            "TRACKER_PGDATA": str(data),
            **environment,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def result(process: "subprocess.Popen[str]") -> str:
    """Return what a process printed, once it has ended well."""
    output, complaints = process.communicate(timeout=300)
    assert process.returncode == 0, complaints
    return output.strip()


def start(place: Place) -> Place:
    """Start the server as the first connection would."""
    server.ensure_running(place, "tracker")
    return place
