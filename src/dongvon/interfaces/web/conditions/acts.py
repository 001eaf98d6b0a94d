"""Proposing a rule, and deciding those that wait."""

from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.groups.operations.decide_assessment import decide_assessment
from dongvon.domain.groups.operations.propose_assessment import propose_assessment
from dongvon.domain.lending.operations.decide_rules import decide_rules
from dongvon.domain.lending.operations.propose_rules import propose_rules
from dongvon.domain.lending.queries.rules import OF_GROUPS
from dongvon.interfaces.web.catalogue.acts import decision_in
from dongvon.interfaces.web.catalogue.pages import APPROVERS, PROPOSERS
from dongvon.interfaces.web.conditions.forms import FORMS
from dongvon.interfaces.web.conditions.pages import communes_on, kind_of, proposal_shown
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked

DECIDING: Final[dict[str, Any]] = {"lending": decide_rules, "groups": decide_assessment}


@page(audience=Audience.BRANCH, roles=PROPOSERS)
@require_POST
def propose(request: Asked, kind: str) -> HttpResponse:
    """Lay a rule before the director."""
    found = kind_of(kind)
    form = FORMS[found](request.POST, communes=communes_on(request.today))
    if form.is_valid():
        verb: Any = propose_assessment if found in OF_GROUPS else propose_rules
        outcome = perform(request, verb, form=form, rules=(form.draft,))
        if outcome:
            return answer(request, outcome, to="conditions:rules", done=_("Đã trình; có hiệu lực khi được duyệt."))
    return proposal_shown(request, found, form)


@page(audience=Audience.BRANCH, roles=APPROVERS)
@require_POST
def decide(request: Asked) -> HttpResponse:
    """Put what was ticked in force, or turn it down with a reason."""
    verb = DECIDING.get(request.POST.get("of", "lending"))
    try:
        chosen = tuple(UUID(each) for each in request.POST.getlist("rules"))
    except ValueError as fault:
        raise Http404 from fault
    if verb is None:
        raise Http404
    if not chosen:
        messages.error(request, _("Chưa chọn quy định nào."))
        return redirect("conditions:rules")
    decision = decision_in(request)
    outcome = perform(request, verb, rules=chosen, decision=decision)
    done = _("Quy định đã được duyệt.") if decision.granted else _("Đã không duyệt.")
    return answer(request, outcome, to="conditions:rules", done=done)
