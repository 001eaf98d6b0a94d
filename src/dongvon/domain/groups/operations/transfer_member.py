"""Transfer a member to another group of the same hamlet."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Group
from dongvon.domain.groups.operations.admit import LivesElsewhere, join
from dongvon.domain.groups.operations.let_go import leave
from dongvon.domain.groups.operations.sizing import demand_room
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class SameGroup(Refusal):
    """A transfer goes to another group."""

    text = "Tổ viên đang ở chính tổ này; đề nghị chọn tổ khác."
    field = "into"


@operation(allowed={Role.CREDIT_OFFICER, Role.SYSTEM})
def transfer_member(
    *, key: UUID, by: Actor, at: datetime, on: date, person: UUID, group: UUID, into: UUID, reason: str
) -> None:
    """The person leaves `group` and belongs to `into` from `on`; both keep a lawful size.

    Refuses SameGroup, LivesElsewhere, NoSizeRule, WrongSize, OnTheBoard, NotAMember.
    """
    if group == into:
        raise SameGroup
    groups = {each.id: each for each in Group.objects.select_for_update().order_by("id").filter(id__in=[group, into])}
    demand_room(groups[group], on=on, change=-1)
    demand_room(groups[into], on=on, change=1)
    if not groups[into].lives_here(person):
        raise LivesElsewhere(hamlet=groups[into].hamlet)
    leave(groups[group], person=person, on=on)
    join(into, person=person, on=on)
