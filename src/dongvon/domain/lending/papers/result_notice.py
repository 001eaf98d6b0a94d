"""Mẫu 04/TD: the bank tells a commune whom it lends to, where and when, and whom not, and why."""

from datetime import date
from typing import Any, Final

from dongvon.domain.documents.papers.form import Form, Grid, Received, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.lending.papers.wording import ISSUER, PLACE_AND_DATE, dong, long_day
from dongvon.domain.lending.queries.road_papers import AnswerLine, AnswerSheet
from dongvon.kernel.clock import VIETNAM

RESULT_NOTICE: Final = Form(
    number="04/TD",
    title="Thông báo kết quả phê duyệt cho vay",
    issuer=ISSUER,
    reference="Số: ……/TB-NHCS",
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text("Kính gửi: Ủy ban nhân dân {{ commune }}", "centre"),
        Text("Theo hồ sơ đề nghị vay vốn đã nhận: {{ received }}"),
        Text("I. DANH SÁCH ĐƯỢC PHÊ DUYỆT CHO VAY", "part"),
        Grid(
            columns=(
                Column("TT", 1, "centre"),
                Column("Họ và tên", 4.5),
                Column("Tổ TK&VV", 2, "centre"),
                Column("Chương trình", 4),
                Column("Số tiền (đồng)", 2.8, "right"),
                Column("Thời hạn (tháng)", 1.8, "centre"),
            ),
            each="approved",
            cells=(
                "{{ loop.index }}",
                "{{ row.name }}",
                "{{ row.group }}",
                "{{ row.programme }}",
                "{{ row.amount }}",
                "{{ row.months }}",
            ),
            totals=("", "Cộng", "", "", "{{ total }}", ""),
        ),
        Text("II. DANH SÁCH KHÔNG ĐƯỢC PHÊ DUYỆT", "part"),
        Grid(
            columns=(
                Column("TT", 1, "centre"),
                Column("Họ và tên", 4.5),
                Column("Tổ TK&VV", 2, "centre"),
                Column("Chương trình", 4),
                Column("Lý do", 4.6),
            ),
            each="refused",
            cells=("{{ loop.index }}", "{{ row.name }}", "{{ row.group }}", "{{ row.programme }}", "{{ row.reason }}"),
        ),
        Text("III. GIẢI NGÂN", "part"),
        Text("Ngày giải ngân: {{ disburse_on }}; Địa điểm: {{ venue }}"),
        Text(
            "Đề nghị Ủy ban nhân dân {{ commune }} thông báo đến tổ chức chính trị - xã hội nhận ủy thác, Tổ TK&VV "
            "và "
            "người vay có tên trên để biết, thực hiện."
        ),
        Signatures(
            (Signed("GIÁM ĐỐC", note="(Ký, đóng dấu)"),),
            Received(("Như trên", "Tổ chức hội, đoàn thể nhận ủy thác cấp xã", "Tổ TK&VV", "Lưu: hồ sơ tín dụng")),
        ),
    ),
    unconfirmed=("các cột",),
)


def result_notice_values(sheet: AnswerSheet, *, office: str, commune: str) -> dict[str, Any]:
    """The marks of 04/TD."""
    approved = [line for line in sheet.lines if line.file.approved and not line.reason]
    refused = [line for line in sheet.lines if line not in approved]
    return {
        "office": office,
        "place": commune,
        "commune": commune,
        "day": long_day(sheet.sent_at.astimezone(VIETNAM).date()),
        "received": _days(sheet.received),
        "approved": [
            {**_line(line), "amount": dong(line.file.approved), "months": str(line.file.term_months)}
            for line in approved
        ],
        "refused": [{**_line(line), "reason": line.reason} for line in refused],
        "total": dong(sum(line.file.approved or 0 for line in approved)),
        "disburse_on": f"{sheet.disburse_on:%d/%m/%Y}",
        "venue": sheet.venue,
    }


def _days(received: tuple[date, date] | None) -> str:
    if received is None:
        return ""
    first, last = received
    return f"ngày {first:%d/%m/%Y}" if first == last else f"từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}"


def _line(line: AnswerLine) -> dict[str, str]:
    row = line.file
    return {"name": row.borrower_name, "group": row.group_code, "programme": row.programme_name}
