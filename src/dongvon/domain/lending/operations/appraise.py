"""The credit officer says what he found."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Appraisal
from dongvon.domain.lending.operations.evaluating import demand_met, evaluate, keep
from dongvon.domain.lending.operations.moving import advance, demand_another, hold
from dongvon.domain.lending.vocabulary import Stage, Step
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class MoreThanAsked(Refusal):
    """Nobody is lent more than was asked for."""

    text = "Số tiền không được vượt số đề nghị vay là {asked:,} đồng."
    field = "amount"


@operation(allowed={Role.CREDIT_OFFICER, Role.SYSTEM})
def appraise(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    application: UUID,
    amount: int,
    term_months: int,
    opinion: str,
    seen: str = "",
) -> UUID:
    """Propose an amount and a term, with reasons.

    Refuses StepTaken, SamePerson, MoreThanAsked, ConditionsChanged, ConditionNotMet.
    """
    on = at.astimezone(VIETNAM).date()
    (row,) = hold([application], step=Step.APPRAISE, on=on)
    demand_another(row, by, signs="appraised_by")
    if not 0 < amount <= row.amount:
        raise MoreThanAsked(asked=row.amount)
    found = evaluate([row], seen={row.id: seen}, on=on)
    demand_met(found[row.id], whole=True)
    kept = keep(found, stage=Stage.APPRAISED, by=by, at=at)
    made = Appraisal.objects.create(
        application=row,
        person=by.person,
        acted_at=at,
        amount=amount,
        term_months=term_months,
        opinion=opinion,
        evaluation=kept[row.id],
    )
    advance(row, Stage.APPRAISED, at=at, appraised_by=by.person)
    return made.id
