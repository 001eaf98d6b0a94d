"""What military service does to a debt.

Source: codified law on military service (debts of members of poor households and of students are suspended,
without interest, while they serve; the time of service is added to the term of a student loan).
"""

from dataclasses import dataclass
from datetime import date

from dongvon.kernel.calendar import add_months, months_between, session_from, session_in
from dongvon.kernel.refusals import Refusal


class ServiceEndsFirst(Refusal):
    """A service ends after it begins."""

    text = "Ngày hết tạm hoãn {until:%d/%m/%Y} phải sau ngày nhập ngũ {start:%d/%m/%Y}."
    field = "until_on"


class NotAStudentLoan(Refusal):
    """Only students' terms are lengthened by their service."""

    text = "Chỉ khoản vay học sinh, sinh viên được cộng thời gian tại ngũ vào thời hạn vay."
    field = "months"


class LongerThanServed(Refusal):
    """No more is added than was served."""

    text = "Số tháng cộng vào thời hạn vay tối đa là {most}, bằng thời gian tại ngũ."
    field = "months"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """From the day of enlistment to the first day after it; `months` are added to the term of a student loan."""

    from_on: date
    until_on: date
    months: int = 0


def require_service(service: Service, *, student: bool) -> None:
    """Refuse ServiceEndsFirst, NotAStudentLoan, LongerThanServed."""
    if service.until_on <= service.from_on:
        raise ServiceEndsFirst(until=service.until_on, start=service.from_on)
    if service.months and not student:
        raise NotAStudentLoan
    served = months_between(service.from_on, service.until_on)
    most = served + (add_months(service.from_on, served) < service.until_on)
    if service.months > most:
        raise LongerThanServed(most=most)


def suspended_due(due_on: date, *, service: Service, session_day: int | None) -> date:
    """The day of an instalment after the service: later by its months, or the first session after it."""
    if due_on < service.from_on:
        return due_on
    if service.months:
        later = add_months(due_on, service.months)
        return later if session_day is None else session_in(later.year, later.month, session_day=session_day)
    if due_on >= service.until_on:
        return due_on
    return service.until_on if session_day is None else session_from(service.until_on, session_day=session_day)
