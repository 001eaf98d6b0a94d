"""Takes the time of something, and says whether it is within its mark."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter


@dataclass
class Taken:
    """Seconds, known once the block has ended."""

    seconds: float = 0.0


@contextmanager
def timed() -> Iterator[Taken]:
    """`with timed() as taken:` measures its block."""
    taken = Taken()
    start = perf_counter()
    yield taken
    taken.seconds = perf_counter() - start


def p95(ask: Callable[[], object], *, times: int = 40) -> float:
    """Seconds that 95 of 100 calls stay below, after two to warm up; what is loaded is frozen, as in the web server."""
    ask(), ask()
    gc.collect()
    gc.freeze()
    found = []
    for _ in range(times):
        with timed() as taken:
            ask()
        found.append(taken.seconds)
    gc.unfreeze()
    return quantiles(found, n=20)[-1]


def report(what: str, seconds: float, *, mark: float, floor: float | None = None) -> bool:
    """Print one line; whether the mark was kept. `floor` is the machine's own figure for bare work."""
    beside = f"   floor {floor * 1000:8.1f} ms ({seconds / floor:4.1f} ×)" if floor else ""
    kept = seconds <= mark
    print(f"  {what:<58}{seconds * 1000:9.1f} ms   mark {mark * 1000:6.0f} ms {'ok' if kept else 'MISSED'}{beside}")
    return kept
