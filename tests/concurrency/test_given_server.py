"""A server that was given to us is prepared as the operations guide says, by a login that is no superuser."""

import os
import subprocess
import sys

import psycopg
import pytest

from dongvon.config.database.cluster import Cluster
from dongvon.config.database.connection import administrator_connection
from dongvon.config.database.lease import leased
from dongvon.config.environment import Environment

pytestmark = pytest.mark.slow

OWNERS = "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"


def prepare(address: str, environment: Environment) -> subprocess.CompletedProcess[str]:
    given = {"DATABASE_URL": address, "DONGVON_HOME": str(environment.home), "DONGVON_MODE": "test", "PATH": os.defpath}
    words = [sys.executable, "-m", "dongvon.config.entry", "database", "prepare"]
    return subprocess.run(words, env=given, capture_output=True, text=True, check=False)


def test_a_plain_login_prepares_and_later_needs_less(cluster: Cluster, environment: Environment) -> None:
    with leased(cluster), administrator_connection(environment) as administrator:
        administrator.execute("CREATE ROLE lan LOGIN CREATEROLE")
        administrator.execute("CREATE DATABASE von OWNER lan TEMPLATE template0")
        address = f"host={cluster.socket} user=lan dbname=von"
        first = prepare(address, environment)
        assert first.returncode == 0, first.stderr
        administrator.execute("ALTER ROLE lan NOCREATEROLE")
        second = prepare(address, environment)
        assert second.returncode == 0, second.stderr
        with psycopg.connect(address, options="-c role=dongvon_web") as web:
            assert web.execute(OWNERS).fetchall() == [("dongvon_owner",)]
