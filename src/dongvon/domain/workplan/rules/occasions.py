"""Which occasions to report a plan's words make: never more than they say."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dongvon.domain.workplan.vocabulary import ClauseTiming, RoundKind, TimingKind
from dongvon.kernel.calendar import Period, PeriodKind, add_months

_PERIODS = {
    TimingKind.HALF_YEARLY: (RoundKind.HALF_YEARLY, PeriodKind.HALF, 2),
    TimingKind.QUARTERLY: (RoundKind.QUARTERLY, PeriodKind.QUARTER, 4),
    TimingKind.MONTHLY: (RoundKind.MONTHLY, PeriodKind.MONTH, 12),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDay:
    """The day of each year by which a duty of the plan wants results sent."""

    month: int
    day: int
    before: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One round a clause is reported in; `number` is the period's, or month × 100 + day of a deadline."""

    kind: str
    year: int
    number: int
    named_on: date
    before: bool


def occasions(timing: ClauseTiming, *, years: Sequence[int], report_day: ReportDay | None) -> list[Occasion]:
    """The rounds of one clause, in order of their days.

    The yearly report asked for by the plan's duty covers every clause while it runs, an undetermined one
    too: that day is the duty's, so none is invented. A timing with a day or a shorter period of its own
    adds rounds of its own; one that falls on the duty's day adds none.
    """
    running = [year for year in years if _runs(timing, year)]
    annual = [_annual(year, report_day) for year in running] if report_day else []
    taken = {each.named_on for each in annual}
    own = [each for each in _own(timing, running) if each.named_on not in taken]
    return sorted([*annual, *own], key=lambda each: (each.named_on, each.kind))


def _runs(timing: ClauseTiming, year: int) -> bool:
    last = timing.to_year or timing.year
    return (timing.from_year or year) <= year <= (last or year)


def _annual(year: int, report_day: ReportDay) -> Occasion:
    named_on = _day(year, month=report_day.month, day=report_day.day)
    return Occasion(kind=RoundKind.ANNUAL, year=year, number=1, named_on=named_on, before=report_day.before)


def _own(timing: ClauseTiming, running: Sequence[int]) -> Iterator[Occasion]:
    if timing.kind in _PERIODS:
        kind, period, times = _PERIODS[TimingKind(timing.kind)]
        for year in running:
            for number in range(1, times + 1):
                ends_on = Period(period, year, number).ends_on
                yield Occasion(kind=kind, year=year, number=number, named_on=ends_on, before=False)
    elif timing.kind == TimingKind.BEFORE_DAY_EACH_YEAR:
        yield from (_deadline(timing, year) for year in running)
    elif timing.kind in (TimingKind.BY_DATE, TimingKind.QUARTER):
        yield from (_deadline(timing, year) for year in running if year == timing.year)


def _deadline(timing: ClauseTiming, year: int) -> Occasion:
    named_on = _named_day(timing, year)
    number = named_on.month * 100 + named_on.day
    return Occasion(kind=RoundKind.DEADLINE, year=year, number=number, named_on=named_on, before=timing.before)


def _named_day(timing: ClauseTiming, year: int) -> date:
    if timing.quarter:
        return Period(PeriodKind.QUARTER, year, timing.quarter).ends_on
    month = timing.month or 12
    return _day(year, month=month, day=timing.day or monthrange(year, month)[1])


def _day(year: int, *, month: int, day: int) -> date:
    """The day, or the month's last where the year has no such day (29/02)."""
    last = add_months(date(year, month, 1), 1).toordinal() - 1
    return date.fromordinal(min(date(year, month, 1).toordinal() + day - 1, last))
