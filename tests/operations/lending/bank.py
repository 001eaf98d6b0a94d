"""An office that lends under the real catalogue, and its borrowers."""

from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.vocabulary import SYSTEM, Actor
from dongvon.domain.lending.models import Instalment, Loan
from dongvon.domain.lending.operations.disburse import disburse
from dongvon.domain.lending.operations.file_petition import file_petition
from dongvon.domain.lending.operations.originate import originate
from dongvon.domain.lending.operations.repay import repay
from dongvon.domain.lending.vocabulary import Met, NewLoan, Organisation, PetitionKind
from dongvon.domain.programmes.models import RateSeries
from dongvon.domain.units.models import Unit
from dongvon.kernel.calendar import add_months
from dongvon.kernel.ids import new_id
from tests.operations.lending.law import AT, enact

OFFICER = Actor(UUID(int=3), None, frozenset({"credit_officer"}))
DIRECTOR = Actor(UUID(int=4), None, frozenset({"office_director"}))
BRANCH = Actor(UUID(int=5), None, frozenset({"branch_director", "office_director"}))
PLACE = "26206"


@dataclass
class Bank:
    """One office; loans numbered as they come."""

    office: UUID
    numbers: count = field(default_factory=lambda: count(6600_0000_0000_0001))

    def series(self, code: str, *, fund: str = "1", variant: str = "", priority: str = "ordinary") -> int:
        return RateSeries.objects.get(
            programme__code=code, programme__variant=variant, fund=fund, priority_class=priority, area=""
        ).id

    def contract(self, code: str = "01", *, signed_on: date, approved: int, **more: Any) -> NewLoan:
        """Defaults: poor household, session day 10, three yearly dues."""
        where = {name: more.pop(name) for name in ("fund", "variant", "priority") if name in more}
        given = {
            "contract_number": str(next(self.numbers)),
            "series": self.series(code, **where),
            "unit": self.office,
            "place": PLACE,
            "organisation": Organisation.FARMERS,
            "group": UUID(int=77),
            "borrower": new_id(),
            "session_day": 10,
            "term_months": 36,
            "dues": tuple(add_months(signed_on, 12 * year) for year in (1, 2, 3)),
        }
        return NewLoan(signed_on=signed_on, approved=approved, **{**given, **more})

    def lend(self, code: str = "01", *, on: date, amount: int, **more: Any) -> Loan:
        """Signed and paid out on one day."""
        loan = self.open(self.contract(code, signed_on=on, approved=more.pop("approved", amount), **more))
        disburse(key=new_id(), by=SYSTEM, at=AT, on=on, loan=loan.id, amount=amount)
        loan.refresh_from_db()
        return loan

    def open(self, contract: NewLoan) -> Loan:
        return Loan.objects.get(id=originate(key=new_id(), by=SYSTEM, at=AT, loan=contract))

    def pay(self, loan: Loan, amount: int, *, on: date, value_on: date | None = None) -> Met:
        return repay(key=new_id(), by=SYSTEM, at=AT, on=on, loan=loan.id, amount=amount, value_on=value_on)

    def ask(self, loan: Loan, kind: PetitionKind, *, on: date) -> UUID:
        """The officer's petition for the borrower."""
        return file_petition(
            key=new_id(), by=OFFICER, at=AT, loan=loan.id, kind=kind, received_on=on, asked="Gia đình gặp khó khăn"
        )

    def parts(self, loan: Loan) -> list[tuple[int, int, int]]:
        """(principal, paid, overdue) of each instalment."""
        rows = Instalment.objects.filter(loan=loan).order_by("number")
        return [(row.principal, row.paid, row.overdue) for row in rows]


def found_bank() -> Bank:
    enact()
    unit = Unit.objects.create(
        code="nhcsxh-pgd-004606", body="nhcsxh-pgd", level="commune", valid=DateRange(date(2003, 1, 1), None)
    )
    unit.names.create(
        full_name="Phòng giao dịch Ngân hàng Chính sách xã hội Trảng Bom", short_name="PGD Trảng Bom", valid=unit.valid
    )
    return Bank(office=unit.id)
