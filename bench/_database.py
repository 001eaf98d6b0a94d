"""A durable database of its own for a measurement, thrown away at the end."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOME = Path(__file__).parents[1] / ".dongvon" / "bench"
os.environ.setdefault("DONGVON_MODE", "demo")
os.environ.setdefault("DONGVON_HOME", str(HOME))
os.environ.setdefault("DONGVON_LOG_LEVEL", "ERROR")
os.environ["DONGVON_DATABASE_ROLE"] = "dongvon_worker"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dongvon.config.settings")


def settle() -> None:
    """Let the planner know what lies in the tables, as the server's own housekeeping does within a minute."""
    from django.db import connection

    with connection.cursor() as cursor:
        for statement in ("SET ROLE dongvon_owner", "VACUUM ANALYZE", "RESET ROLE"):
            cursor.execute(statement)


@contextmanager
def fresh_database() -> Iterator[None]:
    """An empty database with everything installed, Django pointed at it as the role of background work."""
    import django

    from dongvon.config.database.cluster import locate_cluster
    from dongvon.config.database.lease import leased
    from dongvon.config.environment import ENVIRONMENT

    HOME.mkdir(parents=True, exist_ok=True)
    with leased(locate_cluster(ENVIRONMENT)):
        django.setup()
        from tests.database import copy_name, create_copy, drop_copy

        name = copy_name("bench")
        create_copy(name)
        try:
            yield
        finally:
            drop_copy(name)
