"""Propose rules of the road: conditions, steps, deadlines, priorities, special areas, days off."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Condition, Holiday, PriorityGround, Route, SpecialArea, StepDeadline
from dongvon.domain.lending.models.proposed_rule import ProposedRule
from dongvon.domain.lending.rules.demands import unfit
from dongvon.domain.lending.vocabulary import Check, RuleBasis, Stage
from dongvon.domain.programmes.vocabulary import Channel, Confidence
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

LINKS = {"basis", "programme", "place"}


class ConditionUnfit(Refusal):
    """A kind of condition that needs a number, values or both, and was given others."""

    text = "Loại điều kiện này cần {needs}. Hãy điền lại."
    field = "values"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionDraft(RuleBasis):
    """A demand; `programme` None is of all programmes, `channel` "" of both channels."""

    programme: UUID | None
    channel: str = ""
    code: str
    check_kind: Check
    title: str
    remedy: str = ""
    article: str = ""
    values: tuple[str, ...] = ()
    number: Decimal | None = None
    alternative: str = ""
    demanded: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteDraft(RuleBasis):
    """The steps of a programme's files, or of all files of a channel."""

    programme: UUID | None
    channel: Channel
    screened: bool
    forms: tuple[str, ...] = ()
    lottery: bool = False
    tuition: bool = False
    tranche_months: int | None = None
    declared_yearly: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineDraft(RuleBasis):
    """Working days for the step after `after`, counted from `since`."""

    programme: UUID | None
    channel: Channel
    after: Stage
    since: Stage
    working_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundDraft(RuleBasis):
    """A priority of a lottery."""

    programme: UUID
    code: str
    title: str
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaDraft(RuleBasis):
    """A commune is of such a kind from a day on, or is no longer."""

    place: str
    kind: str
    holds: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayDraft:
    """A day off, or one worked in exchange."""

    day: date
    title: str
    worked: bool
    basis: UUID
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadRules:
    """The rules that are laid down together."""

    conditions: tuple[ConditionDraft, ...] = ()
    routes: tuple[RouteDraft, ...] = ()
    deadlines: tuple[DeadlineDraft, ...] = ()
    grounds: tuple[GroundDraft, ...] = ()
    areas: tuple[AreaDraft, ...] = ()
    holidays: tuple[HolidayDraft, ...] = ()


@operation(allowed={Role.CREDIT_CONTROLLER, Role.BRANCH_OFFICER, Role.SYSTEM})
def propose_road_rules(*, key: UUID, by: Actor, at: datetime, rules: RoadRules) -> tuple[UUID, ...]:
    """Lay dated rules before whoever decides; they bind nobody yet. Gives them. Refuses ConditionUnfit."""
    for draft in rules.conditions:
        needs = unfit(draft.check_kind, values=draft.values, number=draft.number)
        if needs:
            raise ConditionUnfit(needs=needs)
    rows: list[ProposedRule] = [
        *(Condition(**_columns(draft)) for draft in rules.conditions),
        *(Route(**_columns(draft)) for draft in rules.routes),
        *(StepDeadline(**_columns(draft)) for draft in rules.deadlines),
        *(PriorityGround(**_columns(draft)) for draft in rules.grounds),
        *(SpecialArea(**_columns(draft)) for draft in rules.areas),
        *(Holiday(**_columns(draft)) for draft in rules.holidays),
    ]
    for row in rows:
        row.proposed_by, row.proposed_at = by.person, at
        row.save(force_insert=True)
    return tuple(row.id for row in rows)


def _columns(draft: Any) -> dict[str, Any]:
    values = {field.name: getattr(draft, field.name) for field in fields(draft)}
    return {
        f"{name}_id" if name in LINKS else name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
    }
