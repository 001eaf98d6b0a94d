"""Propose a standard of poverty or of average living, for the nation or higher for one commune."""

from datetime import datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Standard
from dongvon.domain.people.vocabulary import StandardDraft
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class StandardImpossible(Refusal):
    """Income bands have room, and the poverty standard counts deprivations."""

    text = "Chuẩn không hợp lệ: mức thu nhập phải tăng dần, chuẩn nghèo phải có số chỉ số thiếu hụt."
    field = "up_to"


class StandardEndsFirst(Refusal):
    """A standard that ends before it begins holds for nobody."""

    text = "Ngày hết hiệu lực phải sau ngày bắt đầu {day}."
    field = "until_on"


@operation(allowed={Role.CREDIT_CONTROLLER, Role.BRANCH_OFFICER, Role.SYSTEM})
def propose_standard(*, key: UUID, by: Actor, at: datetime, standard: StandardDraft) -> UUID:
    """Lay a standard before the approver; it holds for nobody yet. Refuses StandardImpossible, StandardEndsFirst."""
    counts = standard.deprivations is not None
    if standard.over < 0 or standard.up_to <= standard.over or counts is not (standard.measure == "poverty"):
        raise StandardImpossible
    if standard.until_on is not None and standard.until_on <= standard.from_on:
        raise StandardEndsFirst(day=f"{standard.from_on:%d/%m/%Y}")
    return Standard.objects.create(
        measure=standard.measure,
        area=standard.area,
        place_id=standard.place,
        valid=DateRange(standard.from_on, standard.until_on),
        over=standard.over,
        up_to=standard.up_to,
        deprivations=standard.deprivations,
        basis=standard.basis,
        confidence=standard.confidence,
        proposed_by=by.person,
        proposed_at=at,
    ).id
