"""Creates the login, the database, the roles and their rights: what the first migration needs."""

from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from dongvon.config.database.cluster import LOGIN
from dongvon.config.database.connection import administrator_connection, connection_parameters
from dongvon.config.environment import DatabaseRole, Environment

KNOWS_SET = 160_000
SQL = Path(__file__).parent / "sql"

Administrator = psycopg.Connection[tuple[Any, ...]]


def prepare_roles(environment: Environment, *, database: str | None = None) -> None:
    """Make roles and rights in `database` (by default the configured one); the embedded server gets it anew.

    Harmless when repeated. On a given server the database exists, and the login needs CREATEROLE once.
    """
    name = database or connection_parameters(environment)["dbname"]
    with administrator_connection(environment) as administrator:
        administrator.execute((SQL / "roles.sql").read_bytes())
        if environment.database_url is None:
            _create_login(administrator)
            _create_database(administrator, name)
        _grant_roles(administrator, _login(administrator, environment))
    with administrator_connection(environment, dbname=name) as administrator:
        administrator.execute(
            sql.SQL("GRANT CREATE ON DATABASE {} TO dongvon_owner").format(sql.Identifier(name)),
        )
        administrator.execute((SQL / "rights.sql").read_bytes())


def forget_tables(environment: Environment) -> None:
    """Drop all that the owner made; only the demo's reset asks for it."""
    with administrator_connection(environment) as administrator:
        administrator.execute("SET ROLE dongvon_owner")
        administrator.execute("DROP OWNED BY dongvon_owner CASCADE")


def _create_login(administrator: Administrator) -> None:
    """NOINHERIT: without taking a role the login may do nothing."""
    if not _exists(administrator, "SELECT FROM pg_roles WHERE rolname = %s", LOGIN):
        administrator.execute(sql.SQL("CREATE ROLE {} LOGIN NOINHERIT").format(sql.Identifier(LOGIN)))


def _create_database(administrator: Administrator, name: str) -> None:
    if not _exists(administrator, "SELECT FROM pg_database WHERE datname = %s", name):
        administrator.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def _grant_roles(administrator: Administrator, login: str) -> None:
    """From 16 on, whoever creates a role may administer it but not take it: ask for exactly what is needed."""
    needed = "SET" if administrator.info.server_version >= KNOWS_SET else "MEMBER"
    for role in DatabaseRole:
        if not _exists(administrator, "SELECT WHERE pg_has_role(%s, %s, %s)", login, role, needed):
            administrator.execute(
                sql.SQL("GRANT {} TO {}").format(sql.Identifier(role), sql.Identifier(login)),
            )


def _login(administrator: Administrator, environment: Environment) -> str:
    return LOGIN if environment.database_url is None else administrator.info.user


def _exists(administrator: Administrator, question: str, *values: str) -> bool:
    return administrator.execute(question.encode(), list(values)).fetchone() is not None
