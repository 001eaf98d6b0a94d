"""Enter a loan that was approved."""

from datetime import datetime
from itertools import pairwise
from uuid import UUID

from django.db.models import Q

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.ledger.operations.add_account import add_account
from dongvon.domain.lending.models import AccountSet, Instalment, Loan
from dongvon.domain.lending.rules.chart import chart_of
from dongvon.domain.lending.rules.due import due_on
from dongvon.domain.lending.vocabulary import NewLoan
from dongvon.domain.programmes.queries.terms import LoanTerms, terms_of_loan
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from dongvon.kernel.refusals import Refusal


class NoConditionsYet(Refusal):
    """The catalogue has no approved rate or conditions for that day."""

    text = "Danh mục chưa có lãi suất hoặc điều kiện vay được duyệt cho ngày ký {on:%d/%m/%Y}."
    field = "signed_on"


class NumberTaken(Refusal):
    """Contract numbers are unique."""

    text = "Số hợp đồng {number} đã có trong hệ thống."
    field = "contract_number"


class DuesOutOfOrder(Refusal):
    """The schedule does not run forward from the contract."""

    text = "Các kỳ trả nợ phải tăng dần và sau ngày ký hợp đồng."
    field = "dues"


@operation(allowed={Role.OFFICE_DIRECTOR, Role.SYSTEM})
def originate(*, key: UUID, by: Actor, at: datetime, loan: NewLoan) -> UUID:
    """Write the loan and the days of its schedule; principal comes with each disbursement.

    Refuses NoConditionsYet, NumberTaken, DuesOutOfOrder.
    """
    days = (loan.signed_on, *loan.dues)
    if len(days) < 2 or any(later <= earlier for earlier, later in pairwise(days)):
        raise DuesOutOfOrder
    if Loan.objects.filter(Q(contract_number=loan.contract_number)).exists():
        raise NumberTaken(number=loan.contract_number)
    terms = terms_of_loan(series=loan.series, signed_on=loan.signed_on)
    if terms is None:
        raise NoConditionsYet(on=loan.signed_on)
    _open_accounts(loan.series, terms, by=by, at=at)
    row = _row(loan, terms)
    row.save(force_insert=True)
    Instalment.objects.bulk_create(_schedule(row, loan))
    return row.id


def _open_accounts(series: int, terms: LoanTerms, *, by: Actor, at: datetime) -> None:
    if AccountSet.objects.filter(series=series).exists():
        return
    chart = chart_of(code=terms.code, fund=terms.fund)
    add_account(key=new_id(), by=by, at=at, accounts=chart.rows)
    AccountSet.objects.bulk_create([AccountSet(series_id=series, **chart.numbers)], ignore_conflicts=True)


def _row(loan: NewLoan, terms: LoanTerms) -> Loan:
    return Loan(
        contract_number=loan.contract_number,
        series_id=loan.series,
        cohort_id=terms.cohort,
        unit_id=loan.unit,
        place=loan.place,
        organisation=loan.organisation,
        group_id=loan.group,
        borrower_id=loan.borrower,
        signed_on=loan.signed_on,
        session_day=loan.session_day,
        term_months=loan.term_months,
        contractual_on=loan.dues[-1],
        extended_on=loan.dues[-1],
        final_on=due_on(loan.dues[-1], session_day=loan.session_day, moved={}),
        grace_until=loan.grace_until,
        overdue_percent=terms.overdue_percent,
        overdue_rate=terms.overdue_rate,
        approved=loan.approved,
        interest_from=loan.signed_on,
    )


def _schedule(row: Loan, loan: NewLoan) -> list[Instalment]:
    sessions = [due_on(each, session_day=loan.session_day, moved={}) for each in loan.dues]
    return [
        Instalment(loan=row, number=number, contractual_on=contractual, session_on=session, due_on=session)
        for number, (contractual, session) in enumerate(zip(loan.dues, sessions, strict=True), start=1)
    ]
