"""Starts and stops the embedded PostgreSQL; the callers hold the cluster's lock."""

import os
import signal
import time
from pathlib import Path
from shutil import rmtree

from dongvon.config.database.cluster import PORT, SUPERUSER, Cluster

PATIENCE = 60.0
PAUSE = 0.05


class ServerFailed(RuntimeError):
    """PostgreSQL did not start or stop; carries the last lines it wrote."""

    def __init__(self, cluster: Cluster, what: str) -> None:
        lines = cluster.log.read_text(errors="replace").splitlines()[-15:] if cluster.log.exists() else []
        super().__init__(f"PostgreSQL: {what} (nhật ký / log: {cluster.log})\n" + "\n".join(lines))


def is_ready(cluster: Cluster) -> bool:
    """Whether the server answers on its own socket."""
    address = ("-h", str(cluster.socket), "-p", str(PORT))
    return cluster.account.run([cluster.binaries.program("pg_isready"), "-q", *address]).returncode == 0


def start(cluster: Cluster) -> bool:
    """Make sure the server runs; True when this call started it. A dead server's leftovers are swept away."""
    if is_ready(cluster):
        return False
    _prepare_folders(cluster)
    if running_pid(cluster) is not None and _wait_until_ready(cluster):
        return False
    _sweep_stale_lock(cluster)
    _launch(cluster)
    return True


def stop(cluster: Cluster) -> None:
    """Close connections, write everything down and stop; harmless when nothing runs."""
    pid = running_pid(cluster)
    if pid is None:
        return
    os.kill(pid, signal.SIGINT)
    if _wait_until_gone(cluster):
        return
    os.kill(pid, signal.SIGQUIT)
    if not _wait_until_gone(cluster):
        raise ServerFailed(cluster, f"không dừng được / did not stop, pid {pid}")


def running_pid(cluster: Cluster) -> int | None:
    """The postmaster of this data folder, or None; a reused process number does not fool it."""
    try:
        pid = int((cluster.data / "postmaster.pid").read_text().split("\n", 1)[0])
        os.kill(pid, 0)
    except (FileNotFoundError, ValueError, ProcessLookupError):
        return None
    return pid if _works_in(pid, cluster.data) else None


def _works_in(pid: int, folder: Path) -> bool:
    """A postmaster's working folder is its data folder; a zombie has none."""
    process = Path(f"/proc/{pid}")
    if not process.exists():
        return not Path("/proc/self").exists()
    try:
        return (process / "cwd").resolve() == folder.resolve()
    except OSError:
        return False


def _prepare_folders(cluster: Cluster) -> None:
    _private_folder(cluster, cluster.folder)
    _private_folder(cluster, cluster.socket)
    if not (cluster.data / "PG_VERSION").exists():
        _create_data(cluster)
    settings = cluster.data / "dongvon.conf"
    settings.write_text(_settings(cluster), encoding="utf-8")
    cluster.account.give(settings)


def _private_folder(cluster: Cluster, folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    cluster.account.give(folder)
    status = folder.lstat()
    if status.st_uid != cluster.account.uid or folder.is_symlink():
        raise ServerFailed(cluster, f"thư mục của tài khoản khác / folder belongs to somebody else: {folder}")
    folder.chmod(0o700)


def _create_data(cluster: Cluster) -> None:
    """Build the data in a side folder and rename it: a cut-off creation is never mistaken for data."""
    for leftover in cluster.folder.glob("creating-*"):
        rmtree(leftover)
    side = cluster.folder / f"creating-{os.getpid()}"
    command = [
        *(cluster.binaries.program("initdb"), "-D", str(side), "-U", SUPERUSER, "--auth=trust"),
        *("--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"),
        *(() if cluster.durable else ("--no-sync",)),
    ]
    answer = cluster.account.run(command)
    if answer.returncode:
        raise ServerFailed(cluster, f"initdb: {answer.stderr.strip()}")
    with (side / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write("\ninclude_if_exists 'dongvon.conf'\n")
    side.rename(cluster.data)


def _settings(cluster: Cluster) -> str:
    """No TCP, a private socket, and the sizes of a small machine."""
    folder = str(cluster.socket).replace("'", "''")
    lines = [
        "listen_addresses = ''",
        f"port = {PORT}",
        f"unix_socket_directories = '{folder}'",
        "unix_socket_permissions = 0700",
        "max_connections = 100",
        "shared_buffers = '256MB'",
        "max_wal_size = '2GB'",
        "timezone = 'UTC'",
        "log_timezone = 'UTC'",
    ]
    if not cluster.durable:
        lines += ["fsync = off", "synchronous_commit = off", "full_page_writes = off"]
    return "\n".join(lines) + "\n"


def _sweep_stale_lock(cluster: Cluster) -> None:
    """After kill -9 the process number may belong to a stranger, and PostgreSQL would refuse to start."""
    if running_pid(cluster) is None:
        (cluster.data / "postmaster.pid").unlink(missing_ok=True)


def _launch(cluster: Cluster) -> None:
    """A killed server's last children hold its memory for a moment: try again until patience ends."""
    command = [
        *(cluster.binaries.program("pg_ctl"), "start", "-D", str(cluster.data), "-s"),
        *("-w", "-t", str(int(PATIENCE)), "-l", str(cluster.log)),
    ]
    deadline = time.monotonic() + PATIENCE / 2
    while cluster.account.run(command).returncode:
        if time.monotonic() > deadline:
            raise ServerFailed(cluster, "không khởi động được / did not start")
        time.sleep(PAUSE * 4)
        _sweep_stale_lock(cluster)
    if not _wait_until_ready(cluster):
        raise ServerFailed(cluster, "không trả lời / does not answer")


def _wait_until_ready(cluster: Cluster) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if is_ready(cluster):
            return True
        if running_pid(cluster) is None:
            return False
        time.sleep(PAUSE)
    return False


def _wait_until_gone(cluster: Cluster) -> bool:
    deadline = time.monotonic() + PATIENCE / 2
    while time.monotonic() < deadline:
        if running_pid(cluster) is None:
            return True
        time.sleep(PAUSE)
    return False
