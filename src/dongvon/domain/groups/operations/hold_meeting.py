"""Hold a meeting of a group."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Attendance, Group, GroupMember, Meeting
from dongvon.domain.groups.vocabulary import MeetingKind
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class GroupNotLiving(Refusal):
    """There is no such group on that day."""

    text = "Không có tổ này vào ngày {day}; đề nghị chọn tổ đang hoạt động."
    field = "group"


class NotYetHeld(Refusal):
    """Minutes are taken of what happened, not of what is planned."""

    text = "Ngày họp {day} chưa tới; biên bản chỉ ghi cuộc họp đã diễn ra."
    field = "held_on"


class NotMembers(Refusal):
    """Somebody counted as present is no member on that day."""

    text = "Có người trong danh sách dự họp không phải tổ viên vào ngày {day}."
    field = "present"


class NobodyThere(Refusal):
    """A meeting needs people."""

    text = "Chưa chọn tổ viên nào dự họp."
    field = "present"


@operation(allowed={Role.GROUP_LEADER, Role.CREDIT_OFFICER, Role.SYSTEM})
def hold_meeting(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    on: date,
    group: UUID,
    kind: MeetingKind,
    held_on: date,
    venue: str,
    present: tuple[UUID, ...],
    representative: str = "",
    hamlet_head: str = "",
) -> UUID:
    """Put down who came together and when; `on` is today. Gives the meeting, whose minutes are still open.

    Refuses NotYetHeld, GroupNotLiving, NobodyThere, NotMembers.
    """
    day = f"{held_on:%d/%m/%Y}"
    if held_on > on:
        raise NotYetHeld(day=day)
    if not Group.objects.living(held_on).filter(id=group).exists():
        raise GroupNotLiving(day=day)
    check_roll(group, present=present, held_on=held_on)
    meeting = Meeting.objects.create(
        group_id=group,
        kind=kind,
        held_on=held_on,
        venue=clean(venue),
        representative=clean(representative),
        hamlet_head=clean(hamlet_head),
        opened_by=by.person,
        opened_at=at,
    )
    Attendance.objects.bulk_create([Attendance(meeting=meeting, person_id=each) for each in present])
    return meeting.id


def check_roll(group: UUID, *, present: tuple[UUID, ...], held_on: date) -> None:
    """Everybody present is a member on that day. Refuses NobodyThere, NotMembers."""
    if not present:
        raise NobodyThere
    members = GroupMember.objects.filter(group=group, valid__contains=held_on, person__in=present)
    if members.count() != len(set(present)):
        raise NotMembers(day=f"{held_on:%d/%m/%Y}")
