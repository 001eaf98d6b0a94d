"""How long a student loan runs, and its first and last due days.

Sources: Quyết định 157/2007/QĐ-TTg with guidance 2162A/NHCS-TD, Quyết định 29/2025/QĐ-TTg: the time of
disbursement, then a grace, then a repayment no longer than the disbursement (twice for short courses);
the count of days and months follows the bank's own worksheet (golden vectors D1 and D3).
"""

from dataclasses import dataclass
from datetime import date

from dongvon.kernel.calendar import add_months, months_between, session_before


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRule:
    """What the catalogue says of one programme on one day.

    Courses up to `short_months`, and medicine, repay over `short_times` the months of disbursement; longer ones over
    `long_times` its days.
    """

    grace_months: int
    short_months: int
    short_times: int
    long_times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentTerm:
    """What the contract of a student loan says about time; the sessions say when money is looked for."""

    disbursing_months: int
    term_months: int
    first_contractual_on: date
    first_due_on: date
    final_contractual_on: date
    final_due_on: date


def student_term(
    *, first_lent_on: date, course_ends_on: date, session_day: int, rule: CourseRule, medical: bool = False
) -> StudentTerm:
    """The term of a loan for a course that ends on a known day; medical students count as a short course."""
    months = months_between(first_lent_on, course_ends_on)
    short = medical or months <= rule.short_months
    times = rule.short_times if short else rule.long_times
    first_on = add_months(course_ends_on, rule.grace_months)
    if short:
        final_on = add_months(course_ends_on, months * times + rule.grace_months)
    else:
        repaid_on = course_ends_on + (course_ends_on - first_lent_on) * times
        final_on = add_months(repaid_on, rule.grace_months)
    return StudentTerm(
        disbursing_months=months,
        term_months=months * (1 + times) + rule.grace_months,
        first_contractual_on=first_on,
        first_due_on=session_before(first_on, session_day=session_day),
        final_contractual_on=final_on,
        final_due_on=session_before(final_on, session_day=session_day),
    )
