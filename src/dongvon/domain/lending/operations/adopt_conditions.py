"""Adopt rules of the road: conditions, routes, deadlines, priorities, special areas, days off."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Condition, Holiday, PriorityGround, Route, SpecialArea, StepDeadline
from dongvon.domain.lending.operations.adopt_rules import RuleStatedTwice
from dongvon.domain.lending.vocabulary import Check, RuleBasis, Stage
from dongvon.domain.programmes.vocabulary import Channel, Confidence
from dongvon.domain.units.vocabulary import Role

LINKS = {"basis", "programme", "place"}


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
    """A commune is of such a kind from a day on."""

    place: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayDraft:
    """A day off, or one worked in exchange."""

    day: date
    title: str
    worked: bool
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadRules:
    """The rules to be adopted together."""

    conditions: tuple[ConditionDraft, ...] = ()
    routes: tuple[RouteDraft, ...] = ()
    deadlines: tuple[DeadlineDraft, ...] = ()
    grounds: tuple[GroundDraft, ...] = ()
    areas: tuple[AreaDraft, ...] = ()
    holidays: tuple[HolidayDraft, ...] = ()


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def adopt_conditions(*, key: UUID, by: Actor, at: datetime, rules: RoadRules) -> int:
    """Put dated rules on record, all or none; later ones follow earlier ones. Refuses RuleStatedTwice."""
    rows: list[models.Model] = [
        *(Condition(**_columns(draft)) for draft in rules.conditions),
        *(Route(**_columns(draft)) for draft in rules.routes),
        *(StepDeadline(**_columns(draft)) for draft in rules.deadlines),
        *(PriorityGround(**_columns(draft)) for draft in rules.grounds),
        *(_area(draft) for draft in rules.areas),
        *(Holiday(**_columns(draft)) for draft in rules.holidays),
    ]
    try:
        with transaction.atomic():
            for row in rows:
                row.save(force_insert=True)
    except IntegrityError as fault:
        raise RuleStatedTwice from fault
    return len(rows)


def _area(draft: AreaDraft) -> SpecialArea:
    columns = _columns(draft)
    return SpecialArea(valid=DateRange(columns.pop("from_on"), None), **columns)


def _columns(draft: Any) -> dict[str, Any]:
    values = {field.name: getattr(draft, field.name) for field in fields(draft)}
    return {
        f"{name}_id" if name in LINKS else name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
    }
