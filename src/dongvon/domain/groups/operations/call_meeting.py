"""Ask a group to come together."""

from datetime import date, datetime, time
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Group, MeetingCall
from dongvon.domain.groups.operations.hold_meeting import GroupNotLiving
from dongvon.domain.groups.vocabulary import MeetingKind
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class CalledTooLate(Refusal):
    """People are asked before the day."""

    text = "Ngày họp {day:%d/%m/%Y} đã qua; hãy hẹn từ hôm nay trở đi."
    field = "meets_on"


class CalledAlready(Refusal):
    """One meeting of a group a day."""

    text = "Tổ đã hẹn họp ngày {day:%d/%m/%Y}."
    field = "meets_on"


class VenueMissing(Refusal):
    """People are told where."""

    text = "Hãy ghi nơi họp."
    field = "venue"


@operation(allowed={Role.GROUP_LEADER, Role.CREDIT_OFFICER, Role.SYSTEM})
def call_meeting(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    on: date,
    group: UUID,
    kind: MeetingKind,
    meets_on: date,
    begins: time,
    venue: str,
) -> UUID:
    """Tell everybody concerned when and where; `on` is today. Gives the call.

    Refuses CalledTooLate, GroupNotLiving, VenueMissing, CalledAlready.
    """
    if meets_on < on:
        raise CalledTooLate(day=meets_on)
    if not Group.objects.living(meets_on).filter(id=group).exists():
        raise GroupNotLiving(day=f"{meets_on:%d/%m/%Y}")
    if not clean(venue):
        raise VenueMissing
    made, fresh = MeetingCall.objects.get_or_create(
        group_id=group,
        meets_on=meets_on,
        defaults={
            "kind": kind,
            "begins": begins,
            "venue": clean(venue),
            "called_by": by.person,
            "called_at": at,
        },
    )
    if not fresh:
        raise CalledAlready(day=meets_on)
    return made.id
