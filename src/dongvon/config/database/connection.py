"""How Django reaches PostgreSQL: the given address, or the embedded server's socket, under one role."""

from typing import Any

from psycopg.conninfo import conninfo_to_dict

from dongvon.config.environment import Environment

EMBEDDED_DATABASE = "dongvon"
EMBEDDED_USER = "postgres"


def database_settings(environment: Environment) -> dict[str, Any]:
    """Django's DATABASES entry; every connection takes the process's role as its first act."""
    given = _given(environment)
    options = {name: value for name, value in given.items() if name not in _NAMES}
    options["options"] = f"-c role={environment.database_role}"
    return {
        "ENGINE": "django.db.backends.postgresql",
        **{ours: given.get(theirs, "") for theirs, ours in _NAMES.items()},
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


_NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def _given(environment: Environment) -> dict[str, Any]:
    if environment.database_url:
        return conninfo_to_dict(environment.database_url)
    return {
        "dbname": EMBEDDED_DATABASE,
        "user": EMBEDDED_USER,
        "host": str(environment.home / "postgres" / "socket"),
        "port": "5432",
    }
