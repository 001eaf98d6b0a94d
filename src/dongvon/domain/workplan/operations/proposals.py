"""What every verb about a proposal asks first."""

from uuid import UUID

from dongvon.domain.workplan.models import CommendationDecision, CommendationProposal
from dongvon.kernel.refusals import Refusal


class ProposalClosed(Refusal):
    """The proposal was withdrawn or decided, or there is none."""

    text = "Đề nghị này đã được rút hoặc đã có quyết định; đề nghị tải lại trang."


def open_proposal(proposal: UUID) -> CommendationProposal:
    """A proposal that may still be withdrawn, voted on or awarded, locked. Refuses ProposalClosed."""
    found = CommendationProposal.objects.select_for_update().filter(pk=proposal, withdrawn_at=None).first()
    if found is None or CommendationDecision.objects.filter(proposal=found).exists():
        raise ProposalClosed
    return found
