"""13/TD: what each member is to pay and pays, signed by each, checked by the organisation before the session.

The columns are reconstructed: the bank's own form was not seen.
"""

from typing import Final

from dongvon.domain.documents.papers.form import Form, Grid, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column

COLLECTION: Final = Form(
    number="13/TD",
    title="Bảng kê thu lãi - thu tiền gửi",
    subtitle="Tháng {{ month }} - phiên giao dịch ngày {{ session }}",
    issuer=("{{ organisation|upper }}", "TỔ TK&VV MÃ {{ code }}"),
    place_and_date="{{ place }}, {{ day_in_words }}",
    landscape=True,
    parts=(
        Text("Tổ trưởng: {{ leader }}; Địa chỉ: {{ hamlet }}, {{ place }}"),
        Grid(
            columns=(
                Column("TT", 0.8, "centre"),
                Column("Họ và tên tổ viên", 3.8),
                Column("Mã tổ viên", 2.2, "centre"),
                Column("Mã món vay", 3, "centre"),
                Column("Chương trình", 3.4),
                Column("Dư nợ gốc", 2.4, "right"),
                Column("Lãi phải thu (tháng này, lãi tồn)", 2, "right"),
                Column("Lãi thực thu", 2, "right"),
                Column("Tiền gửi thu", 2, "right"),
                Column("Cộng", 2, "right"),
                Column("Ký nhận", 2),
            ),
            each="rows",
            cells=(
                "{{ loop.index }}",
                "{{ row.name }}",
                "{{ row.code }}",
                "{{ row.contract }}",
                "{{ row.programme }}",
                "{{ row.outstanding }}",
                "{{ row.interest }}",
                "",
                "",
                "",
                "",
            ),
            totals=("", "Cộng", "", "", "", "{{ outstanding }}", "{{ interest }}", "", "", "", ""),
        ),
        Text(
            "Đơn vị: đồng. Lãi phải thu gồm lãi tồn và lãi đến hết ngày trước phiên giao dịch. Không thu nợ gốc trên "
            "bảng kê này.",
            "note",
        ),
        Signatures((Signed("CÁN BỘ HỘI KIỂM TRA"), Signed("GIAO DỊCH VIÊN"), Signed("TỔ TRƯỞNG", "{{ leader }}"))),
    ),
    unconfirmed=("các cột của bảng kê", "cách tính lãi phải thu đến ngày phiên"),
)
