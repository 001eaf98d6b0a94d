"""Strike a clause in review: what was read is no task of the plan."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Clause
from dongvon.domain.workplan.operations.drafts import NotFound, draft
from dongvon.kernel.refusals import Refusal


class LastClause(Refusal):
    """A plan without clauses gives nobody anything to do."""

    text = "Đây là nhiệm vụ duy nhất của kế hoạch nên không bỏ được; hãy sửa nội dung, hoặc nhập lại tệp."


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def strike_clause(*, key: UUID, by: Actor, at: datetime, clause: UUID) -> UUID:
    """The plan's id; units, doubts and targets go with the clause, its words stay in the source.

    Refuses NotFound, NotADraft, LastClause.
    """
    row = Clause.objects.filter(pk=clause).first()
    if row is None:
        raise NotFound
    plan = draft(row.plan_id)
    if plan.clauses.count() == 1:
        raise LastClause
    row.delete()
    return plan.pk
