"""Embedded servers of their own for the tests of the supervisor, and processes that use them."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dongvon.config.database.account import Account
from dongvon.config.database.cluster import Cluster, locate_cluster
from dongvon.config.database.lease import stop_for_all
from dongvon.config.environment import Environment, read_environment

ROOT = Path(__file__).parents[2]
NOBODY = 65_534


@dataclass
class ServerUser:
    """A running `server_user.py`."""

    process: subprocess.Popen[str]

    def hear(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "The user of the server died."
        return json.loads(line)

    def leave(self) -> dict[str, Any]:
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        facts = self.hear()
        self.process.wait(30)
        return facts

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(30)


@pytest.fixture
def home() -> Iterator[Path]:
    with accessible_folder() as folder:
        yield folder


@contextmanager
def accessible_folder() -> Iterator[Path]:
    """A folder every account may walk to, as a home usually is."""
    folder = Path(tempfile.mkdtemp(prefix="dongvon-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def environment(home: Path) -> Environment:
    given = {"DONGVON_MODE": "test", "DONGVON_HOME": str(home)}
    chosen = os.environ.get("DONGVON_POSTGRES_BIN")
    return read_environment(given | ({"DONGVON_POSTGRES_BIN": chosen} if chosen else {}))


@pytest.fixture
def cluster(environment: Environment) -> Iterator[Cluster]:
    """Where a server would run; stopped afterwards whatever the test did to it."""
    cluster = locate_cluster(environment)
    yield cluster
    stop_for_all(cluster)


@pytest.fixture
def new_user(cluster: Cluster, home: Path) -> Iterator[Callable[[], ServerUser]]:
    """Starts processes that use the server, as the account the tests run under."""
    users: list[ServerUser] = []

    def start() -> ServerUser:
        users.append(start_user(home, cluster.binaries.folder))
        return users[-1]

    yield start
    for user in users:
        with suppress(ProcessLookupError):
            user.kill()


def start_user(home: Path, folder: Path, *, uid: int | None = None) -> ServerUser:
    process = subprocess.Popen(
        [python_for(uid), str(Path(__file__).with_name("server_user.py")), str(home), str(folder)],
        env={
            "PYTHONPATH": str(ROOT / "src"),
            "PATH": os.defpath,
            "DONGVON_MODE": "test",
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        user=uid,
        group=uid,
        extra_groups=[] if uid else None,
        cwd="/",
    )
    return ServerUser(process)


def python_for(uid: int | None) -> str:
    """Our Python, or the system's where another account cannot walk to ours."""
    own = Path(sys.executable).resolve()
    if uid is None or Account(uid=uid, gid=uid, steps_down=True).reaches(own):
        return str(own)
    return shutil.which("python3", path=os.defpath) or pytest.skip("no Python that another account can run")
