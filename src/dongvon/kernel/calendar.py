"""Days people work, days sessions are held, and the periods that reports and loans are counted in."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from dongvon.kernel.clock import VIETNAM

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5
_MONTHS_IN_YEAR: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDays:
    """The working week with its dated exceptions, given as data by those who keep the list.

    `holidays` are days off by law or decision; `made_up` are weekend days worked in exchange.
    """

    holidays: frozenset[date] = frozenset()
    made_up: frozenset[date] = frozenset()

    def has(self, on: date) -> bool:
        """Whether offices work on this day."""
        return on in self.made_up or (on.weekday() < _SATURDAY and on not in self.holidays)

    def after(self, on: date, *, days: int) -> date:
        """The working day that is `days` working days after `on`; the day itself is not counted."""
        return self._walk(on, days=days, step=_DAY)

    def before(self, on: date, *, days: int) -> date:
        """The working day that is `days` working days before `on`; the day itself is not counted."""
        return self._walk(on, days=days, step=-_DAY)

    def count(self, from_on: date, *, until_on: date) -> int:
        """Working days after `from_on` up to and including `until_on`."""
        span = range(1, (until_on - from_on).days + 1)
        return sum(self.has(from_on + timedelta(days=each)) for each in span)

    def _walk(self, on: date, *, days: int, step: timedelta) -> date:
        assert days >= 0, "count working days forward with after, backward with before"
        while days:
            on += step
            days -= self.has(on)
        return on


class PeriodKind(StrEnum):
    """The lengths in which the institution counts time."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


_MONTHS_IN: Final[Mapping[PeriodKind, int]] = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF: 6,
    PeriodKind.YEAR: 12,
}


@dataclass(frozen=True, slots=True)
class Period:
    """One month, quarter, half or year: `number` counts from 1 within the year (1 for the year itself)."""

    kind: PeriodKind
    year: int
    number: int = 1

    def __post_init__(self) -> None:
        assert 1 <= self.number <= _MONTHS_IN_YEAR // _MONTHS_IN[self.kind], "no such period in a year"

    @property
    def starts_on(self) -> date:
        """The first day of the period."""
        return date(self.year, (self.number - 1) * _MONTHS_IN[self.kind] + 1, 1)

    @property
    def ends_on(self) -> date:
        """The last day of the period."""
        return add_months(self.starts_on, _MONTHS_IN[self.kind]) - _DAY


def period_of(on: date, *, kind: PeriodKind) -> Period:
    """The period of that kind which holds the day."""
    return Period(kind, on.year, (on.month - 1) // _MONTHS_IN[kind] + 1)


def add_months(on: date, months: int) -> date:
    """The same day some months away, or the last day of a month too short for it.

    Count from the first day of a series, not from the last result: 31/01, 28/02, 31/03.
    """
    year, month = divmod(on.year * _MONTHS_IN_YEAR + on.month - 1 + months, _MONTHS_IN_YEAR)
    return _in_month(year, month + 1, day=on.day)


def months_between(from_on: date, until_on: date) -> int:
    """Complete months from one day to a later one, as DATEDIF(…, "m") counts them."""
    months = (until_on.year - from_on.year) * _MONTHS_IN_YEAR + until_on.month - from_on.month
    return months - (until_on.day < from_on.day)


def session_in(year: int, month: int, *, session_day: int) -> date:
    """The session of a transaction point in that month: its fixed day, even on a weekend or holiday."""
    return _in_month(year, month, day=session_day)


def session_before(contractual_on: date, *, session_day: int) -> date:
    """The last session strictly before a contractual due date: the due date by commune transaction day.

    Inferred: the rule that fits six published pairs of days; the bank states none.
    """
    month = contractual_on if contractual_on.day > session_day else add_months(contractual_on, -1)
    return session_in(month.year, month.month, session_day=session_day)


def session_from(on: date, *, session_day: int) -> date:
    """The first session on or after a day."""
    this_month = session_in(on.year, on.month, session_day=session_day)
    if this_month >= on:
        return this_month
    following = add_months(on.replace(day=1), 1)
    return session_in(following.year, following.month, session_day=session_day)


def end_of(on: date) -> datetime:
    """24:00 of that day in Vietnam, as a moment in UTC: what happens at it is already too late."""
    return start_of(on + _DAY)


def start_of(on: date) -> datetime:
    """00:00 of that day in Vietnam, as a moment in UTC."""
    return datetime.combine(on, time(), tzinfo=VIETNAM).astimezone(UTC)


def end_before(on: date) -> datetime:
    """The moment when "before that day" ends: before 15/12 ends on 14/12 at 24:00 in Vietnam."""
    return start_of(on)


def _in_month(year: int, month: int, *, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))
