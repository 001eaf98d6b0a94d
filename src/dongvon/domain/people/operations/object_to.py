"""Receive an objection to a list that hangs in public."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Objection, PublicPosting
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NotHanging(Refusal):
    """Objections are heard while the list hangs."""

    text = "Danh sách không niêm yết vào ngày {day}; ý kiến chỉ được nhận trong thời gian niêm yết."
    field = "on"


@operation(allowed={Role.COMMUNE_OFFICER, Role.COMMUNE_CHAIR, Role.SYSTEM})
def object_to(
    *, key: UUID, by: Actor, at: datetime, on: date, list_id: UUID, raised_by: str, text: str, household: UUID | None
) -> UUID:
    """Write down who says what of which household, or of one that is missing. Refuses NotHanging."""
    hanging = PublicPosting.objects.filter(list=list_id, from_on__lte=on, until_on__gte=on, taken_down_at__isnull=True)
    if not hanging.exists():
        raise NotHanging(day=f"{on:%d/%m/%Y}")
    received = {"received_by": by.person, "received_at": at}
    return Objection.objects.create(
        list_id=list_id, household_id=household, raised_on=on, raised_by=raised_by, text=text, **received
    ).id
