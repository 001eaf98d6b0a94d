"""Put off one instalment."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Instalment, Loan, Rescheduling
from dongvon.domain.lending.operations.deciding import grant, require_asked_in_time, take_up
from dongvon.domain.lending.operations.holding import hold, require_running
from dongvon.domain.lending.rules.overdue import rescheduled
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NoSuchInstalment(Refusal):
    """The loan has no open instalment of that number."""

    text = "Khoản vay {number} không có kỳ trả nợ số {part} còn phải trả trong hạn."
    field = "number"


class InstalmentPast(Refusal):
    """An instalment is put off before it is due."""

    text = "Kỳ trả nợ số {part} đã đến hạn ngày {due:%d/%m/%Y}; không điều chỉnh kỳ hạn được nữa."
    field = "number"


class NotLater(Refusal):
    """Put off means later."""

    text = "Ngày trả mới phải sau ngày đến hạn hiện tại {due:%d/%m/%Y}."
    field = "due_on"


@operation(allowed={Role.OFFICE_DIRECTOR, Role.SYSTEM})
def reschedule(
    *, key: UUID, by: Actor, at: datetime, on: date, petition: UUID, number: int, due_on: date, decision: str
) -> UUID:
    """Move instalment `number` to `due_on`, no later than the next one and the end of the loan, which stays.

    Refuses BeyondNextDue, NoSuchInstalment, InstalmentPast, AskedTooLate, NotLater, LoanRests, and as `take_up`,
    `grant`, `hold` do.
    """
    asked = take_up(petition, by=by, kind=PetitionKind.RESCHEDULE)
    held = require_running(hold(asked.loan_id, on=on), on=on)
    part = _open_part(held, number)
    if on > part.due_on:
        raise InstalmentPast(part=number, due=part.due_on)
    require_asked_in_time(asked, loan=held, due_on=part.due_on)
    if due_on <= part.due_on:
        raise NotLater(due=part.due_on)
    following = Instalment.objects.filter(loan=held, number=number + 1).first()
    day = rescheduled(to=due_on, next_due_on=following.due_on if following else None, final_on=held.final_on)
    made = Rescheduling.objects.create(
        loan=held,
        booked_on=on,
        decision=decision,
        person=by.person,
        posted_at=at,
        number=number,
        previous_on=part.due_on,
        due_on=day,
    )
    Instalment.objects.filter(loan=held, number=number).update(due_on=day)
    return grant(asked, by=by, at=at, decision=decision, act=made.id)


def _open_part(loan: Loan, number: int) -> Instalment:
    part = Instalment.objects.filter(loan=loan, number=number, overdue=0).first()
    if part is None or part.principal == part.paid:
        raise NoSuchInstalment(number=loan.contract_number, part=number)
    return part
