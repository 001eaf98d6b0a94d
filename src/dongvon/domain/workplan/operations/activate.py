"""Activate a plan: from now on it gives its units work."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Clause, Doubt, Plan, Round
from dongvon.domain.workplan.operations.acting import person_of
from dongvon.domain.workplan.operations.drafts import draft
from dongvon.domain.workplan.operations.scheduling import (
    key_of,
    oblige,
    report_day_of,
    round_row,
    timing_of,
)
from dongvon.domain.workplan.operations.statements import run
from dongvon.domain.workplan.operations.supersede import supersede
from dongvon.domain.workplan.rules.occasions import Occasion, ReportDay, occasions
from dongvon.domain.workplan.rules.titles import title_of
from dongvon.domain.workplan.vocabulary import PlanState
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class DoubtsOpen(Refusal):
    """Something must be settled first."""

    text = "Còn {count} chỗ cần xác định trước khi ban hành (nhiệm vụ {codes}). Đề nghị rà soát hết rồi kích hoạt."


class NothingOwed(Refusal):
    """The plan would give nobody anything to do."""

    text = (
        "Kế hoạch chưa giao việc cho đơn vị nào theo kỳ nào: hãy kiểm tra đơn vị được giao, năm thực hiện và ngày "
        "gửi kết quả hằng năm tại mục Tổ chức thực hiện."
    )


class DayPassed(Refusal):
    """The units cannot send their own plans before they hear of it."""

    text = "Hạn gửi kế hoạch của đơn vị phải từ ngày kích hoạt trở đi."


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def activate(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    plan: UUID,
    supersedes: tuple[UUID, ...] = (),
    own_plans_by: date | None = None,
) -> int:
    """How many obligations came into being. Units are those of the day; occasions already past make none.

    By the end of `own_plans_by` each unit owes its own plan; without it, by no day in particular.
    Refuses NotFound, NotADraft, DoubtsOpen, NothingOwed, NoDeadlineRule, NotInForce, DayPassed.
    """
    row, on = draft(plan), at.astimezone(VIETNAM).date()
    if own_plans_by is not None and own_plans_by < on:
        raise DayPassed
    _refuse_doubts(row)
    pairs = _rounds(row, at=at)
    made = oblige(row, pairs, on=on)
    if not made:
        raise NothingOwed
    run("ask_implementation_plans", plan=row.pk, due_at=_end_of(own_plans_by))
    row.state, row.activated_at, row.activated_by_id = PlanState.ACTIVE, at, person_of(by)
    row.save()
    for earlier in supersedes:
        supersede(key=key, by=by, at=at, plan=earlier, successor=plan)
    return made


def _end_of(day: date | None) -> datetime | None:
    return None if day is None else datetime.combine(day + timedelta(days=1), time(), tzinfo=VIETNAM)


def _refuse_doubts(plan: Plan) -> None:
    open_ = list(Doubt.objects.filter(plan=plan, blocking=True, settled_at=None).select_related("clause"))
    if open_:
        codes = dict.fromkeys(doubt.clause.code for doubt in open_ if doubt.clause)
        raise DoubtsOpen(count=len(open_), codes=", ".join(codes) or "–")


def _rounds(plan: Plan, *, at: datetime) -> list[tuple[UUID, Round]]:
    """Each clause with each of its rounds; rounds are stored once however many clauses share them."""
    report_day = report_day_of(plan)
    years = range(plan.first_year, plan.last_year + 1)
    wanted = [
        (clause.pk, occasion)
        for clause in Clause.objects.filter(plan=plan)
        for occasion in occasions(timing_of(clause), years=years, report_day=report_day)
    ]
    rows = {key: _row(plan, each, report_day) for key, each in {key_of(each): each for _, each in wanted}.items()}
    ahead = {key: row for key, row in rows.items() if row.due_at > at}
    Round.objects.bulk_create(ahead.values())
    return [(clause, ahead[key_of(each)]) for clause, each in wanted if key_of(each) in ahead]


def _row(plan: Plan, occasion: Occasion, report_day: ReportDay | None) -> Round:
    from_duty = report_day is not None and occasion.kind == "annual"
    basis = "Mục Tổ chức thực hiện của kế hoạch" if from_duty else "Thời gian thực hiện của nhiệm vụ"
    return round_row(plan, occasion, title=title_of(occasion), basis=basis)
