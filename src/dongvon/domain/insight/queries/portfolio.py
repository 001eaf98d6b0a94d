"""The portfolio in figures: over time, and divided by office, commune, organisation, programme or fund."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Max, Min, Q, QuerySet, Sum

from dongvon.domain.groups.vocabulary import Organisation
from dongvon.domain.insight.models import Summary, Total
from dongvon.domain.insight.vocabulary import Dimension, Division, Figures, Month, Part, Slice
from dongvon.domain.programmes.vocabulary import Fund

OUTSTANDING = F("in_term") + F("overdue") + F("frozen")
COUNTED = ("loans", "in_term", "overdue", "frozen", "owed", "owed_grace", "lent", "repaid", "interest")
#: `entrusted` is asked for first: later names hide the columns it is made of. Local debts come from grouping by fund.
SUMS = {
    "entrusted": Sum(OUTSTANDING, filter=~Q(organisation=Organisation.DIRECT)),
    **{name: Sum(name) for name in COUNTED},
}
#: A month of sums as the database gives it.
Row = Mapping[str, Any]


def measured_span() -> tuple[date, date] | None:
    """The first and the last month in the asker's sight, each by its first day."""
    found = Total.objects.aggregate(first=Min("month"), last=Max("month"))
    return None if found["last"] is None else (found["first"], found["last"])


def over_time(asked: Slice, *, until: date, months: int = 25) -> list[Month]:
    """The last `months` months through `until`, oldest first."""
    first = months_before(until, months - 1)
    found = _of(asked).filter(month__range=(_year_start(first), until)).values("month", "day", "fund").annotate(**SUMS)
    by_month: dict[date, list[Row]] = {}
    for row in found:
        by_month.setdefault(row["month"], []).append(row)
    rows = {month: _added(many) for month, many in sorted(by_month.items())}
    return [
        Month(month=month, day=row["day"], part=_part("", rows, month)) for month, row in rows.items() if month >= first
    ]


def divided(asked: Slice, *, by: Dimension, month: date) -> Division | None:
    """The portfolio of `month` and its parts; None where the month was not measured."""
    months = {month, months_before(month, 1), _year_start(month)}
    found = _of(asked, by=by).filter(month__in=months).values("month", "day", "fund", by.value).annotate(**SUMS)
    by_key: dict[str, dict[date, list[Row]]] = {}
    for row in found:
        by_key.setdefault(str(row[by.value]), {}).setdefault(row["month"], []).append(row)
    measured = {each for rows in by_key.values() for each in rows}
    if month not in measured:
        return None
    whole = {each: _added(row for rows in by_key.values() for row in rows.get(each, ())) for each in measured}
    # A part that owed nothing in a month that was measured owed nothing then, rather than nobody knows what.
    parts = {key: {each: _added(rows.get(each, ())) for each in measured} for key, rows in by_key.items()}
    return Division(
        day=whole[month]["day"],
        whole=_part("", whole, month),
        parts=tuple(
            sorted(
                (_part(key, rows, month) for key, rows in parts.items() if month in by_key[key]),
                key=lambda part: -part.figures.outstanding,
            )
        ),
    )


def months_before(month: date, count: int) -> date:
    """The first day of the month so many months earlier."""
    at = month.year * 12 + month.month - 1 - count
    return date(at // 12, at % 12 + 1, 1)


def _of(asked: Slice, *, by: Dimension | None = None) -> QuerySet[Summary] | QuerySet[Total]:
    """The rows of a part: told by programme only where a programme is asked for."""
    table: type[Summary | Total] = Summary if asked.programme or by is Dimension.PROGRAMME else Total
    wanted: dict[str, Any] = {
        "unit": asked.unit,
        "place": asked.place,
        "organisation": asked.organisation,
        "programme": asked.programme,
        "fund": asked.fund,
    }
    return table.objects.filter(**{name: value for name, value in wanted.items() if value is not None}).order_by()


def _year_start(month: date) -> date:
    """December of the year before: growth is counted from its last day."""
    return date(month.year - 1, 12, 1)


def _added(rows: Iterable[Row]) -> dict[str, Any]:
    """One month's funds together."""
    many = list(rows)
    sums: dict[str, Any] = {name: sum(int(row[name] or 0) for row in many) for name in SUMS}
    local = sum(_owed(row) for row in many if row["fund"] == Fund.LOCAL)
    return {**sums, "local": local, "day": max((row["day"] for row in many), default=None)}


def _part(key: str, rows: Mapping[date, Row], month: date) -> Part:
    now, start, before = rows[month], rows.get(_year_start(month)), rows.get(months_before(month, 1))
    return Part(
        figures=Figures(key=key, **{name: now[name] for name in COUNTED}),
        local=now["local"],
        entrusted=now["entrusted"],
        at_year_start=_owed(start) if start else None,
        local_at_year_start=start["local"] if start else None,
        owed_before=before["owed"] if before and _is_whole(now["day"]) else None,
    )


def _owed(row: Row) -> int:
    return int(row["in_term"] + row["overdue"] + row["frozen"])


def _is_whole(day: date) -> bool:
    """Interest of a month that still runs is earned by the day and collected at sessions: no rate yet."""
    return (day + timedelta(days=1)).day == 1
