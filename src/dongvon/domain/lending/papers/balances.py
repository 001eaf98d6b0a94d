"""Mẫu 15/TD: the bank's books and the borrowers' books of one group, side by side."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from dongvon.domain.documents.papers.filled_form import BLANK
from dongvon.domain.documents.papers.form import Form, Grid, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.groups.queries.directory import GroupRow
from dongvon.domain.lending.papers.wording import ISSUER, PLACE_AND_DATE, dong, long_day
from dongvon.domain.lending.queries.balance_sheets import KeptRow, ToldRow

_THREE: Final = ("gốc", "lãi", "tiền gửi")

BALANCES: Final = Form(
    number="15/TD",
    title="Danh sách đối chiếu số dư tiền vay và tiền gửi",
    subtitle="Đến ngày {{ as_of }}",
    issuer=ISSUER,
    place_and_date=PLACE_AND_DATE,
    landscape=True,
    parts=(
        Text("Tổ trưởng: {{ leader }}; Tổ TK&VV mã: {{ group }}; Địa chỉ: {{ hamlet }}, {{ commune }}"),
        Text("Đơn vị: đồng", "note"),
        Grid(
            columns=(
                Column("TT", 0.8, "centre"),
                Column("Họ và tên, chương trình", 3.6),
                Column("Mã món vay", 3, "centre"),
                *(Column(f"Sổ NH: {what}", 1.8, "right") for what in _THREE),
                *(Column(f"Sổ KH: {what}", 1.8, "right") for what in _THREE),
                *(Column(f"Lệch {what}", 1.5, "right") for what in _THREE),
                Column("Nguyên nhân", 2.2),
                Column("Ký nhận", 1.6),
            ),
            each="lines",
            cells=(
                "{{ loop.index }}",
                "{{ row.name }}",
                "{{ row.number }}",
                "{{ row.kept_principal }}",
                "{{ row.kept_interest }}",
                "",
                "{{ row.told_principal }}",
                "{{ row.told_interest }}",
                "",
                "{{ row.off_principal }}",
                "{{ row.off_interest }}",
                "",
                "{{ row.cause }}",
                "",
            ),
            totals=("", "Cộng", "", "{{ total_principal }}", "{{ total_interest }}", *("",) * 9),
        ),
        Text("Số khoản vay đối chiếu: {{ count }}; số khoản có chênh lệch: {{ different }}"),
        Signatures((Signed("TỔ TRƯỞNG", "{{ leader }}"), Signed("CÁN BỘ ĐỐI CHIẾU"))),
    ),
)


def balances_values(
    rows: Sequence[KeptRow],
    *,
    told: Mapping[UUID, ToldRow],
    names: Mapping[UUID, str],
    group: GroupRow,
    commune: str,
    office: str,
    as_of: date,
) -> dict[str, Any]:
    """The marks of 15/TD; `names` by borrower, `told` by loan: what nobody has compared yet stays open for the pen."""
    return {
        "office": office,
        "place": commune,
        "day": long_day(as_of),
        "as_of": f"{as_of:%d/%m/%Y}",
        "leader": group.leader_name,
        "group": group.code,
        "hamlet": group.hamlet,
        "commune": commune,
        "lines": [_line(row, name=names.get(row.borrower, ""), told=told.get(row.loan)) for row in rows],
        "count": str(len(rows)),
        "different": str(sum(bool(line.cause) for line in told.values())) if told else BLANK,
        "total_principal": dong(sum(row.principal for row in rows)),
        "total_interest": dong(sum(row.interest for row in rows)),
    }


def _line(row: KeptRow, *, name: str, told: ToldRow | None) -> dict[str, str]:
    kept = {"kept_principal": dong(row.principal), "kept_interest": dong(row.interest)}
    if told is None:
        names = ("told_principal", "told_interest", "off_principal", "off_interest", "cause")
        return {"name": name, "number": row.contract_number, **kept, **dict.fromkeys(names, "")}
    return {
        "name": name,
        "number": row.contract_number,
        **kept,
        "told_principal": dong(told.principal),
        "told_interest": dong(told.interest),
        "off_principal": dong(told.principal - row.principal),
        "off_interest": dong(told.interest - row.interest),
        "cause": told.cause,
    }
