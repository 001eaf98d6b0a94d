"""Mẫu 07: a commune's chairman tells the hamlets how much of the credit plan is theirs, beside what they need.

The number is known and the purpose; the columns are ours.
"""

from collections.abc import Sequence
from typing import Any, Final

from dongvon.domain.documents.papers.form import Form, Grid, Received, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.lending.papers.wording import PLACE_AND_DATE, dong
from dongvon.domain.lending.queries.needs import NeedSum
from dongvon.kernel.money import amount_in_words

PLAN_NOTICE: Final = Form(
    number="07",
    name="07 thong bao chi tieu",
    title="Thông báo chỉ tiêu kế hoạch tín dụng",
    subtitle="Năm {{ year }}",
    issuer=("ỦY BAN NHÂN DÂN", "{{ commune|upper }}"),
    reference="Số: ……/TB-UBND",
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text("Kính gửi: Trưởng các ấp, khu phố; các Tổ tiết kiệm và vay vốn", "centre"),
        Text("Căn cứ chỉ tiêu Trưởng Ban đại diện giao và nhu cầu đã khảo sát, giao chỉ tiêu cho vay như sau:"),
        Grid(
            columns=(
                Column("TT", 0.8, "centre"),
                Column("Ấp, khu phố", 3),
                Column("Chương trình", 4.6),
                Column("Số hộ có nhu cầu", 1.8, "right"),
                Column("Nhu cầu (đồng)", 2.8, "right"),
                Column("Chỉ tiêu giao (đồng)", 2.8, "right"),
            ),
            each="lines",
            cells=(
                "{{ loop.index }}",
                "{{ row.hamlet }}",
                "{{ row.programme }}",
                "{{ row.households }}",
                "{{ row.amount }}",
                "",
            ),
            totals=("", "Cộng", "", "{{ households }}", "{{ total }}", ""),
        ),
        Text("Nhu cầu bằng chữ: {{ total_in_words }}"),
        Text("Chỉ tiêu bằng chữ: ……………………………………………………………………………………………"),
        Signatures(
            (Signed("CHỦ TỊCH ỦY BAN NHÂN DÂN", note="(Ký, đóng dấu)"),),
            Received(("Như trên", "Phòng giao dịch NHCSXH", "Lưu: VT")),
        ),
    ),
    unconfirmed=("các cột", "câu chữ"),
)


def plan_notice_values(rows: Sequence[NeedSum], *, year: int, commune: str, day: str) -> dict[str, Any]:
    """The marks of the notice to one commune's hamlets; the chairman writes the targets."""
    total = sum(row.amount for row in rows)
    return {
        "year": str(year),
        "commune": commune,
        "place": commune,
        "day": day,
        "lines": [
            {
                "hamlet": row.hamlet,
                "programme": row.programme_name,
                "households": str(row.households),
                "amount": dong(row.amount),
            }
            for row in rows
        ],
        "households": str(sum(row.households for row in rows)),
        "total": dong(total),
        "total_in_words": amount_in_words(total),
    }
