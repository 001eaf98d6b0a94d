"""Call the roll anew while the minutes are open."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Attendance
from dongvon.domain.groups.operations.hold_meeting import check_roll
from dongvon.domain.groups.operations.open_minutes import open_minutes
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class VotedMore(Refusal):
    """More voted than are now said to have been there."""

    text = "Đã ghi {votes} phiếu biểu quyết; số người dự họp không thể ít hơn. Hãy sửa phiếu trước."
    field = "present"


@operation(allowed={Role.GROUP_LEADER, Role.CREDIT_OFFICER, Role.SYSTEM})
def call_roll(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    meeting: UUID,
    present: tuple[UUID, ...],
    representative: str = "",
    hamlet_head: str = "",
) -> None:
    """Put down who was there. Refuses NoSuchMeeting, MinutesClosed, NobodyThere, NotMembers, VotedMore."""
    found = open_minutes(meeting)
    check_roll(found.group_id, present=present, held_on=found.held_on)
    votes = max((each.in_favour + each.against + each.abstained for each in found.motions.all()), default=0)
    if votes > len(set(present)):
        raise VotedMore(votes=votes)
    found.representative, found.hamlet_head = clean(representative), clean(hamlet_head)
    found.save(update_fields=["representative", "hamlet_head"])
    found.attendances.exclude(person__in=present).delete()
    there = set(found.attendances.values_list("person", flat=True))
    Attendance.objects.bulk_create(Attendance(meeting=found, person_id=each) for each in set(present) - there)
