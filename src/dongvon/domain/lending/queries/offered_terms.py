"""What an application becomes when it is signed on a day: its rates, its days of repayment, its last day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from dongvon.domain.groups.models import PointDay
from dongvon.domain.lending.models import Application
from dongvon.domain.lending.queries.instalment_rules import instalment_rule
from dongvon.domain.lending.rules.contract import Course, Timetable, timetable
from dongvon.domain.lending.rules.due import due_on
from dongvon.domain.lending.rules.terms import CourseRule
from dongvon.domain.programmes.models import RateSeries
from dongvon.domain.programmes.queries.catalogue import rates_of_loan
from dongvon.domain.programmes.queries.terms import LoanTerms, terms_of_loan
from dongvon.kernel.money import equal_parts


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedTerms:
    """Percents a year; `part` is one instalment in đồng, `final_on` the last due day by the commune's session."""

    percent: Decimal
    overdue_percent: Decimal
    every_months: int
    instalments: int
    part: int
    final_on: date
    session_day: int | None


def offered_terms(application: UUID, *, on: date) -> OfferedTerms | None:
    """The terms if it were signed on `on`; None for one out of sight, or without an approved rate that day."""
    row = Application.objects.select_related("group", "course").filter(id=application).first()
    series = None if row is None else series_of(row)
    terms = None if series is None else terms_of_loan(series=series, signed_on=on)
    if row is None or series is None or terms is None:
        return None
    return _offered(row, series, terms, on=on)


def series_of(row: Application) -> int | None:
    """The rate of the commune where it has its own, or that of everywhere."""
    found = RateSeries.objects.filter(
        programme=row.programme_id, fund=row.fund, priority_class=row.priority_class, area__in=["", row.place_id]
    )
    return found.order_by("-area").values_list("id", flat=True).first()


def session_day_of(row: Application, *, on: date) -> int | None:
    """The fixed day of the group's transaction point; none for what is repaid at the office."""
    if row.group is None:
        return None
    return PointDay.objects.filter(point=row.group.point_id, valid__contains=on).values_list("day", flat=True).first()


def course_of(row: Application) -> Course | None:
    """What of a learner's course sets the term."""
    course = getattr(row, "course", None)
    return None if course is None else Course(ends_on=course.ends_on, medical=course.medical)


def times_of(
    row: Application, terms: LoanTerms, *, every_months: int, signed_on: date, session_day: int | None
) -> Timetable:
    """The days of the contract."""
    return timetable(
        signed_on=signed_on,
        term_months=row.term_months,
        every_months=every_months,
        grace_months=terms.grace_months,
        course=course_of(row),
        rule=_course_rule(terms),
        session_day=session_day,
    )


def _course_rule(terms: LoanTerms) -> CourseRule | None:
    if terms.short_course_months is None or terms.short_course_times is None or terms.course_times is None:
        return None
    return CourseRule(
        grace_months=terms.grace_months,
        short_months=terms.short_course_months,
        short_times=terms.short_course_times,
        long_times=terms.course_times,
    )


def _offered(row: Application, series: int, terms: LoanTerms, *, on: date) -> OfferedTerms:
    percent = next(span.percent for span in rates_of_loan(series=series, signed_on=on))
    rule = instalment_rule(series, term_months=row.term_months, on=on)
    session_day = session_day_of(row, on=on)
    days = times_of(row, terms, every_months=rule.months, signed_on=on, session_day=session_day).dues
    multiple = terms.overdue_percent
    return OfferedTerms(
        percent=percent,
        overdue_percent=percent * multiple / 100 if multiple is not None else terms.overdue_rate or Decimal(0),
        every_months=rule.months,
        instalments=len(days),
        part=equal_parts(row.approved or row.amount, count=len(days), floor_to=rule.floor_to)[0],
        final_on=due_on(days[-1], session_day=session_day, moved={}),
        session_day=session_day,
    )
