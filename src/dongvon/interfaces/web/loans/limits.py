"""What limits an act on a loan, and by which article, shown before anything is typed."""

from datetime import date

from django.utils.translation import gettext as _

from dongvon.domain.lending.queries.explained import interest_explained
from dongvon.domain.lending.queries.loan import LoanFacts
from dongvon.interfaces.web.components.reading import Fact
from dongvon.interfaces.web.components.values import money_shown
from dongvon.interfaces.web.loans.words import STORES


def of_repayment(loan: LoanFacts, on: date) -> tuple[Fact, ...]:
    """All that is owed on the day: no more than that can be received."""
    explained = interest_explained(loan, until=on)
    due = sum(part.open for part in loan.instalments if part.due_on <= on) if loan.in_term else 0
    return (
        Fact(_("Gốc quá hạn"), money_shown(loan.overdue)),
        Fact(_("Gốc trong hạn đã đến kỳ"), money_shown(due)),
        *(Fact(STORES[each.store], money_shown(each.owed)) for each in explained.stores if each.owed),
        Fact(_("Tất toán hôm nay"), money_shown(loan.principal + explained.owed)),
    )


def of_disbursement(loan: LoanFacts) -> tuple[Fact, ...]:
    """What was approved and is still to be handed out."""
    return (
        Fact(_("Mức được duyệt"), money_shown(loan.approved)),
        Fact(_("Đã giải ngân"), money_shown(loan.lent)),
        Fact(_("Còn được giải ngân"), money_shown(loan.left_to_lend)),
    )


def of_reversal() -> tuple[Fact, ...]:
    """A receipt before a freeze, a suspension or a write-off stays."""
    return (
        Fact(_("Điều kiện"), _("Sau phiếu thu chưa có khoanh nợ, tạm hoãn, lưu vụ hay xóa nợ; mỗi phiếu hủy một lần.")),
    )
