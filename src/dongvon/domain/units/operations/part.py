"""Part two units: a relation between them ends on a day."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.models import Edge
from dongvon.domain.units.operations.living import end
from dongvon.domain.units.vocabulary import EdgeKind, Role
from dongvon.kernel.refusals import Refusal


class NotJoined(Refusal):
    """The relation does not hold on that day."""

    text = "Quan hệ này không còn hiệu lực vào ngày {on:%d/%m/%Y}; đề nghị tải lại trang."


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def part(*, key: UUID, by: Actor, at: datetime, edge: UUID, on: date, basis: str) -> None:
    """End the edge; `on` is the first day it no longer holds. Succession never ends. Refuses NotJoined."""
    rows = Edge.objects.select_for_update().filter(pk=edge, valid__contains=on).exclude(kind=EdgeKind.SUCCESSION)
    if not end(rows, on=on):
        raise NotJoined(on=on)
