"""Opens the database for one process: takes its role, keeps the embedded server running, sets Django up.

The role is decided before the environment is read, so everything that reads it is imported late.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext


@contextmanager
def open_as_worker() -> Iterator[None]:
    """For commands and jobs, which answer for the whole city."""
    with _open("dongvon_worker"):
        yield


@contextmanager
def open_as_owner() -> Iterator[None]:
    """For migrations and Django's own management commands; makes sure roles and database exist."""
    with _open("dongvon_owner", prepare=True):
        yield


@contextmanager
def open_as_web() -> Iterator[None]:
    """For the web server, which sees what its visitor may see."""
    with _open("dongvon_web"):
        yield


@contextmanager
def _open(role: str, *, prepare: bool = False) -> Iterator[None]:
    os.environ["DONGVON_DATABASE_ROLE"] = role
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dongvon.config.settings")
    from dongvon.config.database.cluster import locate_cluster
    from dongvon.config.database.lease import leased
    from dongvon.config.database.roles import prepare_roles
    from dongvon.config.environment import ENVIRONMENT

    with nullcontext() if ENVIRONMENT.database_url else leased(locate_cluster(ENVIRONMENT)):
        if prepare:
            prepare_roles(ENVIRONMENT)
        import django

        django.setup()
        import dongvon.config.checks  # noqa: F401 - importing registers them

        yield
