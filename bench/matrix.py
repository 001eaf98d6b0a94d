"""The unit × period matrix at full size: the read, the page, and the bare grouping beside them."""

import sys
from datetime import UTC, date, datetime
from typing import Any

from bench._city import AT, build
from bench._clock import p95, report
from bench._database import fresh_database, settle
from bench._page import asked, asking, signed_in
from bench.activation import draft_plan

MARK = 0.1
PAGE = "/don-doc/?theo=don-vi"
ON = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
FLOOR = """
SELECT unit_id, round_id, count(*), count(met_at), bool_or(late) FROM workplan_obligation GROUP BY unit_id, round_id
"""


def main() -> int:
    """0 when every line keeps its mark."""
    with fresh_database():
        return _measure()


def _director() -> Any:
    from django.db import transaction

    from dongvon.domain.units.queries.directory import unit_by_code
    from dongvon.domain.units.vocabulary import Role
    from tests.operations.units.city import City

    branch = unit_by_code("nhcsxh-chi-nhanh", on=ON)
    assert branch is not None
    city = City(units={branch.code: branch.id})
    with transaction.atomic():
        person = city.person("lan", unit=branch.code, role=Role.BRANCH_DIRECTOR)
    return signed_in(person)


def _measure() -> int:
    from django.db import connection, transaction

    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.workplan.operations.activate import activate
    from dongvon.domain.workplan.queries.follow_up import follow_up, rates
    from dongvon.domain.workplan.queries.matrix import matrix
    from dongvon.kernel.ids import new_id

    build()
    plan = draft_plan()
    with transaction.atomic():
        activate(key=new_id(), by=SYSTEM, at=AT, plan=plan)
    settle()
    with connection.cursor() as cursor:
        floor = p95(lambda: cursor.execute(FLOOR))
        director = _director()
        kept = [
            report(
                "matrix by unit, 600 × 5",
                p95(lambda: matrix(plan, at=NOW, on=ON, by_unit=True)),
                mark=MARK,
                floor=floor,
            ),
            report("matrix by reporter", p95(lambda: matrix(plan, at=NOW, on=ON)), mark=MARK, floor=floor),
            report("rates of all rounds", p95(lambda: rates(plan, at=NOW)), mark=MARK, floor=floor),
            report(
                "follow-up of one round",
                p95(lambda: follow_up(plan, round=None, at=NOW, on=ON)),
                mark=MARK,
                floor=floor,
            ),
            report(
                f"the whole page, 600 × 5, {asked(director, PAGE)} queries",
                p95(asking(director, PAGE)),
                mark=MARK,
                floor=floor,
            ),
        ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
