"""Refuse an application at the step that is one's own."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Application
from dongvon.domain.lending.operations.moving import NoSuchApplication, StepTaken, demand_responsible, waits_for
from dongvon.domain.lending.operations.turning import refuse
from dongvon.domain.lending.queries.routes import routes
from dongvon.domain.lending.rules.road import OPEN
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM

DECIDING = frozenset(
    {
        Role.GROUP_LEADER,
        Role.COMMUNE_CHAIR,
        Role.CREDIT_OFFICER,
        Role.CREDIT_CONTROLLER,
        Role.OFFICE_DIRECTOR,
        Role.SYSTEM,
    }
)


@operation(allowed=DECIDING)
def decline(*, key: UUID, by: Actor, at: datetime, application: UUID, reason: str, article: str = "") -> UUID:
    """Say no, for a reason the borrower is told. Refuses NoSuchApplication, StepTaken, NotAllowed, ReasonMissing."""
    row = held_open(application, by=by, at=at)
    refuse(row, by=by, at=at, reason=reason, article=article)
    return row.id


def held_open(application: UUID, *, by: Actor, at: datetime, helping: frozenset[Role] = frozenset()) -> Application:
    """An application still to be decided, held by whoever has its next step in hand."""
    row = Application.objects.select_for_update().filter(id=application).first()
    if row is None:
        raise NoSuchApplication
    if row.stage not in OPEN:
        raise StepTaken(at=row.moved_at.astimezone(VIETNAM))
    demand_responsible(by, waits_for(row, routes(on=at.astimezone(VIETNAM).date())), helping=helping)
    return row
