"""The words for time that plans use, each read as it is meant and never more."""

import pytest

from dongvon.domain.workplan.rules.reading.shapes import Span
from dongvon.domain.workplan.rules.reading.targets import targets_in
from dongvon.domain.workplan.rules.reading.timing import deadlines_in, timing_in_words, timing_of

SPAN = Span(first_line=1, last_line=1)
KINDS = {
    "Thường xuyên": "continuous",
    "Thường xuyên, hằng năm": "continuous_yearly",
    "thuong xuyên, hàng năm": "continuous_yearly",
    "Hằng năm": "yearly",
    "Năm 2026 và các năm tiếp theo": "yearly",
    "Quý I hằng năm": "yearly",
    "Định kỳ 6 tháng": "half_yearly",
    "6 tháng/lần": "half_yearly",
    "Hằng quý": "quarterly",
    "3 tháng/lần": "quarterly",
    "01 tháng/lần": "monthly",
    "Cả năm": "continuous",
    "Hằng tuần": "continuous",
    "Quý III/2026 - Quý I/2027": "range",
    "Tháng 12/2026 đến tháng 02/2027": "range",
    "Từ 01/01/2027": "range",
    "Hoàn thành trong năm 2026": "by_year",
    "Quý IV-2026": "quarter",
    "Năm 2027, 2029": "rounds",
    "Ngày 25 hằng tháng": "monthly",
    "Trước ngày 15 tháng 12 hàng năm": "before_day_each_year",
    "Hằng năm, trước 15/12": "before_day_each_year",
    "Giai đoạn 2026 – 2030": "range",
    "Từ năm 2026 đến năm 2030": "range",
    "Từ 01/7/2026 đến 31/12/2026": "range",
    "Từ tháng 3 đến tháng 6/2026": "range",
    "Từ năm 2026 trở đi": "range",
    "Đến năm 2030": "by_year",
    "Năm 2026": "by_year",
    "Trước ngày 30/6/2026": "by_date",
    "Tháng 6 năm 2026": "by_date",
    "Quý III/2026": "quarter",
    "Quý I, II/2026": "rounds",
    "Sơ kết năm 2028, tổng kết năm 2030": "rounds",
    "Đợt 1: trước 30/6/2026; đợt 2: trước 30/11/2026": "rounds",
    "02 lần/năm": "rounds",
    "Theo kế hoạch của Trung ương": "undetermined",
    "Khi có yêu cầu": "undetermined",
    "Ngày 45/13/2026": "undetermined",
}


@pytest.mark.parametrize("words", KINDS)
def test_kind(words: str) -> None:
    timing = timing_of(words)
    assert (timing.kind, timing.text) == (KINDS[words], words)


def test_numbers() -> None:
    day = timing_of("Chậm nhất ngày 20 tháng 11 hằng năm")
    assert (day.day, day.month, day.year, day.before) == (20, 11, None, False)
    years = timing_of("Hằng năm, giai đoạn 2026-2030")
    assert (years.kind, years.from_year, years.to_year) == ("yearly", 2026, 2030)
    quarter = timing_of("Quý IV năm 2027")
    assert (quarter.quarter, quarter.year) == (4, 2027)


def test_a_count_behind_a_rhythm_is_no_month_and_no_quarter() -> None:
    issues, meetings = timing_of("Mỗi tháng 01 số"), timing_of("Mỗi quý 1 lần")
    assert (issues.kind, issues.month) == ("monthly", None)
    assert (meetings.kind, meetings.quarter) == ("quarterly", None)
    yearly = timing_of("Hoàn thành trong tháng 3 hằng năm")
    assert (yearly.kind, yearly.month) == ("yearly", 3)


def test_a_range_broken_in_a_narrow_cell_is_whole() -> None:
    assert timing_of("Giai đoạn 2026-\n2030").text == "Giai đoạn 2026-2030"


def test_nothing_gives_no_timing() -> None:
    assert timing_of("").kind == "undetermined"
    assert timing_of(" . ").text is None


def test_a_period_in_the_words_of_a_task_is_no_deadline() -> None:
    assert timing_in_words("Xây dựng Đề án vốn giai đoạn 2031-2035 trình UBND thành phố.").kind == "undetermined"
    assert timing_in_words("Bố trí ngân sách hằng năm để ủy thác.").kind == "undetermined"
    said = timing_in_words("Xây dựng Đề án, hoàn thành trong quý III/2026.")
    assert (said.kind, said.inferred) == ("quarter", True)


def test_deadlines_of_a_duty() -> None:
    text = "Gửi kết quả trước ngày 15 tháng 12 hàng năm để tổng hợp. Báo cáo sơ kết trước 30/6/2027."
    assert [(each.kind, each.day, each.month, each.year) for each in deadlines_in(text)] == [
        ("before_day_each_year", 15, 12, None),
        ("by_date", 30, 6, 2027),
    ]


TARGETS = {
    "phấn đấu đạt trên 1.200,5 tỷ đồng vào năm 2028": (1200.5, "tỷ đồng", "at_least", 2028),
    "nợ quá hạn dưới 0,2%": (0.2, "%", "at_most", None),
    "tăng trưởng từ 10%/năm trở lên": (10.0, "%/năm", "at_least", None),
    "đến năm 2030 chiếm khoảng 30% tổng nguồn vốn": (30.0, "%", "about", 2030),
    "Giải ngân đạt 12 tỷ đồng": (12.0, "tỷ đồng", "exactly", None),
    "giai đoạn 2026-2030 hỗ trợ tối thiểu 500 hộ": (500.0, "hộ", "at_least", 2030),
    "chiếm từ 15% đến 20% tăng trưởng dư nợ": (15.0, "%", "at_least", None),
    "Năm 2026 bố trí 120 tỷ đồng": (120.0, "tỷ đồng", "exactly", 2026),
    "Phấn đấu 2030 đạt 5.900 tỷ đồng": (5900.0, "tỷ đồng", "exactly", 2030),
}


@pytest.mark.parametrize("words", TARGETS)
def test_target(words: str) -> None:
    (found,) = targets_in(words, clause="1a", span=SPAN)
    assert (found.number, found.unit, found.kind, found.year) == TARGETS[words]


def test_numbers_of_documents_and_days_are_no_targets() -> None:
    assert not list(targets_in("Thực hiện Chỉ thị số 39-CT/TW ngày 30/10/2024, đạt kết quả tốt", clause="", span=SPAN))
