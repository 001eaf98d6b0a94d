"""The commune decides on each line of the lists before it: confirm, refuse, or send back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Application, Confirmation, Lot
from dongvon.domain.lending.operations.evaluating import demand_met, evaluate, keep
from dongvon.domain.lending.operations.moving import advance, demand_another, hold
from dongvon.domain.lending.operations.turning import refuse, return_for_correction
from dongvon.domain.lending.queries.eligibility import Explanation
from dongvon.domain.lending.queries.routes import RouteRow, route_of, routes
from dongvon.domain.lending.vocabulary import Stage, Step
from dongvon.domain.programmes.vocabulary import Channel
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal

CONFIRM, DECLINE, SEND_BACK = "confirm", "decline", "send_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDecision:
    """What the commune says of one line; `seen` is the verdict that stood on its page, "" to take it as it is."""

    application: UUID
    decision: str
    reason: str = ""
    seen: str = ""


class NoPlace(Refusal):
    """A public draw was held, and the plan did not reach for these."""

    text = "Có {count} hồ sơ chưa được chọn khi bốc thăm công khai; hãy để lại cho đợt sau."


@operation(allowed={Role.COMMUNE_CHAIR, Role.SYSTEM})
def confirm(*, key: UUID, by: Actor, at: datetime, lines: tuple[LineDecision, ...]) -> int:
    """Decide all lines together, or none; gives how many were confirmed.

    The certified lists are looked at again in this moment, and every line is held against what the asker saw.
    Refuses StepTaken, ConditionsChanged, ConditionNotMet, SamePerson, ReasonMissing, NoPlace.
    """
    on = at.astimezone(VIETNAM).date()
    rows = hold([line.application for line in lines], step=Step.CONFIRM, on=on)
    said = {line.application: line for line in lines}
    found = evaluate(rows, seen={line.application: line.seen for line in lines}, on=on)
    agreed = [row for row in rows if said[row.id].decision == CONFIRM]
    for row in rows:
        if said[row.id].decision == DECLINE:
            refuse(row, by=by, at=at, reason=said[row.id].reason, article=_article(found[row.id]))
        elif said[row.id].decision == SEND_BACK:
            return_for_correction(row, by=by, at=at, missing=said[row.id].reason)
    _confirm(agreed, found, routes(on=on), by=by, at=at)
    return len(agreed)


def _confirm(
    rows: list[Application], found: dict[UUID, Explanation], known: list[RouteRow], *, by: Actor, at: datetime
) -> None:
    _demand_places(rows)
    for row in rows:
        demand_another(row, by, signs="confirmed_by")
        demand_met(found[row.id], whole=False)
    kept = keep({row.id: found[row.id] for row in rows}, stage=Stage.CONFIRMED, by=by, at=at)
    for row in rows:
        route = route_of(known, programme=row.programme_id, channel=Channel(row.channel))
        Confirmation.objects.create(
            application=row, person=by.person, acted_at=at, forms=list(route.forms), evaluation=kept[row.id]
        )
        advance(row, Stage.CONFIRMED, at=at, confirmed_by=by.person)


def _demand_places(rows: list[Application]) -> None:
    """Where the commune drew lots, only who got a place goes on."""
    lots = Lot.objects.filter(application__in=rows)
    chosen = set(lots.filter(selected=True).values_list("application", flat=True))
    missed = set(lots.values_list("application", flat=True)) - chosen
    if missed:
        raise NoPlace(count=len(missed))


def _article(explanation: Explanation) -> str:
    """The first rule that speaks against it, for the refusal to name."""
    failed = next(iter(explanation.failed), None)
    return f"{failed.article} {failed.basis}".strip() if failed else ""
