"""Terms, schedules and due days: golden vectors D, each with its source."""

from datetime import date

import pytest

from dongvon.domain.lending.rules.ceiling import room_under, share_of, still_to_pay
from dongvon.domain.lending.rules.due import due_on
from dongvon.domain.lending.rules.interest import Movement
from dongvon.domain.lending.rules.schedule import (
    dues_until,
    equal_principal,
    monthly_dues,
)
from dongvon.domain.lending.rules.terms import CourseRule, student_term

SEPTEMBER, COURSE_END = date(2026, 9, 25), date(2029, 2, 28)
RULE = CourseRule(grace_months=12, short_months=12, short_times=2, long_times=1)


def test_d1_a_student_loan_for_a_long_course():
    # The bank's own worksheet, read through a transaction office
    term = student_term(first_lent_on=SEPTEMBER, course_ends_on=COURSE_END, session_day=25, rule=RULE)
    assert (term.disbursing_months, term.term_months) == (29, 70)
    assert (term.final_contractual_on, term.final_due_on) == (date(2032, 8, 4), date(2032, 7, 25))
    assert (term.first_contractual_on, term.first_due_on) == (date(2030, 2, 28), date(2030, 2, 25))


def test_d1_the_instalments_of_that_loan():
    dues = dues_until(date(2032, 7, 25), first_on=date(2030, 2, 25), every_months=12)
    lent = [Movement(SEPTEMBER, 20_000_000), Movement(date(2027, 3, 25), 20_000_000)]
    assert [(each.due_on, each.principal) for each in equal_principal(lent, dues=dues, floor_to=100_000)] == [
        (date(2030, 2, 25), 10_000_000),
        (date(2031, 2, 25), 10_000_000),
        (date(2032, 2, 25), 10_000_000),
        (date(2032, 7, 25), 10_000_000),
    ]


def test_d3_a_short_course_and_a_medical_one():
    # term = TP × 3 + 12; due = course end + TP × 2 + 12 months
    short = student_term(first_lent_on=date(2026, 9, 10), course_ends_on=date(2027, 6, 30), session_day=10, rule=RULE)
    assert (short.disbursing_months, short.term_months) == (9, 39)
    assert (short.final_contractual_on, short.final_due_on) == (date(2029, 12, 30), date(2029, 12, 10))
    medical = student_term(first_lent_on=SEPTEMBER, course_ends_on=COURSE_END, session_day=25, rule=RULE, medical=True)
    assert (medical.term_months, medical.final_contractual_on) == (99, date(2034, 12, 28))


def test_a_stem_course_is_repaid_over_as_long_as_it_was_lent_in():
    # Quyết định 29/2025: repayment no longer than disbursement, for short courses and medicine too
    rule = CourseRule(grace_months=12, short_months=0, short_times=1, long_times=1)
    short = student_term(first_lent_on=date(2026, 9, 10), course_ends_on=date(2027, 6, 10), session_day=10, rule=rule)
    assert (short.disbursing_months, short.term_months) == (9, 30)
    # 273 days of course after 10/06/2027 end on 09/03/2028; a year later they fall due
    assert short.final_contractual_on == date(2029, 3, 9)


@pytest.mark.parametrize(("years", "longest"), [(4, 108), (5, 132)])
def test_d5_the_longest_term_of_a_degree(years: int, longest: int):
    # Exam bank: four years of study → 108 months; five years → eleven years
    first = date(2026, 9, 5)
    ends_on = first.replace(year=first.year + years)
    assert student_term(first_lent_on=first, course_ends_on=ends_on, session_day=10, rule=RULE).term_months == longest


def test_d5_ceilings():
    # Exam bank: a home of 700 million with 230 paid; an estimate of 700 at 70 % when 460 is asked; urban water
    assert still_to_pay(700_000_000, paid=230_000_000) == 470_000_000
    assert share_of(700_000_000, percent=70) == 490_000_000
    assert room_under(25_000_000, owed=10_000_000) == 15_000_000


@pytest.mark.parametrize(
    ("total", "parts"),
    [  # golden vector D4
        (40_000_000, [13_300_000, 13_300_000, 13_400_000]),
        (50_000_000, [16_600_000, 16_600_000, 16_800_000]),
        (100_000_000, [33_300_000, 33_300_000, 33_400_000]),
    ],
)
def test_d4_equal_parts(total: int, parts: list[int]):
    dues = monthly_dues(date(2027, 1, 31), count=3, every_months=1)
    found = equal_principal([Movement(date(2026, 1, 1), total)], dues=dues, floor_to=100_000)
    assert [each.principal for each in found] == parts
    assert [each.due_on for each in found] == [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]
    assert found[-1].balance_after == 0


def test_a_single_payment_is_one_due():
    (only,) = equal_principal([Movement(date(2026, 1, 1), 30_000_000)], dues=[date(2026, 12, 10)], floor_to=100_000)
    assert (only.principal, only.balance_after) == (30_000_000, 0)


def test_a_moved_session_moves_the_due_day():
    moved = {date(2021, 8, 10): date(2021, 9, 10)}
    assert due_on(date(2021, 8, 20), session_day=10, moved=moved) == date(2021, 9, 10)
    assert due_on(date(2021, 8, 10), session_day=None, moved=moved) == date(2021, 9, 10)
    assert due_on(date(2021, 10, 20), session_day=10, moved=moved) == date(2021, 10, 10)


def test_a_session_may_be_moved_twice():
    moved = {date(2021, 8, 10): date(2021, 9, 10), date(2021, 9, 10): date(2021, 10, 10)}
    assert due_on(date(2021, 8, 20), session_day=10, moved=moved) == date(2021, 10, 10)
