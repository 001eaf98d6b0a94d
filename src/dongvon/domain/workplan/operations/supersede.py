"""Supersede a plan: a later one in force takes its place; what was reported under it stays."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Plan, Round
from dongvon.domain.workplan.vocabulary import PlanState
from dongvon.kernel.refusals import Refusal


class NotInForce(Refusal):
    """Only a plan in force is replaced, and only by one in force."""

    text = "Kế hoạch “{title}” không còn (hoặc chưa có) hiệu lực nên không thay thế được."


class ReplacesItself(Refusal):
    """A plan cannot take its own place."""

    text = "Một kế hoạch không thay thế chính nó; đề nghị chọn kế hoạch khác."


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def supersede(*, key: UUID, by: Actor, at: datetime, plan: UUID, successor: UUID) -> int:
    """How many rounds that had not opened were withdrawn; those already open are still owed.

    Refuses NotInForce, ReplacesItself.
    """
    if plan == successor:
        raise ReplacesItself
    old, new = _in_force(plan), _in_force(successor)
    old.state, old.superseded_by, old.superseded_at = PlanState.SUPERSEDED, new, at
    old.save(update_fields=["state", "superseded_by", "superseded_at"])
    return Round.objects.filter(plan=old, opens_at__gt=at, withdrawn_at=None).update(withdrawn_at=at)


def _in_force(plan: UUID) -> Plan:
    found = Plan.objects.select_for_update().get(pk=plan)
    if found.state != PlanState.ACTIVE:
        raise NotInForce(title=found.title)
    return found
