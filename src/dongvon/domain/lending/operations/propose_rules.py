"""Propose rules of lending: of the road (conditions, steps, deadlines), and of servicing (orders, regimes, limits)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import (
    AllocationOrder,
    AskingPeriod,
    CheckPeriod,
    Condition,
    ExtensionLimit,
    FreezeBand,
    Holiday,
    InstalmentPeriod,
    NoticePeriod,
    PriorityGround,
    Route,
    SpecialArea,
    StepDeadline,
    UnpaidRegime,
)
from dongvon.domain.lending.models.proposed_rule import ProposedRule
from dongvon.domain.lending.rules.demands import unfit
from dongvon.domain.lending.vocabulary import Check, LaterCheck, PetitionKind, Prepaid, RuleBasis, Stage
from dongvon.domain.programmes.vocabulary import Channel, Confidence, Fund
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

LINKS: Final = {"basis", "programme", "place"}


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
    since_stated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDraft(RuleBasis):
    """What a payment meets first, by fund and by whether the loan has overdue principal."""

    fund: Fund
    overdue: bool
    kinds: tuple[str, ...]
    prepaid: Prepaid


@dataclass(frozen=True, slots=True, kw_only=True)
class RegimeDraft(RuleBasis):
    """What happens to unpaid instalments of contracts signed from that day: "carried" or "overdue"."""

    programme: UUID | None
    unpaid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodDraft(RuleBasis):
    """Months between instalments for loans up to a length, and the multiple that parts are floored to."""

    programme: UUID | None
    up_to_months: int | None
    months: int
    floor_to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitDraft(RuleBasis):
    """How far the end of a loan may be put off: so many months, or a percent of "term" or "repayment"."""

    programme: UUID | None
    up_to_months: int | None
    months: int | None
    percent: int | None
    base: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BandDraft(RuleBasis):
    """How long a debt may be frozen, by cause and by damage from so many percent: "extend" or "freeze"."""

    cause_code: str
    from_percent: Decimal
    measure: str
    most_months: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDraft(RuleBasis):
    """At least how many days before an instalment its borrower is told."""

    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckDraft(RuleBasis):
    """Within how many days a check is due, and the least share of loans to be looked at each year."""

    kind: LaterCheck
    days: int
    yearly_percent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingDraft(RuleBasis):
    """How many working days before a due day the paper about it must be in, or on the last session up to it."""

    programme: UUID | None
    kind: PetitionKind
    working_days: int
    or_session: bool


#: Where each kind of draft is kept.
MODELS: Final[Mapping[type[Any], type[ProposedRule]]] = {
    ConditionDraft: Condition,
    RouteDraft: Route,
    DeadlineDraft: StepDeadline,
    GroundDraft: PriorityGround,
    AreaDraft: SpecialArea,
    HolidayDraft: Holiday,
    OrderDraft: AllocationOrder,
    RegimeDraft: UnpaidRegime,
    PeriodDraft: InstalmentPeriod,
    LimitDraft: ExtensionLimit,
    BandDraft: FreezeBand,
    NoticeDraft: NoticePeriod,
    CheckDraft: CheckPeriod,
    AskingDraft: AskingPeriod,
}


@operation(allowed={Role.CREDIT_CONTROLLER, Role.BRANCH_OFFICER, Role.SYSTEM})
def propose_rules(
    *, key: UUID, by: Actor, at: datetime, rules: tuple[RuleBasis | HolidayDraft, ...]
) -> tuple[UUID, ...]:
    """Lay dated rules before whoever decides; they bind nobody yet. Gives them. Refuses ConditionUnfit."""
    for draft in rules:
        _demand_fit(draft)
    rows = [MODELS[type(draft)](**_columns(draft), proposed_by=by.person, proposed_at=at) for draft in rules]
    for row in rows:
        row.save(force_insert=True)
    return tuple(row.id for row in rows)


def _demand_fit(draft: Any) -> None:
    if isinstance(draft, ConditionDraft):
        needs = unfit(draft.check_kind, values=draft.values, number=draft.number)
        if needs:
            raise ConditionUnfit(needs=needs)


def _columns(draft: Any) -> dict[str, Any]:
    values = {field.name: getattr(draft, field.name) for field in fields(draft)}
    return {
        f"{name}_id" if name in LINKS else name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
    }
