"""Delegate: a unit gives one of its clauses to one of its people, with a day of its own."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.queries.people import people_of
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Delegation, Obligation
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class ClauseNotOwed(Refusal):
    """The unit owes nothing under the clause."""

    text = "Đơn vị không được giao nhiệm vụ này nên không phân công được."


class NotOneOfUs(Refusal):
    """The person holds no post in the unit."""

    text = "Người được chọn hiện không giữ vị trí nào trong đơn vị; đề nghị chọn người khác."
    field = "person"


class AlreadyGiven(Refusal):
    """The same person has the clause."""

    text = "Nhiệm vụ này đã giao cho người được chọn."
    field = "person"


@operation(allowed={Role.UNIT_HEAD, Role.UNIT_REPORTER})
def delegate(*, key: UUID, by: Actor, at: datetime, clause: UUID, person: UUID, due_on: date | None, note: str) -> UUID:
    """The delegation's id. Refuses ClauseNotOwed, NotOneOfUs, AlreadyGiven."""
    assert by.unit is not None, "somebody with a role acts for a unit"
    owed = Obligation.objects.filter(clause=clause, unit=by.unit) | Obligation.objects.filter(
        clause=clause, reporter=by.unit
    )
    if not owed.exists():
        raise ClauseNotOwed
    if person not in {each.id for each in people_of(by.unit, on=at.astimezone(VIETNAM).date())}:
        raise NotOneOfUs
    if Delegation.objects.filter(clause=clause, unit=by.unit, person=person, withdrawn_at=None, done_at=None).exists():
        raise AlreadyGiven
    given = Delegation.objects.create(
        clause_id=clause,
        unit_id=by.unit,
        person_id=person,
        due_on=due_on,
        note=clean(note),
        given_by_id=by.person,
        given_at=at,
    )
    return given.pk
