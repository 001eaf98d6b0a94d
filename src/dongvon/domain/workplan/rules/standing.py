"""How a unit stands in a round, from what it owes and where its report is."""

from dataclasses import dataclass
from enum import StrEnum


class Stands(StrEnum):
    """The states of a cell of the matrix; the web knows their signs and colours."""

    ACCEPTED = "accepted"
    ACCEPTED_LATE = "accepted_late"
    SUBMITTED = "submitted"
    DRAFT = "draft"
    RETURNED = "returned"
    OVERDUE = "overdue"
    OPEN = "open"
    WAIVED = "waived"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What one unit owes in one round: `waived` when all of it is, `overdue` when something unmet is past its day.

    `ahead` while the round has not opened; `report` is the state of the report, or "".
    """

    waived: bool
    late: bool
    overdue: bool
    ahead: bool
    report: str


def stands(owed: Owed) -> Stands:
    """The one word for a unit in a round; a report on its way tells more than what it will meet."""
    if owed.waived:
        return Stands.WAIVED
    if owed.report == "accepted":
        return Stands.ACCEPTED_LATE if owed.late else Stands.ACCEPTED
    if owed.report in ("returned", "submitted"):
        return Stands(owed.report)
    if owed.overdue:
        return Stands.OVERDUE
    if owed.report == "draft":
        return Stands.DRAFT
    return Stands.AHEAD if owed.ahead else Stands.OPEN
