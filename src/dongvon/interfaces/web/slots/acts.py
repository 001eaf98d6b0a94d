"""The branch defines a figure."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.workplan.operations.define_slot import define_slot
from dongvon.domain.workplan.queries.inbox import plan_in_force
from dongvon.domain.workplan.vocabulary import Aggregate, SlotKind
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.slots.pages import BRANCH, blank_form, slots_shown


@page(audience=Audience.BRANCH, roles=BRANCH)
@require_POST
def define(request: Asked) -> HttpResponse:
    """Add a slot to the plan in force."""
    plan = plan_in_force()
    if plan is None:
        return redirect("slots:slots")
    form = blank_form(plan, request.POST)
    if form.is_valid():
        outcome = perform(request, define_slot, form=form, **_given(form.cleaned_data))
        if outcome:
            return answer(request, outcome, to="slots:slots", done=_("Đã thêm chỉ tiêu; các đơn vị thấy ngay."))
    return slots_shown(request, plan=plan, form=form, status=422)


def _given(given: dict[str, Any]) -> dict[str, Any]:
    return {
        **given,
        "kind": SlotKind(given["kind"]),
        "aggregate": Aggregate(given["aggregate"]),
        "bodies": tuple(given["bodies"]),
    }
