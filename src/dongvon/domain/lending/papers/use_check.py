"""Mẫu 06/TD, and 06A/TD for one borrower alone: what was done with the money, seen within thirty days."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from dongvon.domain.documents.papers.filled_form import BLANK
from dongvon.domain.documents.papers.form import Form, Grid, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.lending.papers.wording import PLACE_AND_DATE, dong, long_day, millions
from dongvon.domain.lending.queries.use_checks import UseRow
from dongvon.kernel.text import format_number

#: One for the bank, one for whoever went there.
COPIES: Final = 2

USE_CHECK: Final = Form(
    number="06/TD",
    title="Phiếu kiểm tra sử dụng vốn vay",
    subtitle="Tổ TK&VV: {{ group }}; Địa bàn: {{ commune }}; Ngày kiểm tra: {{ checked_on }}",
    issuer=("{{ unit|upper }}",),
    place_and_date=PLACE_AND_DATE,
    landscape=True,
    parts=(
        Text("Cán bộ kiểm tra: 1. {{ officers }}; 2. ……………"),
        Text("Đơn vị: triệu đồng", "note"),
        Grid(
            columns=(
                Column("TT", 0.8, "centre"),
                Column("Họ và tên người vay", 3.2),
                Column("Mã món vay", 3.1, "centre"),
                Column("Chương trình", 2.6),
                Column("Đã giải ngân", 1.5, "right"),
                Column("Dư nợ", 1.5, "right"),
                Column("Mục đích vay", 2.6),
                Column("Thực nhận", 1.5, "right"),
                Column("Dư nợ thực tế", 1.5, "right"),
                Column("Sử dụng vào việc", 2.6),
                Column("Đúng mục đích", 1.4, "right"),
                Column("Sai mục đích", 1.4, "right"),
                Column("Hiệu quả", 1.8),
                Column("Lãi chưa trả", 1.4, "right"),
                Column("Người vay ký", 1.8),
            ),
            each="lines",
            cells=(
                "{{ loop.index }}",
                "{{ row.name }}",
                "{{ row.number }}",
                "{{ row.programme }}",
                "{{ row.lent }}",
                "{{ row.balance }}",
                "{{ row.purpose }}",
                "{{ row.received }}",
                "{{ row.found }}",
                "{{ row.used_for }}",
                "{{ row.rightly }}",
                "{{ row.wrongly }}",
                "{{ row.effect }}",
                "{{ row.unpaid }}",
                "",
            ),
            totals=(
                *("", "Cộng", "", "", "{{ total_lent }}", "{{ total_balance }}", "", "{{ total_received }}"),
                *("", "", "{{ total_rightly }}", "{{ total_wrongly }}", "", "", ""),
            ),
        ),
        Text(
            "1. Số khách hàng được kiểm tra: {{ count }}; số tiền: {{ total_lent }}; sử dụng đúng mục đích: "
            "{{ total_rightly }} ({{ right_share }} %); sai mục đích: {{ total_wrongly }} ({{ wrong_share }} %)."
        ),
        Text("2. Biện pháp xử lý: {{ measures }}", lines=2),
        Signatures((Signed("CÁN BỘ CHỨNG KIẾN"), Signed("CÁN BỘ KIỂM TRA"))),
    ),
)

#: Of 06A/TD only the number and the purpose are known.
USE_CHECK_OF_ONE: Final = Form(
    number="06A/TD",
    title="Phiếu kiểm tra sử dụng vốn vay của một người vay",
    issuer=("{{ organisation|upper }}", "{{ commune|upper }}"),
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text("Người vay: {{ borrower }}; Số định danh cá nhân/CCCD: {{ identity }}; Nơi cư trú: {{ hamlet }}"),
        Text("Thành viên Tổ TK&VV mã: {{ group }}; Tổ trưởng: {{ leader }}"),
        Text("Khoản vay số: {{ contract }}; Chương trình: {{ programme }}; Mục đích vay: {{ purpose }}"),
        Text("Đã giải ngân: {{ lent }} đồng (bằng chữ: {{ lent_in_words }})"),
        Text("Dư nợ trên sổ: {{ principal }} đồng; Lãi chưa trả: {{ interest }} đồng"),
        Text("I. KẾT QUẢ KIỂM TRA NGÀY {{ checked_on }}", "part"),
        Text("1. Số tiền thực nhận: {{ received }} đồng; dư nợ thực tế: {{ found }} đồng"),
        Text("2. Đã sử dụng vào việc: {{ used_for }}"),
        Text("Đúng mục đích: {{ rightly }} đồng; sai mục đích: {{ wrongly }} đồng"),
        Text("3. Hiệu quả: {{ effect }}"),
        Text("II. BIỆN PHÁP XỬ LÝ", "part"),
        Text("{{ measures }}", lines=2),
        Text("Phiếu lập thành 02 bản: 01 bản gửi ngân hàng, 01 bản người kiểm tra giữ."),
        Signatures(
            (
                Signed("NGƯỜI VAY", "{{ borrower }}"),
                Signed("TỔ TRƯỞNG", "{{ leader_signs }}"),
                Signed("CÁN BỘ KIỂM TRA"),
            )
        ),
    ),
    unconfirmed=("tên mẫu", "các trường", "câu chữ"),
)


def use_check_of_one(row: UseRow | None) -> dict[str, str]:
    """What was seen of the latest disbursement of a loan; nothing where nobody went there yet."""
    if row is None or row.checked_on is None:
        return {}
    return {
        "checked_on": f"{row.checked_on:%d/%m/%Y}",
        "received": dong(row.amount),
        "found": dong(row.balance),
        "used_for": row.used_for,
        "rightly": dong(row.rightly),
        "wrongly": dong(row.wrongly),
        "effect": row.effect,
        "measures": row.measures or "Không có.",
    }


def use_check_values(
    rows: Sequence[UseRow],
    *,
    names: Mapping[UUID, str],
    unpaid: Mapping[UUID, int],
    group: str,
    commune: str,
    unit: str,
    officers: str,
    on: date,
) -> dict[str, Any]:
    """The marks of 06/TD for some disbursements; lines nobody has looked at yet are left open for the pen.

    `names` by borrower; `unpaid` interest by loan, in đồng.
    """
    seen = [row for row in rows if row.checked_on]
    lent, rightly, wrongly = (
        sum(getattr(row, name) for row in (rows if name == "amount" else seen))
        for name in ("amount", "rightly", "wrongly")
    )
    return {
        "group": group,
        "commune": commune,
        "place": commune,
        "day": long_day(on),
        "checked_on": f"{seen[0].checked_on:%d/%m/%Y}" if seen else BLANK,
        "unit": unit,
        "officers": officers,
        "lines": [_line(row, name=names.get(row.borrower, ""), unpaid=unpaid.get(row.loan, 0)) for row in rows],
        "count": str(len(rows)),
        "total_lent": millions(lent),
        "total_balance": millions(sum(row.balance for row in rows)),
        "total_received": millions(sum(row.amount for row in seen)) if seen else "",
        "total_rightly": millions(rightly) if seen else BLANK,
        "total_wrongly": millions(wrongly) if seen else BLANK,
        "right_share": _share(rightly, rightly + wrongly) or BLANK,
        "wrong_share": _share(wrongly, rightly + wrongly) or BLANK,
        "measures": "; ".join(row.measures for row in seen if row.measures) or ("không có" if seen else BLANK),
    }


def _line(row: UseRow, *, name: str, unpaid: int) -> dict[str, str]:
    seen = row.checked_on is not None
    return {
        "name": name,
        "number": row.contract_number,
        "programme": row.programme,
        "lent": millions(row.amount),
        "balance": millions(row.balance),
        "purpose": row.purpose,
        "received": millions(row.amount) if seen else "",
        "found": millions(row.balance) if seen else "",
        "used_for": row.used_for,
        "rightly": millions(row.rightly) if seen else "",
        "wrongly": millions(row.wrongly) if seen else "",
        "effect": row.effect,
        "unpaid": millions(unpaid),
    }


def _share(part: int, whole: int) -> str:
    return format_number(Decimal(part * 100) / whole, decimals=1) if whole else ""
