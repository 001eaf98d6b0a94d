"""The commune confirms a whole list on one screen: each line with its match in the certified lists."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dongvon.domain.lending.operations.confirm import confirm
from dongvon.domain.lending.queries.applications import FileRow, queue
from dongvon.domain.lending.queries.eligibility import explanations
from dongvon.domain.lending.vocabulary import Step
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.road.lists import Said, by_list, line_of, looks_of, said_of
from dongvon.interfaces.web.road.roles import COMMUNE
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import Outcome, answer, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

#: Lines on one screen; a group's list of 40 to 60 fits whole.
SCREEN = 60


@page(audience=Audience.LENDING, roles=COMMUNE)
def confirming(request: Asked) -> HttpResponse:
    """Every line that waits for the commune, late on top."""
    return _shown(request)


@page(audience=Audience.LENDING, roles={Role.COMMUNE_CHAIR})
@require_POST
def confirm_act(request: Asked) -> HttpResponse:
    """All decisions of the screen in one act; where lists changed meanwhile, the screen comes back with the marks."""
    rows = queue({Step.CONFIRM}, on=request.today)
    said = [(row, each) for row in rows if (each := _said(request, row)).sent]
    lines = tuple(line for row, each in said if (line := each.decision(row)) is not None)
    if not lines:
        return _shown(request, status=422, told=_("Chưa chọn quyết định cho dòng nào."))
    if any(each.unreasoned for _row, each in said):
        return _shown(
            request, status=422, told=_("Có dòng từ chối hoặc trả lại mà chưa ghi lý do; ô còn trống được tô đỏ.")
        )
    outcome: Outcome[int] = perform(request, confirm, lines=lines)
    if outcome:
        turned = len(lines) - outcome.result
        done = _("Đã xác nhận {agreed} dòng, từ chối hoặc trả lại {turned} dòng; dòng đã xác nhận chờ ngân hàng nhận.")
        return answer(request, outcome, to="road:confirming", done=done.format(agreed=outcome.result, turned=turned))
    return _shown(request, status=422)


def _said(request: Asked, row: FileRow) -> Said:
    return said_of(row, request.POST, ticked=request.POST.getlist("confirm"))


def _shown(request: Asked, *, status: int = 200, told: str = "") -> HttpResponse:
    rows = queue({Step.CONFIRM}, on=request.today)
    shown = rows[:SCREEN]
    seen(request, [row.borrower for row in shown], purpose="request")
    found, looks = explanations([row.id for row in shown], on=request.today), looks_of(shown, on=request.today)
    lines = [line_of(row, found[row.id], _said(request, row), looks=looks) for row in shown if row.id in found]
    values: dict[str, Any] = {
        "doubtful": [line for line in lines if line.doubts],
        "lists": by_list(line for line in lines if not line.doubts),
        "shown": len(lines),
        "total": len(rows),
        "ticked": sum(line.ticked for line in lines),
        "amount": sum(line.row.amount for line in lines if line.ticked),
        "changed": sum(line.changed for line in lines),
        "may_sign": Role.COMMUNE_CHAIR in request.actor.roles,
        "told": told,
    }
    return render(request, "road/confirming.html", values, status=status)
