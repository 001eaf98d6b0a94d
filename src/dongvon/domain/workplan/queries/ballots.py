"""The votes of a session, counted."""

from collections import Counter
from uuid import UUID

from dongvon.domain.workplan.models import CouncilSeat, Vote
from dongvon.domain.workplan.rules.balloting import Ballot
from dongvon.domain.workplan.vocabulary import Choice


def ballot_of(session: UUID, *, proposal: UUID) -> Ballot:
    """What a session said to one proposal."""
    return ballots_of(session).get(proposal) or Ballot(seats=_seats(session), for_=0, against=0, abstain=0)


def ballots_of(session: UUID) -> dict[UUID, Ballot]:
    """What a session said to each proposal that anybody voted on."""
    seats = _seats(session)
    cast = Counter(Vote.objects.filter(seat__session=session).values_list("proposal", "choice"))
    return {
        proposal: Ballot(
            seats=seats,
            for_=cast[proposal, Choice.FOR],
            against=cast[proposal, Choice.AGAINST],
            abstain=cast[proposal, Choice.ABSTAIN],
        )
        for proposal, _ in cast
    }


def _seats(session: UUID) -> int:
    return CouncilSeat.objects.filter(session=session).count()
