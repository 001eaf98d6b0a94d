"""A loan's balances and interest worked out of its events, by our rules or with one of them changed.

Interest is kept in whole numbers (đồng × days × millionths of a percent × thousandths of the overdue multiple) and
rounded when a figure is shown. Sources: Thông tư 14/2017/TT-NHNN; Nghị định 06/2026/NĐ-CP, art. 32;
and those of `rules/`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class EventKind(StrEnum):
    """What happened to a loan; the last three are what it owed when its events begin."""

    LENT = "lent"
    PRINCIPAL = "principal"
    INTEREST = "interest"
    OVERDUE_INTEREST = "overdue_interest"
    GRACE_INTEREST = "grace_interest"
    TO_OVERDUE = "to_overdue"
    TO_FROZEN = "to_frozen"
    FROM_FROZEN = "from_frozen"
    OWED_IN_TERM = "owed_in_term"
    OWED_OVERDUE = "owed_overdue"
    OWED_GRACE = "owed_grace"


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """An amount of đồng moved on a day, which already has the new balance."""

    on: date
    kind: EventKind
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a loan owes as a day begins, in đồng."""

    in_term: int = 0
    overdue: int = 0
    frozen: int = 0
    owed_in_term: int = 0
    owed_overdue: int = 0
    owed_grace: int = 0

    @property
    def principal(self) -> int:
        return self.in_term + self.overdue + self.frozen

    @property
    def whole(self) -> int:
        return self.principal + self.owed_in_term + self.owed_overdue + self.owed_grace


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """A rate in millionths of a percent, from a day on."""

    from_on: date
    micro: int


class Rounding(StrEnum):
    """How đồng come out of exact interest."""

    ONCE = "once"
    DOWN = "down"
    EACH = "each"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One loan of an extract as day `on` begins; `final_on` is its last day by session, after extensions.

    `overdue_milli` is the overdue multiple in thousandths of a percent (130 % is 130,000).
    """

    contract: str
    on: date
    stated: Figures
    events: tuple[Event, ...]
    rates: tuple[Step, ...]
    overdue_milli: int
    final_on: date
    contractual_on: date
    unextended_on: date
    grace_until: date | None = None
    stated_micro: int | None = None
    known: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How it is worked out; everything left as it is, is ours."""

    days_in_year: int = 365
    days_more: int = 0
    rounding: Rounding = Rounding.ONCE
    rates: tuple[Step, ...] | None = None
    overdue_milli: int | None = None
    final_on: date | None = None
    frozen_earns: bool = False
    events: tuple[Event, ...] | None = None


OURS: Final = Way()
_WHOLE: Final = 100_000
_DONG: Final = 100 * 1_000_000 * _WHOLE


def recomputed(case: Case, way: Way = OURS) -> Figures:
    """What the loan owes when `case.on` begins."""
    books = _Books(case, way)
    events = sorted(each for each in (case.events if way.events is None else way.events) if each.on < case.on)
    for day in _days(case, way, events):
        books.earn_until(day)
        for each in (event for event in events if event.on == day):
            books.apply(each)
        if day == books.final_on:
            books.fall_due()
    books.earn_until(case.on + timedelta(days=way.days_more))
    return books.figures()


def _days(case: Case, way: Way, events: Iterable[Event]) -> list[date]:
    edges = {each.on for each in events} | {each.from_on for each in way.rates or case.rates}
    edges |= {way.final_on or case.final_on, case.grace_until or case.on}
    return sorted(each for each in edges if each < case.on)


@dataclass(slots=True)
class _Books:
    case: Case
    way: Way
    day: date | None = None
    balances: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("in_term", "overdue", "frozen"), 0))
    earned: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("in_term", "overdue", "grace"), 0))
    met: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("in_term", "overdue", "grace"), 0))

    @property
    def final_on(self) -> date:
        return self.way.final_on or self.case.final_on

    def earn_until(self, day: date) -> None:
        if self.day is not None and day > self.day:
            gain = (day - self.day).days * self._rate(self.day)
            in_grace = self.case.grace_until is not None and self.day < self.case.grace_until
            running = self.balances["in_term"] + (self.balances["frozen"] if self.way.frozen_earns else 0)
            self._add("grace" if in_grace else "in_term", running * gain * _WHOLE)
            self._add("overdue", self.balances["overdue"] * gain * (self.way.overdue_milli or self.case.overdue_milli))
        self.day = day

    def apply(self, event: Event) -> None:
        """Principal paid leaves the overdue part first; nothing moves that is not there."""
        match event.kind:
            case EventKind.LENT:
                self.balances["in_term"] += event.amount
            case EventKind.PRINCIPAL:
                self._leave(event.amount)
            case EventKind.TO_OVERDUE:
                self._move(event.amount, ("in_term",), "overdue")
            case EventKind.TO_FROZEN:
                self._move(event.amount, ("overdue", "in_term"), "frozen")
            case EventKind.FROM_FROZEN:
                self._move(event.amount, ("frozen",), "in_term")
            case EventKind.INTEREST | EventKind.OVERDUE_INTEREST | EventKind.GRACE_INTEREST:
                self.met[_STORES[event.kind]] += event.amount
            case _:
                self.earned[_STORES[event.kind]] += event.amount * _DONG * self.way.days_in_year

    def fall_due(self) -> None:
        """On the final day all that is unpaid goes overdue."""
        self._move(self.balances["in_term"], ("in_term",), "overdue")

    def figures(self) -> Figures:
        owed = {name: max(self._dong(earned) - self.met[name], 0) for name, earned in self.earned.items()}
        return Figures(
            **self.balances, owed_in_term=owed["in_term"], owed_overdue=owed["overdue"], owed_grace=owed["grace"]
        )

    def _leave(self, amount: int) -> None:
        for state in ("overdue", "in_term", "frozen"):
            part = min(amount, self.balances[state])
            self.balances[state] -= part
            amount -= part

    def _move(self, amount: int, sources: Sequence[str], target: str) -> None:
        for state in sources:
            part = min(amount, self.balances[state])
            self.balances[state] -= part
            self.balances[target] += part
            amount -= part

    def _add(self, store: str, gain: int) -> None:
        whole = _DONG * self.way.days_in_year
        each = (2 * gain + whole) // (2 * whole) * whole
        self.earned[store] += each if self.way.rounding is Rounding.EACH else gain

    def _dong(self, earned: int) -> int:
        whole = _DONG * self.way.days_in_year
        return earned // whole if self.way.rounding is Rounding.DOWN else (2 * earned + whole) // (2 * whole)

    def _rate(self, day: date) -> int:
        past = [each.micro for each in self.way.rates or self.case.rates if each.from_on <= day]
        return past[-1] if past else 0


_STORES: Final = {
    EventKind.INTEREST: "in_term",
    EventKind.OVERDUE_INTEREST: "overdue",
    EventKind.GRACE_INTEREST: "grace",
    EventKind.OWED_IN_TERM: "in_term",
    EventKind.OWED_OVERDUE: "overdue",
    EventKind.OWED_GRACE: "grace",
}


def without(case: Case, at: int) -> Way:
    """As if the event at that place had not happened."""
    return replace(OURS, events=case.events[:at] + case.events[at + 1 :])


def with_more(case: Case, event: Event) -> Way:
    """As if one more event had happened."""
    return replace(OURS, events=(*case.events, event))
