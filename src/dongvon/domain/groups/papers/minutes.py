"""Minutes of a group's meeting: 10/TD and 10A/TD for founding and boards, 10C/TD for all others.

Source: the entrustment exam bank for numbers and purposes; the fields are reconstructed.
"""

from typing import Final

from dongvon.domain.documents.papers.form import Form, Grid, Part, Signatures, Signed, Text
from dongvon.domain.documents.papers.grids import Column
from dongvon.domain.groups.vocabulary import MeetingKind

COPIES: Final = 2

ISSUER = (
    "{{ organisation|upper }}",
    "TỔ TK&VV MÃ {{ code }}",
)
REFERENCE = "Số: {{ number }}/BB-TTK&VV"
PLACE_AND_DATE = "{{ place }}, {{ day_in_words }}"
UNCONFIRMED = ("thành phần dự họp", "bảng biểu quyết", "chữ ký")

_HEAD: Final[tuple[Part, ...]] = (
    Text(
        "Hôm nay, {{ day_in_words }}, tại {{ venue }}, Tổ tiết kiệm và vay vốn (TK&VV) mã {{ code }}, {{ hamlet }}, "
        "{{ place }} họp."
    ),
    Text("I. THÀNH PHẦN DỰ HỌP", "part"),
    Text("1. Chủ trì: {{ leader }} - Tổ trưởng. Tổ phó: {{ deputy }}."),
    Text("2. Đại diện {{ organisation }} cấp xã: {{ representative }}."),
    Text("3. Trưởng ấp (khu phố) chứng kiến: {{ hamlet_head }}."),
    Text("4. Tổ viên có mặt: {{ present_count }}/{{ member_count }} người, gồm: {{ present }}", lines=4),
)
_VOTES: Final = Grid(
    columns=(
        Column("TT", 0.8, "centre"),
        Column("Nội dung", 6),
        Column("Tán thành", 1.6, "right"),
        Column("Không tán thành", 1.6, "right"),
        Column("Ý kiến khác", 1.4, "right"),
        Column("Kết quả", 2, "centre"),
    ),
    each="motions",
    cells=(
        "{{ row.number }}",
        "{{ row.text }}",
        "{{ row.in_favour }}",
        "{{ row.against }}",
        "{{ row.abstained }}",
        "{{ row.result }}",
    ),
)
_FOOT: Final[tuple[Part, ...]] = (
    Text("Biên bản được đọc cho mọi người dự họp cùng nghe, nhất trí và lập thành 02 bản có giá trị như nhau."),
    Signatures(
        (
            Signed("TRƯỞNG ẤP (KHU PHỐ)", "{{ hamlet_head }}"),
            Signed("ĐẠI DIỆN HỘI, ĐOÀN THỂ", "{{ representative }}"),
            Signed("TỔ TRƯỞNG", "{{ leader }}"),
        )
    ),
)


def _minutes(number: str, *, subtitle: str, parts: tuple[Part, ...]) -> Form:
    return Form(
        number=number,
        title="Biên bản họp Tổ tiết kiệm và vay vốn",
        subtitle=subtitle,
        issuer=ISSUER,
        reference=REFERENCE,
        place_and_date=PLACE_AND_DATE,
        parts=(*_HEAD, *parts, *_FOOT),
        unconfirmed=UNCONFIRMED,
    )


_BOARD: Final[tuple[Part, ...]] = (
    Text("II. NỘI DUNG", "part"),
    Text("{{ minutes }}", lines=5),
    Text("Biểu quyết công khai, theo đa số tổ viên dự họp:"),
    _VOTES,
    Text("III. BAN QUẢN LÝ TỔ", "part"),
    Text("Tổ trưởng: {{ leader }}. Tổ phó: {{ deputy }}."),
    Text(
        "Tổ trưởng và tổ phó không phải là vợ chồng, cha mẹ - con, anh chị em ruột của nhau; không là thường trực hội, "
        "đoàn thể cấp xã; không là tổ trưởng tổ vay vốn của ngân hàng khác."
    ),
)
FOUNDING_MINUTES: Final = _minutes("10/TD", subtitle="(Họp thành lập tổ, thông qua quy ước hoạt động)", parts=_BOARD)
BOARD_MINUTES: Final = _minutes("10A/TD", subtitle="({{ kind }})", parts=_BOARD)
GROUP_MINUTES: Final = _minutes(
    "10C/TD",
    subtitle="({{ kind }})",
    parts=(
        Text("II. NỘI DUNG", "part"),
        Text("{{ minutes }}", lines=5),
        Text("III. BIỂU QUYẾT CÔNG KHAI", "part"),
        _VOTES,
    ),
)


def minutes_form(kind: MeetingKind) -> Form:
    """Founding takes 10/TD, a change of the board 10A/TD, everything else 10C/TD."""
    forms = {MeetingKind.FOUNDING: FOUNDING_MINUTES, MeetingKind.BOARD_CHANGE: BOARD_MINUTES}
    return forms.get(kind, GROUP_MINUTES)
