"""How the program reaches its database: what `DATABASE_URL` says, or the embedded server's private socket."""

import os
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from dongvon.config.database.cluster import LOGIN, PORT, SUPERUSER, socket_of
from dongvon.config.environment import DatabaseRole, Environment

NAME = "dongvon"


def database_settings(environment: Environment) -> dict[str, Any]:
    """Django's description of the database; each connection takes the process's role as it opens."""
    forget_libpq_variables()
    known = connection_parameters(environment)
    taken = {key: known.pop(key, "") for key in ("dbname", "user", "password", "host", "port")}
    given_options = known.pop("options", "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": taken["dbname"],
        "USER": taken["user"],
        "PASSWORD": taken["password"],
        "HOST": taken["host"],
        "PORT": str(taken["port"]),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            **known,
            "options": f"{given_options} {role_option(environment.database_role)}".strip(),
        },
    }


def connection_parameters(environment: Environment) -> dict[str, Any]:
    """libpq parameters of the login the program uses, before it takes a role."""
    if environment.database_url is None:
        return _embedded(environment, user=LOGIN, dbname=NAME)
    found = conninfo_to_dict(environment.database_url)
    return {"dbname": NAME, "host": "localhost", "port": PORT, **found}


def administrator_parameters(environment: Environment) -> dict[str, Any]:
    """libpq parameters of whoever may create roles: the embedded superuser, or the login that was given."""
    if environment.database_url is None:
        return _embedded(environment, user=SUPERUSER, dbname="postgres")
    return connection_parameters(environment)


def administrator_connection(environment: Environment, **others: Any) -> psycopg.Connection[tuple[Any, ...]]:
    """A connection outside Django, each statement its own transaction."""
    forget_libpq_variables()
    return psycopg.connect(**{**administrator_parameters(environment), **others}, autocommit=True)


def role_option(role: DatabaseRole) -> str:
    """The libpq option that makes a connection take `role` as it opens."""
    return f"-c role={role.value}"


def forget_libpq_variables() -> None:
    """`PGHOSTADDR`, `PGOPTIONS` and the like would silently override what we were told: drop them here."""
    for name in [name for name in os.environ if name.startswith("PG")]:
        del os.environ[name]


def _embedded(environment: Environment, *, user: str, dbname: str) -> dict[str, Any]:
    return {"host": str(socket_of(environment)), "port": PORT, "user": user, "dbname": dbname}
