"""Some who act at once: what each is told, and a second who comes while the first has not ended."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier
from time import monotonic, sleep

from django.db import connection, connections, transaction

from dongvon.kernel.refusals import Refusal

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"
PATIENCE = 60


def told(act: Callable[[], object]) -> str:
    """The outcome of one act in a transaction and on a connection of its own: "done", or the name of its refusal."""
    try:
        with transaction.atomic():
            act()
        return "done"
    except Refusal as refusal:
        return refusal.code
    finally:
        connections.close_all()


def at_once(*acts: Callable[[], object]) -> list[str]:
    """What each is told, sorted; all begin in the same moment."""
    start = Barrier(len(acts))

    def begun(act: Callable[[], object]) -> None:
        start.wait(PATIENCE)
        act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(lambda act: told(lambda: begun(act)), acts))


def second_is_told(first: Callable[[], object], second: Callable[[], object]) -> str:
    """What the second hears: "done", or the name of its refusal. It ends, or waits for the first to end."""
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first()
            other = pool.submit(told, second)
            _until_it_ends_or_waits(other)
        return other.result(timeout=PATIENCE)


def _until_it_ends_or_waits(other: Future[str]) -> None:
    deadline = monotonic() + PATIENCE
    while not other.done():
        with connection.cursor() as cursor:
            # Else a transaction goes on seeing who waited when it first looked.
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return
        assert monotonic() < deadline, "It neither ended nor waited."
        sleep(0.05)
