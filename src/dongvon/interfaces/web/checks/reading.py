"""What a filled 06/TD and 15/TD say, as a beginning of the forms on the screen."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.queries.balance_sheets import KeptRow
from dongvon.domain.lending.queries.use_checks import UseRow
from dongvon.interfaces.web.papers.reading import Reading

#: 06/TD counts in million đồng.
MILLION: Final = 1_000_000


def visit_from(reading: Reading, rows: Sequence[UseRow]) -> dict[str, Any]:
    """Initial values of a visit: a line of the paper goes to the disbursement of its contract and amount."""
    given: dict[str, Any] = {"checked_on": reading.day(_("Ngày kiểm tra"), reading.said("checked_on"))}
    left = list(rows)
    for line in reading.rows("lines"):
        lent = reading.amount(line["name"], line["lent"], times=MILLION)
        row = next((each for each in left if each.contract_number == line["number"] and each.amount == lent), None)
        if row is None:
            reading.doubt(
                line["name"], f"{line['number']} {line['lent']}", _("Không có lần giải ngân chờ kiểm tra này")
            )
            continue
        left.remove(row)
        given |= {f"{name}-{row.disbursement}": value for name, value in _seen(reading, line, row).items()}
    for row in left:
        reading.doubt(row.contract_number, "", _("Không có trong tệp"))
    return given


def _seen(reading: Reading, line: Mapping[str, str], row: UseRow) -> dict[str, Any]:
    """A line that says nothing of what was seen was not looked at."""
    rightly, wrongly = (reading.amount(line["name"], line[name], times=MILLION) for name in ("rightly", "wrongly"))
    if rightly is None and wrongly is None and not line["used_for"]:
        return {"looked": False}
    if (rightly or 0) + (wrongly or 0) != row.amount:
        reading.doubt(line["name"], f"{line['rightly']} + {line['wrongly']}", _("Cộng lại không bằng số đã giải ngân"))
    measures = reading.said("measures") if wrongly else ""
    if wrongly and not measures:
        reading.doubt(line["name"], line["wrongly"], _("Sai mục đích mà chưa ghi biện pháp xử lý"))
    return {
        "looked": True,
        "used_for": line["used_for"],
        "rightly": rightly or 0,
        "wrongly": wrongly or 0,
        "effect": line["effect"],
        "measures": measures,
    }


def sheet_from(reading: Reading, rows: Sequence[KeptRow], *, as_of: date) -> dict[str, Any]:
    """Initial values of a sheet: a line of the paper goes to the loan of its contract."""
    given: dict[str, Any] = {"as_of": as_of}
    if reading.day(_("Số dư đến hết ngày"), reading.said("as_of")) not in (None, as_of):
        reading.doubt(_("Số dư đến hết ngày"), reading.said("as_of"), _("Khác ngày đang chọn trên trang này"))
    left = {row.contract_number: row for row in rows}
    for line in reading.rows("lines"):
        row = left.pop(line["number"], None)
        if row is None:
            reading.doubt(line["name"], line["number"], _("Tổ không có khoản vay này"))
            continue
        given |= {f"{name}-{row.loan}": value for name, value in _told(reading, line, row).items()}
    for number in left:
        reading.doubt(number, "", _("Không có trong tệp"))
    return given


def _told(reading: Reading, line: Mapping[str, str], row: KeptRow) -> dict[str, Any]:
    principal, interest = (reading.amount(line["name"], line[f"told_{name}"]) for name in ("principal", "interest"))
    if principal is None or interest is None:
        reading.doubt(line["name"], line["number"], _("Chưa ghi số dư trên sổ của người vay"))
    elif (principal, interest) != (row.principal, row.interest) and not line["cause"]:
        reading.doubt(
            line["name"], f"{line['told_principal']}, {line['told_interest']}", _("Lệch mà chưa ghi nguyên nhân")
        )
    return {"principal": principal, "interest": interest, "cause": line["cause"]}
