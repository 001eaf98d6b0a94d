"""Convene: call the commendation council to a session on a round's proposals."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Max

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import CommendationProposal, CouncilSeat, CouncilSession
from dongvon.domain.workplan.operations.reporting import BRANCH
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class NothingProposed(Refusal):
    """A session needs something to vote on."""

    text = "Chưa có đề nghị khen thưởng nào cho kỳ này nên chưa triệu tập hội đồng được."


class MembersNeeded(Refusal):
    """A council has members, and its chair is one of them."""

    text = "Hội đồng cần ít nhất ba thành viên, trong đó có người chủ trì."
    field = "members"


@operation(allowed=BRANCH)
def convene(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    round: UUID,
    held_on: date,
    venue: str,
    chair: UUID,
    members: tuple[UUID, ...],
) -> UUID:
    """The id of the session; each member has one seat and votes once on each proposal.

    Refuses NothingProposed, MembersNeeded.
    """
    if not CommendationProposal.objects.filter(round=round, withdrawn_at=None, decision=None).exists():
        raise NothingProposed
    if chair not in members or len(set(members)) < 3:
        raise MembersNeeded
    last = CouncilSession.objects.filter(round=round).aggregate(last=Max("number"))["last"] or 0
    session = CouncilSession.objects.create(
        round_id=round,
        number=last + 1,
        held_on=held_on,
        venue=clean(venue)[:200],
        chair_id=chair,
        convened_by_id=by.person,
        convened_at=at,
    )
    CouncilSeat.objects.bulk_create(CouncilSeat(session=session, person_id=person) for person in dict.fromkeys(members))
    return session.pk
