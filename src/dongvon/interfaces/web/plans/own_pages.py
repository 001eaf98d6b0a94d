"""The units' own plans, and giving clauses to people."""

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
    clauses_of,
    own_plan,
    own_plan_file,
    own_plans,
    own_tasks,
)
from dongvon.domain.workplan.queries.plans import plan_row
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.plans.own_forms import DelegateForm, OwnPlanForm
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.OVERSIGHT)
def index(request: Asked, plan: UUID) -> HttpResponse:
    """Who has sent a plan of its own, and who has not."""
    row = plan_row(plan)
    if row is None:
        raise Http404
    found = own_plans(plan, on=request.today)
    sent = sum(each.sent_at is not None for each in found)
    values = {"plan": row, "table": _table(found), "sent": sent, "total": len(found)}
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
    drawn = form or OwnPlanForm(clauses=clauses_of(unit, plan=plan))
    values = {"plan": row, "own": own, "form": drawn, "tasks": own_tasks(own.id)}
    return render(request, "plans/own_plan.html", values, status=422 if form else 200)


def delegate_form(request: Asked, clause: UUID, *, form: DelegateForm | None = None) -> HttpResponse:
    """The form that gives a clause to somebody of the acting unit."""
    found, unit = clause_page(clause, on=request.today), request.actor.unit
    if found is None or unit is None:
        raise Http404
    drawn = form or DelegateForm(people=people_of(unit, on=request.today))
    return render(request, "plans/delegate.html", {"page": found, "form": drawn}, status=422 if form else 200)


def _table(found: list[OwnPlanRow]) -> Table:
    columns = (
        Column(_("Đơn vị"), leads=True),
        Column(_("Số, ký hiệu")),
        Column(_("Gửi lúc"), kind="date"),
        Column(_("Tệp")),
        Column(_("Tình trạng")),
    )
    rows = tuple(
        (
            each.unit.full_name,
            each.number,
            each.sent_at,
            Link(each.file_name, href=reverse("plans:own_file", args=[each.id])) if each.sent_at else "",
            Badge(_("Đã gửi"), tone="good") if each.sent_at else Badge(_("Chưa gửi"), tone="warn"),
        )
        for each in found
    )
    return Table(
        _("Kế hoạch thực hiện của các đơn vị"),
        columns=columns,
        rows=rows,
        empty=Empty(_("Chưa có đơn vị nào phải gửi kế hoạch")),
    )


def _attachment(name: str) -> str:
    return f"attachment; filename*=UTF-8''{quote(name)}"
