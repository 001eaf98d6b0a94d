"""Put something to the vote of a meeting."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Meeting, Motion
from dongvon.domain.groups.operations.open_minutes import open_minutes
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class NothingAsked(Refusal):
    """A motion says what is voted on."""

    text = "Chưa ghi nội dung biểu quyết."
    field = "text"


class VotesDoNotAddUp(Refusal):
    """Everybody present votes once: in favour, against, or abstaining."""

    text = "Có {present} tổ viên dự họp nhưng ghi {votes} phiếu; mỗi người dự họp biểu quyết một lần."
    field = "in_favour"


@operation(allowed={Role.GROUP_LEADER, Role.CREDIT_OFFICER, Role.SYSTEM})
def put_motion(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    meeting: UUID,
    text: str,
    in_favour: int,
    against: int = 0,
    abstained: int = 0,
    about: UUID | None = None,
) -> UUID:
    """Write the next motion with its votes; one about the same person or request takes the earlier one's place.

    Refuses NoSuchMeeting, MinutesClosed, NothingAsked, VotesDoNotAddUp.
    """
    found = open_minutes(meeting)
    if not clean(text):
        raise NothingAsked
    votes, present = in_favour + against + abstained, found.attendances.count()
    if min(in_favour, against, abstained) < 0 or votes != present:
        raise VotesDoNotAddUp(present=present, votes=votes)
    motion = _place(found, about=about)
    motion.text, motion.in_favour, motion.against, motion.abstained = clean(text), in_favour, against, abstained
    motion.save()
    return motion.id


def _place(meeting: Meeting, *, about: UUID | None) -> Motion:
    earlier = meeting.motions.filter(about=about).first() if about else None
    last = meeting.motions.aggregate(last=Max("number"))["last"] or 0
    return earlier or Motion(meeting=meeting, number=last + 1, about=about)
