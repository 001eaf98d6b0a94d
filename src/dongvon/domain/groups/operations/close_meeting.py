"""Close the minutes of a meeting."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Group, Meeting
from dongvon.domain.groups.operations.open_minutes import open_minutes
from dongvon.domain.groups.vocabulary import ATTENDED, WITNESSED
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class OrganisationAbsent(Refusal):
    """The commune's organisation must attend founding, a change of the board, and appraisal."""

    text = "Cuộc họp này phải có đại diện hội, đoàn thể cấp xã dự; đề nghị ghi họ tên người dự hoặc họp lại."
    field = "representative"


class HamletHeadAbsent(Refusal):
    """The hamlet's head witnesses an appraisal."""

    text = "Họp bình xét cho vay phải có trưởng ấp (khu phố) chứng kiến; đề nghị ghi họ tên hoặc họp lại."
    field = "hamlet_head"


class MinutesEmpty(Refusal):
    """Minutes say what was discussed, or what was decided."""

    text = "Biên bản chưa ghi nội dung họp hoặc nội dung biểu quyết nào."
    field = "minutes"


@operation(allowed={Role.GROUP_LEADER, Role.CREDIT_OFFICER, Role.SYSTEM})
def close_meeting(*, key: UUID, by: Actor, at: datetime, meeting: UUID, minutes: str) -> int:
    """Give the minutes their number within the group; nothing changes any more.

    Refuses NoSuchMeeting, MinutesClosed, OrganisationAbsent, HamletHeadAbsent, MinutesEmpty.
    """
    found = open_minutes(meeting)
    _check_whole(found, minutes=clean(minutes))
    Group.objects.select_for_update().get(id=found.group_id)
    last = Meeting.objects.filter(group=found.group_id).aggregate(last=Max("number"))["last"] or 0
    found.minutes, found.number, found.closed_by, found.closed_at = minutes.strip(), last + 1, by.person, at
    found.save(update_fields=["minutes", "number", "closed_by", "closed_at"])
    return last + 1


def _check_whole(meeting: Meeting, *, minutes: str) -> None:
    """Source: the entrustment exam bank."""
    if meeting.kind in ATTENDED and not meeting.representative:
        raise OrganisationAbsent
    if meeting.kind in WITNESSED and not meeting.hamlet_head:
        raise HamletHeadAbsent
    if not minutes and not meeting.motions.exists():
        raise MinutesEmpty
