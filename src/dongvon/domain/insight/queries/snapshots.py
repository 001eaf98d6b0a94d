"""Which snapshots there are, which of them no summary tells yet, and the rows of one of them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F, Sum

from dongvon.domain.insight.vocabulary import Figures
from dongvon.domain.lending.models import CloseRun, Snapshot

#: A loose scan: two probes of the index a month, however many rows a day has.
UNMEASURED = """
WITH RECURSIVE month AS (
    SELECT date_trunc('month', min(day))::date AS first FROM lending_snapshot
    UNION ALL
    SELECT (
        SELECT date_trunc('month', min(day))::date FROM lending_snapshot WHERE day >= month.first + interval '1 month'
    )
    FROM month WHERE month.first IS NOT NULL
)
SELECT first FROM month
WHERE first IS NOT NULL
  AND (SELECT max(day) FROM lending_snapshot WHERE day < first + interval '1 month')
      IS DISTINCT FROM (SELECT max(day) FROM insight_total WHERE month = first)
ORDER BY first
"""


def unmeasured_months() -> list[date]:
    """Months in which a day was closed that their summary does not know, oldest first, each by its first day."""
    with connection.cursor() as cursor:
        cursor.execute(UNMEASURED)
        return [row[0] for row in cursor.fetchall()]


#: Sums of a snapshot's rows, by the name of the figure.
_SUMS = {
    "owed": Sum(F("owed_in_term") + F("owed_overdue")),
    **{
        name: Sum(name)
        for name in ("loans", "in_term", "overdue", "frozen", "owed_grace", "lent", "repaid", "interest")
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotRow:
    """A part of what was closed with a day; `lent`, `repaid` and `interest` of its figures moved on that day."""

    unit: UUID
    place: str
    organisation: str
    programme: UUID
    fund: str
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySnapshot:
    """What was closed with a day, in the asker's sight, and when the closing ended."""

    day: date
    closed_at: datetime | None
    rows: tuple[SnapshotRow, ...]


def snapshot_of(day: date) -> DaySnapshot:
    """The rows that every figure of the day is the sum of; none where nothing is in sight. Two queries."""
    parts = {"programme": F("series__programme"), "fund": F("series__fund")}
    keys = ("unit_id", "place", "organisation", "programme", "fund")
    found = Snapshot.objects.filter(day=day).order_by().values(*keys[:3], **parts).annotate(**_SUMS)
    rows = tuple(_row(row) for row in found.order_by(*keys))
    run = CloseRun.objects.filter(day=day).first()
    return DaySnapshot(day=day, closed_at=run.finished_at if run else None, rows=rows)


def _row(row: dict[str, Any]) -> SnapshotRow:
    figures = Figures(key="", **{name: int(row[name]) for name in _SUMS})
    return SnapshotRow(
        unit=row["unit_id"],
        place=row["place"],
        organisation=row["organisation"],
        programme=row["programme"],
        fund=row["fund"],
        figures=figures,
    )
