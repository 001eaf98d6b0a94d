"""How a verb calls the SQL of lending, and what the refusals told there mean in words."""

import json
import re
from datetime import date
from typing import Any

from django.db import DatabaseError, connection

from dongvon.domain.ledger.operations.book import AccountsUnfit
from dongvon.kernel.refusals import Refusal

DAY = re.compile(r"\d{4}-\d\d-\d\d")


class DayIsClosing(Refusal):
    """The books of lending are being closed."""

    text = "Đang khóa sổ ngày {day:%d/%m/%Y}; đề nghị chờ khóa sổ xong rồi làm lại."


class NotTheOpenDay(Refusal):
    """Business is done on the open day only."""

    text = "Ngày giao dịch đang mở là {open:%d/%m/%Y}; không hạch toán được vào ngày {on:%d/%m/%Y}."
    field = "on"


class BooksClosed(Refusal):
    """The general books of that day are closed."""

    text = "Sổ cái của ngày này đã khóa. Hãy hạch toán vào ngày làm việc hiện tại."
    field = "on"


class NoSuchLoan(Refusal):
    """No loan, or none in sight of the asker."""

    text = "Không tìm thấy khoản vay trong phạm vi của bạn."
    field = "loan"


class LoanClosed(Refusal):
    """Nothing is owed any more."""

    text = "Khoản vay {number} đã tất toán ngày {day:%d/%m/%Y}."
    field = "loan"


class ValueAhead(Refusal):
    """Money does not count from a day that has not come."""

    text = "Ngày hiệu lực {on:%d/%m/%Y} không được sau ngày giao dịch {day:%d/%m/%Y}."
    field = "value_on"


class ValueTooOld(Refusal):
    """The debt was changed since."""

    text = (
        "Ngày hiệu lực {on:%d/%m/%Y} ở trước lần thay đổi món nợ ngày {since:%d/%m/%Y} (giải ngân, khoanh, tạm hoãn…); "
        "đề nghị chọn từ ngày đó trở đi."
    )
    field = "value_on"


class MoreThanOwed(Refusal):
    """The payment is more than all that is owed."""

    text = "Số tiền vượt quá số còn nợ của khoản vay {number} ngày {on:%d/%m/%Y} là {owed:,} đồng."
    field = "amount"


class NoAllocationOrder(Refusal):
    """The data do not say what a payment meets first."""

    text = "Chưa có quy tắc thứ tự thu nợ cho ngày {on:%d/%m/%Y}."


REFUSALS: dict[str, type[Refusal]] = {
    each.__name__: each
    for each in (
        DayIsClosing,
        NotTheOpenDay,
        NoSuchLoan,
        LoanClosed,
        ValueAhead,
        ValueTooOld,
        MoreThanOwed,
        NoAllocationOrder,
    )
}

LEDGER = {"DV001": BooksClosed, "DV002": AccountsUnfit}


def call(statement: str, values: dict[str, Any]) -> list[dict[str, Any]]:
    """Run a statement; its rows by column name. Refuses what the functions of sql/ refuse."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            names = [column.name for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()] if names else []
    except DatabaseError as fault:
        refusal = _refusal(fault)
        if refusal is None:
            raise
        raise refusal from fault


def require_open(on: date) -> None:
    """Refuse DayIsClosing and NotTheOpenDay; until the end of the transaction no day can begin to close."""
    call("SELECT lending_require_open(%(on)s)", {"on": on})


def _refusal(fault: DatabaseError) -> Refusal | None:
    told = getattr(fault.__cause__, "diag", None)
    if told is None or not (told.sqlstate or "").startswith("DV"):
        return None
    if told.sqlstate in LEDGER:
        return LEDGER[told.sqlstate]()
    values = json.loads(told.message_detail or "{}")
    return REFUSALS[told.message_primary](**{name: _value(value) for name, value in values.items()})


def _value(value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(value, str) and DAY.fullmatch(value) else value
