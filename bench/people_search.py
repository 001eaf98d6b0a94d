"""Search among a million people, as an officer of one commune and as the branch that sees all of them."""

import sys
from collections.abc import Callable
from datetime import date
from itertools import cycle
from pathlib import Path
from uuid import UUID

from bench._clock import p95, report
from bench._database import fresh_database
from dongvon.kernel.scope import Scope

MARK = 0.05
COUNT = 1_000_000
PEOPLE = (Path(__file__).parent / "sql" / "people.sql").read_text()
TYPED = ("nguyễn thị hoa", "Hoa Nguyễn", "le van tung 1975", "trần thị mai", "phu", "075180001234", "điểu k", "hòa")
#: Bare work: the same rows by the same index, without scope, order or objects.
FLOOR = """
SELECT id FROM people_person
WHERE to_tsvector('simple', coalesce(name_search_key, '') || ' ' || coalesce(place_id, ''))
      @@ to_tsquery('simple', 'nguyen & thi & hoa:*') LIMIT 50
"""


def main() -> int:
    """0 when every line keeps its mark."""
    with fresh_database():
        return _measure()


def _measure() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(PEOPLE, {"count": COUNT})
        for statement in ("SET ROLE dongvon_owner", "VACUUM ANALYZE people_person", "RESET ROLE"):
            cursor.execute(statement)
        floor = p95(lambda: cursor.execute(FLOOR))
        commune = _unit()
        kept = [
            report("search of the branch, everybody", p95(_asking(Scope(everything=True)), times=160), mark=MARK,
                   floor=floor),
            report("search of a commune, its own people", p95(_asking(Scope(units=frozenset({commune}))), times=160),
                   mark=MARK, floor=floor),
        ]  # fmt: skip
    return 0 if all(kept) else 1


def _unit() -> UUID:
    from django.db.backends.postgresql.psycopg_any import DateRange

    from dongvon.domain.units.models import Unit

    always = DateRange(date(2020, 1, 1), None)
    return Unit.objects.create(code="ubnd-20001", body="ubnd", level="commune", place_id="20001", valid=always).id


def _asking(scope: Scope) -> Callable[[], None]:
    from django.db import connection, transaction

    from dongvon.domain.people.queries.search import search
    from dongvon.domain.units.queries.scope import enter_scope

    typed = cycle(TYPED)

    def ask() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            enter_scope(scope)
            cursor.execute("SET LOCAL ROLE dongvon_web")
            search(next(typed))

    return ask


if __name__ == "__main__":
    sys.exit(main())
