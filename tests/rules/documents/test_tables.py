"""Tables as communes really make them: heads found, old fonts read, faulty rows sent back."""

import io
from datetime import date

import openpyxl

from dongvon.domain.documents.papers.faulty_rows import FaultyRow, faulty_rows
from dongvon.domain.documents.rules.tables.heading import find_heading, numbers_columns
from dongvon.domain.documents.rules.tables.letters import Letters

WANTED = {
    "name": ("họ và tên chủ hộ", "họ và tên", "họ tên"),
    "male": ("năm sinh nam", "ngày sinh nam"),
    "female": ("năm sinh nữ", "ngày sinh nữ"),
    "number": ("số định danh", "số cccd", "cccd"),
}
MERGED = [
    (1, ["UBND XÃ TÂN TRIỀU", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
    (2, ["DANH SÁCH HỘ NGHÈO NĂM 2025"]),
    (4, ["STT", "Họ và tên\nchủ hộ", "Năm sinh", None, "Số CCCD", "Ngày cấp CCCD"]),
    (5, [None, None, "Nam", "Nữ"]),
    (6, ["1", "2", "3", "4", "5", "6"]),
    (7, [1, "Nguyễn Thị Hoa", None, 1980, "075180001234"]),
]


def test_merged_heads_are_found_under_titles() -> None:
    heading = find_heading(MERGED, wanted=WANTED)
    assert heading is not None
    assert heading.columns == {"name": 1, "male": 2, "female": 3, "number": 4}
    assert heading.ends == 5
    assert heading.titles[1:4] == ("Họ và tên chủ hộ", "Năm sinh Nam", "Năm sinh Nữ")


def test_plain_heads_do_not_swallow_the_first_row() -> None:
    heading = find_heading([(1, ["HO TEN", "cccd"]), (2, ["Lê Văn Tùng", "1"])], wanted=WANTED)
    assert heading is not None
    assert (heading.columns, heading.ends) == ({"name": 0, "number": 1}, 1)


def test_a_sheet_without_heads_has_none() -> None:
    assert find_heading([(1, ["a", 2]), (2, [])], wanted=WANTED) is None
    assert find_heading([], wanted=WANTED) is None


def test_a_row_that_counts_columns_is_no_row() -> None:
    assert numbers_columns(["(1)", "(2)", "(3)=(1)+(2)"])
    assert numbers_columns([1, 2, 3, None])
    assert not numbers_columns([1, "Nguyễn Thị Hoa", 1980])


def test_cells_in_old_fonts_read_as_they_were_meant() -> None:
    tcvn3 = [(1, ["Hä vµ tªn chñ hé", "N¨m sinh", "Sè ®Þnh danh c¸ nh©n cña hé nghÌo"]), (2, ["NguyÔn ThÞ Hoµ", 1980])]
    letters = Letters(tcvn3)
    assert letters.encoding == "TCVN3 (ABC)"
    assert [letters(cell) for cell in tcvn3[1][1]] == ["Nguyễn Thị Hoà", 1980]
    assert letters("Trần Thị Mai") == "Trần Thị Mai"
    vni = Letters([(1, ["Hoï vaø teân", "Soá ñònh danh", "Hoä ngheøo cuûa xaõ, naêm vaø ngaøy"])])
    assert (vni.encoding, vni("Nguyeãn Thò Hoa")) == ("VNI", "Nguyễn Thị Hoa")
    assert Letters([(1, ["Họ và tên", "Năm sinh"])]).encoding == ""


def test_faulty_rows_go_back_with_their_reasons() -> None:
    row = FaultyRow(
        number=7, cells=["=1+1", 1980, date(1980, 2, 3), "075"], faults={3: "Thiếu số.", None: "Trùng dòng 5."}
    )
    sheet = openpyxl.load_workbook(io.BytesIO(faulty_rows(["Họ tên", "Năm", "Ngày", "CCCD"], [row]))).active
    assert [cell.value for cell in sheet[1]] == ["Dòng", "Họ tên", "Năm", "Ngày", "CCCD", "Cần sửa"]
    told = [cell.value for cell in sheet[2]]
    assert told[:3] == [7, "=1+1", 1980]
    assert told[4:] == ["075", "Thiếu số. Trùng dòng 5."]
    assert sheet["B2"].data_type == "s"
    assert sheet["E2"].fill.fgColor.rgb == "FFFBE3E1"
