"""Closing a day over a whole portfolio: LOANS=10000000 for a country, one million by default."""

import os
import resource
import sys
from datetime import date

from bench._clock import report, timed
from bench._database import fresh_database
from bench._portfolio import DAY, SQL, build_portfolio
from dongvon.domain.lending.vocabulary import StepSums

LOANS = int(os.environ.get("LOANS", "1000000"))
MARK = 6.0 if LOANS <= 1_000_000 else 90.0 * LOANS / 10_000_000
MEMORY = 300

FLOOR = (SQL / "day_close_floor.sql").read_text()
SHAPE = """
CREATE TABLE bench_floor (
    unit uuid, place varchar, organisation varchar, series smallint, group_id uuid, loans bigint, in_term bigint,
    overdue bigint, frozen bigint, owed_in_term bigint, owed_overdue bigint, owed_grace bigint,
    PRIMARY KEY (unit, place, organisation, series, group_id)
)
"""
#: The rewrite that accruing loan by loan would need every day.
REWRITE = "UPDATE lending_loan SET earned_in_term = earned_in_term + in_term * 6.24 WHERE closed_on IS NULL"


def main() -> int:
    """0 when every line keeps its mark."""
    with fresh_database():
        with timed() as built:
            build_portfolio(LOANS)
        print(f"  {LOANS:,} loans built in {built.seconds:.0f} s")
        return _measure()


def _measure() -> int:
    from datetime import timedelta

    from dongvon.domain.lending.jobs import close_days

    kept = []
    for number, what in enumerate(("first close", "next day", "a third")):
        _empty_floor()
        with timed() as floor:
            _bare(FLOOR, until=DAY + timedelta(days=number + 1))
        with timed() as taken:
            close_days(until=DAY + timedelta(days=number), told=_tell)
        kept.append(report(f"close of {LOANS:,} loans, {what}", taken.seconds, mark=MARK, floor=floor.seconds))
        kept.append(taken.seconds <= 2 * floor.seconds)
    with timed() as rewrite:
        _bare(REWRITE)
    print(f"  beside: rewriting every loan takes {rewrite.seconds:.1f} s")
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  memory of this process {used:.0f} MB, mark {MEMORY} MB")
    return 0 if all(kept) and used <= MEMORY else 1


def _bare(statement: str, **values: date) -> None:
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE dongvon_owner")
        cursor.execute("SET LOCAL work_mem = '512MB'")
        cursor.execute(statement, values or None)


def _empty_floor() -> None:
    _bare("DROP TABLE IF EXISTS bench_floor")
    _bare(SHAPE)


def _tell(_: object, sums: StepSums | None) -> None:
    if sums is not None:
        print(f"    {sums.name:<10}{sums.rows:>10,} rows {sums.amount:>24,} đ {sums.seconds:8.2f} s")


if __name__ == "__main__":
    sys.exit(main())
