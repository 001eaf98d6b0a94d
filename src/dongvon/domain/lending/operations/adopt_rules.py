"""Adopt rules of servicing: orders of payment, regimes, instalment periods, limits, bands."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import (
    AllocationOrder,
    AskingPeriod,
    CheckPeriod,
    ExtensionLimit,
    FreezeBand,
    InstalmentPeriod,
    NoticePeriod,
    UnpaidRegime,
)
from dongvon.domain.lending.vocabulary import LaterCheck, PetitionKind, Prepaid, RuleBasis
from dongvon.domain.programmes.vocabulary import Fund
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

LINKS = {"basis", "programme"}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicingRules:
    """The rules of servicing to be adopted together."""

    orders: tuple[OrderDraft, ...] = ()
    regimes: tuple[RegimeDraft, ...] = ()
    periods: tuple[PeriodDraft, ...] = ()
    limits: tuple[LimitDraft, ...] = ()
    bands: tuple[BandDraft, ...] = ()
    notices: tuple[NoticeDraft, ...] = ()
    checks: tuple[CheckDraft, ...] = ()
    askings: tuple[AskingDraft, ...] = ()


class RuleStatedTwice(Refusal):
    """A rule of that kind begins on that day already."""

    text = "Đã có quy tắc cùng loại bắt đầu từ cùng ngày; đề nghị chọn ngày hiệu lực khác."
    field = "from_on"


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def adopt_rules(*, key: UUID, by: Actor, at: datetime, rules: ServicingRules) -> int:
    """Put dated rules on record, all or none; later ones follow earlier ones. Refuses RuleStatedTwice."""
    sets: tuple[tuple[type[models.Model], Iterable[RuleBasis]], ...] = (
        (AllocationOrder, rules.orders),
        (UnpaidRegime, rules.regimes),
        (InstalmentPeriod, rules.periods),
        (ExtensionLimit, rules.limits),
        (FreezeBand, rules.bands),
        (NoticePeriod, rules.notices),
        (CheckPeriod, rules.checks),
        (AskingPeriod, rules.askings),
    )
    try:
        with transaction.atomic():
            return sum(_add(model, drafts) for model, drafts in sets)
    except IntegrityError as fault:
        raise RuleStatedTwice from fault


def _add(model: type[models.Model], drafts: Iterable[RuleBasis]) -> int:
    rows = [model(**_columns(draft)) for draft in drafts]
    model._default_manager.bulk_create(rows)
    return len(rows)


def _columns(draft: RuleBasis) -> dict[str, Any]:
    values = {field.name: getattr(draft, field.name) for field in fields(draft)}
    return {
        f"{name}_id" if name in LINKS else name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
    }
