"""Rows of tables without lines are told by their numbers, or by the space above them."""

from dongvon.domain.documents.rules.paper.open_rows import Run, rows_of


def _column(left: float, *lines: tuple[float, str]) -> list[Run]:
    return [Run(left=left, right=left + 5 * len(text), top=top, bottom=top + 12, text=text) for top, text in lines]


def test_cells_that_begin_beside_their_number() -> None:
    numbers = _column(10, (0, "TT"), (20, "1"), (50, "2"))
    tasks = _column(40, (0, "Nhiệm vụ"), (20, "Rà soát đối tượng"), (34, "vay vốn"), (50, "Giải ngân"))
    units = _column(160, (0, "Chủ trì"), (20, "UBND cấp xã"), (50, "Chi nhánh"))
    assert list(rows_of([numbers, tasks, units])) == [
        ("TT", "Nhiệm vụ", "Chủ trì"),
        ("1", "Rà soát đối tượng\nvay vốn", "UBND cấp xã"),
        ("2", "Giải ngân", "Chi nhánh"),
    ]


def test_cells_that_are_centred_on_their_number() -> None:
    numbers = _column(10, (0, "TT"), (34, "1"), (62, "2"))
    tasks = _column(40, (0, "Nhiệm vụ"), (20, "Rà soát"), (34, "đối tượng"), (48, "vay vốn"), (62, "Giải ngân"))
    units = _column(160, (0, "Chủ trì"), (27, "UBND"), (41, "cấp xã"), (62, "Chi nhánh"))
    assert list(rows_of([numbers, tasks, units]))[1:] == [
        ("1", "Rà soát\nđối tượng\nvay vốn", "UBND\ncấp xã"),
        ("2", "Giải ngân", "Chi nhánh"),
    ]


def test_what_goes_on_from_the_page_before_stands_in_a_row_without_a_number() -> None:
    numbers = _column(10, (40, "8"))
    tasks = _column(40, (0, "và vay vốn"), (40, "Giải ngân"))
    units = _column(160, (0, "cấp xã"), (40, "Chi nhánh"))
    assert list(rows_of([numbers, tasks, units])) == [
        ("", "và vay vốn", "cấp xã"),
        ("8", "Giải ngân", "Chi nhánh"),
    ]


def test_rows_without_numbers_are_parted_by_wider_space() -> None:
    tasks = _column(
        10, (0, "Nội dung công việc"), (20, "Rà soát đối tượng"), (34, "vay vốn của xã"), (54, "Giải ngân vốn")
    )
    units = _column(160, (0, "Đơn vị chủ trì"), (20, "UBND cấp xã và"), (34, "Công an cấp xã"), (54, "Chi nhánh tỉnh"))
    assert list(rows_of([tasks, units])) == [
        ("Nội dung công việc", "Đơn vị chủ trì"),
        ("Rà soát đối tượng\nvay vốn của xã", "UBND cấp xã và\nCông an cấp xã"),
        ("Giải ngân vốn", "Chi nhánh tỉnh"),
    ]
