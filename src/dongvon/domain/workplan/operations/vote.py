"""Vote: a member of the council says something to each of some proposals."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import CommendationProposal, CouncilSeat, Vote
from dongvon.domain.workplan.operations.proposals import ProposalClosed
from dongvon.domain.workplan.vocabulary import Choice
from dongvon.kernel.refusals import Refusal


class NoSeat(Refusal):
    """Only who was called to the session votes, and only while it is open."""

    text = "Bạn không có tên trong phiên họp này hoặc phiên họp đã kết thúc, nên không biểu quyết được."


class VotedAlready(Refusal):
    """A vote is not taken back."""

    text = "Bạn đã biểu quyết về đề nghị này; phiếu đã gửi không thay đổi được."


@dataclass(frozen=True, kw_only=True)
class Ballot:
    """One choice on one proposal."""

    proposal: UUID
    choice: Choice


@operation(allowed={Role.COUNCIL_MEMBER, Role.CITY_LEADER, Role.BRANCH_DIRECTOR, Role.BRANCH_OFFICER, Role.UNIT_HEAD})
def vote(*, key: UUID, by: Actor, at: datetime, session: UUID, ballots: tuple[Ballot, ...]) -> int:
    """How many votes were cast. The session is held, so that it does not close meanwhile.

    Refuses NoSeat, ProposalClosed, VotedAlready.
    """
    seats = CouncilSeat.objects.select_related("session").select_for_update(of=("session",))
    seat = seats.filter(session=session, session__closed_at=None, person=by.person).first()
    if seat is None:
        raise NoSeat
    asked = {ballot.proposal for ballot in ballots}
    open_ = CommendationProposal.objects.filter(
        pk__in=asked, round=seat.session.round_id, withdrawn_at=None, decision=None
    )
    if open_.count() != len(asked):
        raise ProposalClosed
    if Vote.objects.filter(seat=seat, proposal__in=asked).exists():
        raise VotedAlready
    cast = [
        Vote(seat=seat, proposal_id=ballot.proposal, choice=Choice(ballot.choice), cast_at=at) for ballot in ballots
    ]
    return len(Vote.objects.bulk_create(cast))
