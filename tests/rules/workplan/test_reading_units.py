"""Lists of units: where one ends and the next begins, who stands behind it, at which level."""

import pytest

from dongvon.domain.units.vocabulary import BODIES, CLASSES
from dongvon.domain.workplan.rules.reading.assigning import one_list
from dongvon.domain.workplan.rules.reading.lexicon import lexicon
from dongvon.domain.workplan.rules.reading.units import assignments_in

NAMES = lexicon()

LISTS = {
    "UBND các xã, phường, đặc khu; Công an xã": [("ubnd", "commune"), ("cong-an", "commune")],
    "HĐND, UBND các cấp": [("hdnd", "all"), ("ubnd", "all")],
    "HĐND/UBND cấp xã": [("hdnd", "commune"), ("ubnd", "commune")],
    "Ủy ban MTTQ Việt Nam thành phố, cấp xã": [("mttq", "city"), ("mttq", "commune")],
    "Các sở: Y tế, Nội vụ và Tư pháp": [("so-y-te", "city"), ("so-noi-vu", "city"), ("so-tu-phap", "city")],
    "Sở Y tế, Nội vụ": [("so-y-te", "city"), ("so-noi-vu", "city")],
    "Các hội: Nông dân, Phụ nữ cấp xã": [("hoi-nong-dan", "commune"), ("hoi-phu-nu", "commune")],
    "Sở Khoa học và Công nghệ; Sở Văn hóa, Thể thao và Du lịch": [
        ("so-khoa-hoc-cong-nghe", "city"),
        ("so-van-hoa-the-thao-du-lich", "city"),
    ],
    "Sở Lao động, Thương binh và Xã hội; Sở Tài chính": [(None, "city"), ("so-tai-chinh", "city")],
    "Chi nhánh và các Phòng giao dịch Ngân hàng Chính sách xã hội": [
        ("nhcsxh-chi-nhanh", "city"),
        ("nhcsxh-pgd", "commune"),
    ],
    "UỶ BAN NHÂN DÂN TỈNH": [("ubnd", "city")],
    "Chi nhánh NHCSXH tỉnh; các PGD": [("nhcsxh-chi-nhanh", "city"), ("nhcsxh-pgd", "commune")],
    "Ngân hàng CSXH tỉnh/Phòng giao dịch Ngân hàng CSXH": [("nhcsxh-chi-nhanh", "city"), ("nhcsxh-pgd", "commune")],
    "Sở Khoa học & Công nghệ, Sở VHTT&DL": [("so-khoa-hoc-cong-nghe", "city"), ("so-van-hoa-the-thao-du-lich", "city")],
    "Các hội đoàn thể nhận ủy thác": [("to-chuc-nhan-uy-thac", None)],
    "Trưởng Ban đại diện HĐQT NHCSXH cấp xã": [("ban-dai-dien", "commune")],
    "Trưởng thôn, ấp, khu phố; Tổ TK&VV": [(None, None), ("to-tkvv", "commune")],
    "Văn phòng Đoàn ĐBQH và HĐND tỉnh": [(None, "city")],
    "Các doanh nghiệp, hợp tác xã": [(None, None)],
    "Ngân hàng Nhà nước Khu vực 5": [("ngan-hang-nha-nuoc", "city")],
    "So Tai chinh": [("so-tai-chinh", "city")],
    "Chủ tịch UBND phường Trấn Biên": [("ubnd", "commune")],
    "UBND các huyện, thị xã, thành phố": [("ubnd", None)],
    "Công đoàn Sở Tài chính": [(None, None)],
    "các sở, ngành, địa phương liên quan": [("so-ban-nganh", "city"), (None, None)],
    "Đề nghị Tòa án nhân dân tỉnh": [(None, "city")],
}


@pytest.mark.parametrize("words", LISTS)
def test_list(words: str) -> None:
    found = assignments_in(words, role="lead", names=NAMES)
    assert [(row.unit, row.level) for row in found] == LISTS[words]


CELLS = {
    "Chi nhánh\nNgân hàng\nCSXH tỉnh": "Chi nhánh Ngân hàng CSXH tỉnh",
    "các tổ chức chính trị - xã hội\ncác cấp": "các tổ chức chính trị - xã hội các cấp",
    "UBND cấp xã và các\nđơn vị liên quan": "UBND cấp xã và các đơn vị liên quan",
    "Sở Y tế;\nUBND các xã,\nphường": "Sở Y tế; UBND các xã, phường",
    "Sở Y tế\nSở Tư pháp": "Sở Y tế; Sở Tư pháp",
    "- Sở Y tế\n- Sở Tư pháp": "- Sở Y tế; Sở Tư pháp",
}


@pytest.mark.parametrize("cell", CELLS)
def test_lines_of_a_narrow_cell_are_one_list(cell: str) -> None:
    assert one_list(cell, names=NAMES) == CELLS[cell]


def test_a_named_commune_is_kept() -> None:
    assert assignments_in("UBND phường Trấn Biên", role="lead", names=NAMES)[0].place == "Trấn Biên"


def test_what_was_inferred_has_a_reason() -> None:
    assert all(row.reason for row in assignments_in("HĐND, UBND", role="lead", names=NAMES) if row.inferred)
    bare = assignments_in("Chi nhánh NHCSXH thành phố; Xây dựng", role="lead", names=NAMES)[1]
    assert (bare.unit, bare.inferred) == ("so-xay-dung", True)
    assert "Sở" in bare.reason


@pytest.mark.parametrize("body", [*BODIES, *CLASSES], ids=lambda body: body.key)
def test_each_body_is_found_by_its_official_name(body) -> None:  # type: ignore[no-untyped-def]
    written = body.names[0].replace("{tier}", "thành phố").replace("{city}", "Đồng Nai").strip()
    assert {row.unit for row in assignments_in(written, role="lead", names=NAMES)} == {body.key}
