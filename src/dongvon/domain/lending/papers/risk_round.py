"""Papers of a round of debts at risk: lists 04 and 05/XLN, results 13 and 14/XLN, the submission, and 03/QLNK.

Numbers and purposes are second-hand: which of 04 and 05 is of freezing, and which of 13 and 14, is inferred.
"""

from collections.abc import Sequence
from typing import Any, Final

from dongvon.domain.documents.papers.form import Form, Grid, Received, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.lending.papers.wording import BANK, ISSUER, PLACE_AND_DATE, dong
from dongvon.domain.lending.queries.risk_rounds import BookedSum, RiskLine
from dongvon.kernel.money import amount_in_words

UNCONFIRMED: Final = ("các cột", "câu chữ", "thời gian của đợt")
_FIELDS: Final = ("name", "hamlet", "group", "contract", "programme", "principal", "interest")
_ROUND: Final = "Đợt {{ number }} năm {{ year }}"
_SIGNED: Final = Signatures(
    (Signed("NGƯỜI LẬP"), Signed("TRƯỞNG PHÒNG KH-NV"), Signed("GIÁM ĐỐC", note="(Ký, đóng dấu)"))
)


def _list(number: str, title: str, *, last: Column, cell: str) -> Form:
    return Form(
        number=number,
        title=title,
        subtitle=_ROUND,
        issuer=ISSUER,
        place_and_date=PLACE_AND_DATE,
        landscape=True,
        parts=(
            Text("Đơn vị: đồng", "note"),
            _loans(last, cell),
            Text("Nợ gốc bằng chữ: {{ principal_in_words }}"),
            _SIGNED,
        ),
        unconfirmed=UNCONFIRMED,
    )


def _loans(last: Column, cell: str) -> Grid:
    marks = ("loop.index", *(f"row.{name}" for name in _FIELDS))
    return Grid(
        columns=(
            Column("TT", 0.8, "centre"),
            Column("Họ và tên", 3.6),
            Column("Địa chỉ", 2.4),
            Column("Tổ TK&VV", 1.8, "centre"),
            Column("Mã món vay", 3.2, "centre"),
            Column("Chương trình", 3),
            Column("Nợ gốc", 2.2, "right"),
            Column("Nợ lãi", 2, "right"),
            last,
        ),
        each="lines",
        cells=(*(f"{{{{ {mark} }}}}" for mark in marks), cell),
        totals=("", "Cộng", "", "", "", "", "{{ principal }}", "{{ interest }}", ""),
    )


def _result(number: str, title: str) -> Form:
    three = ("số hộ", "gốc", "lãi")
    return Form(
        number=number,
        title=title,
        subtitle=_ROUND,
        issuer=ISSUER,
        place_and_date=PLACE_AND_DATE,
        landscape=True,
        parts=(
            Text("Đơn vị: đồng. Số theo thông báo ghi theo quyết định của cấp có thẩm quyền.", "note"),
            Grid(
                columns=(
                    Column("TT", 0.8, "centre"),
                    Column("Quyết định", 4),
                    *(Column(f"Thông báo: {what}", 1.9, "right") for what in three),
                    *(Column(f"Hạch toán: {what}", 1.9, "right") for what in three),
                    *(Column(f"Lệch: {what}", 1.7, "right") for what in three),
                ),
                each="lines",
                cells=(
                    "{{ loop.index }}",
                    "{{ row.decision }}",
                    *("",) * 3,
                    "{{ row.households }}",
                    "{{ row.principal }}",
                    "{{ row.interest }}",
                    *("",) * 3,
                ),
                totals=("", "Cộng", *("",) * 3, "{{ households }}", "{{ principal }}", "{{ interest }}", *("",) * 3),
            ),
            Text("Nợ gốc đã hạch toán bằng chữ: {{ principal_in_words }}"),
            _SIGNED,
        ),
        unconfirmed=UNCONFIRMED,
    )


_ASKED: Final = (Column("Nguyên nhân, đề nghị", 4), "{{ row.told }}")
TO_FREEZE: Final = _list("04/XLN", "Danh sách đề nghị khoanh nợ", last=_ASKED[0], cell=_ASKED[1])
TO_WRITE_OFF: Final = _list("05/XLN", "Danh sách đề nghị xóa nợ", last=_ASKED[0], cell=_ASKED[1])
FROZEN: Final = _result("13/XLN", "Kết quả khoanh nợ")
WRITTEN_OFF: Final = _result("14/XLN", "Kết quả xóa nợ")
FREEZES_ENDING: Final = _list(
    "03/QLNK",
    "Danh sách món vay hết thời gian khoanh nợ",
    last=Column("Khoanh đến trước ngày", 2.4, "centre"),
    cell="{{ row.until }}",
)
SUBMISSION: Final = Form(
    name="to trinh xu ly no",
    title="Tờ trình",
    subtitle="Về việc xử lý nợ bị rủi ro do nguyên nhân khách quan, đợt {{ number }} năm {{ year }}",
    issuer=ISSUER,
    reference="Số: ……/TTr-NHCS",
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text("Kính gửi: Hội đồng quản trị " + BANK, "centre"),
        Text("{{ office }} đã kiểm tra hồ sơ, đề nghị xử lý:"),
        Text("1. Khoanh nợ: {{ freeze_count }} khoản, nợ gốc {{ freeze_principal }} đồng ({{ freeze_words }})."),
        Text("2. Xóa nợ: {{ off_count }} khoản, nợ gốc {{ off_principal }} đồng ({{ off_words }})."),
        Text("Kèm theo: danh sách 04/XLN, 05/XLN và hồ sơ từng khoản (01/XLN, 02/XLN)."),
        Signatures((Signed("GIÁM ĐỐC", note="(Ký, đóng dấu)"),), Received(("Như trên", "Lưu: hồ sơ xử lý nợ"))),
    ),
    unconfirmed=("câu chữ",),
)
FORMS: Final = (TO_FREEZE, TO_WRITE_OFF, FROZEN, WRITTEN_OFF, SUBMISSION, FREEZES_ENDING)


def list_values(lines: Sequence[RiskLine]) -> dict[str, Any]:
    """The marks of a list."""
    principal = sum(line.principal for line in lines)
    return {
        "lines": [
            {
                "name": line.borrower_name,
                "hamlet": line.hamlet,
                "group": line.group_code,
                "contract": line.contract_number,
                "programme": line.programme,
                "principal": dong(line.principal),
                "interest": dong(line.interest),
                "told": line.told,
                "until": f"{line.until:%d/%m/%Y}" if line.until else "",
            }
            for line in lines
        ],
        "principal": dong(principal),
        "interest": dong(sum(line.interest for line in lines)),
        "principal_in_words": amount_in_words(principal),
    }


def result_values(sums: Sequence[BookedSum]) -> dict[str, Any]:
    """The marks of a result; what the decision itself says is written by hand."""
    principal = sum(each.principal for each in sums)
    return {
        "lines": [
            {
                "decision": each.decision,
                "households": str(each.households),
                "principal": dong(each.principal),
                "interest": dong(each.interest),
            }
            for each in sums
        ],
        "households": str(sum(each.households for each in sums)),
        "principal": dong(principal),
        "interest": dong(sum(each.interest for each in sums)),
        "principal_in_words": amount_in_words(principal),
    }


def submission_values(freezes: Sequence[RiskLine], write_offs: Sequence[RiskLine]) -> dict[str, Any]:
    """The marks of the submission."""
    frozen, off = (sum(line.principal for line in lines) for lines in (freezes, write_offs))
    return {
        "freeze_count": str(len(freezes)),
        "freeze_principal": dong(frozen),
        "freeze_words": amount_in_words(frozen),
        "off_count": str(len(write_offs)),
        "off_principal": dong(off),
        "off_words": amount_in_words(off),
    }
