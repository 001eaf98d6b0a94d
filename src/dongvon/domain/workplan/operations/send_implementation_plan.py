"""Send a unit's own plan: the file, and its tasks under the clauses they carry out."""

from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import ImplementationPlan, Obligation, OwnTask
from dongvon.domain.workplan.operations.acting import person_of
from dongvon.domain.workplan.vocabulary import NewOwnTask
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean

LARGEST = 20 * 1024 * 1024


class PlanNotOwed(Refusal):
    """The unit does not report on the plan."""

    text = "Đơn vị không phải gửi kế hoạch thực hiện cho kế hoạch này."


class FileUnfit(Refusal):
    """There is no file, or it is too large."""

    text = "Đề nghị đính kèm tệp kế hoạch của đơn vị, không rỗng và không quá 20 MB."
    field = "file"


class TaskUnderOtherClause(Refusal):
    """A task carries out a clause that the unit was not given."""

    text = "Có công việc ghi dưới nhiệm vụ không giao cho đơn vị; đề nghị chọn lại nhiệm vụ."
    field = "tasks"


@operation(allowed={Role.UNIT_HEAD, Role.UNIT_REPORTER, Role.SYSTEM})
def send_implementation_plan(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    plan: UUID,
    number: str,
    issued_on: date | None,
    file_name: str,
    content: bytes,
    tasks: tuple[NewOwnTask, ...],
) -> UUID:
    """Its id; sending again replaces file and tasks, not whether it came late; the trail keeps what was.

    Refuses PlanNotOwed, FileUnfit, TaskUnderOtherClause.
    """
    row = ImplementationPlan.objects.select_for_update().filter(plan=plan, unit=by.unit).first()
    if row is None:
        raise PlanNotOwed
    if not content or len(content) > LARGEST:
        raise FileUnfit
    _check(tasks, plan=plan, unit=row.unit_id)
    row.number, row.issued_on, row.file_name = clean(number), issued_on, file_name
    row.content, row.sha256 = content, sha256(content).digest()
    row.late = row.late if row.sent_at else row.due_at is not None and at >= row.due_at
    row.sent_by_id, row.sent_at = person_of(by), at
    row.save()
    row.tasks.all().delete()
    OwnTask.objects.bulk_create(
        OwnTask(
            implementation_plan=row,
            unit_id=row.unit_id,
            clause_id=task.clause,
            ordinal=ordinal,
            text=clean(task.text),
            due_on=task.due_on,
        )
        for ordinal, task in enumerate(tasks, start=1)
    )
    return row.pk


def _check(tasks: tuple[NewOwnTask, ...], *, plan: UUID, unit: UUID) -> None:
    owed = set(Obligation.objects.filter(plan=plan, reporter=unit).values_list("clause", flat=True))
    if {task.clause for task in tasks} - owed:
        raise TaskUnderOtherClause
