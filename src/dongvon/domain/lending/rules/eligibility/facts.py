"""What is known of a household, of its debts and of what it asks for, on one day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from dongvon.kernel.calendar import add_months
from dongvon.kernel.confidence import Confidence

Alike = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A household, or one of its people, in a certified list; `until_on` is the first day it no longer counts."""

    kind: str
    from_on: date
    until_on: date | None
    decision: str
    decided_on: date
    person: UUID | None = None

    def holds(self, on: date) -> bool:
        """Whether it counts on that day."""
        return self.from_on <= on and (self.until_on is None or on < self.until_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """A loan of somebody in the household; `programme` is "01" or "03.lao-dong", amounts in đồng.

    `promised` is approved and not yet lent. A loan paid back owes nothing and still was a loan. `uses` are the parts
    of its plan that the catalogue bounds by themselves, each with what was lent for it.
    """

    programme: str
    number: str
    person: UUID | None
    owed: int
    overdue: int = 0
    promised: int = 0
    uses: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A learner's course, as the school certifies it: its end, its months of study, its tuition net of grants."""

    ends_on: date
    months: int
    tuition: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for: amounts in đồng; `value` is the price, estimate or cost, `paid` what was paid of it;
    `collateral` is what the security is worth, `until` the last day of the contract that is paid for.

    `plan` are its lines, each by its coded use ("" for the trade itself) and amount; they cover `own` and `amount`.
    `meant_workers` are those of all `workers` whom the programme is meant for, where the request says so;
    `selected` tells whether the public lottery, or a priority, gave the file a place; None: not drawn yet.
    """

    amount: int
    term_months: int
    papers: frozenset[str] = frozenset()
    own: int = 0
    plan: tuple[tuple[str, int], ...] = ()
    value: int | None = None
    paid: int = 0
    collateral: int | None = None
    until: date | None = None
    works: int = 1
    workers: int = 1
    meant_workers: int | None = None
    monthly_income: int | None = None
    family: str = "single"
    course: Course | None = None
    selected: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A household on one day; `born_on` of whoever borrows, at the latest where only the year is known."""

    on: date
    listings: tuple[Listing, ...] = ()
    debts: tuple[Debt, ...] = ()
    borrower: UUID | None = None
    born_on: date | None = None
    resident: bool = True
    group_member: bool = False
    areas: frozenset[str] = frozenset()
    wish: Wish | None = None

    @property
    def alike(self) -> Alike:
        """All that conditions look at: where it is equal on one day, every verdict is."""
        listings = tuple((row.kind, row.from_on, row.until_on) for row in self.listings)
        debts = tuple(
            (row.programme, row.person == self.borrower, row.owed, row.promised, row.overdue > 0, row.uses)
            for row in self.debts
        )
        return listings, debts, self._age, self.resident, self.group_member, self.areas, self.wish

    @property
    def _age(self) -> int | None:
        """Years completed, of which a birthday on 29 February completes one on the 28th."""
        if self.born_on is None:
            return None
        years = self.on.year - self.born_on.year
        return years if add_months(self.born_on, 12 * years) <= self.on else years - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One condition of a programme, with the article it rests on; what `values` and `number` mean depends on `check`.

    Demands that share an `alternative` are met together when one of them is.
    """

    code: str
    check: str
    title: str = ""
    remedy: str = ""
    article: str = ""
    basis: str = ""
    confidence: str = Confidence.CONFIRMED
    values: frozenset[str] = frozenset()
    number: Decimal | None = None
    alternative: str = ""
