"""Where one embedded server keeps its data, its socket, its locks and its log."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.db import OperationalError

from tracker.embedded.accounts import Account, account_for, current_account, require_ours
from tracker.embedded.binaries import SHARED_PLACE

PORT = "5432"  # only a part of the socket's name: the server never listens on TCP
# Not $TMPDIR, which may differ between two commands of one person and be too long for a socket.
SOCKET_PLACE = Path("/tmp")


@dataclass(frozen=True)
class Place:
    """One embedded server's files, and the account that runs it."""

    wanted: Path
    data: Path
    account: Account

    @property
    def socket(self) -> Path:
        """Return the folder of the socket: short, since a socket's path has 104 to 108 bytes."""
        return SOCKET_PLACE / self.cluster_name

    @property
    def cluster_name(self) -> str:
        """Return the name that every process of the server bears, made from the data's path."""
        return f"tracker-pg-{_digest(self.data)}"

    @property
    def start_lock(self) -> Path:
        """Return the file that is locked while a server is being started or stopped."""
        return self.data.with_name(f"{self.data.name}.start-lock")

    @property
    def life_lock(self) -> Path:
        """Return the file that each process of a running server holds locked."""
        return self.data.with_name(f"{self.data.name}.life-lock")

    @property
    def log(self) -> Path:
        """Return what the server writes its own messages to."""
        return self.data / "server.log"

    @property
    def pid_file(self) -> Path:
        """Return the file in which a server names its process."""
        return self.data / "postmaster.pid"

    @property
    def socket_lock(self) -> Path:
        """Return the file in which the owner of the socket names its process."""
        return self.socket / f".s.PGSQL.{PORT}.lock"

    @property
    def is_elsewhere(self) -> bool:
        """Tell whether the data had to go to another place than the one wanted."""
        return self.data != self.wanted

    @property
    def exists(self) -> bool:
        """Tell whether a database cluster was made here."""
        return (self.data / "PG_VERSION").exists()

    def prepare_data_folder(self) -> None:
        """Make the folder around the data, and refuse data or a folder of another account."""
        _make_folders(self.data.parent)
        if self.is_elsewhere:
            require_ours(self.data.parent, current_account(), "the database")
        if os.path.lexists(self.data) and self._belongs_to_another():
            owner = self.data.lstat()
            raise OperationalError(
                f"The database in {self.data} belongs to "
                f"{Account(owner.st_uid, owner.st_gid).name}, and this command runs as "
                f"{current_account().name}. Run it as that account, "
                "or set TRACKER_PGDATA to another place for a database of your own."
            )

    def _belongs_to_another(self) -> bool:
        return self.data.lstat().st_uid not in (self.account.uid, os.geteuid())

    def prepare_socket_folder(self) -> None:
        """Make the socket's folder, private to the server's account."""
        with suppress(FileExistsError):
            self.socket.mkdir(mode=0o700)
        if not self.account.is_current and self.socket.lstat().st_uid == os.geteuid():
            os.chown(self.socket, self.account.uid, self.account.gid, follow_symlinks=False)
        self.check_socket_folder()

    def check_socket_folder(self) -> None:
        """Refuse the socket's folder of another account: its server could pretend to be ours."""
        require_ours(self.socket, self.account, "the database's socket")


def find_place(wanted: Path) -> Place:
    """Decide where the server with this wanted data directory lives; change nothing.

    When root's server account can't enter the wanted place, the data goes to a folder below
    /var/tmp named after it. Data that is already in one of the two places stays there.
    """
    wanted = wanted.expanduser().resolve()
    account = account_for(wanted)
    here = Place(wanted, wanted, account)
    if account.is_current or here.exists:
        return here
    folder = SHARED_PLACE / f"tracker-pg-data-{os.geteuid()}-{_digest(wanted)}"
    data = folder / wanted.name
    elsewhere = Place(wanted, data, account_for(data))
    if elsewhere.exists or not account.can_enter(_nearest_existing(wanted.parent)):
        return elsewhere
    return here


def _make_folders(folder: Path) -> None:
    """Make a folder with its parents, each open to passing through, whatever the umask is."""
    if not folder.exists():
        _make_folders(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir()
            folder.chmod(0o711)


def _nearest_existing(path: Path) -> Path:
    return path if path.exists() else _nearest_existing(path.parent)


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
