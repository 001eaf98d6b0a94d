"""Sharing one embedded server between processes: the last out stops it, a killed one leaves no trace."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dongvon.config.database import server
from dongvon.config.database.cluster import Cluster


class Lease:
    """A claim on the running server, kept by a file lock that the kernel drops even after kill -9."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self._users: int | None = None

    def take(self) -> bool:
        """Make sure the server runs and count ourselves among its users; True when we started it."""
        with _alone(self.cluster):
            started = server.start(self.cluster)
            self._users = _open(self.cluster.folder / "users")
            fcntl.flock(self._users, fcntl.LOCK_SH)
        return started

    def renew(self) -> bool:
        """Start the server again if it died under us; True when it had."""
        with _alone(self.cluster):
            return server.start(self.cluster)

    def give_back(self) -> bool:
        """Leave; the last user stops the server unless it was told to stay. True when it was stopped."""
        if self._users is None:
            return False
        with _alone(self.cluster):
            last = _is_only_user(self._users) and not _stay_mark(self.cluster).exists()
            if last:
                server.stop(self.cluster)
            os.close(self._users)
            self._users = None
        return last


@contextmanager
def leased(cluster: Cluster) -> Iterator[None]:
    """The server runs inside the block."""
    lease = Lease(cluster)
    lease.take()
    try:
        yield
    finally:
        lease.give_back()


def start_and_stay(cluster: Cluster) -> bool:
    """Start the server so that it outlives its users, until `stop_for_all`; True when this call did."""
    with _alone(cluster):
        started = server.start(cluster)
        _stay_mark(cluster).touch()
    return started


def stop_for_all(cluster: Cluster) -> None:
    """Stop the server whoever uses it."""
    if cluster.folder.exists():
        with _alone(cluster):
            _stay_mark(cluster).unlink(missing_ok=True)
            server.stop(cluster)


@contextmanager
def _alone(cluster: Cluster) -> Iterator[None]:
    """One process at a time decides about starting and stopping."""
    cluster.folder.parent.mkdir(parents=True, exist_ok=True)
    descriptor = _open(cluster.folder.with_name(f"{cluster.folder.name}.lock"))
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _is_only_user(users: int) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _stay_mark(cluster: Cluster) -> Path:
    return cluster.folder / "stay"


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
