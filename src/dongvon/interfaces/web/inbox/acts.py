"""What the branch and the leaders do with concerns, and how a unit raises one."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.workplan.operations.answer import answer as answer_concerns
from dongvon.domain.workplan.operations.decide import decide
from dongvon.domain.workplan.operations.escalate import escalate
from dongvon.domain.workplan.operations.group_concerns import group_concerns
from dongvon.domain.workplan.operations.raise_concern import raise_concern
from dongvon.domain.workplan.queries.inbox import clause_choices, plan_in_force, thread_of
from dongvon.domain.workplan.vocabulary import ConcernKind
from dongvon.interfaces.web.inbox.forms import AnswerForm, ChosenForm, DecideForm, EscalateForm, GroupForm, RaiseForm
from dongvon.interfaces.web.inbox.pages import BRANCH, UNIT, concerns_shown, decision_shown, mine_shown
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.BRANCH, roles=BRANCH)
@require_POST
def group(request: Asked) -> HttpResponse:
    """Put concerns that say the same under one name."""
    return _handled(request, GroupForm(request.POST), group_concerns, done=_("Đã gộp các ý kiến thành nhóm."))


@page(audience=Audience.BRANCH, roles=BRANCH)
@require_POST
def reply(request: Asked) -> HttpResponse:
    """Answer the units."""
    return _handled(request, AnswerForm(request.POST), answer_concerns, done=_("Đã trả lời các đơn vị."))


@page(audience=Audience.BRANCH, roles=BRANCH)
@require_POST
def send_up(request: Asked) -> HttpResponse:
    """Ask the leaders to decide."""
    return _handled(request, EscalateForm(request.POST), escalate, done=_("Đã trình lãnh đạo thành phố."))


@page(audience=Audience.CITY)
@require_POST
def settle(request: Asked, escalation: UUID) -> HttpResponse:
    """Decide what was sent up."""
    thread = thread_of(escalation, on=request.today)
    form = DecideForm(request.POST, clauses=clause_choices(thread.plan) if thread else [])
    if form.is_valid():
        outcome = perform(request, decide, form=form, escalation=escalation, **form.cleaned_data)
        if outcome:
            return answer(request, outcome, to="inbox:awaiting", done=_("Đã ghi quyết định."))
    return decision_shown(request, escalation, form=form, status=422)


@page(audience=Audience.UNIT, roles=UNIT)
@require_POST
def raise_alone(request: Asked) -> HttpResponse:
    """Tell the branch at once, outside any report."""
    plan = plan_in_force()
    form = RaiseForm(request.POST, clauses=clause_choices(plan) if plan else [])
    if form.is_valid() and plan:
        given = form.cleaned_data
        outcome = perform(
            request,
            raise_concern,
            form=form,
            plan=plan,
            unit=request.actor.unit,
            kind=ConcernKind(given["kind"]),
            text=given["text"],
            clause=given["clause"],
        )
        if outcome:
            return answer(request, outcome, to="inbox:mine", done=_("Đã gửi ý kiến tới chi nhánh."))
    return mine_shown(request, form=form, status=422)


def _handled(request: Asked, form: ChosenForm, operation: Callable[..., Any], *, done: Promise) -> HttpResponse:
    """One act on the concerns that were marked."""
    if form.is_valid():
        given = {**form.cleaned_data, "concerns": tuple(form.cleaned_data["concerns"])}
        outcome = perform(request, operation, form=form, **given)
        if outcome:
            return answer(request, outcome, to="inbox:concerns", done=done)
    return concerns_shown(request, form=form, status=422)
