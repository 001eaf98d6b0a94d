"""An approved application becomes a loan."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.vocabulary import Organisation
from dongvon.domain.lending.models import Application, Approval, ResultLine, Tranche
from dongvon.domain.lending.operations.moving import advance, hold
from dongvon.domain.lending.operations.originate import NoConditionsYet, originate
from dongvon.domain.lending.queries.instalment_rules import instalment_rule
from dongvon.domain.lending.queries.offered_terms import course_of, series_of, session_day_of, times_of
from dongvon.domain.lending.queries.routes import route_of, routes
from dongvon.domain.lending.rules.tranches import tranches
from dongvon.domain.lending.vocabulary import NewLoan, Stage, Step
from dongvon.domain.programmes.queries.terms import terms_of_loan
from dongvon.domain.programmes.vocabulary import Channel
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class SignedOutOfTime(Refusal):
    """A contract follows its approval; its day decides the rate for good."""

    text = "Ngày ký hợp đồng phải từ ngày phê duyệt ({approved:%d/%m/%Y}) đến hôm nay."
    field = "signed_on"


@operation(allowed={Role.OFFICE_DIRECTOR, Role.SYSTEM})
def sign(*, key: UUID, by: Actor, at: datetime, application: UUID, contract_number: str, signed_on: date) -> UUID:
    """Make the loan with its schedule, and the parts in which it is handed out; gives the loan.

    Refuses StepTaken, SignedOutOfTime, NoConditionsYet, NumberTaken.
    """
    today = at.astimezone(VIETNAM).date()
    (row,) = hold([application], step=Step.SIGN, on=today)
    approved_on = Approval.objects.get(application=row).acted_at.astimezone(VIETNAM).date()
    if not approved_on <= signed_on <= today:
        raise SignedOutOfTime(approved=approved_on)
    series = series_of(row)
    terms = None if series is None else terms_of_loan(series=series, signed_on=signed_on)
    if series is None or terms is None:
        raise NoConditionsYet(on=signed_on)
    session_day = session_day_of(row, on=signed_on)
    rule = instalment_rule(series, term_months=row.term_months, on=signed_on)
    times = times_of(row, terms, every_months=rule.months, signed_on=signed_on, session_day=session_day)
    made = originate(
        key=key,
        by=by,
        at=at,
        loan=NewLoan(
            contract_number=contract_number,
            series=series,
            unit=row.unit_id,
            place=row.place_id,
            organisation=Organisation(row.organisation),
            group=row.group_id,
            borrower=row.borrower_id,
            signed_on=signed_on,
            session_day=session_day,
            term_months=times.term_months,
            approved=row.approved or 0,
            dues=times.dues,
            grace_until=times.grace_until,
        ),
    )
    _plan_tranches(row, signed_on=signed_on, floor_to=rule.floor_to)
    advance(row, Stage.CONTRACTED, at=at, loan_id=made)
    return made


def _plan_tranches(row: Application, *, signed_on: date, floor_to: int) -> None:
    route = route_of(routes(on=signed_on), programme=row.programme_id, channel=Channel(row.channel))
    told = ResultLine.objects.filter(application=row).values_list("notice__disburse_on", flat=True).first()
    course = course_of(row)
    planned = tranches(
        row.approved or 0,
        first_on=max(told or signed_on, signed_on),
        ends_on=course.ends_on if course else None,
        every_months=route.tranche_months,
        floor_to=floor_to,
        declared=route.declared_yearly,
    )
    Tranche.objects.bulk_create(
        Tranche(
            application=row,
            number=number,
            planned_on=part.planned_on,
            amount=part.amount,
            needs_declaration=part.needs_declaration,
        )
        for number, part in enumerate(planned, start=1)
    )
