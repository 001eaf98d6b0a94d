"""Loans of invented borrowers: what was approved, when, for how long, and what became of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from uuid import UUID

from dongvon.demo.portfolio.chance import Chance
from dongvon.demo.portfolio.communities import Team, row_id
from dongvon.demo.portfolio.figures import FROZEN_SHARE, LOCAL_SHARE, MILLION, Kind, Managed, kinds, managed
from dongvon.kernel.calendar import add_months, session_in

#: Jobs lent before this day are another programme.
NEW_JOBS = date(2026, 1, 1)
TABLE = (
    "loan,contract_number,series,unit,place,organisation,group_id,borrower,signed_on,session_day,term_months,approved,"
    "grace_until,fate,fate_month,decision"
)
#: (programme, variant, fund) → rate series.
SeriesOf = Mapping[tuple[str, str, str], int]
#: Loans end within so many months before the day are told too: the history of two years.
HISTORY = 24


@dataclass(slots=True)
class Tally:
    """What an organisation's loans come to so far, beside what they should, in đồng."""

    owes: int = 0
    target: int = 0
    local: int = 0
    overdue: int = 0
    frozen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A loan in months: `age` sessions since it was signed, of `term`; principal every `every` months."""

    kind: Kind
    age: int
    term: int
    every: int
    fate: str = ""
    fate_month: int | None = None

    @property
    def early(self) -> int:
        """Sessions lie before the contract's day, so a part is paid a month before it; at the office it is not."""
        return 0 if self.kind.channel == "direct" else 1

    @property
    def parts(self) -> int:
        return max(1, -(-self.term // self.every))

    @property
    def paid_parts(self) -> int:
        """Parts paid by now, the last not among them."""
        until = self.age if self.fate_month is None else min(self.age, self.fate_month - 1)
        return min(self.parts - 1, max(0, until + self.early) // self.every)

    def owed(self, approved: int) -> int:
        """What is left of it, in đồng."""
        part = approved // self.parts // 100_000 * 100_000
        return approved - part * self.paid_parts


@dataclass(slots=True)
class Lender:
    """Draws the loans of one team after another, keeping the published shares as it goes."""

    on: date
    series: SeriesOf
    chance: Chance
    loans: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    by_code: dict[str, Managed] = field(default_factory=lambda: {each.code: each for each in managed()})
    entrusted: list[Kind] = field(default_factory=lambda: [each for each in kinds() if each.channel == "entrusted"])
    direct: list[Kind] = field(default_factory=lambda: [each for each in kinds() if each.channel == "direct"])

    def lines(self, team: Team, *, place: str, unit: UUID, session_day: int | None) -> Iterator[str]:
        """The team's loans as lines of TABLE, the ended ones of the last two years among them."""
        for member in team.members:
            for sketch in self._sketches(team.organisation):
                yield self._line(sketch, team, borrower=member.id, place=place, unit=unit, session_day=session_day)

    def _sketches(self, organisation: str) -> Iterator[Sketch]:
        tally = self.tallies.setdefault(organisation, Tally())
        each = self.by_code[organisation]
        tally.target += each.outstanding * MILLION // each.households
        drawn = [self._kind(organisation, extra=False)]
        if organisation != "99" and drawn[0].code != "06" and self.chance.share() < 0.24:
            drawn.append(self._kind(organisation, extra=True))
        for at, kind in enumerate(drawn):
            yield self._living(kind, self._trouble(tally, each) if at == 0 and kind.code != "02" else "")
            if kind.code != "02" and self.chance.share() < 0.7 * HISTORY / max(kind.terms):
                yield from self._ended(kind)

    def _kind(self, organisation: str, *, extra: bool) -> Kind:
        many = self.direct if organisation == "99" else self.entrusted
        return self.chance.weighed(
            many, through=list(accumulate(each.extra if extra else each.weight for each in many))
        )

    def _trouble(self, tally: Tally, each: Managed) -> str:
        if tally.overdue * each.outstanding < (tally.owes - 400 * MILLION) * each.overdue:
            return "stopped"
        return "frozen" if tally.frozen < (tally.owes - 900 * MILLION) * FROZEN_SHARE else ""

    def _living(self, kind: Kind, trouble: str) -> Sketch:
        term = self.chance.chosen(kind.terms)
        if kind.code == "02":
            return self._student(kind)
        every = self._every(kind, term)
        if trouble == "stopped" and term + 17 < self._months_since(kind):
            return Sketch(
                kind=kind,
                age=term + self.chance.between(0, 16),
                term=term,
                every=every,
                fate="stopped",
                fate_month=term - self.chance.between(1, 9),
            )
        age = int(self.chance.share() ** 1.12 * (min(term, self._months_since(kind)) - 2))
        if trouble == "frozen" and age > 6:
            return Sketch(
                kind=kind,
                age=age,
                term=term,
                every=every,
                fate="frozen",
                fate_month=self.chance.between(max(3, age - 30), age - 1),
            )
        return Sketch(kind=kind, age=age, term=term, every=every)

    def _student(self, kind: Kind) -> Sketch:
        return Sketch(kind=kind, age=self.chance.between(1, 30), term=self.chance.chosen((72, 84, 96)), every=12)

    def _months_since(self, kind: Kind) -> int:
        return (self.on.year - kind.since.year) * 12 + self.on.month - kind.since.month - 1

    def _ended(self, kind: Kind) -> Iterator[Sketch]:
        term = self.chance.chosen(kind.terms)
        every = self._every(kind, term)
        settled = self.chance.between(6, term - 2) if self.chance.share() < 0.3 else None
        age = (settled or term) + self.chance.between(0, HISTORY - 1)
        if age < self._months_since(kind):
            fate = "settled" if settled else ""
            yield Sketch(kind=kind, age=age, term=term, every=every, fate=fate, fate_month=settled)

    def _every(self, kind: Kind, term: int) -> int:
        if kind.code in {"06", "04"}:
            return 12
        return 12 if term <= 12 else 24 if term <= 60 else 36

    def _line(
        self, sketch: Sketch, team: Team, *, borrower: UUID, place: str, unit: UUID, session_day: int | None
    ) -> str:
        self.loans += 1
        signed_on = _signed_on(self.on, sketch, session_day=session_day)
        approved = self._approved(sketch, self.tallies[team.organisation])
        fund = self._fund(sketch, self.tallies[team.organisation], approved)
        grace = add_months(signed_on, sketch.term - 36).isoformat() if sketch.kind.code == "02" else ""
        decision = "Quyết định khoanh nợ mẫu" if sketch.fate == "frozen" else ""
        columns = (
            row_id(3, self.loans),
            f"6600{place}{self.loans:07d}",
            self._series(sketch.kind, signed_on, fund),
            unit,
            place,
            team.organisation,
            team.group or "",
            borrower,
            signed_on,
            session_day or "",
            sketch.term,
            approved,
            grace,
            sketch.fate,
            sketch.fate_month or "",
            decision,
        )
        return ",".join(map(str, columns))

    def _approved(self, sketch: Sketch, tally: Tally) -> int:
        """Whole millions within the programme's bounds, large or small as the organisation's total still needs."""
        kind = sketch.kind
        if _has_ended(sketch):
            return self.chance.between(kind.least * 8 // 10, kind.most * 8 // 10) * MILLION
        part_left = sketch.owed(100 * MILLION) / (100 * MILLION)
        wanted = (tally.target - tally.owes) / MILLION / max(part_left, 0.1) * (0.75 + self.chance.share() / 2)
        approved = max(kind.least, min(kind.most, round(wanted))) * MILLION
        owed = sketch.owed(approved)
        tally.owes += owed
        tally.overdue += owed if sketch.fate == "stopped" else 0
        tally.frozen += owed if sketch.fate == "frozen" else 0
        return approved

    def _fund(self, sketch: Sketch, tally: Tally, approved: int) -> str:
        if not sketch.kind.local:
            return "1"
        if _has_ended(sketch):
            return "2" if self.chance.share() < 0.25 else "1"
        if tally.local >= tally.owes * LOCAL_SHARE:
            return "1"
        tally.local += sketch.owed(approved)
        return "2"

    def _series(self, kind: Kind, signed_on: date, fund: str) -> int:
        variant = "lao-dong-cu" if kind.variant == "lao-dong" and signed_on < NEW_JOBS else kind.variant
        return self.series[kind.code, variant, fund]


def _has_ended(sketch: Sketch) -> bool:
    return sketch.fate == "settled" or (sketch.fate == "" and sketch.age >= sketch.term - sketch.early)


def _signed_on(on: date, sketch: Sketch, *, session_day: int | None) -> date:
    """So many sessions before the last one that lies behind us."""
    day = session_day or 15
    latest = on if on.day >= day else add_months(on, -1)
    month = add_months(latest.replace(day=1), -sketch.age)
    return session_in(month.year, month.month, session_day=day)
