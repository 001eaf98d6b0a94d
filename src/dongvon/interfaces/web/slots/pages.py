"""The figures that the plan in force asks of its units."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.queries.inbox import clause_choices, plan_in_force
from dongvon.domain.workplan.queries.slots import SlotRow, slots_in, target_choices
from dongvon.domain.workplan.vocabulary import Aggregate, SlotKind
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.slots.forms import AGGREGATES, KINDS, SlotForm

BRANCH = frozenset({Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})
COLUMNS = (
    Column(_("Chỉ tiêu"), leads=True),
    Column(_("Nhiệm vụ")),
    Column(_("Mã chỉ tiêu")),
    Column(_("Đơn vị tính")),
    Column(_("Loại số")),
    Column(_("Cách tổng hợp")),
    Column(_("Định nghĩa, cách tính")),
)


@page(audience=Audience.BRANCH, roles=BRANCH)
def slots(request: Asked) -> HttpResponse:
    """Every slot of the plan in force, and the form of a new one."""
    return slots_shown(request, plan=plan_in_force())


def blank_form(plan: UUID, *args: Any) -> SlotForm:
    """The form with the clauses and targets of a plan."""
    return SlotForm(*args, clauses=clause_choices(plan), targets=target_choices(plan))


def slots_shown(request: Asked, *, plan: UUID | None, form: SlotForm | None = None, status: int = 200) -> HttpResponse:
    """The page, with the form as it came back."""
    rows = slots_in(plan) if plan else ()
    empty = Empty(_("Kế hoạch chưa có chỉ tiêu số liệu nào"), icon="table")
    table = Table(_("Chỉ tiêu số liệu"), columns=COLUMNS, rows=tuple(map(_line, rows)), empty=empty)
    values = {"table": table, "form": form or (blank_form(plan) if plan else None)}
    return render(request, "slots/slots.html", values, status=status)


def _line(row: SlotRow) -> tuple[Any, ...]:
    return (
        row.name,
        row.clause_code,
        row.code,
        row.unit_of_measure,
        KINDS[SlotKind(row.kind)],
        AGGREGATES[Aggregate(row.aggregate)],
        f"{row.definition} ({row.target_text})" if row.target_text else row.definition,
    )
