"""Pay out a part of an approved loan."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Application, Tranche
from dongvon.domain.lending.operations.disburse import disburse
from dongvon.domain.lending.operations.moving import advance, demand_another
from dongvon.domain.lending.vocabulary import Means, Stage
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from dongvon.kernel.refusals import Refusal


class NotDueYet(Refusal):
    """A part is handed out from its day on."""

    text = "Đợt giải ngân này dự kiến từ ngày {day:%d/%m/%Y}."


class NotDeclared(Refusal):
    """The learner has not declared this year."""

    text = "Người học chưa kê khai hằng năm (Phụ lục II) nên chưa giải ngân được đợt này."


class HandedOutAlready(Refusal):
    """Money is handed out once."""

    text = "Đợt này đã được giải ngân, hoặc không tìm thấy trong phạm vi của bạn."


@operation(allowed={Role.TELLER, Role.SYSTEM})
def hand_out(*, key: UUID, by: Actor, at: datetime, on: date, tranche: UUID, means: Means = Means.SESSION) -> UUID:
    """Disburse one part into the borrower's hand; gives the disbursement.

    Refuses HandedOutAlready, NotDueYet, NotDeclared, SamePerson, and what `disburse` refuses.
    """
    part = (
        Tranche.objects.select_for_update()
        .filter(id=tranche, disbursement=None, application__loan__isnull=False)
        .first()
    )
    if part is None:
        raise HandedOutAlready
    if on < part.planned_on:
        raise NotDueYet(day=part.planned_on)
    if part.needs_declaration and part.declared_on is None:
        raise NotDeclared
    row = Application.objects.select_for_update().get(id=part.application_id)
    assert row.loan_id is not None, "parts are made when the contract is signed"
    demand_another(row, by, signs="lent_by")
    paid = disburse(key=new_id(), by=by, at=at, on=on, loan=row.loan_id, amount=part.amount, means=means)
    part.disbursement_id = paid
    part.save(update_fields=["disbursement"])
    if row.stage == Stage.CONTRACTED:
        advance(row, Stage.LENT, at=at, lent_by=by.person)
    return paid
