"""Write down what borrowers' books say beside the bank's (15/TD)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import BalanceCheck
from dongvon.domain.lending.operations.calling import NoSuchLoan
from dongvon.domain.lending.queries.balance_sheets import KeptRow, kept_on
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class ComparedAlready(Refusal):
    """The loan was compared as of that day."""

    text = "Có khoản vay đã được đối chiếu số dư đến ngày {day:%d/%m/%Y}."


class CauseNeeded(Refusal):
    """A difference is explained."""

    text = "Khoản vay {number} có chênh lệch với sổ ngân hàng; hãy ghi nguyên nhân."
    field = "cause"


class DayNotOver(Refusal):
    """Balances are compared as of a day that is over."""

    text = "Chỉ đối chiếu số dư đến ngày đã qua; hãy chọn ngày trước hôm nay."
    field = "as_of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the borrower's book says of one loan, in đồng."""

    loan: UUID
    principal: int
    interest: int
    cause: str = ""


@operation(allowed={Role.CREDIT_OFFICER, Role.SYSTEM})
def compare_balances(*, key: UUID, by: Actor, at: datetime, as_of: date, told: tuple[Told, ...]) -> int:
    """Keep all lines or none; gives how many differ.

    Refuses DayNotOver, NoSuchLoan, CauseNeeded, ComparedAlready.
    """
    if as_of >= at.astimezone(VIETNAM).date():
        raise DayNotOver
    kept = kept_on([line.loan for line in told], as_of=as_of)
    rows = list(_rows(told, kept, as_of=as_of, by=by, at=at))
    try:
        with transaction.atomic():
            BalanceCheck.objects.bulk_create(rows)
    except IntegrityError as fault:
        raise ComparedAlready(day=as_of) from fault
    return sum(bool(row.cause) for row in rows)


def _rows(
    told: Iterable[Told], kept: dict[UUID, KeptRow], *, as_of: date, by: Actor, at: datetime
) -> Iterable[BalanceCheck]:
    for line in told:
        book = kept.get(line.loan)
        if book is None:
            raise NoSuchLoan
        differs = (book.principal, book.interest) != (line.principal, line.interest)
        if differs and not line.cause.strip():
            raise CauseNeeded(number=book.contract_number)
        yield BalanceCheck(
            loan_id=line.loan,
            as_of=as_of,
            kept_principal=book.principal,
            kept_interest=book.interest,
            told_principal=line.principal,
            told_interest=line.interest,
            cause=line.cause.strip() if differs else "",
            person=by.person,
            posted_at=at,
        )
