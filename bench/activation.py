"""Activating a plan of 24 clauses over every unit of a full city for five years."""

import sys
from uuid import UUID

from bench._city import AT, build
from bench._clock import report, timed
from bench._database import fresh_database
from dongvon.domain.workplan.rules.reading.shapes import Assignment, Clause

CLAUSES = 24
MARK = 3.0

#: The same rows into a bare table of the same columns: what the machine needs for the writing alone.
FLOOR = "CREATE TABLE bench_floor AS SELECT * FROM workplan_obligation"


def main() -> int:
    """0 when activation keeps its mark."""
    with fresh_database():
        return _measure()


def _measure() -> int:
    from django.db import connection, transaction

    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.workplan.operations.activate import activate
    from dongvon.kernel.ids import new_id

    build()
    plan = draft_plan()
    with timed() as taken, transaction.atomic():
        made = activate(key=new_id(), by=SYSTEM, at=AT, plan=plan)
    with timed() as floor, connection.cursor() as cursor:
        cursor.execute("SET ROLE dongvon_owner")
        cursor.execute(FLOOR)
        cursor.execute("DROP TABLE bench_floor")
        cursor.execute("RESET ROLE")
    return 0 if report(f"activation, {made:,} obligations", taken.seconds, mark=MARK, floor=floor.seconds) else 1


def draft_plan() -> UUID:
    """24 clauses, each for all kinds of units, reported before 15/12 from 2026 to 2030."""
    from tests.operations.workplan.plans.drafting import drafted

    plan = drafted(*(_clause(number) for number in range(CLAUSES)))
    plan.last_year = 2030
    plan.save()
    return plan.id


def _clause(number: int) -> Clause:
    from tests.operations.workplan.plans.drafting import clause

    targets = (
        ("ubnd", "commune"),
        ("to-chuc-chinh-tri-xa-hoi", "all"),
        ("mttq", "all"),
        ("so-ban-nganh", "city"),
        ("nhcsxh-chi-nhanh", "city"),
        ("nhcsxh-pgd", "commune"),
    )
    asked = [Assignment(role="implement", mention=key, unit=key, level=level) for key, level in targets]
    return clause(f"{number // 6 + 1}{'abcdeg'[number % 6]}", *asked)


if __name__ == "__main__":
    sys.exit(main())
