"""Join one unit to another, in one of the ways units belong together."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.operations.joining import joined
from dongvon.domain.units.operations.living import living_units
from dongvon.domain.units.vocabulary import EdgeKind, NewEdge, Role
from dongvon.kernel.refusals import Refusal


class SuccessionIsMerging(Refusal):
    """Succession is written by the verbs that end units."""

    text = "Quan hệ kế thừa chỉ hình thành khi sáp nhập; đề nghị dùng chức năng sáp nhập đơn vị."
    field = "kind"


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def join(*, key: UUID, by: Actor, at: datetime, edge: NewEdge, since: date) -> UUID:
    """The edge's id. Refuses UnknownUnit, SuccessionIsMerging, JoinedToItself, JoinedInCircle, AlreadyJoined."""
    if edge.kind is EdgeKind.SUCCESSION:
        raise SuccessionIsMerging
    living_units({edge.child, edge.parent}, on=since)
    return joined((edge,), since=since)[0]
