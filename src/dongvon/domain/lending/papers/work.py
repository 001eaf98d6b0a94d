"""Work and establishments: 1a, 1b and 2 of Nghị định 61/2015, 01 and 02 of Quyết định 22/2023.

Numbers and purposes are known, the fields are ours. Forms under Nghị định 338/2025 were not seen: until they are, these
serve in their place.
"""

from typing import Any, Final

from dongvon.domain.documents.papers.filled_form import to_fill_in
from dongvon.domain.documents.papers.form import Form, Grid, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.lending.papers.file_values import person_marks
from dongvon.domain.lending.papers.setting import Setting
from dongvon.domain.lending.papers.wording import BANK, PLACE_AND_DATE, short_day
from dongvon.domain.lending.queries.files import File
from dongvon.domain.people.queries.listings import listed
from dongvon.domain.people.vocabulary import ListKind

UNCONFIRMED: Final = ("các trường", "câu chữ", "mẫu theo Nghị định 338/2025/NĐ-CP")
_TO_BANK: Final = Text(f"Kính gửi: {BANK} - {{{{ office }}}}", "centre")
_DECREE: Final = "(Nghị định 61/2015/NĐ-CP, sửa đổi tại Nghị định 74/2019/NĐ-CP)"
_PERSON: Final = (
    Text("Họ và tên: {{ borrower }}; Ngày sinh: {{ birth }}; Giới tính: {{ sex }}"),
    Text("Số định danh cá nhân/CCCD: {{ identity }}; Nơi cư trú: {{ hamlet }}, {{ commune }}"),
)
_ASKED: Final = (
    Text("Số tiền đề nghị vay: {{ amount }} đồng (bằng chữ: {{ amount_in_words }})"),
    Text("Thời hạn vay: {{ months }} tháng; Kỳ hạn trả nợ: {{ every }} tháng/kỳ; Lãi suất: {{ percent }} %/năm"),
)
_PLEDGE: Final = Text("Tôi cam đoan những điều trên là đúng, sử dụng vốn đúng mục đích, trả nợ gốc và lãi đúng hạn.")
_PROJECT: Final = (
    Text("I. NGƯỜI VAY VÀ CƠ SỞ", "part"),
    Text("Cơ sở sản xuất, kinh doanh: {{ partner }}; Số đăng ký: {{ reference }}"),
    Text("Người đại diện: {{ borrower }}; Số định danh cá nhân/CCCD: {{ identity }}"),
    Text("Địa chỉ: {{ hamlet }}, {{ commune }}"),
    Text("II. DỰ ÁN", "part"),
    Text("Tên dự án: {{ project }}; Mục tiêu: {{ purpose }}"),
    Text("Số lao động: {{ workers }} người, trong đó thuộc diện ưu tiên: {{ meant_workers }} người"),
    Grid(
        columns=(
            Column("TT", 0.8, "centre"),
            Column("Hạng mục sử dụng vốn", 6),
            Column("Số lượng", 2, "centre"),
            Column("Thành tiền (đồng)", 3, "right"),
        ),
        each="items",
        cells=("{{ loop.index }}", "{{ row.item }}", "{{ row.quantity }}", "{{ row.amount }}"),
    ),
    Text("Tổng vốn thực hiện dự án: {{ worth }} đồng; đã đầu tư, vốn tự có: {{ paid }} đồng"),
    Text("III. ĐỀ NGHỊ VAY", "part"),
    *_ASKED,
    Text("Tài sản bảo đảm tiền vay, trị giá: {{ collateral }} đồng"),
    Text("IV. HIỆU QUẢ, KẾ HOẠCH TRẢ NỢ", "part"),
    Text("Doanh thu, lợi nhuận dự kiến mỗi năm: ……………………………………………"),
    Text("Nguồn trả nợ: ……………………………………………………………………………"),
    Signatures(
        (Signed("XÁC NHẬN CỦA UBND CẤP XÃ", note="(Ký, đóng dấu)"), Signed("ĐẠI DIỆN CƠ SỞ", "{{ borrower }}")),
    ),
)

WORK_REQUEST: Final = Form(
    number="1a",
    name="nd61 1a",
    title="Giấy đề nghị vay vốn hỗ trợ tạo việc làm",
    subtitle=f"Dùng cho người lao động {_DECREE}",
    place_and_date=PLACE_AND_DATE,
    parts=(
        _TO_BANK,
        *_PERSON,
        Text("Thuộc diện ưu tiên: {{ grounds }}"),
        Text("Phương án tạo việc làm: {{ purpose }}"),
        Text("Tổng vốn cần: {{ needed }} đồng; vốn tự có: {{ own }} đồng; số lao động: …… người"),
        *_ASKED,
        _PLEDGE,
        Signatures(
            (Signed("XÁC NHẬN CỦA UBND CẤP XÃ", note="(Ký, đóng dấu)"), Signed("NGƯỜI ĐỀ NGHỊ", "{{ borrower }}")),
        ),
    ),
    unconfirmed=UNCONFIRMED,
)

PRIORITY: Final = Form(
    number="1b",
    name="nd61 1b",
    title="Giấy xác nhận đối tượng ưu tiên",
    subtitle=_DECREE,
    issuer=("ỦY BAN NHÂN DÂN", "{{ commune|upper }}"),
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text("Ủy ban nhân dân {{ commune }} xác nhận:"),
        *_PERSON,
        Text("thuộc diện (đánh dấu một ô):"),
        Text("☐ Người khuyết tật"),
        Text("☐ Người dân tộc thiểu số thuộc hộ nghèo"),
        Text("☐ Người dân tộc Kinh thuộc hộ nghèo ở vùng đặc biệt khó khăn"),
        Text("☐ Người chăm sóc người khuyết tật; cơ sở sử dụng nhiều lao động thuộc các diện trên"),
        Text("Giấy này để làm hồ sơ vay vốn hỗ trợ tạo việc làm tại Ngân hàng Chính sách xã hội - {{ office }}."),
        Signatures((Signed("", note=""), Signed("TM. ỦY BAN NHÂN DÂN", note="(Ký, đóng dấu)"))),
    ),
    unconfirmed=UNCONFIRMED,
)

PROJECT: Final = Form(
    number="2",
    name="nd61 2",
    title="Dự án vay vốn hỗ trợ tạo việc làm",
    subtitle=f"Dùng cho cơ sở sản xuất, kinh doanh {_DECREE}",
    issuer=("{{ partner|upper }}",),
    place_and_date=PLACE_AND_DATE,
    parts=(_TO_BANK, *_PROJECT),
    unconfirmed=UNCONFIRMED,
)

RELEASED_PLAN: Final = Form(
    number="02",
    name="qd22 02",
    title="Phương án sản xuất, kinh doanh của cơ sở",
    subtitle="Có sử dụng người chấp hành xong án phạt tù (Quyết định 22/2023/QĐ-TTg)",
    issuer=("{{ partner|upper }}",),
    place_and_date=PLACE_AND_DATE,
    parts=(
        _TO_BANK,
        *_PROJECT[:-1],
        Text(
            "Số lao động đã chấp hành xong án phạt tù: {{ meant_workers }} người, bằng {{ meant_share }} % tổng số lao "
            "động, có hợp đồng lao động"
        ),
        _PROJECT[-1],
    ),
    unconfirmed=("các trường", "câu chữ"),
)

RELEASED_LIST: Final = Form(
    number="01",
    name="qd22 01",
    title="Danh sách người chấp hành xong án phạt tù có nhu cầu vay vốn",
    subtitle="(Quyết định 22/2023/QĐ-TTg)",
    issuer=("CÔNG AN", "{{ commune|upper }}"),
    place_and_date=PLACE_AND_DATE,
    parts=(
        Text(f"Kính gửi: {BANK} - {{{{ office }}}}", "centre"),
        Grid(
            columns=(
                Column("TT", 0.8, "centre"),
                Column("Họ và tên", 4),
                Column("Ngày sinh", 2.2, "centre"),
                Column("Số định danh/CCCD", 3.4, "centre"),
                Column("Nơi cư trú", 3.4),
                Column("Ngày chấp hành xong", 2.4, "centre"),
            ),
            each="lines",
            cells=(
                "{{ loop.index }}",
                "{{ row.name }}",
                "{{ row.birth }}",
                "{{ row.identity }}",
                "{{ row.hamlet }}",
                "{{ row.released_on }}",
            ),
        ),
        Text("Danh sách này chỉ dùng để xét cho vay, không niêm yết công khai.", "note"),
        Signatures((Signed("NGƯỜI LẬP"), Signed("TRƯỞNG CÔNG AN CẤP XÃ", note="(Ký, đóng dấu)"))),
    ),
    unconfirmed=("các trường", "câu chữ"),
)


def released_list_values(file: File, setting: Setting) -> dict[str, Any]:
    """01 of one borrower; the day of release is that of the police's certified list, for whoever may see it."""
    known = person_marks(file, setting)
    rows = listed([], [file.row.borrower], on=setting.on)
    released = next((row.from_on for row in rows if row.kind == ListKind.RELEASED), None)
    line = {
        "name": known["borrower"],
        "birth": known["birth"],
        "identity": known["identity"],
        "hamlet": known["hamlet"],
        "released_on": short_day(released),
    }
    return {**to_fill_in(RELEASED_LIST, known=known), "lines": [line]}
