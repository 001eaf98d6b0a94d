"""The books as tables in an accountant's words: Nợ, Có, số dư."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dongvon.domain.ledger.vocabulary import AccountKind, BalanceRow, JournalRow
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column

KINDS: dict[str, Promise | str] = {
    AccountKind.ASSET: gettext_lazy("Tài sản"),
    AccountKind.LIABILITY: gettext_lazy("Nợ phải trả"),
    AccountKind.INCOME: gettext_lazy("Thu nhập"),
    AccountKind.EXPENSE: gettext_lazy("Chi phí"),
    AccountKind.OFF_BALANCE: gettext_lazy("Ngoại bảng"),
}


def balance_table(rows: list[BalanceRow], *, span: dict[str, str]) -> dict[str, Any]:
    """A trial balance; debits and credits add to the same total."""
    return {
        "columns": (
            Column(_("Số hiệu")),
            Column(_("Tài khoản"), leads=True),
            Column(_("Loại")),
            Column(_("Dư đầu kỳ"), kind="number"),
            Column(_("Phát sinh Nợ"), kind="number"),
            Column(_("Phát sinh Có"), kind="number"),
            Column(_("Dư cuối kỳ"), kind="number"),
        ),
        "rows": tuple(_balance_line(row, span=span) for row in rows),
        "foot": ("", _("Cộng"), "", "", sum(row.debit for row in rows), sum(row.credit for row in rows), ""),
        "empty": Empty(_("Chưa có bút toán nào đến ngày này"), icon="inbox"),
    }


def _balance_line(row: BalanceRow, *, span: dict[str, str]) -> tuple[Any, ...]:
    address = f"{reverse('books:journal')}?{urlencode({**span, 'account': row.number})}"
    name = Link(row.name, href=address)
    return (row.number, name, KINDS[row.kind], row.opening, row.debit, row.credit, row.closing)


def journal_table(rows: list[JournalRow]) -> dict[str, Any]:
    """Transfers as định khoản."""
    return {
        "columns": (
            Column(_("Ngày"), kind="date", leads=True),
            Column(_("Nợ")),
            Column(_("Có")),
            Column(_("Số tiền (đồng)"), kind="number"),
            Column(_("Nghiệp vụ")),
        ),
        "rows": tuple(_journal_line(row) for row in rows),
        "empty": Empty(_("Không có bút toán nào trong những ngày này"), icon="inbox"),
    }


def _journal_line(row: JournalRow) -> tuple[Any, ...]:
    code = f"{row.code} ({_('đảo bút toán')})" if row.reverses else row.code
    return (row.day, f"{row.debit} {row.debit_name}", f"{row.credit} {row.credit_name}", row.amount, code)
