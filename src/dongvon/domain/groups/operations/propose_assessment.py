"""Propose rules by which groups are graded and their work is paid."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import CriterionRule, GradeRule, PaymentRule
from dongvon.domain.groups.models.assessment_rule import AssessmentRule
from dongvon.domain.groups.vocabulary import AssessmentDraft, CriterionDraft, GradeDraft, PaymentDraft
from dongvon.domain.units.vocabulary import Role

#: Where each kind of draft is kept.
MODELS: Final[Mapping[type[AssessmentDraft], type[AssessmentRule]]] = {
    CriterionDraft: CriterionRule,
    GradeDraft: GradeRule,
    PaymentDraft: PaymentRule,
}
_LISTS: Final = ("bands", "split")


@operation(allowed={Role.CREDIT_CONTROLLER, Role.BRANCH_OFFICER, Role.SYSTEM})
def propose_assessment(*, key: UUID, by: Actor, at: datetime, rules: tuple[AssessmentDraft, ...]) -> tuple[UUID, ...]:
    """Lay dated rules before whoever decides; they bind nobody yet. Gives them."""
    rows = [MODELS[type(draft)](**_columns(draft), proposed_by=by.person, proposed_at=at) for draft in rules]
    for row in rows:
        row.save(force_insert=True)
    return tuple(row.id for row in rows)


def _columns(draft: AssessmentDraft) -> dict[str, Any]:
    """Numbers inside lists are kept as text, so that none is rounded."""
    return {
        name: [[str(part) for part in pair] for pair in value] if name in _LISTS else value
        for name, value in asdict(draft).items()
    }
