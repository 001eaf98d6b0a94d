"""Let a member go from a group."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Group, GroupMember
from dongvon.domain.groups.operations.carried_motion import carried_motion
from dongvon.domain.groups.operations.sizing import demand_room
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NotAMember(Refusal):
    """The person does not belong to the group."""

    text = "Người này không phải tổ viên của tổ vào ngày {day}."
    field = "person"


class OnTheBoard(Refusal):
    """Leader and deputy are replaced by an election first."""

    text = "Người này đang là tổ trưởng hoặc tổ phó; đề nghị họp bầu người thay trước."
    field = "person"


@operation(allowed={Role.GROUP_LEADER, Role.CREDIT_OFFICER, Role.SYSTEM})
def let_go(*, key: UUID, by: Actor, at: datetime, on: date, group: UUID, person: UUID, motion: UUID) -> None:
    """From `on` the person no longer belongs to the group, by a motion that the group carried.

    Refuses NotDecided, OnTheBoard, NotAMember, NoSizeRule, WrongSize.
    """
    carried_motion(motion, group=group, about=person)
    found = Group.objects.select_for_update().get(id=group)
    demand_room(found, on=on, change=-1)
    leave(found, person=person, on=on)


def leave(group: Group, *, person: UUID, on: date) -> None:
    """The person's days in the group end. Refuses OnTheBoard, NotAMember."""
    if person in (group.leader_id, group.deputy_id):
        raise OnTheBoard
    member = GroupMember.objects.filter(group=group, person=person, valid__contains=on).first()
    if member is None or member.valid.lower == on:
        raise NotAMember(day=f"{on:%d/%m/%Y}")
    member.valid = DateRange(member.valid.lower, on)
    member.save(update_fields=["valid"])
