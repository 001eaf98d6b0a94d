"""Retire a programme: what is owed stays owed, nothing new is lent."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.programmes.models import Programme
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class AlreadyRetired(Refusal):
    """It was retired before."""

    text = "Chương trình {name} đã ngừng cho vay mới từ ngày {day}."


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def retire(*, key: UUID, by: Actor, at: datetime, on: date, programme: UUID) -> UUID:
    """Let the programme lend nothing new from `on`. Refuses AlreadyRetired."""
    found = Programme.objects.select_for_update().get(id=programme)
    if found.retired_on is not None:
        raise AlreadyRetired(name=found.name, day=f"{found.retired_on:%d/%m/%Y}")
    found.retired_on = on
    found.save(update_fields=["retired_on"])
    return found.id
