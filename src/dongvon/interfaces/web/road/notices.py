"""Notices to communes (04/TD): everything decided and not told yet, one notice a commune."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.lending.operations.notify import notify
from dongvon.domain.lending.queries.applications import FileRow, untold
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.road.bulk import chosen
from dongvon.interfaces.web.road.forms import NoticeForm
from dongvon.interfaces.web.road.words import stage_badge
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen


@page(audience=Audience.LENDING, roles={Role.CREDIT_OFFICER})
def notices(request: Asked) -> HttpResponse:
    """What each commune has yet to be told, approved and refused."""
    return _shown(request)


@page(audience=Audience.LENDING, roles={Role.CREDIT_OFFICER})
@require_POST
def notify_many(request: Asked) -> HttpResponse:
    """One notice about the marked files of a commune."""
    form = NoticeForm(request.POST)
    if form.is_valid():
        outcome = perform(request, notify, form=form, applications=chosen(request), **form.cleaned_data)
        if outcome:
            return answer(request, outcome, to="road:notices", done=_("Đã gửi thông báo 04/TD."))
    return _shown(request, form=form, status=422)


def _shown(request: Asked, *, form: NoticeForm | None = None, status: int = 200) -> HttpResponse:
    communes: dict[str, list[dict[str, Any]]] = {}
    rows = untold(on=request.today)
    seen(request, [row.borrower for row in rows], purpose="request")
    for row in rows:
        communes.setdefault(row.place_name, []).append(_line(row))
    values = {"communes": communes, "form": form or NoticeForm(initial={"disburse_on": request.today})}
    return render(request, "road/notices.html", values, status=status)


def _line(row: FileRow) -> dict[str, Any]:
    return {"row": row, "badge": stage_badge(row.stage), "amount": row.approved}
