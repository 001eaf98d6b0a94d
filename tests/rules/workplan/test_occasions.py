"""A plan's words make occasions to report: as many as they name, and never one they do not."""

from collections.abc import Sequence
from datetime import date

import pytest

from dongvon.domain.workplan.rules.occasions import ReportDay, occasions
from dongvon.domain.workplan.rules.span import years_of
from dongvon.domain.workplan.rules.titles import title_of
from dongvon.domain.workplan.vocabulary import ClauseTiming

YEARS = range(2026, 2031)
BEFORE_15_12 = ReportDay(month=12, day=15, before=True)


def made(timing: ClauseTiming, *, report_day: ReportDay | None = BEFORE_15_12) -> list[tuple[str, int, int]]:
    return [(each.kind, each.year, each.number) for each in occasions(timing, years=YEARS, report_day=report_day)]


@pytest.mark.parametrize("kind", ["continuous", "continuous_yearly", "yearly", "undetermined", "rounds"])
def test_once_a_year_by_the_duty(kind: str) -> None:
    assert made(ClauseTiming(kind=kind)) == [("annual", year, 1) for year in YEARS]


@pytest.mark.parametrize("kind", ["continuous", "yearly", "undetermined", "by_year", "range", "rounds"])
def test_without_a_duty_no_day_is_invented(kind: str) -> None:
    assert made(ClauseTiming(kind=kind, year=2030), report_day=None) == []


def test_quarters_are_four_a_year_besides_the_annual_report() -> None:
    found = made(ClauseTiming(kind="quarterly"))
    assert [each for each in found if each[1] == 2026] == [
        ("quarterly", 2026, 1),
        ("quarterly", 2026, 2),
        ("quarterly", 2026, 3),
        ("annual", 2026, 1),
        ("quarterly", 2026, 4),
    ]
    assert len(found) == 25


@pytest.mark.parametrize(("kind", "times"), [("half_yearly", 2), ("quarterly", 4), ("monthly", 12)])
def test_periods_need_no_duty(kind: str, times: int) -> None:
    assert len(made(ClauseTiming(kind=kind), report_day=None)) == times * 5


def test_by_2028_ends_with_2028() -> None:
    assert made(ClauseTiming(kind="by_year", year=2028)) == [("annual", year, 1) for year in (2026, 2027, 2028)]


def test_a_range_is_its_years() -> None:
    assert made(ClauseTiming(kind="range", from_year=2027, to_year=2028)) == [("annual", 2027, 1), ("annual", 2028, 1)]


def test_a_day_of_its_own_is_a_round_of_its_own() -> None:
    found = occasions(
        ClauseTiming(kind="before_day_each_year", day=30, month=6, before=True),
        years=[2026],
        report_day=BEFORE_15_12,
    )
    assert [(each.kind, each.named_on, each.before) for each in found] == [
        ("deadline", date(2026, 6, 30), True),
        ("annual", date(2026, 12, 15), True),
    ]


def test_a_day_of_its_own_on_the_duty_s_day_is_the_same_round() -> None:
    timing = ClauseTiming(kind="before_day_each_year", day=15, month=12, before=True)
    assert made(timing) == [("annual", year, 1) for year in YEARS]


def test_one_day_of_one_year() -> None:
    found = made(ClauseTiming(kind="by_date", day=30, month=9, year=2027), report_day=None)
    assert found == [("deadline", 2027, 930)]


def test_one_quarter_of_one_year_ends_with_the_quarter() -> None:
    (found,) = occasions(ClauseTiming(kind="quarter", quarter=3, year=2026), years=YEARS, report_day=None)
    assert (found.named_on, found.before) == (date(2026, 9, 30), False)


def test_a_day_without_a_year_is_not_placed_in_one() -> None:
    assert made(ClauseTiming(kind="by_date", day=30, month=9), report_day=None) == []


def test_29_february_falls_on_the_month_s_last_day() -> None:
    found = occasions(ClauseTiming(kind="before_day_each_year", day=29, month=2), years=[2026, 2028], report_day=None)
    assert [each.named_on for each in found] == [date(2026, 2, 28), date(2028, 2, 29)]


def test_titles_say_what_a_round_is() -> None:
    (quarter, *_) = occasions(ClauseTiming(kind="quarterly"), years=[2026], report_day=None)
    assert title_of(quarter) == "Báo cáo quý 1 năm 2026"


def _years(title: str = "Kế hoạch", *, issued: int = 2026, targets: Sequence[int] = ()) -> tuple[int, int]:
    return years_of(title=title, issued_on=date(issued, 6, 1), read_on=date(2029, 1, 1), target_years=targets)


def test_years_run_from_issue_to_the_last_target() -> None:
    assert _years(targets=[2025, 2030]) == (2026, 2030)
    assert years_of(title="", issued_on=None, read_on=date(2026, 6, 1), target_years=[]) == (2026, 2030)


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("KẾ HOẠCH Chuyển đổi số năm 2027", (2027, 2027)),
        ("Phát triển tín dụng chính sách giai đoạn 2027 - 2031", (2027, 2031)),
        ("Chiến lược đến hết năm 2030", (2026, 2030)),
        ("Nâng cao chất lượng năm 2027 và các năm tiếp theo", (2027, 2028)),
        ("Thực hiện Chỉ thị ngày 30 tháng 10 năm 2026 của Ban Bí thư", (2026, 2028)),
        ("Thực hiện Luật năm 2025", (2026, 2028)),
    ],
)
def test_years_are_those_of_the_title(title: str, years: tuple[int, int]) -> None:
    assert _years(title, targets=[2028]) == years
