"""What every test stands on: the database, who runs it, and fixed keys and moments."""

import os

# Decided before Django reads its settings: a home of their own, and a role that owns nothing.
os.environ["DONGVON_MODE"] = "test"
os.environ["DONGVON_DATABASE_ROLE"] = "dongvon_worker"

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import hypothesis
import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, TransactionTestCase
from psycopg.pq import TransactionStatus
from pytest_django.plugin import DjangoDbBlocker

from dongvon.config.database.cluster import locate_cluster
from dongvon.config.database.lease import Lease
from dongvon.config.environment import ENVIRONMENT
from dongvon.kernel.ids import new_id
from tests.database import copy_name, create_copy, drop_copy, recreate_copy

# How long an example takes is the business of bench/, not of a test.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture(scope="session")
def database_server() -> Iterator[None]:
    """A running PostgreSQL: the one `DATABASE_URL` names, or the embedded one until the last test ends."""
    if ENVIRONMENT.database_url:
        yield
        return
    lease = Lease(locate_cluster(ENVIRONMENT))
    lease.take()
    yield
    lease.give_back()


@pytest.fixture(scope="session")
def django_db_setup(database_server: None, worker_id: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A copy of the prepared template for this process alone, used as the role of background work."""
    name = copy_name(worker_id)
    with django_db_blocker.unblock():
        create_copy(name)
    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _: recreate_copy(name))
    yield
    patch.undo()
    with django_db_blocker.unblock():
        drop_copy(name)


@pytest.fixture(scope="module")
def standing(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What fixtures of a module write on this stays for all its tests, each of which works in a savepoint above it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def key() -> UUID:
    """The client's key of one request."""
    return new_id()


@pytest.fixture
def at() -> datetime:
    """A Tuesday morning in Biên Hòa."""
    return datetime(2026, 11, 24, 1, 30, tzinfo=UTC)


@pytest.fixture
def as_role(db: None) -> Callable[[str], AbstractContextManager[None]]:
    """`with as_role("dongvon_web"):` runs the block as another database role."""
    return _taking


@pytest.fixture
def client(db: None) -> Client:
    """Django's test client, each request running as the web's database role, as it does in life."""
    return WebClient()


class WebClient(Client):
    """A browser whose server connects as `dongvon_web`."""

    def request(self, **request: Any) -> HttpResponse:
        with _taking("dongvon_web"):
            return super().request(**request)


@contextmanager
def _taking(role: str) -> Iterator[None]:
    """A failed transaction gives the role back by itself when it is rolled back."""
    _say(f"SET ROLE {role}")
    try:
        yield
    finally:
        if connection.connection.info.transaction_status is not TransactionStatus.INERROR:
            _say("RESET ROLE")


def _say(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
