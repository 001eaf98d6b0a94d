"""Raise a concern: a unit tells the branch of a difficulty or makes a proposal, in its report or on its own."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Clause, Concern
from dongvon.domain.workplan.operations.reporting import (
    WRITERS,
    NotOwed,
    advance,
    check_acts_for,
    held_for_writing,
)
from dongvon.domain.workplan.rules.words import tidy
from dongvon.domain.workplan.vocabulary import ConcernKind
from dongvon.kernel.refusals import Refusal


class NothingSaid(Refusal):
    """A concern without words."""

    text = "Đề nghị nêu nội dung khó khăn hoặc đề xuất."
    field = "text"


@operation(allowed=WRITERS)
def raise_concern(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    plan: UUID,
    unit: UUID,
    kind: ConcernKind,
    text: str,
    clause: UUID | None = None,
    report: UUID | None = None,
) -> UUID:
    """The id of the concern. In a report it travels with it; on its own it is in the inbox at once.

    Refuses NothingSaid, NotYourUnit, NotOwed (a clause of another plan), and for a report UnknownReport, HandedIn,
    PeriodLocked.
    """
    if not tidy(text):
        raise NothingSaid
    if clause is not None and not Clause.objects.filter(pk=clause, plan=plan).exists():
        raise NotOwed
    check_acts_for(unit, by=by, at=at)
    if report is not None:
        found = held_for_writing(report, by=by, at=at)
        assert found.reporter_id == unit, "A concern in a report is its reporter's."
        advance(found, by=by, at=at)
    return Concern.objects.create(
        plan_id=plan,
        unit_id=unit,
        report_id=report,
        clause_id=clause,
        kind=ConcernKind(kind),
        text=tidy(text),
        raised_by_id=by.person,
        raised_at=at,
        delivered_at=None if report else at,
    ).pk
