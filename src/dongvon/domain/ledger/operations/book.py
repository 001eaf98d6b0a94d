"""Book định khoản on a business date."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.db.models import Max

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.ledger.models import Day
from dongvon.domain.ledger.vocabulary import Posting
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

STATEMENT = """
SELECT ledger_book(%(day)s, %(person)s, %(posted_at)s, %(ids)s::uuid[], %(debits)s, %(credits)s, %(amounts)s::bigint[],
                   %(codes)s, %(abouts)s::uuid[], %(units)s::uuid[], %(places)s)
"""
UNFIT = "DV002"


class DayClosed(Refusal):
    """The books of that date are closed."""

    text = "Sổ ngày {day} đã khóa (đã đóng đến hết {closed}). Hãy hạch toán vào ngày làm việc hiện tại."
    field = "on"


class AccountsUnfit(Refusal):
    """An account does not exist, or an off-balance account was to meet one on the balance sheet."""

    text = "Không hạch toán được: tài khoản không có trong hệ thống, hoặc nội bảng đối ứng với ngoại bảng."


@operation(allowed={Role.ACCOUNTANT, Role.SYSTEM})
def book(*, key: UUID, by: Actor, at: datetime, on: date, postings: tuple[Posting, ...]) -> int:
    """Write `postings` on business date `on`, all or none; gives their number. Refuses DayClosed, AccountsUnfit."""
    demand_open(on)
    columns: dict[str, Any] = {
        "ids": [line.id for line in postings],
        "debits": [line.debit for line in postings],
        "credits": [line.credit for line in postings],
        "amounts": [line.amount for line in postings],
        "codes": [line.code for line in postings],
        "abouts": [line.about for line in postings],
        "units": [line.unit for line in postings],
        "places": [line.place for line in postings],
    }
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(STATEMENT, {**columns, "day": on, "person": by.person, "posted_at": at})
    except DatabaseError as fault:
        if getattr(fault.__cause__, "sqlstate", None) == UNFIT:
            raise AccountsUnfit from fault
        raise
    return len(postings)


def demand_open(on: date) -> None:
    """Refuses DayClosed for every day up to the last that was closed, whether closed by itself or with a later one."""
    closed = Day.objects.aggregate(last=Max("day"))["last"]
    if closed is not None and on <= closed:
        raise DayClosed(day=f"{on:%d/%m/%Y}", closed=f"{closed:%d/%m/%Y}")
