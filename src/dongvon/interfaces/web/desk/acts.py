"""What the branch decides about a report."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.operations.accept import accept
from dongvon.domain.workplan.operations.reopen import reopen
from dongvon.domain.workplan.operations.return_ import ClauseRemark, return_
from dongvon.domain.workplan.queries.versions import latest_read
from dongvon.interfaces.web.desk.forms import ReopenForm, VerdictForm
from dongvon.interfaces.web.desk.pages import BRANCH, review_shown
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import Outcome, answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.BRANCH, roles=BRANCH)
@require_POST
def judge(request: Asked, report: UUID) -> HttpResponse:
    """Accept or return, by the button that was pressed."""
    reading = latest_read(report, on=request.today)
    if reading is None:
        return redirect("desk:queue")
    form = VerdictForm(request.POST, clauses=[entry.clause for entry in reading.words.entries])
    if not form.is_valid():
        return review_shown(request, report, form=form, status=422)
    decide, done = (
        (_accepted, _("Đã chấp nhận báo cáo."))
        if request.POST.get("verdict") == "accept"
        else (_returned, _("Đã trả lại báo cáo kèm nhận xét."))
    )
    outcome = decide(request, report, form)
    if not outcome:
        return review_shown(request, report, form=form, status=422)
    return answer(request, outcome, to="desk:queue", done=done)


@page(audience=Audience.BRANCH, roles={Role.BRANCH_DIRECTOR})
@require_POST
def reopen_report(request: Asked, report: UUID) -> HttpResponse:
    """Let a unit mend what was accepted."""
    form = ReopenForm(request.POST)
    if form.is_valid():
        outcome = perform(request, reopen, form=form, report=report, **form.cleaned_data)
        if outcome:
            return answer(request, outcome, to="report:read", done=_("Đã mở lại báo cáo."), report=report)
    return review_shown(request, report, reopening=form, status=422)


def _accepted(request: Asked, report: UUID, form: VerdictForm) -> Outcome[Any]:
    given = form.cleaned_data
    return perform(request, accept, form=form, report=report, content_hash=given["content_hash"], note=given["comment"])


def _returned(request: Asked, report: UUID, form: VerdictForm) -> Outcome[Any]:
    remarks = tuple(ClauseRemark(clause=clause, text=text) for clause, text in form.remarks().items())
    return perform(request, return_, form=form, report=report, comment=form.cleaned_data["comment"], remarks=remarks)
