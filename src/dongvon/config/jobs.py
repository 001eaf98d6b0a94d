"""Background work on PostgreSQL: what runs when, and how a job is found and run."""

import importlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import close_old_connections
from procrastinate import App, JobContext, RetryStrategy, exceptions
from procrastinate.connector import BaseConnector
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Status
from procrastinate.manager import JobManager

from dongvon.domain.audit.operations.defer import RUN

log = logging.getLogger(__name__)

RETRY = RetryStrategy(max_attempts=5, exponential_wait=4)
KEPT_HOURS = 24 * 30


@dataclass(frozen=True, kw_only=True)
class Scheduled:
    """A restartable job of a domain package, by its short name, and its times (cron, in UTC)."""

    job: str
    cron: str


#: Often rather than once: each does nothing when its work is done, and a machine may sleep at midnight.
SCHEDULE = (
    Scheduled(job="audit.seal_yesterday", cron="15 * * * *"),
    Scheduled(job="documents.sweep_attachments", cron="35 * * * *"),
    Scheduled(job="lending.close_yesterday", cron="*/10 * * * *"),
    Scheduled(job="insight.measure_closed", cron="*/10 * * * *"),
    Scheduled(job="lending.assess_last_month", cron="20 * * * *"),
    Scheduled(job="lending.put_away_forgotten", cron="50 * * * *"),
    Scheduled(job="lending.sweep_files", cron="45 * * * *"),
    Scheduled(job="people.throw_away_untaken", cron="55 * * * *"),
    Scheduled(job="workplan.keep_time", cron="*/10 * * * *"),
    Scheduled(job="workplan.send_reminders", cron="*/10 * * * *"),
)


def run(*, job: str, arguments: dict[str, Any]) -> None:
    """Do one job now; only functions that a domain package offers in its `jobs.py` can be named.

    Each failure is logged as it happens: the job library would tell the last of five alone.
    """
    close_old_connections()
    try:
        find_job(job)(**arguments)
    except Exception:
        log.exception("Job %s failed.", job)
        raise
    finally:
        close_old_connections()


def find_job(job: str) -> Callable[..., object]:
    """The function behind a short name."""
    package, _, name = job.partition(".")
    found = getattr(importlib.import_module(f"dongvon.domain.{package}.jobs"), name)
    assert callable(found), f"{job} is no job."
    return found  # type: ignore[no-any-return]


def register(app: App) -> None:
    """Tell the job library what there is; Django calls it once, by `PROCRASTINATE_ON_APP_READY`."""
    app.task(name=RUN, retry=RETRY)(run)
    for scheduled in SCHEDULE:
        _schedule(app, scheduled)
    app.periodic(cron="*/2 * * * *")(app.task(name="requeue_stalled", pass_context=True)(requeue_stalled))
    app.periodic(cron="40 18 * * *")(app.task(name="forget_old", pass_context=True)(forget_old))


def _schedule(app: App, scheduled: Scheduled) -> None:
    """Never twice at once, and never two in the queue."""

    def run_scheduled(timestamp: int) -> None:
        log.info("%s, due at %s", scheduled.job, timestamp)
        run(job=scheduled.job, arguments={})

    name = scheduled.job
    app.periodic(cron=scheduled.cron)(app.task(name=name, lock=name, queueing_lock=name, retry=RETRY)(run_scheduled))


async def requeue_stalled(context: JobContext, timestamp: int) -> None:
    """Every few minutes: give work back whose worker was killed."""
    log.debug("Looking for lost work, due at %s", timestamp)
    await requeue(context.app.job_manager)


async def requeue(manager: JobManager) -> None:
    """Queue lost jobs again; a newer twin in the queue makes the old one needless."""
    for job in await manager.get_stalled_jobs():
        log.warning("Job %s (%s) lost its worker and is queued again.", job.id, job.task_name)
        try:
            await manager.retry_job(job)
        except (exceptions.UniqueViolation, exceptions.AlreadyEnqueued):
            await manager.finish_job(job, status=Status.FAILED, delete_job=False)


async def forget_old(context: JobContext, timestamp: int) -> None:
    """Remove finished jobs after a month."""
    log.debug("Forgetting old work, due at %s", timestamp)
    await context.app.job_manager.delete_old_jobs(nb_hours=KEPT_HOURS)


def worker_connector(app: App) -> BaseConnector:
    """A connection pool beside Django's connections, with the same address and role."""
    assert isinstance(app.connector, DjangoConnector)
    return app.connector.get_worker_connector()


def run_worker() -> None:
    """Work until a signal says stop; work in hand is finished first."""
    from procrastinate.contrib.django import app

    with app.replace_connector(worker_connector(app)) as working:
        working.run_worker(concurrency=2, shutdown_graceful_timeout=20, fetch_job_polling_interval=5)
