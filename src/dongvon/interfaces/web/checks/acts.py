"""Writing down what was seen, and what the borrowers' books say."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.lending.operations.check_use import check_use
from dongvon.domain.lending.operations.compare_balances import compare_balances
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.checks.forms import DayForm, SheetForm, UseForm, VisitForm
from dongvon.interfaces.web.checks.pages import (
    CHECKERS,
    found_use,
    kept_rows,
    sheet_shown,
    use_shown,
    visit_shown,
    waiting_in,
)
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.OVERSIGHT, roles=CHECKERS)
@require_POST
def check(request: Asked, disbursement: UUID) -> HttpResponse:
    """Keep what a visit found."""
    row = found_use(disbursement, on=request.today)
    form = UseForm(request.POST, row=row, on=request.today)
    if not form.is_valid():
        return use_shown(request, row, form=form, status=422)
    outcome = perform(request, check_use, form=form, seen=form.seen)
    if not outcome:
        return use_shown(request, row, form=form, status=422)
    return answer(request, outcome, to="checks:uses", done=_("Đã ghi phiếu kiểm tra sử dụng vốn."))


@page(audience=Audience.OVERSIGHT, roles=CHECKERS)
@require_POST
def check_visit(request: Asked, group: UUID) -> HttpResponse:
    """Keep what a visit to a group found."""
    form = VisitForm(request.POST, rows=waiting_in(group, on=request.today))
    if form.is_valid():
        outcome = perform(request, check_use, form=form, seen=form.seen)
        if outcome:
            return answer(request, outcome, to="checks:uses", done=_("Đã ghi phiếu kiểm tra sử dụng vốn."))
    return visit_shown(request, group, form=form, status=422)


@page(audience=Audience.OVERSIGHT, roles={Role.CREDIT_OFFICER})
@require_POST
def compare(request: Asked, group: UUID) -> HttpResponse:
    """Keep what the borrowers' books say."""
    asked = DayForm(request.POST)
    if not asked.is_valid():
        return redirect("checks:sheet", group)
    as_of = asked.cleaned_data["as_of"]
    form = SheetForm(request.POST, rows=kept_rows(group, as_of=as_of))
    if not form.is_valid():
        return sheet_shown(request, group, asked=asked, as_of=as_of, form=form, status=422)
    outcome = perform(request, compare_balances, form=form, as_of=as_of, told=form.told)
    if not outcome:
        return sheet_shown(request, group, asked=asked, as_of=as_of, form=form, status=422)
    return answer(request, outcome, to="checks:balances", done=_("Đã ghi danh sách đối chiếu số dư."))
