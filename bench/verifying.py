"""Proving a whole city's loans, interest and books against each other; beside it one reading of all movements."""

import sys

from bench._clock import report, timed
from bench._database import fresh_database
from bench._whole import build_whole

MARK = 60.0
FLOOR = "SELECT loan_id, sum(in_term), sum(overdue), sum(frozen) FROM lending_movement GROUP BY loan_id"


def main() -> int:
    """0 when the books are clean and every step of the proof together keeps the mark."""
    with fresh_database():
        build_whole()
        return _measure()


def _measure() -> int:
    from django.db import connection

    from dongvon.domain.lending.queries.verification import verify

    with connection.cursor() as cursor, timed() as floor:
        cursor.execute(FLOOR)
    with timed() as taken:
        found = verify(told=lambda name: print(f"    {name}"))
    print("\n".join(f"    {each}" for each in found[:10]))
    kept = report("verify over all loans", taken.seconds, mark=MARK, floor=floor.seconds)
    return 0 if kept and not found else 1


if __name__ == "__main__":
    sys.exit(main())
