"""Where one embedded server keeps its data, its socket and its locks."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir

from dongvon.config.database.account import Account, choose_account, copy_within_reach
from dongvon.config.database.binaries import Binaries, find_binaries
from dongvon.config.environment import Environment, Mode

LONGEST_SOCKET_PATH = 90
SHARED_PLACE = Path("/var/lib/dongvon")
SUPERUSER = "postgres"
LOGIN = "dongvon"
PORT = 5432


@dataclass(frozen=True, kw_only=True)
class Cluster:
    """One embedded server: `durable` is off only for tests, which may lose everything at a power cut."""

    folder: Path
    binaries: Binaries
    account: Account
    durable: bool

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def socket(self) -> Path:
        """Inside the folder, or in a short private one when the path would not fit a socket's address."""
        inside = self.folder / "socket"
        if len(str(inside)) <= LONGEST_SOCKET_PATH:
            return inside
        return Path(gettempdir()) / f"dongvon-{self.account.uid}-{_fingerprint(self.folder)}"


def locate_cluster(environment: Environment) -> Cluster:
    """The embedded server of this installation; one cluster for each major version, as they cannot share."""
    binaries = find_binaries(environment.postgres_bin)
    wanted = environment.home / f"postgres-{binaries.major}"
    account = choose_account(wanted / "data")
    if not account.reaches(wanted / "data"):
        wanted = SHARED_PLACE / _fingerprint(environment.home) / wanted.name
        account = choose_account(wanted / "data")
    return Cluster(
        folder=wanted,
        binaries=_within_reach(binaries, account),
        account=account,
        durable=environment.mode is not Mode.TEST,
    )


def socket_of(environment: Environment) -> Path:
    return locate_cluster(environment).socket


def _within_reach(binaries: Binaries, account: Account) -> Binaries:
    if account.reaches(binaries.folder / "postgres"):
        return binaries
    copied = SHARED_PLACE / f"programs-{_fingerprint(binaries.folder)}"
    copied.parent.mkdir(parents=True, exist_ok=True)
    return Binaries(folder=copy_within_reach(binaries.folder, to=copied), major=binaries.major)


def _fingerprint(path: Path) -> str:
    return hashlib.sha256(str(path).encode()).hexdigest()[:10]
