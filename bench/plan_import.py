"""Importing the sample plan: reading, storing and recording it in one transaction."""

import sys
from itertools import count
from pathlib import Path

from bench._city import AT, build
from bench._clock import p95, report
from bench._database import fresh_database

SAMPLE = Path(__file__).parents[1] / "src" / "dongvon" / "demo" / "plan"
MARK = 1.0


def main() -> int:
    """0 when importing keeps its mark; the floor is reading the same bytes without a database."""
    with fresh_database():
        return _measure()


def _measure() -> int:
    from django.db import transaction

    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.workplan.operations.import_ import import_
    from dongvon.domain.workplan.queries.read_plan import read_plan
    from dongvon.kernel.ids import new_id

    build()
    name, content = _sample()
    turn = count()

    def once() -> None:
        """Blank lines at the end make each file another one."""
        with transaction.atomic():
            import_(key=new_id(), by=SYSTEM, at=AT, file_name=name, content=content + b"\n" * next(turn))

    floor = p95(lambda: read_plan(content, file_name=name), times=10)
    kept = report("import of a plan of 24 clauses", p95(once, times=20), mark=MARK, floor=floor)
    return 0 if kept else 1


def _sample() -> tuple[str, bytes]:
    """The largest text beside the demo's reader: the sample plan."""
    file = max(
        (file for file in SAMPLE.iterdir() if file.suffix in (".txt", ".md")), key=lambda file: file.stat().st_size
    )
    return file.name, file.read_bytes()


if __name__ == "__main__":
    sys.exit(main())
