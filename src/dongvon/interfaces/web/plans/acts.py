"""What can be done to a plan in review."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.operations.activate import activate
from dongvon.domain.workplan.operations.add_assignment import add_assignment
from dongvon.domain.workplan.operations.add_clause import add_clause
from dongvon.domain.workplan.operations.ask_yearly import ask_yearly
from dongvon.domain.workplan.operations.assign import assign
from dongvon.domain.workplan.operations.correct import correct
from dongvon.domain.workplan.operations.describe import describe
from dongvon.domain.workplan.operations.drop import drop
from dongvon.domain.workplan.operations.import_ import import_
from dongvon.domain.workplan.operations.settle import settle
from dongvon.domain.workplan.operations.strike_clause import strike_clause
from dongvon.domain.workplan.queries.mentions import choices
from dongvon.domain.workplan.queries.review_targets import (
    draft_of_assignment,
    draft_of_clause,
    draft_of_doubt,
    draft_of_duty,
)
from dongvon.interfaces.web.plans import reviewing
from dongvon.interfaces.web.plans.forms import (
    ActivateForm,
    AddForm,
    ClauseForm,
    DescribeForm,
    NewClauseForm,
    ResolveForm,
    SettleForm,
    UploadForm,
    YearlyForm,
)
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, led, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.BRANCH)
@require_POST
def import_act(request: Asked) -> HttpResponse:
    """Read the file; refused files leave nothing behind, old encodings offer to be converted."""
    form = UploadForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        outcome = perform(
            request,
            import_,
            form=form,
            file_name=file.name,
            content=file.read(),
            convert_legacy=form.cleaned_data["convert_legacy"],
        )
        if outcome:
            return answer(
                request, outcome, to="plans:review", done=_("Đã đọc kế hoạch. Đề nghị rà soát."), plan=outcome.result
            )
        legacy = outcome.refusal is not None and outcome.refusal.code == "LegacyEncoding"
        return render(request, "plans/upload.html", {"form": form, "legacy": legacy}, status=422)
    return render(request, "plans/upload.html", {"form": form}, status=422)


@page(audience=Audience.BRANCH)
@require_POST
def describe_act(request: Asked, plan: UUID) -> HttpResponse:
    """Set what the first page says."""
    form = DescribeForm(request.POST)
    if form.is_valid():
        outcome = perform(request, describe, form=form, plan=plan, **form.cleaned_data)
        if outcome:
            return answer(request, outcome, to="plans:review", done=_("Đã lưu thông tin kế hoạch."), plan=plan)
    return reviewing.drawn(request, reviewing.found(request, plan), describe=form)


@page(audience=Audience.BRANCH)
@require_POST
def correct_act(request: Asked, clause: UUID) -> HttpResponse:
    """Correct a clause and go back to its place."""
    form = ClauseForm(request.POST)
    plan, row = reviewing.clause_in_review(request, clause)
    if form.is_valid() and perform(request, correct, form=form, clause=clause, correction=form.correction):
        return _back(request, plan.id, row.code)
    return reviewing.clause_form(request, plan, row, form=form)


@page(audience=Audience.BRANCH)
@require_POST
def add_clause_act(request: Asked, clause: UUID) -> HttpResponse:
    """Add a task behind another, then say when and by whom."""
    form = NewClauseForm(request.POST)
    plan, row = reviewing.clause_in_review(request, clause)
    if form.is_valid():
        outcome = perform(request, add_clause, form=form, after=clause, **form.cleaned_data)
        if outcome:
            done = _("Đã thêm nhiệm vụ. Hãy ghi thời gian thực hiện, rồi thêm đơn vị.")
            return answer(request, outcome, to="plans:edit_clause", done=done, clause=outcome.result)
    return reviewing.new_clause_form(request, plan, row, form=form)


@page(audience=Audience.BRANCH)
@require_POST
def strike_clause_act(request: Asked, clause: UUID) -> HttpResponse:
    """What was read is no task."""
    plan = draft_of_clause(clause)
    outcome = perform(request, strike_clause, clause=clause)
    if plan is None:
        return led(request, redirect("plans:index"))
    return answer(request, outcome, to="plans:review", done=_("Đã bỏ nhiệm vụ khỏi bản đọc."), plan=plan)


@page(audience=Audience.BRANCH)
@require_POST
def assign_act(request: Asked, assignment: UUID) -> HttpResponse:
    """Say whom a mention means."""
    form = ResolveForm(request.POST, choices=choices(on=request.today))
    plan, row, each = reviewing.assignment_in_review(request, assignment)
    if form.is_valid() and perform(request, assign, form=form, assignment=assignment, **form.cleaned_data):
        return _back(request, plan.id, row.code)
    return reviewing.assignment_form(request, plan, row, each, form=form)


@page(audience=Audience.BRANCH)
@require_POST
def add_act(request: Asked, clause: UUID) -> HttpResponse:
    """Add a unit that the reading missed."""
    form = AddForm(request.POST, choices=choices(on=request.today))
    plan, row = reviewing.clause_in_review(request, clause)
    if form.is_valid() and perform(request, add_assignment, form=form, clause=clause, **form.cleaned_data):
        return _back(request, plan.id, row.code)
    return reviewing.assignment_form(request, plan, row, None, form=form)


@page(audience=Audience.BRANCH)
@require_POST
def drop_act(request: Asked, assignment: UUID) -> HttpResponse:
    """A mention names nobody."""
    plan = draft_of_assignment(assignment)
    perform(request, drop, assignment=assignment)
    return _back(request, plan, request.POST.get("place", ""))


@page(audience=Audience.BRANCH)
@require_POST
def settle_act(request: Asked, doubt: UUID) -> HttpResponse:
    """A doubt is none, for a reason."""
    form = SettleForm(request.POST)
    plan = draft_of_doubt(doubt)
    how = form.cleaned_data["how"] if form.is_valid() else ""
    perform(request, settle, doubt=doubt, how=how)
    return _back(request, plan, request.POST.get("place", ""))


@page(audience=Audience.BRANCH)
@require_POST
def yearly_act(request: Asked, duty: UUID) -> HttpResponse:
    """Set the day by which a duty wants yearly results."""
    form = YearlyForm(request.POST)
    plan = draft_of_duty(duty)
    given: dict[str, Any] = form.cleaned_data if form.is_valid() else {"day": 0, "month": 0, "before": True}
    perform(request, ask_yearly, duty=duty, **given)
    return _back(request, plan, "to-chuc")


@page(audience=Audience.BRANCH, roles={Role.BRANCH_DIRECTOR})
@require_POST
def activate_act(request: Asked, plan: UUID) -> HttpResponse:
    """Give the work out; a refusal leads back to the review."""
    earlier = tuple(UUID(each) for each in request.POST.getlist("supersedes"))
    form = ActivateForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Hạn gửi kế hoạch của đơn vị chưa đúng; đề nghị ghi theo dạng ngày/tháng/năm."))
        return redirect("plans:review", plan=plan)
    outcome = perform(request, activate, plan=plan, supersedes=earlier, **form.cleaned_data)
    to = "plans:read" if outcome else "plans:review"
    return answer(
        request, outcome, to=to, done=_("Kế hoạch đã được kích hoạt; việc đã giao đến từng đơn vị."), plan=plan
    )


def _back(request: Asked, plan: UUID | None, place: str) -> HttpResponse:
    """To the review, at the place one was."""
    if plan is None:
        return led(request, redirect("plans:index"))
    return led(request, HttpResponseRedirect(reviewing.address(plan, place=place)))
