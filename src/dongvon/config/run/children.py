"""Processes that the demo starts, and surely stops."""

import ctypes
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

DIE_WITH_PARENT = 1
PATIENCE = 15.0


@dataclass(frozen=True)
class Child:
    """One `dongvon …` process with a process group of its own, so that the terminal's Ctrl-C reaches us alone."""

    name: str
    process: subprocess.Popen[bytes]

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def stop(self) -> None:
        """Ask, wait, insist; the whole group goes."""
        self._signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(PATIENCE)
        self._signal(signal.SIGKILL)
        self.process.wait(PATIENCE)

    def _signal(self, number: int) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)


def start_child(name: str, *arguments: str, log: Path) -> Child:
    """Start `dongvon <arguments>` with its output going to `log`; it ends when we die, however we die."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as file:
        process = subprocess.Popen(
            [*ourselves(), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=_end_with_parent if sys.platform == "linux" else None,
        )
    return Child(name, process)


def ourselves() -> list[str]:
    """How this program is called again, without relying on PATH."""
    return [sys.executable, "-m", "dongvon.config.entry"]


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)
