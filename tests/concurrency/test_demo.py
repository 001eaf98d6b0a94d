"""`dongvon demo` stops all it started, however it is ended, and mends what dies under it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from dongvon.config.database.cluster import Cluster, locate_cluster
from dongvon.config.database.server import is_ready, running_pid
from dongvon.config.environment import Environment, Mode
from tests.concurrency.conftest import accessible_folder

pytestmark = pytest.mark.slow

PATIENCE = 60.0


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def demo(home: Path, port: int, cluster: Cluster) -> Iterator[subprocess.Popen[str]]:
    """A running demo with an empty city: loading one is tested elsewhere."""
    (home / "loaded").write_text("sample")
    (home / "loans").write_text("commune 2026-11-23 whole")
    process = start(home, port)
    try:
        wait_for(lambda: page_answers(port) or process.poll() is not None)
        assert process.poll() is None, process.communicate()[0]
        yield process
    finally:
        process.kill()
        wait_for(lambda: not processes_of(home))


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """One home for all: a second run reuses what the first has built."""
    with accessible_folder() as folder:
        yield folder


@pytest.fixture
def cluster(environment: Environment) -> Cluster:
    return locate_cluster(replace(environment, mode=Mode.DEMO))


def start(home: Path, port: int) -> subprocess.Popen[str]:
    given = {name: value for name, value in os.environ.items() if not name.startswith(("DONGVON_D", "DATABASE"))}
    return subprocess.Popen(
        [sys.executable, "-m", "dongvon.config.entry", "demo", "--port", str(port)],
        env=given | {"DONGVON_MODE": "demo", "DONGVON_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_however_it_ends_nothing_is_left(
    number: signal.Signals, demo: subprocess.Popen[str], home: Path, cluster: Cluster
) -> None:
    assert is_ready(cluster)
    demo.send_signal(number)
    demo.wait(PATIENCE)
    wait_for(lambda: not processes_of(home))
    assert running_pid(cluster) is None


def test_a_killed_database_comes_back_under_the_pages(demo: subprocess.Popen[str], port: int, cluster: Cluster) -> None:
    pid = running_pid(cluster)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    wait_for(lambda: running_pid(cluster) not in (None, pid) and is_ready(cluster))
    assert page_answers(port)


def test_a_taken_port_is_told(demo: subprocess.Popen[str], home: Path, port: int) -> None:
    second = start(home, port)
    told = second.communicate(timeout=PATIENCE)[0]
    assert second.returncode == 1
    assert f"Cổng {port} đang có chương trình khác dùng" in told
    assert page_answers(port)


def page_answers(port: int) -> bool:
    """A page that is broken stays broken: no use in waiting for it."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
            return bool(answer.status == 200)
    except urllib.error.HTTPError as error:
        pytest.fail(f"The first page answers {error.code}.")
    except OSError:
        return False


def processes_of(home: Path) -> list[str]:
    """Whoever still runs with this home in its environment or on its command line."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            told = (process / "environ").read_bytes() + (process / "cmdline").read_bytes()
            if os.fsencode(home) in told:
                found.append(f"{process.name} {told[-200:]!r}")
    return found


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "It did not happen in time."
        time.sleep(0.1)
