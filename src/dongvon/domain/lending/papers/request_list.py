"""Mẫu 03/TD: members whom a group asks the bank to lend to, confirmed by the commune."""

from typing import Any, Final

from dongvon.domain.documents.papers.form import Form, Grid, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.lending.papers.wording import LISTS, PLACE_AND_DATE, dong, long_day, managed_by
from dongvon.domain.lending.queries.road_papers import ListSheet
from dongvon.kernel.money import amount_in_words

#: Two originals (group, bank); organisation and bank keep copies.
COPIES: Final = 2

REQUEST_LIST: Final = Form(
    number="03/TD",
    title="Danh sách tổ viên đề nghị vay vốn Ngân hàng Chính sách xã hội",
    subtitle="Chương trình: {{ programme }} (theo biên bản họp bình xét ngày {{ held_on }})",
    issuer=("{{ organisation|upper }}", "TỔ TK&VV MÃ {{ group }}"),
    place_and_date=PLACE_AND_DATE,
    landscape=True,
    parts=(
        Text("Tổ trưởng: {{ leader }}; Địa chỉ: {{ hamlet }}, {{ commune }}"),
        Grid(
            columns=(
                Column("TT", 1, "centre"),
                Column("Họ và tên", 4),
                Column("Địa chỉ", 2.4),
                Column("Đối tượng", 2.2),
                Column("Số định danh/CCCD", 2.6, "centre"),
                Column("Mục đích vay", 3.6),
                Column("Số tiền đề nghị (đồng)", 2.5, "right"),
                Column("Thời hạn (tháng)", 1.5, "centre"),
                Column("NH duyệt: số tiền", 2.5, "right"),
                Column("NH duyệt: thời hạn", 1.6, "centre"),
                Column("Ghi chú", 1.8),
            ),
            each="lines",
            cells=(
                "{{ loop.index }}",
                "{{ row.name }}",
                "{{ row.hamlet }}",
                "{{ row.listed }}",
                "{{ row.identity }}",
                "{{ row.purpose }}",
                "{{ row.amount }}",
                "{{ row.months }}",
                "{{ row.approved }}",
                "{{ row.approved_months }}",
                "",
            ),
            totals=("", "Cộng", "", "", "", "", "{{ total }}", "", "{{ total_approved }}", "", ""),
        ),
        Text("Số tiền bằng chữ: {{ total_in_words }}"),
        Text(
            "Xác nhận của UBND cấp xã: {{ count }} tổ viên nêu trên cư trú hợp pháp tại địa phương và có tên trong "
            "danh sách đối tượng được vay chương trình này."
        ),
        Signatures(
            (
                Signed("TỔ TRƯỞNG", "{{ leader }}"),
                Signed("UBND CẤP XÃ", note="(Ký, đóng dấu)"),
                Signed("GIÁM ĐỐC NGÂN HÀNG", note="(Ký, đóng dấu)"),
            )
        ),
    ),
    unconfirmed=("các cột", "câu xác nhận"),
)


def request_list_values(sheet: ListSheet, *, commune: str) -> dict[str, Any]:
    """The marks of 03/TD; a list has at least one line."""
    first = sheet.lines[0].file
    total = sum(line.amount for line in sheet.lines)
    approved = sum(line.file.approved or 0 for line in sheet.lines)
    return {
        "programme": sheet.programme,
        "held_on": f"{sheet.held_on:%d/%m/%Y}",
        "organisation": managed_by(first.organisation).upper(),
        "group": first.group_code,
        "leader": first.leader_name,
        "hamlet": first.hamlet,
        "commune": commune,
        "place": commune,
        "day": long_day(sheet.held_on),
        "lines": [
            {
                "name": line.file.borrower_name,
                "hamlet": line.file.hamlet,
                "listed": ", ".join(LISTS[kind] for kind in line.listed),
                "identity": line.masked_number,
                "purpose": line.file.purpose,
                "amount": dong(line.amount),
                "months": str(line.term_months),
                "approved": dong(line.file.approved),
                "approved_months": str(line.file.term_months) if line.file.approved else "",
            }
            for line in sheet.lines
        ],
        "total": dong(total),
        "total_in_words": amount_in_words(total),
        "total_approved": dong(approved) if approved else "",
        "count": str(len(sheet.lines)),
    }
