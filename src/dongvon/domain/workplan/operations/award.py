"""Award: record the decision by which a proposal becomes a commendation."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import (
    CommendationDecision,
    CommendationProposal,
    CouncilRule,
    CouncilSession,
)
from dongvon.domain.workplan.operations.close_session import SessionClosed
from dongvon.domain.workplan.operations.proposals import open_proposal
from dongvon.domain.workplan.queries.ballots import ballot_of
from dongvon.domain.workplan.rules.balloting import has_quorum, is_carried
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class StillVoting(Refusal):
    """The session must be over first."""

    text = "Phiên họp hội đồng chưa kết thúc biểu quyết nên chưa quyết định được."


class NotCarried(Refusal):
    """Too few voted, or too few were for it."""

    text = "Đề nghị được {for_}/{cast} phiếu đồng ý trên {seats} thành viên, chưa đủ điều kiện khen thưởng."


class AwardedAlready(Refusal):
    """One achievement is awarded once."""

    text = "{who} đã được khen thưởng cho cùng thành tích của kỳ này theo {document_number}."


class DocumentNeeded(Refusal):
    """An award is made by a document."""

    text = "Đề nghị ghi số, ký hiệu và ngày của quyết định khen thưởng."
    field = "document_number"


class OwnProposal(Refusal):
    """Who proposes does not decide."""

    text = "Người đề nghị không được quyết định khen thưởng; đề nghị người có thẩm quyền khác ghi nhận."


@operation(allowed={Role.CITY_LEADER, Role.BRANCH_DIRECTOR})
def award(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    proposal: UUID,
    session: UUID,
    document_number: str,
    decided_on: date,
    amount: int = 0,
) -> UUID:
    """The id of the decision; `amount` is the money in đồng that goes with it.

    Refuses DocumentNeeded, ProposalClosed, OwnProposal, AwardedAlready, SessionClosed, StillVoting, NotCarried.
    """
    if not clean(document_number):
        raise DocumentNeeded
    found = open_proposal(proposal)
    if found.proposed_by_id == by.person:
        raise OwnProposal
    _check_first(found)
    _check_carried(found, session=session)
    return CommendationDecision.objects.create(
        proposal=found,
        session_id=session,
        round_id=found.round_id,
        unit_id=found.unit_id,
        full_name=found.full_name,
        document_number=clean(document_number)[:120],
        decided_on=decided_on,
        amount=amount,
        proposed_by_id=found.proposed_by_id,
        decided_by_id=by.person,
        decided_at=at,
    ).pk


def _check_first(proposal: CommendationProposal) -> None:
    same = {"round": proposal.round_id, "unit": proposal.unit_id, "full_name": proposal.full_name}
    earlier = CommendationDecision.objects.filter(**same).first()
    if earlier is not None:
        raise AwardedAlready(who=proposal.full_name or "Tập thể đơn vị", document_number=earlier.document_number)


def _check_carried(proposal: CommendationProposal, *, session: UUID) -> None:
    held = CouncilSession.objects.filter(pk=session, round=proposal.round_id).first()
    if held is None:
        raise SessionClosed
    if held.closed_at is None:
        raise StillVoting
    in_force = Q(valid_until=None) | Q(valid_until__gt=held.held_on)
    rule = CouncilRule.objects.filter(in_force, valid_from__lte=held.held_on).latest("valid_from")
    ballot = ballot_of(session, proposal=proposal.pk)
    enough = has_quorum(ballot, quorum_percent=rule.quorum_percent)
    if not (enough and is_carried(ballot, approval_percent=rule.approval_percent)):
        raise NotCarried(for_=ballot.for_, cast=ballot.cast, seats=ballot.seats)
