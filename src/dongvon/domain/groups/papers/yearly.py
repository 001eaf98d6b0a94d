"""The yearly cycle of organisations' inspections (HD 727/HD-NHCS 2026): 01/KH, 02/BB-CT, 03/BB-CX, 04/BC-TH.

Numbers and purposes are second-hand, the fields are ours.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from dongvon.domain.documents.papers.filled_form import to_fill_in
from dongvon.domain.documents.papers.form import Form, Grid, Part, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.groups.queries.inspections import InspectedGroup
from dongvon.domain.groups.queries.troubles import TroubleRow
from dongvon.kernel.text import format_number

#: Of the minutes: one for each side.
COPIES: Final = 2

UNCONFIRMED: Final = ("các trường", "câu chữ")
_ISSUER: Final = ("{{ organisation|upper }}",)
_PLACE_AND_DATE: Final = "{{ place }}, {{ day }}"
_HEADED: Final = Signatures((Signed("NGƯỜI LẬP"), Signed("TM. BAN THƯỜNG VỤ", note="(Ký, đóng dấu)")))

PLAN: Final = Form(
    number="01/KH",
    title="Kế hoạch kiểm tra Tổ tiết kiệm và vay vốn",
    subtitle="Năm {{ year }}",
    issuer=_ISSUER,
    place_and_date=_PLACE_AND_DATE,
    parts=(
        Text("Số tổ quản lý: {{ groups }}; đã kiểm tra trong năm: {{ inspected }}; còn phải kiểm tra: {{ left }}."),
        Text("Thời gian kiểm tra: từ tháng 2 đến tháng 10; mỗi tổ ít nhất một lần trong năm."),
        Grid(
            columns=(
                Column("TT", 0.8, "centre"),
                Column("Mã tổ", 2, "centre"),
                Column("Tổ trưởng", 4),
                Column("Ấp, khu phố", 3.4),
                Column("Tháng kiểm tra", 2, "centre"),
                Column("Người kiểm tra", 3.4),
            ),
            each="lines",
            cells=("{{ loop.index }}", "{{ row.code }}", "{{ row.leader }}", "{{ row.hamlet }}", "", ""),
        ),
        _HEADED,
    ),
    unconfirmed=UNCONFIRMED,
)

SUMMARY: Final = Form(
    number="04/BC-TH",
    title="Báo cáo tổng hợp kết quả kiểm tra",
    subtitle="Năm {{ year }}",
    issuer=_ISSUER,
    place_and_date=_PLACE_AND_DATE,
    landscape=True,
    parts=(
        Text("Số tổ quản lý: {{ groups }}; đã kiểm tra: {{ inspected }}, bằng {{ share }} %."),
        Grid(
            columns=(
                Column("TT", 0.8, "centre"),
                Column("Mã tổ", 1.8, "centre"),
                Column("Tổ trưởng", 3.4),
                Column("Ngày kiểm tra", 2, "centre"),
                Column("Dư nợ (đồng)", 2.6, "right"),
                Column("Quá hạn (đồng)", 2.2, "right"),
                Column("Nội dung chưa đạt", 1.8, "right"),
                Column("Kiến nghị", 1.6, "right"),
                Column("Đã khắc phục", 1.6, "right"),
                Column("Tồn tại chính", 5),
            ),
            each="lines",
            cells=(
                "{{ loop.index }}",
                "{{ row.code }}",
                "{{ row.leader }}",
                "{{ row.inspected_on }}",
                "{{ row.outstanding }}",
                "{{ row.overdue }}",
                "{{ row.wrong }}",
                "{{ row.promises }}",
                "{{ row.kept }}",
                "{{ row.faults }}",
            ),
            totals=("", "Cộng", *("",) * 4, "{{ wrong }}", "{{ promises }}", "{{ kept }}", ""),
        ),
        Text("Đề xuất, kiến nghị với ngân hàng: ………………………………………………………………………………………"),
        _HEADED,
    ),
    unconfirmed=UNCONFIRMED,
)


def _minutes(number: str, *, of: str, seen: str) -> Form:
    asked: tuple[Part, ...] = (
        Text("Hôm nay, ngày …… tháng …… năm 20……, đoàn kiểm tra của …………………… gồm:"),
        Text("{{ team }}", lines=2),
        Text(f"đã kiểm tra {of}: {{{{ inspected }}}} về hoạt động nhận ủy thác. Thời kỳ kiểm tra: {{{{ period }}}}"),
        Text("I. SỐ LIỆU NHẬN ỦY THÁC", "part"),
        Text(
            "Số tổ: {{ groups }}; số hộ: {{ households }}; dư nợ: {{ outstanding }} đồng; quá hạn: {{ overdue }} đồng"
        ),
        Text("II. KẾT QUẢ", "part"),
        Text(f"1. Kế hoạch và việc kiểm tra {seen}: {{{{ inspections }}}}"),
        Text("2. Kiểm tra 100 % món vay mới trong 30 ngày (06/TD): {{ uses }}"),
        Text("3. Dự họp bình xét, giao ban, đôn đốc nợ: {{ duties }}"),
        Text("4. Hồ sơ, sổ sách, sử dụng phí ủy thác: {{ records }}"),
        Text("III. TỒN TẠI, KIẾN NGHỊ", "part"),
        Text("{{ faults }}", lines=4),
        Text("Biên bản lập thành 02 bản có giá trị như nhau."),
        Signatures((Signed("ĐƠN VỊ ĐƯỢC KIỂM TRA", note="(Ký, đóng dấu)"), Signed("TRƯỞNG ĐOÀN KIỂM TRA"))),
    )
    return Form(
        number=number,
        title="Biên bản kiểm tra hoạt động nhận ủy thác",
        issuer=_ISSUER,
        place_and_date=_PLACE_AND_DATE,
        parts=asked,
        unconfirmed=UNCONFIRMED,
    )


CITY_MINUTES: Final = _minutes("02/BB-CT", of="tổ chức hội, đoàn thể cấp thành phố", seen="cấp xã")
COMMUNE_MINUTES: Final = _minutes("03/BB-CX", of="tổ chức hội, đoàn thể cấp xã", seen="các tổ")


def plan_values(rows: Sequence[TroubleRow], *, groups: int, left: int, head: dict[str, str]) -> dict[str, Any]:
    """The marks of 01/KH: the groups to which nobody came yet."""
    return {
        **head,
        "groups": str(groups),
        "inspected": str(groups - left),
        "left": str(left),
        "lines": [{"code": row.code, "leader": row.leader_name, "hamlet": row.hamlet} for row in rows],
    }


def summary_values(rows: Sequence[InspectedGroup], *, groups: int, head: dict[str, str]) -> dict[str, Any]:
    """The marks of 04/BC-TH: the groups to which somebody came, by the latest visit of the year."""
    share = f"{len(rows) * 100 / groups:.1f}".replace(".", ",") if groups else "0"
    return {
        **head,
        "groups": str(groups),
        "inspected": str(len(rows)),
        "share": share,
        "lines": [_inspected(row) for row in rows],
        "wrong": str(sum(row.wrong for row in rows)),
        "promises": str(sum(row.promises for row in rows)),
        "kept": str(sum(row.kept for row in rows)),
    }


def entrusted_values(
    *, inspected: str, period: str, figures: Mapping[str, int], uses: tuple[int, int, int], head: dict[str, str]
) -> dict[str, Any]:
    """The marks of 02/BB-CT and 03/BB-CX: what the books tell; what people tell is left to the pen.

    `figures` are groups, inspected groups, households, outstanding and overdue; `uses` are disbursements of the year,
    those whose use was looked at, and those that are late.
    """
    lent, seen, late = uses
    known = {
        **head,
        **{name: format_number(figures[name]) for name in ("groups", "households", "outstanding", "overdue")},
        "inspected": inspected,
        "period": period,
        "inspections": f"{figures['inspected']}/{figures['groups']} tổ",
        "uses": f"{seen}/{lent} lần giải ngân; quá hạn kiểm tra: {late}",
    }
    return to_fill_in(COMMUNE_MINUTES, known=known)


def _inspected(row: InspectedGroup) -> dict[str, str]:
    return {
        "code": row.code,
        "leader": row.leader_name,
        "inspected_on": f"{row.inspected_on:%d/%m/%Y}",
        "outstanding": format_number(row.outstanding),
        "overdue": format_number(row.overdue),
        "wrong": str(row.wrong),
        "promises": str(row.promises),
        "kept": str(row.kept),
        "faults": row.faults,
    }
