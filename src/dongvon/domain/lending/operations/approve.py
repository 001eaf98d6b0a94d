"""The director lends, and the money is set aside."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.capital.operations.draw import draw
from dongvon.domain.lending.models import Application, Approval
from dongvon.domain.lending.operations.appraise import MoreThanAsked
from dongvon.domain.lending.operations.evaluating import demand_met, evaluate, keep
from dongvon.domain.lending.operations.moving import advance, demand_another, hold
from dongvon.domain.lending.vocabulary import Stage, Step
from dongvon.domain.people.models import Household
from dongvon.domain.programmes.vocabulary import Fund
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalLine:
    """One application to be approved; `seen` is the verdict that stood on the page, "" to take it as it is."""

    application: UUID
    amount: int
    term_months: int
    seen: str = ""


@operation(allowed={Role.OFFICE_DIRECTOR, Role.SYSTEM})
def approve(*, key: UUID, by: Actor, at: datetime, lines: tuple[ApprovalLine, ...]) -> int:
    """Approve all lines or none, each application once; gives their number.

    Households are locked first, so that two approvals cannot pass one ceiling together; conditions are looked at
    again, each line after those before it. Refuses StepTaken, SamePerson, MoreThanAsked, ConditionsChanged,
    ConditionNotMet, FundExhausted, NoLimitYet.
    """
    on = at.astimezone(VIETNAM).date()
    _lock_households(lines)
    rows = {row.id: row for row in hold([line.application for line in lines], step=Step.APPROVE, on=on)}
    once = {line.application: line for line in lines}
    for application, line in once.items():
        _approve(rows[application], line, by=by, at=at, on=on)
    return len(once)


def _lock_households(lines: tuple[ApprovalLine, ...]) -> None:
    asked = Application.objects.filter(id__in=[line.application for line in lines]).values("household")
    list(Household.objects.select_for_update().filter(id__in=asked).order_by("id"))


def _approve(row: Application, line: ApprovalLine, *, by: Actor, at: datetime, on: date) -> None:
    demand_another(row, by, signs="approved_by")
    if not 0 < line.amount <= row.amount:
        raise MoreThanAsked(asked=row.amount)
    found = evaluate([row], seen={row.id: line.seen}, on=on)
    demand_met(found[row.id], whole=True)
    draw(key=row.id, by=by, at=at, on=on, fund=Fund(row.fund), unit=row.unit_id, amount=line.amount, about=row.id)
    kept = keep(found, stage=Stage.APPROVED, by=by, at=at)
    Approval.objects.create(
        application=row,
        person=by.person,
        acted_at=at,
        amount=line.amount,
        term_months=line.term_months,
        evaluation=kept[row.id],
    )
    advance(row, Stage.APPROVED, at=at, approved_by=by.person, approved=line.amount, term_months=line.term_months)
