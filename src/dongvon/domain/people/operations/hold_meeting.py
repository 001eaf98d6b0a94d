"""Record that a hamlet met and went through its lines of the lists."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import BeneficiaryList, HamletMeeting
from dongvon.domain.people.operations.drafting import demand_draft
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class MeetingImpossible(Refusal):
    """Nobody attended, or the day has not come."""

    text = "Cuộc họp phải có người dự và đã diễn ra; hãy kiểm tra số người dự và ngày họp."
    field = "attended"


class HamletMetAlready(Refusal):
    """One meeting a hamlet and list is on record."""

    text = "Biên bản họp của {hamlet} cho danh sách này đã được ghi."
    field = "hamlet"


@operation(allowed={Role.COMMUNE_OFFICER, Role.SYSTEM})
def hold_meeting(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    lists: tuple[UUID, ...],
    hamlet: str,
    held_on: date,
    attended: int,
    minutes: str,
) -> int:
    """One record for each of the lists discussed; gives their number.

    Refuses NotADraft, MeetingImpossible, HamletMetAlready.
    """
    if attended < 1 or held_on > at.astimezone(VIETNAM).date():
        raise MeetingImpossible
    found = list(BeneficiaryList.objects.filter(id__in=lists))
    for listed in found:
        demand_draft(listed)
    if HamletMeeting.objects.filter(list__in=found, hamlet=hamlet).exists():
        raise HamletMetAlready(hamlet=hamlet)
    told = {"hamlet": hamlet, "held_on": held_on, "attended": attended, "minutes": minutes}
    HamletMeeting.objects.bulk_create(
        HamletMeeting(list=listed, recorded_by=by.person, recorded_at=at, **told) for listed in found
    )
    return len(found)
