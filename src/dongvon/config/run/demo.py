"""The demo from the first step to Ctrl-C: server, data, web pages, background work, and everything stopped."""

import shutil
import signal
import subprocess
import threading
from contextlib import ExitStack
from pathlib import Path

import click
import django

from dongvon.config.database.cluster import locate_cluster
from dongvon.config.database.lease import Lease, in_use, stop_for_all
from dongvon.config.database.locks import alone
from dongvon.config.database.roles import forget_tables
from dongvon.config.environment import ENVIRONMENT, Mode
from dongvon.config.run.children import Child, ourselves, start_child
from dongvon.config.run.loading import MARKS, STALE, load_city, load_loans, refuse_other_scale
from dongvon.config.run.ports import answers
from dongvon.config.run.steps import say, step

START_PATIENCE = 60
PULSE = 2.0
LOGS = ENVIRONMENT.home / "logs"


class Demo:
    """One run of the demo in this process; children do the serving and the background work."""

    def __init__(self, *, plan: Path | None, scale: str | None, host: str, port: int) -> None:
        self.plan = plan.resolve() if plan else None
        self.scale = scale
        self.host = host
        self.port = port
        self.lease: Lease | None = None
        self.children: dict[str, Child] = {}
        self.ended = threading.Event()

    def run(self, *, reset: bool) -> None:
        """Start everything, stay until told to stop, stop everything that was started."""
        if ENVIRONMENT.mode is not Mode.DEMO:
            raise click.ClickException("Demo chỉ chạy khi DONGVON_MODE=demo.")
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._end)
        with ExitStack() as stack:
            stack.callback(self._stop_everything)
            try:
                self._start_everything(reset=reset)
            except Stopped:
                return
            self._watch()

    def _end(self, *_signal: object) -> None:
        """Noted here, obeyed at the next safe moment, so that nothing is left half started."""
        self.ended.set()

    def _obey(self) -> None:
        if self.ended.is_set():
            raise Stopped

    def _start_everything(self, *, reset: bool) -> None:
        if reset:
            _forget_data()
        refuse_other_scale(self.scale)
        if ENVIRONMENT.database_url is None:
            self.lease = Lease(locate_cluster(ENVIRONMENT))
            with step("Khởi động PostgreSQL"):
                self.lease.take()
        self._obey()
        with step("Chuẩn bị cơ sở dữ liệu"):
            _run_ourselves("database", "prepare")
        self._obey()
        with step("Chuẩn bị giao diện"):
            _run_ourselves("manage", "collectstatic", "--noinput", "--verbosity", "0")
        django.setup()
        with alone(ENVIRONMENT.home / "loading.lock"):
            load_city(self.plan, obey=self._obey)
            self._obey()
            with step("Mở trang web"):
                self._open_pages()
            self._announce()
            load_loans(self.scale, obey=self._obey)
        self._start_work()
        say("Nhấn Ctrl-C để dừng tất cả.\n")

    def _open_pages(self) -> None:
        """Early: whoever waits for loans can already read the plan."""
        self._start_web()
        for _ in range(START_PATIENCE * 10):
            if answers(self.host, self.port) or self.ended.wait(0.1):
                return
            if not self.children["web"].alive:
                break
        told = "\n".join((LOGS / "web.log").read_text(errors="replace").splitlines()[-5:])
        raise click.ClickException(f"Trang web không mở được; xem {LOGS / 'web.log'}\n{told}")

    def _start_web(self) -> None:
        bind = f"{self.host}:{self.port}"
        self.children["web"] = start_child("web", "serve", "--bind", bind, log=LOGS / "web.log")

    def _start_work(self) -> None:
        """Only now: a day closed in the background would leave no room for loans with a history."""
        self.children["work"] = start_child("work", "work", log=LOGS / "work.log")

    def _announce(self) -> None:
        from dongvon.demo.city.people import demo_accounts

        say(f"\n[bold]Đồng Vốn đang chạy:[/bold] {ENVIRONMENT.public_address}")
        say("Vào bằng một lần bấm ở trang đăng nhập, với tư cách:")
        for account in demo_accounts():
            say(f"  {account.full_name:<24} {account.title} [dim]({account.address})[/dim]")
        say("")

    def _watch(self) -> None:
        """Whatever dies under us is started again, the database first."""
        while not self.ended.wait(PULSE):
            if self.lease and self.lease.renew():
                say("PostgreSQL đã dừng bất thường và vừa được khởi động lại.")
            if not self.children["work"].alive:
                self._start_work()
            if not self.children["web"].alive:
                self._start_web()

    def _stop_everything(self) -> None:
        self.ended.set()
        say("\nĐang dừng…")
        for child in self.children.values():
            child.stop()
        if self.lease:
            self.lease.give_back()
        say("Đã dừng tất cả.")


class Stopped(Exception):
    """A signal came while the demo was still starting."""


def _forget_data() -> None:
    """Start anew: the tables and everything the demo keeps at home go."""
    with step("Xóa dữ liệu demo cũ"):
        if ENVIRONMENT.database_url is None:
            cluster = locate_cluster(ENVIRONMENT)
            if in_use(cluster):
                raise click.ClickException("Một bản demo khác đang dùng dữ liệu này; hãy dừng nó trước.")
            stop_for_all(cluster)
            shutil.rmtree(cluster.folder, ignore_errors=True)
        else:
            forget_tables(ENVIRONMENT)
        for name in ("attachments", "letters", "static", "logs"):
            shutil.rmtree(ENVIRONMENT.home / name, ignore_errors=True)
        for mark in MARKS:
            mark.unlink(missing_ok=True)


def _run_ourselves(*arguments: str) -> None:
    answer = subprocess.run(
        [*ourselves(), *arguments], capture_output=True, text=True, check=False, start_new_session=True
    )
    if answer.returncode:
        raise click.ClickException(f"dongvon {' '.join(arguments)}:\n{answer.stdout}{answer.stderr}\n{STALE}")
