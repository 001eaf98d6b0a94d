"""The portfolio in figures: over time, and divided by commune, organisation, programme or fund."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Max, Min, Q, QuerySet, Sum

from dongvon.domain.insight.models import Summary
from dongvon.domain.insight.vocabulary import Compared, Dimension, Figures, MonthFigures, Slice, percent
from dongvon.domain.programmes.vocabulary import Fund

OUTSTANDING = F("in_term") + F("overdue") + F("frozen")
SUMS = {
    name: Sum(name)
    for name in (
        "loans",
        "overdue_loans",
        "in_term",
        "overdue",
        "frozen",
        "owed",
        "owed_grace",
        "lent",
        "repaid",
        "interest",
    )
}


def last_month() -> date | None:
    """The newest month that was measured, by its first day."""
    newest: date | None = Summary.objects.aggregate(last=Max("month"))["last"]
    return newest


def over_time(asked: Slice, *, until: date, months: int = 25) -> list[MonthFigures]:
    """The last `months` months through `until`, oldest first."""
    first = _months_before(until, months - 1)
    found = (
        _of(asked)
        .filter(month__range=(first, until))
        .values("month")
        .annotate(local=Sum(OUTSTANDING, filter=Q(fund=Fund.LOCAL)), last=Max("day"), **SUMS)
        .order_by("month")
    )
    rows = list(found)
    return [_month(row, rows[at - 1] if at else None) for at, row in enumerate(rows)]


def divided(asked: Slice, *, by: Dimension, month: date) -> list[Compared]:
    """Each part of the portfolio of `month` beside what it owed when the year began, the largest first."""
    start = date(month.year - 1, 12, 1)
    found = _of(asked).filter(month__in=(month, start)).values("month", by.value).annotate(**SUMS)
    now: dict[str, Figures] = {}
    before: dict[str, int] = {}
    for row in found:
        figures = _figures(row, key=str(row[by.value]))
        if row["month"] == month:
            now[figures.key] = figures
        else:
            before[figures.key] = figures.outstanding
    parts = [Compared(figures=each, at_year_start=before.get(key, 0)) for key, each in now.items()]
    return sorted(parts, key=lambda part: -part.figures.outstanding)


def since_when() -> date | None:
    """The first month there is."""
    oldest: date | None = Summary.objects.aggregate(first=Min("month"))["first"]
    return oldest


def _of(asked: Slice) -> QuerySet[Summary]:
    wanted: dict[str, Any] = {
        "place": asked.place,
        "organisation": asked.organisation,
        "programme": asked.programme,
        "fund": asked.fund,
    }
    return Summary.objects.filter(**{name: value for name, value in wanted.items() if value is not None}).order_by()


def _month(row: Mapping[str, Any], before: Mapping[str, Any] | None) -> MonthFigures:
    figures = _figures(row, key=f"{row['month']:%Y-%m}")
    earned = figures.interest + figures.owed - (before["owed"] if before else figures.owed)
    return MonthFigures(
        month=row["month"],
        day=row["last"],
        local=row["local"] or 0,
        figures=figures,
        collection_rate=percent(figures.interest, earned) if before and earned > 0 and _is_whole(row) else None,
    )


def _is_whole(row: Mapping[str, Any]) -> bool:
    """Interest of a month that still runs is earned by the day and collected at sessions: no rate yet."""
    last: date = row["last"]
    return (last + timedelta(days=1)).day == 1


def _figures(row: Mapping[str, Any], *, key: str) -> Figures:
    return Figures(key=key, **{name: int(row[name] or 0) for name in SUMS})


def _months_before(month: date, count: int) -> date:
    for _ in range(count):
        month = (month - timedelta(days=1)).replace(day=1)
    return month
