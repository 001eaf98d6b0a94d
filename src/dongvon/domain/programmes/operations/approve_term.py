"""Approve proposed conditions; those they replace end the day before."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.programmes.models import Term
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class TermProposerMayNotApprove(Refusal):
    """Four eyes: whoever proposes does not approve."""

    text = "Người đề xuất điều kiện cho vay không được tự phê duyệt. Hãy chuyển cho người có thẩm quyền khác."


class TermOverlaps(Refusal):
    """Other conditions begin while these would hold."""

    text = "Điều kiện cho vay này chồng lên điều kiện khác có hiệu lực từ ngày {day}. Hãy sửa ngày hiệu lực."
    field = "effective_on"


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def approve_term(*, key: UUID, by: Actor, at: datetime, proposal: UUID) -> UUID:
    """Put conditions in force. Refuses TermProposerMayNotApprove, TermOverlaps."""
    term = Term.objects.select_for_update().get(id=proposal)
    if term.proposed_by == by.person:
        raise TermProposerMayNotApprove
    _end_predecessor(term, from_on=term.valid.lower)
    later = _approved(term).filter(valid__overlap=term.valid).order_by("valid").first()
    if later is not None:
        raise TermOverlaps(day=f"{later.valid.lower:%d/%m/%Y}")
    term.approved_by, term.approved_at = by.person, at
    term.save(update_fields=["approved_by", "approved_at"])
    return term.id


def _end_predecessor(term: Term, *, from_on: date) -> None:
    for earlier in _approved(term).filter(valid__contains=from_on, valid__startswith__lt=from_on):
        earlier.valid = DateRange(earlier.valid.lower, from_on)
        earlier.save(update_fields=["valid"])


def _approved(term: Term) -> QuerySet[Term]:
    return Term.objects.filter(programme=term.programme_id, fund=term.fund, approved_by__isnull=False)
