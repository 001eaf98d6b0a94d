"""The books as tables in an accountant's words: Nợ, Có, số dư."""

from collections.abc import Mapping
from itertools import accumulate
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dongvon.domain.ledger.vocabulary import DEBIT_KINDS, BalanceRow, JournalRow
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column

_BALANCE_HEADS = (
    gettext_lazy("Dư Nợ đầu kỳ"),
    gettext_lazy("Dư Có đầu kỳ"),
    gettext_lazy("Phát sinh Nợ"),
    gettext_lazy("Phát sinh Có"),
    gettext_lazy("Dư Nợ cuối kỳ"),
    gettext_lazy("Dư Có cuối kỳ"),
)

CODES: dict[str, Promise | str] = {
    "disburse": gettext_lazy("Giải ngân"),
    "repay.overdue": gettext_lazy("Thu gốc quá hạn"),
    "repay.in_term": gettext_lazy("Thu gốc trong hạn"),
    "repay.frozen": gettext_lazy("Thu gốc khoanh"),
    "repay.interest": gettext_lazy("Thu lãi"),
    "overdue": gettext_lazy("Chuyển nợ quá hạn"),
    "freeze": gettext_lazy("Khoanh nợ"),
    "frozen": gettext_lazy("Khoanh nợ"),
    "unfreeze": gettext_lazy("Hết khoanh nợ"),
    "interest.owed": gettext_lazy("Lãi chưa thu tăng"),
    "interest.met": gettext_lazy("Lãi chưa thu giảm"),
    "write_off": gettext_lazy("Xóa nợ"),
    "write_off.kept": gettext_lazy("Theo dõi nợ đã xóa"),
    "recover": gettext_lazy("Thu hồi nợ đã xóa"),
    "recover.kept": gettext_lazy("Giảm nợ đã xóa"),
}


def balance_table(rows: list[BalanceRow], *, span: dict[str, str]) -> dict[str, Any]:
    """A trial balance; each pair of columns adds to the same total."""
    return {
        "columns": (
            Column(_("Tài khoản"), leads=True),
            *(Column(head, kind="number") for head in _BALANCE_HEADS),
        ),
        "rows": tuple(_balance_line(row, span=span) for row in rows),
        "foot": (_("Cộng"), *(sum(row.in_six_columns[each] for row in rows) for each in range(len(_BALANCE_HEADS)))),
        "empty": Empty(_("Chưa có bút toán nào đến ngày này"), icon="inbox"),
    }


def _balance_line(row: BalanceRow, *, span: dict[str, str]) -> tuple[Any, ...]:
    address = f"{reverse('books:journal')}?{urlencode({**span, 'account': row.number})}"
    name = Link(f"{row.number} {row.name}", href=address)
    return (name, *(amount or "" for amount in row.in_six_columns))


def journal_table(rows: list[JournalRow], *, numbers: Mapping[UUID, str]) -> dict[str, Any]:
    """Transfers as định khoản, each leading to the loan it is about."""
    return {
        "columns": (
            Column(_("Ngày"), kind="date", leads=True),
            Column(_("Nợ")),
            Column(_("Có")),
            Column(_("Số tiền (đồng)"), kind="number"),
            Column(_("Nghiệp vụ")),
            Column(_("Khoản vay")),
        ),
        "rows": tuple(_journal_line(row, numbers=numbers) for row in rows),
        "empty": Empty(_("Không có bút toán nào trong những ngày này"), icon="inbox"),
    }


def _journal_line(row: JournalRow, *, numbers: Mapping[UUID, str]) -> tuple[Any, ...]:
    sides = (f"{row.debit} {row.debit_name}", f"{row.credit} {row.credit_name}")
    return (row.day, *sides, row.amount, code_shown(row), _loan_link(row, numbers=numbers))


def statement_table(
    rows: list[JournalRow], *, account: str, balances: list[BalanceRow], numbers: Mapping[UUID, str]
) -> dict[str, Any]:
    """Sổ chi tiết of an account or a group of accounts: opening, each transfer with the balance after it, closing."""
    grows_by_debit = not balances or balances[0].kind in DEBIT_KINDS
    opening, closing = sum(row.opening for row in balances), sum(row.closing for row in balances)
    sides = [_sides(row, account=account) for row in rows]
    after = accumulate(
        (debit - credit if grows_by_debit else credit - debit for debit, credit in sides), initial=opening
    )
    next(after)
    lines = [
        (row.day, _other_side(row, account=account), debit or "", credit or "", balance, code_shown(row))
        for row, (debit, credit), balance in zip(rows, sides, after, strict=True)
    ]
    return {
        "columns": (
            Column(_("Ngày"), kind="date", leads=True),
            Column(_("Tài khoản đối ứng")),
            Column(_("Phát sinh Nợ"), kind="number"),
            Column(_("Phát sinh Có"), kind="number"),
            Column(_("Số dư"), kind="number"),
            Column(_("Nghiệp vụ")),
            Column(_("Khoản vay")),
        ),
        "rows": (
            *(((_("Dư đầu kỳ"), "", "", "", opening, "", ""),) if balances else ()),
            *((*line, _loan_link(row, numbers=numbers)) for line, row in zip(lines, rows, strict=True)),
        ),
        "foot": (_("Dư cuối kỳ"), "", _sum(balances, "debit"), _sum(balances, "credit"), closing, "", ""),
        "empty": Empty(_("Không có bút toán nào trong những ngày này"), icon="inbox"),
    }


def _sides(row: JournalRow, *, account: str) -> tuple[int, int]:
    return (
        row.amount if row.debit.startswith(account) else 0,
        row.amount if row.credit.startswith(account) else 0,
    )


def _other_side(row: JournalRow, *, account: str) -> str:
    if row.debit.startswith(account):
        return f"{row.credit} {row.credit_name}"
    return f"{row.debit} {row.debit_name}"


def _sum(balances: list[BalanceRow], side: str) -> int:
    return sum(getattr(row, side) for row in balances)


def _loan_link(row: JournalRow, *, numbers: Mapping[UUID, str]) -> Any:
    number = numbers.get(row.about)
    return Link(number, href=reverse("loans:loan", args=[row.about])) if number else ""


def code_shown(row: JournalRow) -> str:
    """What a transfer is called, and whether it reverses another."""
    word = str(CODES.get(row.code, row.code))
    return f"{word} ({_('đảo bút toán')})" if row.reverses else word
