"""One loan as it stands: what it is, what it owes, its schedule."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from dongvon.domain.groups.queries.directory import GroupRow, groups_by_id
from dongvon.domain.lending.models import Freeze, Instalment, Loan
from dongvon.domain.lending.vocabulary import InterestStore
from dongvon.domain.people.queries.search import people_by_id
from dongvon.domain.people.vocabulary import PersonRow
from dongvon.domain.programmes.queries.reasons import RateReason, reasons_of_loan


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalmentRow:
    """One part of the schedule; `open` is neither paid nor overdue."""

    number: int
    contractual_on: date
    session_on: date
    due_on: date
    principal: int
    paid: int
    overdue: int
    overdue_on: date | None

    @property
    def open(self) -> int:
        """Still to be paid in term."""
        return self.principal - self.paid - self.overdue


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanFacts:
    """A loan, amounts in đồng. `reasons` are its rates over time, each with the decision behind it."""

    id: UUID
    contract_number: str
    borrower: UUID
    person: PersonRow | None
    group: GroupRow | None
    organisation: str
    unit: UUID
    place: str
    series: int
    programme: UUID
    programme_code: str
    programme_name: str
    fund: str
    priority_class: str
    area: str
    signed_on: date
    session_day: int | None
    term_months: int
    contractual_on: date
    extended_on: date
    final_on: date
    grace_until: date | None
    overdue_percent: Decimal | None
    overdue_rate: Decimal | None
    approved: int
    lent: int
    in_term: int
    overdue: int
    frozen: int
    collected: Mapping[InterestStore, int]
    interest_from: date
    rests_until: date | None
    frozen_until: date | None
    closed_on: date | None
    reasons: tuple[RateReason, ...]
    instalments: tuple[InstalmentRow, ...]

    @property
    def principal(self) -> int:
        """All principal owed."""
        return self.in_term + self.overdue + self.frozen

    @property
    def left_to_lend(self) -> int:
        """Approved and not handed out."""
        return self.approved - self.lent

    @property
    def written_off(self) -> bool:
        """Whether it ended with principal that nobody paid."""
        return self.closed_on is not None and any(part.principal > part.paid for part in self.instalments)

    def reason_on(self, day: date) -> RateReason | None:
        """Which decision gives the rate of a day."""
        return next((each for each in self.reasons if each.holds(day)), None)


def loan_facts(loan: UUID) -> LoanFacts | None:
    """The loan, or None where there is none in the asker's sight; five queries, one more when it is frozen."""
    found = Loan.objects.select_related("series__programme").filter(id=loan).first()
    return None if found is None else _facts(found)


def _facts(found: Loan) -> LoanFacts:
    series = found.series
    return LoanFacts(
        id=found.id,
        contract_number=found.contract_number,
        borrower=found.borrower_id,
        person=people_by_id([found.borrower_id]).get(found.borrower_id),
        group=groups_by_id([found.group_id]).get(found.group_id) if found.group_id else None,
        organisation=found.organisation,
        unit=found.unit_id,
        place=found.place,
        series=series.id,
        programme=series.programme_id,
        programme_code=series.programme.code,
        programme_name=series.programme.name,
        fund=series.fund,
        priority_class=series.priority_class,
        area=series.area,
        signed_on=found.signed_on,
        session_day=found.session_day,
        term_months=found.term_months,
        contractual_on=found.contractual_on,
        extended_on=found.extended_on,
        final_on=found.final_on,
        grace_until=found.grace_until,
        overdue_percent=found.overdue_percent,
        overdue_rate=found.overdue_rate,
        approved=found.approved,
        lent=found.lent,
        in_term=found.in_term,
        overdue=found.overdue,
        frozen=found.frozen,
        collected={store: getattr(found, f"collected_{store.value}") for store in InterestStore},
        interest_from=found.interest_from,
        rests_until=found.rests_until,
        frozen_until=_frozen_until(found),
        closed_on=found.closed_on,
        reasons=tuple(reasons_of_loan(series=series.id, signed_on=found.signed_on)),
        instalments=_schedule(found),
    )


def _frozen_until(loan: Loan) -> date | None:
    if not loan.frozen:
        return None
    return Freeze.objects.filter(loan=loan, end=None).values_list("until_on", flat=True).order_by("-until_on").first()


def _schedule(loan: Loan) -> tuple[InstalmentRow, ...]:
    columns = (
        "number",
        "contractual_on",
        "session_on",
        "due_on",
        "principal",
        "paid",
        "overdue",
        "overdue_on",
    )
    rows = Instalment.objects.filter(loan=loan).order_by("number").values(*columns)
    return tuple(InstalmentRow(**row) for row in rows)
