"""Decide on proposed conditions; those that granted ones replace end the day before."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.operations.settling import Decision, hold, settle
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.programmes.models import Term
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class TermOverlaps(Refusal):
    """Other conditions begin while these would hold."""

    text = "Điều kiện cho vay này chồng lên điều kiện khác có hiệu lực từ ngày {day}. Hãy sửa ngày hiệu lực."
    field = "effective_on"


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def decide_term(*, key: UUID, by: Actor, at: datetime, proposal: UUID, decision: Decision) -> UUID:
    """Put conditions in force, or turn them down. Refuses NotWaiting, OwnProposal, NoReason, TermOverlaps."""
    (term,) = hold([Term], (proposal,), by=by)
    if decision.granted:
        _make_room(term)
    settle([term], by=by, at=at, decision=decision)
    return term.id


def _make_room(term: Term) -> None:
    _end_predecessor(term, from_on=term.valid.lower)
    later = _granted(term).filter(valid__overlap=term.valid).order_by("valid").first()
    if later is not None:
        raise TermOverlaps(day=f"{later.valid.lower:%d/%m/%Y}")


def _end_predecessor(term: Term, *, from_on: date) -> None:
    for earlier in _granted(term).filter(valid__contains=from_on, valid__startswith__lt=from_on):
        earlier.valid = DateRange(earlier.valid.lower, from_on)
        earlier.save(update_fields=["valid"])


def _granted(term: Term) -> QuerySet[Term]:
    return Term.objects.filter(programme=term.programme_id, fund=term.fund, granted=True)
