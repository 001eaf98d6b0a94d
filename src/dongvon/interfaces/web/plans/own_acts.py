"""What a unit does about its own share of a plan."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.units.queries.people import people_of
from dongvon.domain.workplan.operations.delegate import delegate
from dongvon.domain.workplan.operations.finish_delegation import finish_delegation
from dongvon.domain.workplan.operations.send_implementation_plan import send_implementation_plan
from dongvon.domain.workplan.operations.withdraw_delegation import withdraw_delegation
from dongvon.domain.workplan.queries.clauses import clause_of_delegation
from dongvon.domain.workplan.queries.own_plans import clauses_of
from dongvon.interfaces.web.plans import own_pages
from dongvon.interfaces.web.plans.own_forms import DelegateForm, OwnPlanForm
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.UNIT)
@require_POST
def send_act(request: Asked, plan: UUID) -> HttpResponse:
    """Send the unit's own plan."""
    clauses = clauses_of(request.actor.unit, plan=plan) if request.actor.unit else []
    form = OwnPlanForm(request.POST, request.FILES, clauses=clauses)
    if form.is_valid():
        file = form.cleaned_data["file"]
        outcome = perform(
            request,
            send_implementation_plan,
            form=form,
            plan=plan,
            number=form.cleaned_data["number"],
            issued_on=form.cleaned_data["issued_on"],
            file_name=file.name,
            content=file.read(),
            tasks=form.tasks,
        )
        if outcome:
            return answer(request, outcome, to="plans:own_plan", done=_("Đã gửi kế hoạch của đơn vị."), plan=plan)
    return own_pages.send_form(request, plan, form=form)


@page(audience=Audience.UNIT)
@require_POST
def delegate_act(request: Asked, clause: UUID) -> HttpResponse:
    """Give a clause to somebody."""
    people = people_of(request.actor.unit, on=request.today) if request.actor.unit else []
    form = DelegateForm(request.POST, people=people)
    if form.is_valid():
        given = form.cleaned_data | {"person": UUID(form.cleaned_data["person"])}
        outcome = perform(request, delegate, form=form, clause=clause, **given)
        if outcome:
            return answer(request, outcome, to="plans:clause", done=_("Đã phân công."), clause=clause)
    return own_pages.delegate_form(request, clause, form=form)


@page(audience=Audience.UNIT)
@require_POST
def finish_act(request: Asked, delegation: UUID) -> HttpResponse:
    """Say that the work is done."""
    clause = clause_of_delegation(delegation)
    if clause is None:
        raise Http404
    outcome = perform(request, finish_delegation, delegation=delegation)
    return answer(request, outcome, to="plans:clause", done=_("Đã ghi nhận việc đã xong."), clause=clause)


@page(audience=Audience.UNIT)
@require_POST
def withdraw_act(request: Asked, delegation: UUID) -> HttpResponse:
    """Take a clause back."""
    clause = clause_of_delegation(delegation)
    if clause is None:
        raise Http404
    outcome = perform(request, withdraw_delegation, delegation=delegation)
    return answer(request, outcome, to="plans:clause", done=_("Đã thu lại phân công."), clause=clause)
