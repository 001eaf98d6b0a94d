"""Open a special round: the mid-term review (sơ kết) or the final one (tổng kết)."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Max

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Clause, Plan, Round
from dongvon.domain.workplan.operations.acting import person_of
from dongvon.domain.workplan.operations.drafts import NotFound
from dongvon.domain.workplan.operations.scheduling import oblige, round_row
from dongvon.domain.workplan.rules.occasions import Occasion
from dongvon.domain.workplan.vocabulary import PlanState, RoundKind
from dongvon.kernel.calendar import start_of
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class PlanNotActive(Refusal):
    """Only a plan in force is reviewed."""

    text = "Kế hoạch chưa có hoặc không còn hiệu lực nên không mở đợt báo cáo được."


class RoundAlreadyPast(Refusal):
    """The days given are over or in the wrong order."""

    text = "Hạn nộp phải sau ngày mở và chưa qua; đề nghị chọn lại ngày."
    field = "due_on"


class RoundWithoutBasis(Refusal):
    """A special round is asked for by some document."""

    text = "Đề nghị ghi văn bản yêu cầu mở đợt báo cáo (số, ngày)."
    field = "basis"


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def open_round(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    plan: UUID,
    kind: RoundKind,
    title: str,
    opens_on: date,
    due_on: date,
    basis: str,
) -> UUID:
    """The round's id; every clause is owed in it by the units of the opening day. `due_on` counts in.

    Refuses NotFound, PlanNotActive, RoundAlreadyPast, RoundWithoutBasis.
    """
    assert kind in (RoundKind.MIDTERM, RoundKind.FINAL), "other rounds come from the plan itself"
    row = Plan.objects.select_for_update().filter(pk=plan).first()
    if row is None:
        raise NotFound
    if row.state != PlanState.ACTIVE:
        raise PlanNotActive
    if not opens_on <= due_on or due_on < at.astimezone(VIETNAM).date():
        raise RoundAlreadyPast
    if not clean(basis):
        raise RoundWithoutBasis
    number = _next_number(row, kind=kind, year=due_on.year)
    occasion = Occasion(kind=kind, year=due_on.year, number=number, named_on=due_on, before=False)
    opened = round_row(row, occasion, title=clean(title), basis=clean(basis), opened_by_id=person_of(by))
    opened.opens_at = start_of(opens_on)
    opened.save(force_insert=True)
    clauses = Clause.objects.filter(plan=row).values_list("pk", flat=True)
    oblige(row, [(clause, opened) for clause in clauses], on=max(opens_on, at.astimezone(VIETNAM).date()))
    return opened.pk


def _next_number(plan: Plan, *, kind: RoundKind, year: int) -> int:
    last = Round.objects.filter(plan=plan, kind=kind, year=year).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1
