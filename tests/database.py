"""The tests' databases: one template for each state of the schema, one copy for each test process."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.db import connection, connections
from psycopg import errors, sql

from dongvon.config.database.connection import administrator_connection, role_option
from dongvon.config.database.install import install
from dongvon.config.database.roles import Administrator, prepare_roles
from dongvon.config.environment import ENVIRONMENT, DatabaseRole

SOURCE = Path(__file__).parents[1] / "src" / "dongvon"
SHAPES = ("domain/*/migrations/*.py", "domain/*/sql/*", "domain/**/*.csv", "config/database/**/*", "config/settings.py")
LIBRARIES = ("django", "django-allauth", "procrastinate", "django-pgtrigger")
TEMPLATE_LOCK = 7_031
TEMPLATES_KEPT = 4


def create_copy(name: str) -> None:
    """Make an empty, fully prepared database called `name` and point Django at it."""
    with administrator_connection(ENVIRONMENT) as administrator:
        _sweep_dead_copies(administrator)
        _copy_template(administrator, name)
    point_django_at(name)


def drop_copy(name: str) -> None:
    connections.close_all()
    with administrator_connection(ENVIRONMENT) as administrator:
        _drop(administrator, name)


def recreate_copy(name: str) -> None:
    """Throw away what a test committed: quicker than emptying every table, and reference rows return."""
    connections.close_all()
    with administrator_connection(ENVIRONMENT) as administrator:
        _drop(administrator, name)
        _copy_template(administrator, name)
    point_django_at(name)


def point_django_at(name: str, *, role: DatabaseRole = DatabaseRole.WORKER) -> None:
    connections.close_all()
    connection.settings_dict["NAME"] = name
    connection.settings_dict["OPTIONS"]["options"] = role_option(role)


def _copy_template(administrator: Administrator, name: str) -> None:
    with _locked(administrator):
        template = _template(administrator)
        administrator.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)),
        )


def _template(administrator: Administrator) -> str:
    name = f"template_{_shape()}"
    if administrator.execute("SELECT FROM pg_database WHERE datname = %s", [name]).fetchone() is None:
        _build_template(administrator, name)
        _drop_old_templates(administrator)
    return name


def _build_template(administrator: Administrator, name: str) -> None:
    unfinished = f"unfinished_{name}"
    _drop(administrator, unfinished)
    administrator.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unfinished)))
    prepare_roles(ENVIRONMENT, database=unfinished)
    point_django_at(unfinished, role=DatabaseRole.OWNER)
    install(progress=lambda _: None)
    connections.close_all()
    administrator.execute(
        sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(unfinished), sql.Identifier(name)),
    )


@cache
def _shape() -> str:
    """Names the state of the schema: a change to migrations, handwritten SQL or libraries changes it.

    Asked once: code that is edited while the tests run is not the code they loaded.
    """
    digest = hashlib.sha256()
    for file in sorted({file for pattern in SHAPES for file in SOURCE.glob(pattern) if file.is_file()}):
        digest.update(file.name.encode() + file.read_bytes())
    digest.update(" ".join(version(library) for library in LIBRARIES).encode())
    return digest.hexdigest()[:12]


def _sweep_dead_copies(administrator: Administrator) -> None:
    """A killed test process cannot tidy up: the next one does. Names are `test_<process>_<worker>`."""
    query = "SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'"
    for (name,) in administrator.execute(query).fetchall():
        if not Path(f"/proc/{name.split('_')[1]}").exists():
            _drop(administrator, name)


def _drop_old_templates(administrator: Administrator) -> None:
    query = "SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%' ORDER BY oid DESC"
    for (name,) in administrator.execute(query).fetchall()[TEMPLATES_KEPT:]:
        _drop(administrator, name)


def _drop(administrator: Administrator, name: str) -> None:
    with suppress(errors.InvalidCatalogName, errors.ObjectInUse):
        administrator.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


@contextmanager
def _locked(administrator: Administrator) -> Iterator[None]:
    """One process builds or copies at a time; a template that is being copied may have no other visitor."""
    administrator.execute("SELECT pg_advisory_lock(%s)", [TEMPLATE_LOCK])
    try:
        yield
    finally:
        administrator.execute("SELECT pg_advisory_unlock(%s)", [TEMPLATE_LOCK])


def copy_name(worker: str) -> str:
    return f"test_{os.getpid()}_{worker}"
