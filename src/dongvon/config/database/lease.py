"""Sharing one embedded server between processes: the last out stops it, a killed one leaves no trace."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from dongvon.config.database import server
from dongvon.config.database.cluster import Cluster
from dongvon.config.database.locks import alone, is_only_holder, open_lock, share


class Lease:
    """A claim on the running server, kept by a file lock that the kernel drops even after kill -9."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self._users: int | None = None
        self._holder = 0

    def take(self) -> bool:
        """Make sure the server runs and count ourselves among its users; True when we started it."""
        with _deciding(self.cluster):
            self._users = open_lock(_users(self.cluster))
            self._holder = os.getpid()
            share(self._users)
            return server.start(self.cluster)

    def renew(self) -> bool:
        """Start the server again if it died under us; True when it had."""
        with _deciding(self.cluster):
            return server.start(self.cluster)

    def give_back(self) -> bool:
        """Leave; the last user stops the server unless it was told to stay. True when it was stopped.

        In a forked copy of the holder this does nothing: the claim is not the copy's to give.
        """
        if self._users is None or self._holder != os.getpid():
            return False
        with _deciding(self.cluster):
            last = is_only_holder(self._users) and not _stay_mark(self.cluster).exists()
            if last:
                server.stop(self.cluster)
            os.close(self._users)
            self._users = None
        return last


@contextmanager
def leased(cluster: Cluster) -> Iterator[None]:
    """The server runs inside the block."""
    lease = Lease(cluster)
    try:
        lease.take()
        yield
    finally:
        lease.give_back()


def start_and_stay(cluster: Cluster) -> bool:
    """Start the server so that it outlives its users, until `stop_for_all`; True when this call did."""
    with _deciding(cluster):
        started = server.start(cluster)
        _stay_mark(cluster).touch()
    return started


def stop_for_all(cluster: Cluster) -> None:
    """Stop the server whoever uses it."""
    with _deciding(cluster):
        _stay_mark(cluster).unlink(missing_ok=True)
        server.stop(cluster)


def in_use(cluster: Cluster) -> bool:
    """Whether some process holds a lease now."""
    with _deciding(cluster):
        users = open_lock(_users(cluster))
        try:
            return not is_only_holder(users)
        finally:
            os.close(users)


def _deciding(cluster: Cluster) -> AbstractContextManager[None]:
    """One process at a time decides about starting and stopping."""
    return alone(_beside(cluster, "lock"))


def _users(cluster: Cluster) -> Path:
    return _beside(cluster, "users")


def _stay_mark(cluster: Cluster) -> Path:
    return _beside(cluster, "stay")


def _beside(cluster: Cluster, ending: str) -> Path:
    """Beside the server's folder, which may be thrown away or belong to another account."""
    return cluster.folder.with_name(f"{cluster.folder.name}.{ending}")
