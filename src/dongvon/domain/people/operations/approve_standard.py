"""Approve a proposed standard; the one before of the same kind ends where it begins."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Standard
from dongvon.domain.people.operations.giving_way import ProposerMayNotApprove, give_way
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class StandardOverlaps(Refusal):
    """Another standard of the kind begins later and would hold at the same time."""

    text = "Đã có chuẩn cùng loại bắt đầu sau ngày {day}. Hãy chọn ngày hiệu lực muộn hơn hoặc ghi rõ ngày kết thúc."


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def approve_standard(*, key: UUID, by: Actor, at: datetime, proposal: UUID) -> UUID:
    """Put a standard in force. Refuses ProposerMayNotApprove, StandardOverlaps."""
    standard = Standard.objects.select_for_update().get(id=proposal, approved_by=None)
    if standard.proposed_by == by.person:
        raise ProposerMayNotApprove
    same = Standard.objects.filter(measure=standard.measure, area=standard.area, place=standard.place)
    give_way(same, from_on=standard.valid.lower)
    standard.approved_by, standard.approved_at = by.person, at
    try:
        with transaction.atomic():
            standard.save(update_fields=["approved_by", "approved_at"])
    except IntegrityError as fault:
        raise StandardOverlaps(day=f"{standard.valid.lower:%d/%m/%Y}") from fault
    return standard.id
