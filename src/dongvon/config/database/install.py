"""Brings the database up to the code: migrations, then each package's handwritten SQL, lowest floor first."""

import hashlib
import importlib.util
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from dongvon.config.database.build import build_new_packages
from dongvon.config.environment import DatabaseRole

PREPARATION_LOCK = 20_261_124

Progress = Callable[[str], None]


def install(*, progress: Progress) -> None:
    """Migrate, then apply every `sql/install*.sql`, as the owner; harmless when repeated."""
    with _one_at_a_time():
        progress("Cập nhật cấu trúc dữ liệu")
        build_new_packages()
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        progress("Đặt quyền xem theo đơn vị")
        with transaction.atomic(), connection.cursor() as cursor:
            for file in install_files():
                cursor.execute(file.read_text(encoding="utf-8"))
            cursor.execute(f"COMMENT ON FUNCTION scope_everything() IS '{_state_of_sql()}'")


class Unprepared(click.ClickException):
    """The database is behind the code; serving from it would show wrong rows or none."""

    def __init__(self) -> None:
        super().__init__(
            "Cơ sở dữ liệu chưa theo kịp chương trình; hãy chạy: dongvon database prepare\n"
            "The database is behind the program; run: dongvon database prepare"
        )


def require_prepared() -> None:
    """Raise `Unprepared` unless every migration and the handwritten SQL of this very code were applied."""
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    installed = None if pending else _installed_sql()
    connection.close()  # a server that forks after this must not share it
    if installed != _state_of_sql():
        raise Unprepared


def _installed_sql() -> str | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT obj_description(to_regprocedure('scope_everything()'), 'pg_proc')")
        row = cursor.fetchone()
    return row[0] if row else None


def _state_of_sql() -> str:
    texts = b"".join(file.read_bytes() for file in install_files())
    return f"installed {hashlib.sha256(texts).hexdigest()}"


def install_files() -> list[Path]:
    """The handwritten SQL of the domain packages that have some, lowest floor first, `install.sql` before its parts."""
    return [file for package in settings.DOMAIN for file in sorted((_folder_of(package) / "sql").glob("install*.sql"))]


def _folder_of(package: str) -> Path:
    found = importlib.util.find_spec(package)
    assert found, f"{package} is no package of ours."
    assert found.origin, f"{package} has no `__init__.py`."
    return Path(found.origin).parent


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two processes that prepare the same database wait for each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == (DatabaseRole.OWNER.value,), "Only the owner may."
        cursor.execute("SELECT pg_advisory_lock(%s)", [PREPARATION_LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [PREPARATION_LOCK])
