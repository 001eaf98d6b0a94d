"""Proposing a rule of the road, and deciding those that wait."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.lending.operations.decide_road_rules import decide_road_rules
from dongvon.domain.lending.operations.propose_road_rules import propose_road_rules
from dongvon.interfaces.web.catalogue.pages import APPROVERS, PROPOSERS
from dongvon.interfaces.web.conditions.forms import FORMS
from dongvon.interfaces.web.conditions.pages import communes_on, kind_of, proposal_shown
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.BRANCH, roles=PROPOSERS)
@require_POST
def propose(request: Asked, kind: str) -> HttpResponse:
    """Lay a rule before the director."""
    found = kind_of(kind)
    form = FORMS[found](request.POST, communes=communes_on(request.today))
    if form.is_valid():
        outcome = perform(request, propose_road_rules, form=form, rules=form.rules)
        if outcome:
            return answer(request, outcome, to="conditions:rules", done=_("Đã trình; có hiệu lực khi được duyệt."))
    return proposal_shown(request, found, form)


@page(audience=Audience.BRANCH, roles=APPROVERS)
@require_POST
def decide(request: Asked) -> HttpResponse:
    """Put what was ticked in force, or turn it down."""
    try:
        chosen = tuple(UUID(each) for each in request.POST.getlist("rules"))
    except ValueError as fault:
        raise Http404 from fault
    if not chosen:
        messages.error(request, _("Chưa chọn quy định nào."))
        return redirect("conditions:rules")
    granted = request.POST.get("decision") == "grant"
    outcome = perform(request, decide_road_rules, rules=chosen, granted=granted)
    done = _("Quy định đã được duyệt.") if granted else _("Đã không duyệt.")
    return answer(request, outcome, to="conditions:rules", done=done)
