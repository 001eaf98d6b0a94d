"""Decide: a leader of the city settles what was sent up, for a clause of the plan."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Clause, Decision, Escalation
from dongvon.domain.workplan.rules.words import tidy
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class UnknownEscalation(Refusal):
    """Nothing was sent up under this id."""

    text = "Không tìm thấy nội dung trình này; đề nghị tải lại trang."


class DecidedAlready(Refusal):
    """A leader decided before."""

    text = "Nội dung này đã có quyết định; muốn thay đổi, đề nghị chi nhánh trình lại."


class DecisionNeeded(Refusal):
    """A decision without words."""

    text = "Đề nghị nhập nội dung quyết định."
    field = "text"


class ClauseNeeded(Refusal):
    """A decision belongs to a clause of the plan from which the concerns came."""

    text = "Đề nghị chọn nhiệm vụ của kế hoạch mà quyết định này liên quan."
    field = "clause"


@operation(allowed={Role.CITY_LEADER})
def decide(
    *, key: UUID, by: Actor, at: datetime, escalation: UUID, clause: UUID, text: str, document_number: str = ""
) -> UUID:
    """The id of the decision. Refuses DecisionNeeded, UnknownEscalation, DecidedAlready, ClauseNeeded."""
    if not tidy(text):
        raise DecisionNeeded
    asked = Escalation.objects.select_for_update().select_related("group").filter(pk=escalation).first()
    if asked is None:
        raise UnknownEscalation
    if Decision.objects.filter(escalation=asked).exists():
        raise DecidedAlready
    if not Clause.objects.filter(pk=clause, plan=asked.group.plan_id).exists():
        raise ClauseNeeded
    return Decision.objects.create(
        escalation=asked,
        clause_id=clause,
        text=tidy(text),
        document_number=clean(document_number)[:120],
        decided_by_id=by.person,
        decided_at=at,
    ).pk
