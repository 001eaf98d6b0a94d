"""The days of a contract: when it is repaid, and until when a student pays nothing.

Sources: VB 2174 (instalment periods, second hand), Quyết định 157/2007/QĐ-TTg for students (`rules/terms.py`).
"""

from dataclasses import dataclass
from datetime import date

from dongvon.domain.lending.rules.schedule import dues_until
from dongvon.domain.lending.rules.terms import CourseRule, student_term
from dongvon.kernel.calendar import add_months

#: A session day that leaves the contract's own days as they are.
_NO_SESSION = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What of a course sets the term."""

    ends_on: date
    medical: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """The contract's days, the last of them final; `grace_until` is the first day after a student's grace."""

    term_months: int
    dues: tuple[date, ...]
    grace_until: date | None = None


def timetable(
    *,
    signed_on: date,
    term_months: int,
    every_months: int,
    grace_months: int,
    course: Course | None = None,
    rule: CourseRule | None = None,
    session_day: int | None,
) -> Timetable:
    """Dues at a fixed step until the end of the term, after the months in which no principal is asked for.

    Those run from the signing, and from the end of a course where the programme's term hangs on it (`rule`); its first
    due is their last day.
    """
    if course is None or rule is None:
        final_on = add_months(signed_on, term_months)
        first_on = min(add_months(signed_on, grace_months + every_months), final_on)
        dues = dues_until(final_on, first_on=first_on, every_months=every_months)
        return Timetable(term_months=term_months, dues=dues)
    term = student_term(
        first_lent_on=signed_on,
        course_ends_on=course.ends_on,
        session_day=session_day or _NO_SESSION,
        rule=rule,
        medical=course.medical,
    )
    dues = dues_until(term.final_contractual_on, first_on=term.first_contractual_on, every_months=every_months)
    return Timetable(term_months=term.term_months, dues=dues, grace_until=term.first_contractual_on)
