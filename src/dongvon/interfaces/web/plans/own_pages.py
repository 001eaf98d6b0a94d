"""The units' own plans, and giving clauses to people."""

from datetime import datetime
from urllib.parse import quote
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dongvon.domain.units.queries.people import people_of
from dongvon.domain.workplan.queries.clauses import clause_page
from dongvon.domain.workplan.queries.own_plans import (
    OwnPlanRow,
    OwnTaskRow,
    clauses_of,
    own_plan,
    own_plan_file,
    own_plans,
    own_tasks,
)
from dongvon.domain.workplan.queries.plans import plan_row
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Badge, Deadline
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.plans.own_forms import DelegateForm, OwnPlanForm
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel import clock


@page(audience=Audience.OVERSIGHT)
def index(request: Asked, plan: UUID) -> HttpResponse:
    """Who has sent a plan of its own, and who has not."""
    row = plan_row(plan)
    if row is None:
        raise Http404
    found = own_plans(plan, on=request.today)
    sent = sum(each.sent_at is not None for each in found)
    late = sum(each.late for each in found)
    values = {"plan": row, "table": _table(found), "sent": sent, "late": late, "total": len(found)}
    return render(request, "plans/own_plans.html", values)


@page(audience=Audience.UNIT)
def send(request: Asked, plan: UUID) -> HttpResponse:
    """Where a unit gives its own plan."""
    return send_form(request, plan)


@page(audience=Audience.SIGNED_IN)
def file(_request: Asked, own: UUID) -> HttpResponse:
    """The file of a unit's own plan, as it was sent."""
    found = own_plan_file(own)
    if found is None:
        raise Http404
    name, content = found
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = _attachment(name)
    return response


@page(audience=Audience.UNIT)
def delegate_page(request: Asked, clause: UUID) -> HttpResponse:
    """Where a unit gives a clause to one of its people."""
    return delegate_form(request, clause)


def send_form(request: Asked, plan: UUID, *, form: OwnPlanForm | None = None) -> HttpResponse:
    """The form of a unit's own plan, with its clauses to put tasks under."""
    row, unit = plan_row(plan), request.actor.unit
    own = own_plan(plan, unit=unit, on=request.today) if row and unit else None
    if own is None or unit is None:
        raise Http404
    tasks = own_tasks(own.id)
    drawn = form or OwnPlanForm(clauses=clauses_of(unit, plan=plan), initial=_written(tasks))
    values = {"plan": row, "own": own, "form": drawn, "tasks": tasks, "badge": _badge(own, at=clock.now())}
    return render(request, "plans/own_plan.html", values, status=422 if form else 200)


def delegate_form(request: Asked, clause: UUID, *, form: DelegateForm | None = None) -> HttpResponse:
    """The form that gives a clause to somebody of the acting unit."""
    found, unit = clause_page(clause, on=request.today), request.actor.unit
    if found is None or unit is None:
        raise Http404
    drawn = form or DelegateForm(people=people_of(unit, on=request.today))
    return render(request, "plans/delegate.html", {"page": found, "form": drawn}, status=422 if form else 200)


def _written(tasks: list[OwnTaskRow]) -> dict[str, str]:
    """The tasks as they stand in the boxes: who sends again starts from what was sent."""
    boxes: dict[str, list[str]] = {}
    for task in tasks:
        boxes.setdefault(f"tasks_{task.clause}", []).append(task.text)
    return {box: "\n".join(lines) for box, lines in boxes.items()}


def _table(found: list[OwnPlanRow]) -> Table:
    at = clock.now()
    columns = (
        Column(_("Đơn vị"), leads=True),
        Column(_("Số, ký hiệu")),
        Column(_("Hạn gửi"), kind="date"),
        Column(_("Gửi lúc"), kind="date"),
        Column(_("Công việc"), kind="number"),
        Column(_("Tệp")),
        Column(_("Tình trạng")),
    )
    rows = tuple(
        (
            each.unit.full_name,
            each.number,
            Deadline(each.due_at, on=at.date()).last_day if each.due_at else None,
            each.sent_at,
            each.lines or None,
            Link(each.file_name, href=reverse("plans:own_file", args=[each.id])) if each.sent_at else "",
            _badge(each, at=at),
        )
        for each in found
    )
    return Table(
        _("Kế hoạch thực hiện của các đơn vị"),
        columns=columns,
        rows=rows,
        empty=Empty(_("Chưa có đơn vị nào phải gửi kế hoạch")),
    )


def _badge(row: OwnPlanRow, *, at: datetime) -> Badge:
    if row.sent_at:
        return Badge(_("Gửi trễ"), tone="warn") if row.late else Badge(_("Đã gửi"), tone="good")
    overdue = row.due_at is not None and row.due_at <= at
    return Badge(_("Quá hạn, chưa gửi"), tone="bad") if overdue else Badge(_("Chưa gửi"), tone="warn")


def _attachment(name: str) -> str:
    return f"attachment; filename*=UTF-8''{quote(name)}"
