"""On a server of one's own, the documented SQL and two addresses are all it takes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.embedded.conftest import PROJECT
from tracker.embedded import server
from tracker.embedded.places import find_place

pytestmark = [pytest.mark.slow, pytest.mark.exhaustive]


@pytest.fixture(scope="module")
def theirs():
    """A server that knows nothing of the project, made ready as docs/database.md says."""
    home = Path(tempfile.mkdtemp(prefix="tracker-test-", dir="/tmp"))
    home.chmod(0o711)
    place = find_place(home / "pg" / "18")
    server.ensure_running(place, "postgres_only")
    page = (PROJECT / "docs" / "database.md").read_text()
    words = re.findall(r"```sql\n(.+?)```", page, re.DOTALL)[0]
    with psycopg.connect(
        host=str(place.socket), user="postgres", dbname="postgres", autocommit=True
    ) as superuser:
        superuser.execute("DROP ROLE tracker_web")  # the embedded server made one
        for statement in filter(str.strip, words.split(";")):
            superuser.execute(statement)
    yield place
    server.reset(place)
    shutil.rmtree(home)


def address(place: Any, user: str) -> str:
    return f"postgres://{user}:password@/tracker?host={place.socket}"


def manage(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=PROJECT,
        env={**kept, "SECRET_KEY": "for-tests", "PYTHONWARNINGS": "ignore", **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_the_documented_accounts_are_enough(theirs, tmp_path) -> None:
    web = {"DATABASE_URL": address(theirs, "tracker_web"), "TRACKER_STATE_DIR": str(tmp_path)}
    owner = {"DATABASE_OWNER_URL": address(theirs, "tracker_owner")}
    refused = manage("migrate", **web)
    assert refused.returncode == 1
    assert "DATABASE_OWNER_URL, its address, is not set" in refused.stderr
    migrated = manage("migrate", "--verbosity", "0", **web, **owner)
    assert migrated.returncode == 0, migrated.stderr
    # Records, accounts, signatures and reports, all through the web role alone.
    built = manage("demo", "--no-serve", "--yes-this-database", **web)
    assert built.returncode == 0, built.stderr
    verified = manage("verify_history", **web)
    assert verified.returncode == 0, verified.stderr
    assert "hold; 0 events are not yet sealed" in verified.stdout
    with (
        psycopg.connect(
            host=str(theirs.socket), user="tracker_web", dbname="tracker"
        ) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("TRUNCATE tracker_organization CASCADE")


def test_one_account_for_both_is_refused(theirs) -> None:
    both = address(theirs, "tracker_owner")
    refused = manage("migrate", DATABASE_URL=both, DATABASE_OWNER_URL=both)
    assert refused.returncode == 1
    assert "must name two different accounts" in refused.stderr
