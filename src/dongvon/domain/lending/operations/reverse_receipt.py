"""Take back a receipt that should not have been."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Max

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.ledger.operations.reverse import reverse
from dongvon.domain.lending.models import Loan, Movement, Receipt, ReceiptReversal, Rollover, WriteOff
from dongvon.domain.lending.operations.calling import NoSuchLoan, call, require_open
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

UNDO = "SELECT lending_unreceive(%(receipt)s, %(on)s, %(source)s)"
LINES = """
SELECT lending_line_id(id, leg.number) AS line
FROM lending_receipt r
CROSS JOIN LATERAL (VALUES
    (1, overdue_principal), (2, due_principal + further_principal), (3, frozen_principal),
    (4, overdue_interest + interest_arrears + current_interest + grace_interest)
) AS leg (number, amount)
WHERE r.id = %(receipt)s AND leg.amount > 0
"""


class AlreadyReversed(Refusal):
    """Once is enough."""

    text = "Phiếu thu này đã được hủy ngày {day:%d/%m/%Y}."


class DebtChangedSince(Refusal):
    """The debt was frozen, suspended or written off after the receipt."""

    text = "Món nợ đã khoanh, tạm hoãn, lưu vụ hoặc xóa sau phiếu thu này; đề nghị xử lý bằng quyết định riêng."


@operation(allowed={Role.ACCOUNTANT, Role.SYSTEM})
def reverse_receipt(*, key: UUID, by: Actor, at: datetime, on: date, receipt: UUID, reason: str) -> UUID:
    """Undo a receipt: principal and interest are as if the money had never come; the books get the mirror image.

    Refuses AlreadyReversed, DebtChangedSince, NoSuchLoan, NotTheOpenDay, DayIsClosing.
    """
    require_open(on)
    old = Receipt.objects.filter(id=receipt).first()
    if old is None:
        raise NoSuchLoan
    loan = Loan.objects.select_for_update().get(id=old.loan_id)
    earlier = ReceiptReversal.objects.filter(receipt=receipt).first()
    if earlier is not None:
        raise AlreadyReversed(day=earlier.booked_on)
    if _changed_since(loan, old):
        raise DebtChangedSince
    made = ReceiptReversal.objects.create(
        loan=loan, booked_on=on, person=by.person, posted_at=at, receipt=old, reason=reason
    )
    call(UNDO, {"receipt": receipt, "on": on, "source": made.id})
    lines = tuple(row["line"] for row in call(LINES, {"receipt": receipt}))
    reverse(key=key, by=by, at=at, on=on, transfers=lines)
    return made.id


def _changed_since(loan: Loan, receipt: Receipt) -> bool:
    """Whether the debt has ended by decision, or an act other than receipts and overdue transfers moved it since."""
    if WriteOff.objects.filter(loan=loan).exists() or Rollover.objects.filter(loan=loan).exists():
        return True
    own = Movement.objects.filter(loan=loan, source=receipt.id).aggregate(last=Max("id"))["last"]
    if own is None:
        return False
    return Movement.objects.filter(loan=loan, id__gt=own, cause__in=("freeze", "freeze_end", "suspension")).exists()
