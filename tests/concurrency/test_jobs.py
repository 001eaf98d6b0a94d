"""Background work: handed over with the transaction, done once, given back when its worker was killed."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app

from dongvon.config import jobs
from dongvon.domain.audit.operations.defer import defer

DOMAIN = Path(jobs.__file__).parents[1] / "domain"


def states() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT args ->> 'job', status FROM procrastinate_jobs WHERE task_name = %s ORDER BY id", [jobs.RUN]
        )
        return cursor.fetchall()


def in_a_thread(work: Callable[[], None]) -> None:
    """A worker needs the event loop of its thread; a browser that an earlier test opened keeps ours."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(work).result()


def work_until_done() -> None:
    with app.replace_connector(jobs.worker_connector(app)) as working:
        working.run_worker(wait=False, listen_notify=False, install_signal_handlers=False)


@pytest.mark.django_db(transaction=True)
def test_work_is_handed_over_only_when_the_transaction_commits() -> None:
    with transaction.atomic():
        defer("audit.seal_yesterday")
        transaction.set_rollback(True)
    assert states() == []
    with transaction.atomic():
        defer("audit.seal_yesterday")
    assert states() == [("audit.seal_yesterday", "todo")]


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_what_was_handed_over() -> None:
    defer("audit.seal_yesterday")
    in_a_thread(work_until_done)
    assert states() == [("audit.seal_yesterday", "succeeded")]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_seal")
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db(transaction=True)
def test_a_job_whose_worker_was_killed_is_queued_again() -> None:
    defer("audit.seal_yesterday")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id"
        )
        killed = cursor.fetchone()[0]
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s", [killed])
    in_a_thread(lambda: asyncio.run(requeue()))
    assert states() == [("audit.seal_yesterday", "todo")]


async def requeue() -> None:
    with app.replace_connector(jobs.worker_connector(app)) as working:
        async with working.open_async():
            await jobs.requeue(working.job_manager)


@pytest.mark.parametrize("scheduled", jobs.SCHEDULE, ids=lambda scheduled: scheduled.job)
def test_what_is_scheduled_exists_and_needs_nothing(scheduled: jobs.Scheduled) -> None:
    assert callable(jobs.find_job(scheduled.job))
    assert len(scheduled.cron.split()) == 5


def test_only_jobs_of_the_domain_can_be_named() -> None:
    with pytest.raises(ModuleNotFoundError):
        jobs.find_job("os.system")
