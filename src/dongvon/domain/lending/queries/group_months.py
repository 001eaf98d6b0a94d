"""What each group's loans did in a month, for those who grade groups: groups know no loans."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from django.db import connection

from dongvon.domain.groups.vocabulary import Criterion, GroupMonth

_STATEMENT = (Path(__file__).parents[1] / "sql" / "group_months.sql").read_text(encoding="utf-8")
#: Loans for social housing are paid for by their balance, not by the interest collected.
HOUSING = "12"
#: In the order of the statement's last columns; savings are another package's and not recorded yet.
_PERCENTS = (Criterion.TRANSACTION, Criterion.DUE_DEBT, Criterion.INTEREST, Criterion.OVERDUE)


def group_months(month: date) -> Iterator[tuple[str, tuple[GroupMonth, ...]]]:
    """Commune by commune, every group that existed on the month's first day; percentages to six places."""
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT, {"month": month, "homes": HOUSING})
        rows = cursor.fetchall()
    for place, own in groupby(rows, key=lambda row: str(row[0])):
        yield (
            place,
            tuple(
                GroupMonth(
                    group=group,
                    percents=dict(zip(_PERCENTS, map(_rounded, percents), strict=True)),
                    interest=interest,
                    base=round(base, 6),
                    overdue=overdue,
                    outstanding=outstanding,
                    homes=round(homes, 6),
                )
                for _, group, interest, base, overdue, outstanding, homes, *percents in own
            ),
        )


def _rounded(percent: Decimal | None) -> Decimal | None:
    return None if percent is None else round(percent, 6)
