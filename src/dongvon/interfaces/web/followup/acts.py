"""What can be done in follow-up: open a special round, ask for relief, decide it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.operations.decide_relief import decide_relief
from dongvon.domain.workplan.operations.extend import extend
from dongvon.domain.workplan.operations.open_round import open_round
from dongvon.domain.workplan.operations.waive import waive
from dongvon.domain.workplan.queries.unit_round import unit_round
from dongvon.interfaces.web.followup import keeping, pages
from dongvon.interfaces.web.followup.forms import DecideForm, ReliefForm, RoundForm
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked

ASKING = {Role.UNIT_HEAD, Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR}


@page(audience=Audience.BRANCH)
@require_POST
def open_round_act(request: Asked, plan: UUID) -> HttpResponse:
    """Open a mid-term or final review."""
    form = RoundForm(request.POST)
    if form.is_valid():
        outcome = perform(request, open_round, form=form, plan=plan, **form.cleaned_data)
        if outcome:
            return answer(request, outcome, to="followup:rounds", done=_("Đã mở đợt báo cáo."))
    return keeping.rounds_page(request, form=form)


@page(audience=Audience.UNIT, roles=ASKING)
@require_POST
def ask_relief_act(request: Asked, unit: UUID, round: UUID) -> HttpResponse:
    """Ask to be let off, or for longer."""
    found = unit_round(unit, round=round, on=request.today)
    if found is None:
        raise Http404
    form = ReliefForm(request.POST, clauses=pages.relief_clauses(found))
    if not form.is_valid():
        return pages.cell_page(request, unit, round, form=form)
    given = form.cleaned_data
    asked = {"reason": given["reason"], "document": given["document"], "round": round, "unit": unit}
    asked["clause"] = UUID(given["clause"]) if given["clause"] else None
    longer = given["kind"] == "extension"
    verb: Any = extend if longer else waive
    outcome = perform(request, verb, form=form, **asked, **({"due_on": given["due_on"]} if longer else {}))
    if not outcome:
        return pages.cell_page(request, unit, round, form=form)
    return answer(request, outcome, to="followup:cell", done=_("Đã gửi đề nghị."), unit=unit, round=round)


@page(audience=Audience.BRANCH, roles={Role.BRANCH_DIRECTOR, Role.CITY_LEADER})
@require_POST
def decide_relief_act(request: Asked, relief: UUID) -> HttpResponse:
    """Grant or decline a request."""
    form = DecideForm(request.POST)
    if not form.is_valid():
        return redirect("followup:relief")
    given = form.cleaned_data
    outcome = perform(
        request,
        decide_relief,
        relief=relief,
        granted=given["granted"] == "yes",
        document=given["document"],
        note=given["note"],
    )
    return answer(request, outcome, to="followup:relief", done=_("Đã quyết định."))
