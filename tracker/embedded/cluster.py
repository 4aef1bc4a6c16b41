"""How an empty database cluster comes to be: whole, or not at all."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from django.db import OperationalError

from tracker.embedded.places import Place
from tracker.embedded.programs import run_program

OWNER = "postgres"
# It owns nothing; what it may do is granted after each migration (tracker/privileges/).
WEB = "tracker_web"
CREATE_WEB = f"CREATE ROLE {WEB} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT"
# Builtin collation and "C" everywhere else: the same on every system, whatever locales it has.
LOCALE = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")


def create_cluster(place: Place, database: str) -> None:
    """Make a cluster with one empty database in a draft folder, then give it its name.

    Whoever is killed half-way leaves only a draft, which the next start removes.
    """
    _require_free(place)
    remove_drafts(place)
    draft = Path(tempfile.mkdtemp(prefix=_draft_prefix(place), dir=place.data.parent))
    try:
        os.chown(draft, place.account.uid, place.account.gid)
        run_program(place, "initdb", "-D", draft, "-U", OWNER, "-A", "trust", "-E", "UTF8", *LOCALE)
        # The server for one user reads SQL from its input and needs no socket.
        create = f'CREATE DATABASE "{database.replace(chr(34), chr(34) * 2)}"\n'
        text = f"{CREATE_WEB}\n{create}"
        run_program(place, "postgres", "--single", "-D", draft, "postgres", text=text)
        draft.rename(place.data)
    finally:
        # Again, since the orphaned initdb of somebody killed may have gone on writing meanwhile.
        remove_drafts(place)


def remove_drafts(place: Place) -> None:
    """Remove what was left behind by those who were killed while creating or removing data."""
    for draft in place.data.parent.glob(f"{_draft_prefix(place)}*"):
        shutil.rmtree(draft, ignore_errors=True)


def remove_cluster(place: Place) -> None:
    """Remove the data of a stopped server: at once from its place, then from the disk."""
    if os.path.lexists(place.data):
        place.data.rename(tempfile.mkdtemp(prefix=_draft_prefix(place), dir=place.data.parent))
    remove_drafts(place)
    with suppress(OSError):
        place.socket.rmdir()


def _draft_prefix(place: Place) -> str:
    return f"{place.data.name}.draft-"


def _require_free(place: Place) -> None:
    if os.path.lexists(place.data) and (not place.data.is_dir() or any(place.data.iterdir())):
        raise OperationalError(
            f"{place.data} exists but holds no PostgreSQL database. "
            "Move it away, or set TRACKER_PGDATA to another place for the database."
        )
