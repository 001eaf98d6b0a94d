"""Eligibility of 100,000 households against every programme in one pass, beside reading the same records bare."""

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import UUID

from bench._city import AT, COMMUNES, build
from bench._clock import report
from bench._database import fresh_database, settle

HOUSEHOLDS = int(os.environ.get("HOUSEHOLDS", "100000"))
MARK = 30.0
BATCH = 5_000
ON = date(2026, 11, 24)
SQL = Path(__file__).parent / "sql"
PEOPLE, DEBTS = ((SQL / f"{name}.sql").read_text(encoding="utf-8") for name in ("households", "debts"))
FLOOR = """
SELECT count(*), sum(p.birth_year) FROM people_membership m
JOIN people_household h ON h.id = m.household_id JOIN people_person p ON p.id = m.person_id
LEFT JOIN people_listing l ON l.household_id = h.id LEFT JOIN lending_loan debt ON debt.borrower_id = p.id
"""


def main() -> int:
    """0 when the pass keeps its mark."""
    with fresh_database():
        _build()
        return 0 if _measure() else 1


def _build() -> None:
    from django.db import connection, transaction

    from dongvon.demo.catalogue.load import load_catalogue
    from dongvon.demo.road.load import load_road
    from dongvon.demo.servicing.load import load_servicing
    from dongvon.domain.audit.vocabulary import Actor

    build()
    law: dict[str, Any] = {
        "maker": Actor(UUID(int=1), None, frozenset({"credit_controller"})),
        "checker": Actor(UUID(int=2), None, frozenset({"branch_director"})),
        "at": AT,
    }
    load_catalogue(**law)
    load_servicing(**law)
    load_road(**law, places=frozenset())
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(PEOPLE, {"count": HOUSEHOLDS, "places": list(COMMUNES), "on": ON, "at": AT})
        cursor.execute("SELECT count(*) FROM people_listing")
        (listed,) = cursor.fetchone()
        cursor.execute(DEBTS)
        print(f"  {HOUSEHOLDS:,} households, {listed:,} of them on a certified list, with {cursor.rowcount:,} loans")
    settle()


def _measure() -> bool:
    from django.db import connection

    start = perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(FLOOR)
    floor = perf_counter() - start
    start = perf_counter()
    households, verdicts, eligible = _pass()
    seconds = perf_counter() - start
    print(f"  {households:,} households × programmes = {verdicts:,} verdicts, {eligible:,} possible")
    return report("eligibility in one pass", seconds, mark=MARK, floor=floor)


def _pass() -> tuple[int, int, int]:
    from dongvon.domain.lending.queries.eligibility import entitled
    from dongvon.domain.lending.vocabulary import Verdict
    from dongvon.domain.people.models import Household

    ids = Household.objects.order_by("id").values_list("id", flat=True).iterator(BATCH)
    households = verdicts = eligible = 0
    for batch in _batches(ids):
        for _, told in entitled(batch, on=ON):
            households += 1
            verdicts += len(told)
            eligible += sum(each is not Verdict.INELIGIBLE for each in told.values())
    return households, verdicts, eligible


def _batches(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    rest = iter(ids)
    while batch := list(islice(rest, BATCH)):
        yield batch


if __name__ == "__main__":
    sys.exit(main())
