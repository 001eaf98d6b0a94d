"""Adopt the rules by which groups are graded and their work is paid."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import CriterionRule, GradeRule, PaymentRule
from dongvon.domain.groups.vocabulary import CriterionDraft, GradeDraft, PaymentDraft
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

_LISTS = ("bands", "split")


class RuleStandsThen(Refusal):
    """A rule of that kind begins on that day already."""

    text = "Đã có quy định cùng loại bắt đầu từ cùng ngày; đề nghị chọn ngày hiệu lực khác."
    field = "from_on"


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def adopt_assessment(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    criteria: tuple[CriterionDraft, ...] = (),
    grades: tuple[GradeDraft, ...] = (),
    payments: tuple[PaymentDraft, ...] = (),
) -> int:
    """Put dated rules on record, all or none; later ones follow earlier ones. Refuses RuleStandsThen."""
    sets: tuple[tuple[type[models.Model], tuple[Any, ...]], ...] = (
        (CriterionRule, criteria),
        (GradeRule, grades),
        (PaymentRule, payments),
    )
    try:
        with transaction.atomic():
            for model, drafts in sets:
                model._default_manager.bulk_create([model(**_columns(draft)) for draft in drafts])
    except IntegrityError as fault:
        raise RuleStandsThen from fault
    return len(criteria) + len(grades) + len(payments)


def _columns(draft: CriterionDraft | GradeDraft | PaymentDraft) -> dict[str, Any]:
    """Numbers inside lists are kept as text, so that none is rounded."""
    values = asdict(draft)
    return {
        name: [[str(part) for part in pair] for pair in value] if name in _LISTS else value
        for name, value in values.items()
    }
