"""What asking for a waiver and for an extension have in common."""

from uuid import UUID

from django.db.models import QuerySet

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Obligation
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean

BRANCH = frozenset({Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM})


class NothingToRelieve(Refusal):
    """The unit owes nothing open there."""

    text = "Đơn vị không còn nội dung nào chưa nộp trong đợt này nên không cần miễn hay gia hạn."


class OnlyOwnUnit(Refusal):
    """A unit asks for itself."""

    text = "Đơn vị chỉ đề nghị cho chính mình; việc của đơn vị khác do chi nhánh đề nghị."


class ReasonMissing(Refusal):
    """A request says why."""

    text = "Đề nghị nêu lý do."
    field = "reason"


def open_obligations(*, round: UUID, unit: UUID, clause: UUID | None) -> "QuerySet[Obligation]":
    """What the reporting unit still owes in a round, in all clauses or one."""
    found = Obligation.objects.filter(round=round, reporter=unit, met_at=None, waiver=None)
    return found.filter(clause=clause) if clause else found


def check_request(*, by: Actor, round: UUID, unit: UUID, clause: UUID | None, reason: str) -> None:
    """Refuses OnlyOwnUnit, ReasonMissing, NothingToRelieve."""
    if by.unit != unit and not by.roles & BRANCH:
        raise OnlyOwnUnit
    if not clean(reason):
        raise ReasonMissing
    if not open_obligations(round=round, unit=unit, clause=clause).exists():
        raise NothingToRelieve
