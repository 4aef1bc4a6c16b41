"""A secret is made where it is needed and by itself for the embedded default alone."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

from django.conf import settings

from tracker.secret import read_or_create_secret


def test_the_first_start_makes_a_secret_that_nobody_else_reads(tmp_path) -> None:
    kept = tmp_path / "state" / "secret-key"
    made = read_or_create_secret(kept)
    assert len(made) > 60
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert read_or_create_secret(kept) == made
    assert read_or_create_secret(tmp_path / "another") != made


def test_with_a_server_of_its_own_it_is_asked_for_by_name() -> None:
    kept = {name: value for name, value in os.environ.items() if name != "SECRET_KEY"}
    started = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=settings.BASE_DIR,
        env={**kept, "DATABASE_URL": "postgres://web:x@127.0.0.1:1/none"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.returncode != 0
    assert "SECRET_KEY must be set" in started.stderr
