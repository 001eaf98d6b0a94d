"""The reminder ladder, step by step, and the hours at which letters leave."""

from datetime import UTC, date, datetime, time

import pytest

from dongvon.domain.workplan.rules.ladder import Hours, Step, last_day, may_leave, step_reached
from dongvon.domain.workplan.rules.letters import Line, letter, subject_of

DUE_AT = datetime(2026, 12, 14, 17, 0, tzinfo=UTC)  # 24:00 of 14 December in Vietnam
DAYS = (-30, -15, -7, -3, -1, 1, 3, 7)
LADDER = [Step(days=days, audience="reporter") for days in DAYS] + [Step(days=8, audience="head")]
OFFICE = Hours(letters_from=time(7), letters_until=time(19), weekdays=[1, 2, 3, 4, 5, 6])


def test_the_last_day_of_midnight_is_the_day_that_ends() -> None:
    assert last_day(DUE_AT) == date(2026, 12, 14)


@pytest.mark.parametrize(
    ("on", "step"),
    [
        (date(2026, 11, 13), None),
        (date(2026, 11, 14), -30),
        (date(2026, 11, 28), -30),
        (date(2026, 11, 29), -15),
        (date(2026, 12, 7), -7),
        (date(2026, 12, 11), -3),
        (date(2026, 12, 13), -1),
        (date(2026, 12, 14), -1),
        (date(2026, 12, 15), 1),
        (date(2026, 12, 17), 3),
        (date(2026, 12, 21), 7),
        (date(2027, 3, 1), 7),
    ],
)
def test_each_day_stands_on_one_step(on: date, step: int | None) -> None:
    assert step_reached(DUE_AT, on=on, ladder=LADDER, audience="reporter") == step


def test_the_head_is_told_only_after_the_reporter_was() -> None:
    assert step_reached(DUE_AT, on=date(2026, 12, 21), ladder=LADDER, audience="head") is None
    assert step_reached(DUE_AT, on=date(2026, 12, 22), ladder=LADDER, audience="head") == 8


@pytest.mark.parametrize(
    ("at", "leaves"),
    [
        (datetime(2026, 11, 24, 0, 0, tzinfo=UTC), True),  # Tuesday 07:00
        (datetime(2026, 11, 23, 23, 59, tzinfo=UTC), False),  # Tuesday 06:59
        (datetime(2026, 11, 24, 12, 0, tzinfo=UTC), False),  # Tuesday 19:00
        (datetime(2026, 11, 29, 3, 0, tzinfo=UTC), False),  # Sunday
    ],
)
def test_letters_leave_in_their_hours(at: datetime, leaves: bool) -> None:
    assert may_leave(at, hours=OFFICE) is leaves


def test_without_hours_letters_leave_always() -> None:
    assert may_leave(datetime(2026, 11, 29, 20, 0, tzinfo=UTC), hours=None)


def test_a_letter_puts_the_urgent_first_and_counts_days() -> None:
    ahead = Line(unit="UBND xã A", round="Báo cáo năm 2026", due_on=date(2026, 12, 14), clauses=3)
    late = Line(unit="UBND xã A", round="Báo cáo quý 3", due_on=date(2026, 10, 5), clauses=1)
    text = letter("Trần Thị Mai", lines=[ahead, late], on=date(2026, 12, 11), address="https://a.example")
    assert text.index("quý 3") < text.index("năm 2026")
    assert "đã quá hạn 67 ngày" in text
    assert "còn 3 ngày" in text
    assert subject_of([ahead, late], on=date(2026, 12, 11)) == "Đồng Vốn: 2 việc cần báo cáo, ngày 11/12/2026"
