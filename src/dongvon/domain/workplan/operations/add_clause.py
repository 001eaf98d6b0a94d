"""Add a clause in review that the reading missed."""

from datetime import datetime
from uuid import UUID

from django.db.models import F

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Clause
from dongvon.domain.workplan.operations.correct import NoWords
from dongvon.domain.workplan.operations.drafts import NotFound, draft
from dongvon.domain.workplan.vocabulary import TimingKind
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class CodeInPlan(Refusal):
    """Another clause of the plan has the code."""

    text = "Kế hoạch đã có nhiệm vụ mang mã “{code}”; đề nghị ghi mã khác."
    field = "code"


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def add_clause(*, key: UUID, by: Actor, at: datetime, after: UUID, code: str, text: str) -> UUID:
    """The new clause's id; it stands behind `after`, in its group, without units and timing so far.

    Refuses NotFound, NotADraft, NoWords, CodeInPlan.
    """
    before = Clause.objects.filter(pk=after).first()
    if before is None:
        raise NotFound
    plan = draft(before.plan_id)
    if not clean(text):
        raise NoWords
    clauses = Clause.objects.filter(plan=plan)
    if clauses.filter(code=clean(code)).exists():
        raise CodeInPlan(code=clean(code))
    clauses.filter(ordinal__gt=before.ordinal).update(ordinal=F("ordinal") + 1)
    added = Clause.objects.create(
        plan=plan,
        group_id=before.group_id,
        ordinal=before.ordinal + 1,
        code=clean(code),
        text=clean(text),
        timing_kind=TimingKind.UNDETERMINED,
    )
    return added.pk
