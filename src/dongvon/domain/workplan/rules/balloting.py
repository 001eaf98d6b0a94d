"""Counts the votes of a council: is there a quorum, is a proposal carried."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """What was said to one proposal, out of how many seats."""

    seats: int
    for_: int
    against: int
    abstain: int

    @property
    def cast(self) -> int:
        """Everybody who voted."""
        return self.for_ + self.against + self.abstain


def has_quorum(ballot: Ballot, *, quorum_percent: Decimal) -> bool:
    """Whether enough of the seats voted."""
    return ballot.seats > 0 and ballot.cast * 100 >= quorum_percent * ballot.seats


def is_carried(ballot: Ballot, *, approval_percent: Decimal) -> bool:
    """Whether enough of those who voted are for it; abstaining counts as having voted."""
    return ballot.cast > 0 and ballot.for_ * 100 >= approval_percent * ballot.cast
