"""A new database is built from the models; one that grew by migrations must not be able to tell the difference."""

import os
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from dongvon.config.database import install
from dongvon.config.database.connection import administrator_connection
from dongvon.config.database.roles import prepare_roles
from dongvon.config.environment import ENVIRONMENT, DatabaseRole
from tests.database import drop_copy, point_django_at

SCHEMA = {
    "columns": """
        SELECT table_name, column_name, udt_name, character_maximum_length, is_nullable, column_default, is_identity,
               collation_name, generation_expression
        FROM information_schema.columns WHERE table_schema = 'public'""",
    "constraints": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace""",
    "indexes": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "triggers": "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "applied": "SELECT app, name FROM django_migrations",
}


@pytest.mark.django_db(transaction=True)
def test_building_and_migrating_lead_to_the_same_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "build_new_packages", lambda: None)
    built, home = _read(), connection.settings_dict["NAME"]
    name = f"test_{os.getpid()}_migrated"
    try:
        _migrate_into(name)
        migrated = _read()
    finally:
        drop_copy(name)
        point_django_at(home)
    assert {what: migrated[what] ^ built[what] for what in SCHEMA} == {what: set() for what in SCHEMA}


@pytest.mark.django_db
def test_the_migrations_know_every_model() -> None:
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


def _migrate_into(name: str) -> None:
    with administrator_connection(ENVIRONMENT) as administrator:
        administrator.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    prepare_roles(ENVIRONMENT, database=name)
    point_django_at(name, role=DatabaseRole.OWNER)
    install.install(progress=lambda _: None)


def _read() -> dict[str, set[tuple[Any, ...]]]:
    with connection.cursor() as cursor:
        return {what: _rows(cursor, query) for what, query in SCHEMA.items()}


def _rows(cursor: Any, query: str) -> set[tuple[Any, ...]]:
    cursor.execute(query)
    return set(cursor.fetchall())
