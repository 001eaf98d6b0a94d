"""Admit somebody into a group."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Group, GroupMember
from dongvon.domain.groups.operations.carried_motion import carried_motion
from dongvon.domain.groups.operations.found_groups import InAnotherGroup
from dongvon.domain.groups.operations.sizing import demand_room
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class LivesElsewhere(Refusal):
    """A group gathers people of one hamlet."""

    text = "Người này không cư trú tại {hamlet}; tổ viên phải ở cùng một ấp, khu phố với tổ."
    field = "person"


@operation(allowed={Role.GROUP_LEADER, Role.CREDIT_OFFICER, Role.SYSTEM})
def admit(*, key: UUID, by: Actor, at: datetime, on: date, group: UUID, person: UUID, motion: UUID) -> None:
    """From `on` the person belongs to the group, by a motion about them that the group carried.

    Refuses NotDecided, NoSizeRule, WrongSize, LivesElsewhere, InAnotherGroup.
    """
    carried_motion(motion, group=group, about=person)
    found = Group.objects.select_for_update().get(id=group)
    demand_room(found, on=on, change=1)
    if not found.lives_here(person):
        raise LivesElsewhere(hamlet=found.hamlet)
    join(group, person=person, on=on)


def join(group: UUID, *, person: UUID, on: date) -> None:
    """The person's days in the group begin. Refuses InAnotherGroup."""
    try:
        with transaction.atomic():
            GroupMember.objects.create(group_id=group, person_id=person, valid=DateRange(on, None))
    except IntegrityError as fault:
        if "groups_member_one_group_at_a_time" not in str(fault):
            raise
        raise InAnotherGroup(day=f"{on:%d/%m/%Y}") from None
