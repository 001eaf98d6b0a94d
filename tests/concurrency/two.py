"""Two who act at once: the second comes while the first has not ended its transaction."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic, sleep

from django.db import connection, connections, transaction

from dongvon.kernel.refusals import Refusal

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"
PATIENCE = 60


def second_is_told(first: Callable[[], object], second: Callable[[], object]) -> str:
    """What the second hears: "done", or the name of its refusal. It ends, or waits for the first to end."""
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first()
            other = pool.submit(_told, second)
            _until_it_ends_or_waits(other)
        return other.result(timeout=PATIENCE)


def _told(act: Callable[[], object]) -> str:
    try:
        with transaction.atomic():
            act()
        return "done"
    except Refusal as refusal:
        return refusal.code
    finally:
        connections.close_all()


def _until_it_ends_or_waits(other: Future[str]) -> None:
    deadline = monotonic() + PATIENCE
    while not other.done():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_stat_clear_snapshot()"
            )  # else a transaction sees who waits as they stood at first
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return
        assert monotonic() < deadline, "It neither ended nor waited."
        sleep(0.05)
