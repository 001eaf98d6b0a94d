"""A made-up portfolio of any size, written straight into the tables: what is measured is what happens to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from bench._city import build

DAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)

SQL = Path(__file__).parent / "sql"
LOANS, INSTALMENTS = ((SQL / f"{name}.sql").read_text() for name in ("loans", "instalments"))
CHUNK = 500_000
#: How the foreign keys and further indexes of the two tables are taken away and made again.
AROUND = """
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text IN ('lending_loan', 'lending_instalment')
UNION ALL
SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
FROM pg_index WHERE NOT indisunique AND indrelid::regclass::text IN ('lending_loan', 'lending_instalment')
"""


def build_portfolio(loans: int) -> None:
    """The city, the catalogue, the rules of servicing, and so many loans."""
    from django.db import connection

    with _bare_tables(), connection.cursor() as cursor:
        for first in range(1, loans + 1, CHUNK):
            last = min(first + CHUNK - 1, loans)
            reach: dict[str, Any] = {"day": DAY, "first": first, "last": last, "groups": max(loans // 4465, 1)}
            cursor.execute(LOANS, {**_kinds(), **reach})
            ids: dict[str, Any] = {"first_id": _loan_id(first), "last_id": _loan_id(last), "day": DAY}
            cursor.execute(INSTALMENTS, ids)
    _settle()


@contextmanager
def _bare_tables() -> Iterator[None]:
    """Inside the block rows are written without what is quicker made over all of them at once."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET ROLE dongvon_owner")
        cursor.execute(AROUND)
        around = cursor.fetchall()
        for away, _ in around:
            cursor.execute(away)
        cursor.execute("RESET ROLE")
        yield
        cursor.execute("SET ROLE dongvon_owner")
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for _, again in around:
            cursor.execute(again)
        cursor.execute("RESET maintenance_work_mem")
        cursor.execute("RESET ROLE")


def _loan_id(number: int) -> UUID:
    return UUID(f"{number:012x}70008000000000000000")


def _kinds() -> dict[str, Any]:
    """Made on the first call, found on later ones."""
    from dongvon.domain.lending.models import AccountSet
    from dongvon.domain.programmes.models import RateCohort
    from dongvon.domain.units.models import Unit

    if not AccountSet.objects.exists():
        _found()
    series = list(AccountSet.objects.order_by("series_id").values_list("series_id", flat=True))
    cohorts = [RateCohort.objects.filter(series=each).latest("signed_from").id for each in series]
    offices = Unit.objects.filter(body="nhcsxh-pgd").order_by("code").values_list("id", flat=True)
    places = Unit.objects.filter(body="ubnd", level="commune").order_by("code").values_list("place_id", flat=True)
    return {
        "series": series,
        "cohorts": cohorts,
        "kinds": len(series),
        "units": list(offices),
        "places": sorted(set(places)),
    }


def _found() -> None:
    from django.db import transaction

    from dongvon.demo.catalogue.load import load_catalogue
    from dongvon.demo.servicing.load import load_servicing
    from dongvon.domain.audit.vocabulary import SYSTEM, Actor
    from dongvon.domain.ledger.operations.add_account import add_account
    from dongvon.domain.lending.models import AccountSet
    from dongvon.domain.lending.rules.chart import chart_of
    from dongvon.domain.programmes.models import RateSeries
    from dongvon.kernel.ids import new_id

    build()
    maker = Actor(UUID(int=1), None, frozenset({"credit_controller"}))
    checker = Actor(UUID(int=2), None, frozenset({"branch_director"}))
    load_catalogue(maker=maker, checker=checker, at=AT)
    load_servicing(maker=maker, checker=checker, at=AT)
    wanted = RateSeries.objects.filter(programme__code__in=["01", "19", "09", "06", "10"], priority_class="ordinary")
    for series in wanted.select_related("programme"):
        chart = chart_of(code=series.programme.code, fund=series.fund)
        with transaction.atomic():
            add_account(key=new_id(), by=SYSTEM, at=AT, accounts=chart.rows)
            AccountSet.objects.create(series=series, **chart.numbers)


def _settle() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET ROLE dongvon_owner")
        cursor.execute("VACUUM (ANALYZE, FREEZE) lending_loan")
        cursor.execute("VACUUM (ANALYZE, FREEZE) lending_instalment")
        cursor.execute("RESET ROLE")
