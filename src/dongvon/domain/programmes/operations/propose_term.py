"""Propose the conditions under which a programme lends."""

from datetime import datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.programmes.models import Ceiling, Term
from dongvon.domain.programmes.vocabulary import TermDraft
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class TermEndsFirst(Refusal):
    """Conditions that end before they begin hold for nobody."""

    text = "Ngày hết hiệu lực phải sau ngày bắt đầu {day:%d/%m/%Y}."
    field = "until"


class NoCeiling(Refusal):
    """Conditions without a ceiling would lend without bound."""

    text = "Hãy ghi ít nhất một mức vay tối đa."


class CourseHalfTold(Refusal):
    """How long a loan for a course is repaid takes three numbers, or none."""

    text = "Thời gian trả nợ theo khóa học cần đủ ba số: khóa ngắn đến mấy tháng, khóa ngắn và khóa dài gấp mấy lần."
    field = "course_times"


@operation(allowed={Role.CREDIT_CONTROLLER, Role.BRANCH_OFFICER, Role.SYSTEM})
def propose_term(*, key: UUID, by: Actor, at: datetime, term: TermDraft) -> UUID:
    """Lay conditions with their ceilings before the approver; gives the proposal.

    Refuses TermEndsFirst, NoCeiling, CourseHalfTold.
    """
    if term.until is not None and term.until <= term.effective_on:
        raise TermEndsFirst(day=term.effective_on)
    if not term.ceilings:
        raise NoCeiling
    if len({given is None for given in (term.short_course_months, term.short_course_times, term.course_times)}) > 1:
        raise CourseHalfTold
    made = Term.objects.create(
        programme_id=term.programme,
        fund=term.fund,
        valid=DateRange(term.effective_on, term.until),
        since_stated=term.since_stated,
        channel=term.channel,
        longest_months=term.longest_months,
        grace_months=term.grace_months,
        collateral_above=term.collateral_above,
        overdue_percent=term.overdue_percent,
        short_course_months=term.short_course_months,
        short_course_times=term.short_course_times,
        course_times=term.course_times,
        rollover=term.rollover,
        basis_id=term.basis,
        confidence=term.confidence,
        proposed_by=by.person,
        proposed_at=at,
    )
    Ceiling.objects.bulk_create(
        Ceiling(term=made, per=draft.per, amount=draft.amount, percent=draft.percent) for draft in term.ceilings
    )
    return made.id
