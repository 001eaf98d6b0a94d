"""Adopt rules of servicing: orders of payment, regimes, instalment periods, limits, bands."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import (
    AllocationOrder,
    ExtensionLimit,
    FreezeBand,
    InstalmentPeriod,
    NoticePeriod,
    UnpaidRegime,
)
from dongvon.domain.lending.vocabulary import RuleBasis, ServicingRules
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

LINKS = {"basis", "programme"}


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
