"""Mẫu 12/TD: what the groups of a transaction point are to hand over at a session, beside their own 13/TD.

Only the number and that it goes along with 13/TD are known; title and columns are ours.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from dongvon.domain.documents.papers.form import Form, Grid, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.lending.papers.wording import ISSUER, PLACE_AND_DATE, dong, managed_by
from dongvon.domain.lending.queries.group_dues import GroupDues
from dongvon.kernel.money import amount_in_words

SESSION_SHEET: Final = Form(
    number="12/TD",
    title="Bảng tổng hợp thu tại phiên giao dịch xã",
    subtitle="{{ point }}, phiên ngày {{ session }}",
    issuer=ISSUER,
    place_and_date=PLACE_AND_DATE,
    landscape=True,
    parts=(
        Text("Đơn vị: đồng. Nợ gốc do người vay trả trực tiếp; tổ trưởng chỉ nộp lãi và tiền gửi đã thu.", "note"),
        Grid(
            columns=(
                Column("TT", 0.8, "centre"),
                Column("Mã tổ", 1.8, "centre"),
                Column("Tổ trưởng", 3.6),
                Column("Hội, đoàn thể", 3.6),
                Column("Số món", 1.2, "right"),
                Column("Dư nợ", 2.6, "right"),
                Column("Gốc đến hạn", 2.2, "right"),
                Column("Lãi phải thu", 2.2, "right"),
                Column("Lãi thực nộp", 2.2, "right"),
                Column("Tiền gửi nộp", 2.2, "right"),
                Column("Ký nộp", 1.8),
            ),
            each="lines",
            cells=(
                "{{ loop.index }}",
                "{{ row.code }}",
                "{{ row.leader }}",
                "{{ row.organisation }}",
                "{{ row.loans }}",
                "{{ row.outstanding }}",
                "{{ row.principal }}",
                "{{ row.interest }}",
                "",
                "",
                "",
            ),
            totals=(
                "",
                "Cộng",
                "",
                "",
                "{{ loans }}",
                "{{ outstanding }}",
                "{{ principal }}",
                "{{ interest }}",
                *("",) * 3,
            ),
        ),
        Text("Lãi phải thu bằng chữ: {{ interest_in_words }}"),
        Signatures((Signed("TỔ TRƯỞNG TỔ GIAO DỊCH"), Signed("KIỂM SOÁT VIÊN"), Signed("GIAO DỊCH VIÊN"))),
    ),
    unconfirmed=("tên mẫu", "các cột", "cách tính lãi phải thu đến ngày phiên"),
)


def session_sheet_values(
    rows: Sequence[GroupDues], *, point: str, session: date, office: str, place: str, day: str
) -> dict[str, Any]:
    """The marks of the sheet for one session of one point."""
    interest = sum(row.interest for row in rows)
    return {
        "point": point,
        "session": f"{session:%d/%m/%Y}",
        "office": office,
        "place": place,
        "day": day,
        "lines": [
            {
                "code": row.code,
                "leader": row.leader_name,
                "organisation": managed_by(row.organisation),
                "loans": str(row.loans),
                "outstanding": dong(row.outstanding),
                "principal": dong(row.principal),
                "interest": dong(row.interest),
            }
            for row in rows
        ],
        "loans": str(sum(row.loans for row in rows)),
        "outstanding": dong(sum(row.outstanding for row in rows)),
        "principal": dong(sum(row.principal for row in rows)),
        "interest": dong(interest),
        "interest_in_words": amount_in_words(interest),
    }
