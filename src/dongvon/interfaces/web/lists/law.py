"""The standards and terms of lists: what holds, what waits for approval, and how another is proposed."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.people.operations.approve_limit import approve_limit
from dongvon.domain.people.operations.approve_standard import approve_standard
from dongvon.domain.people.operations.propose_limit import propose_limit
from dongvon.domain.people.operations.propose_standard import propose_standard
from dongvon.domain.people.queries.standards import limits, standards
from dongvon.domain.people.vocabulary import Area, Limit, Measure, StandardDraft
from dongvon.domain.units.queries.places import places
from dongvon.interfaces.web.catalogue.pages import APPROVERS, PROPOSERS
from dongvon.interfaces.web.lists import tables
from dongvon.interfaces.web.lists.law_forms import LimitForm, StandardForm
from dongvon.interfaces.web.lists.words import AREAS, LIMITS, MEASURES
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel.confidence import Confidence


@page(audience=Audience.SIGNED_IN)
def standards_page(request: Asked) -> HttpResponse:
    """The standards by which households are classed and the terms of lists, with their basis."""
    return law_shown(request)


@page(audience=Audience.BRANCH, roles=PROPOSERS)
@require_POST
def propose_standard_act(request: Asked) -> HttpResponse:
    """Lay a standard before the director."""
    form = StandardForm(request.POST, auto_id="standard-%s", communes=_communes(request))
    if form.is_valid():
        given = form.cleaned_data
        draft = StandardDraft(
            **{
                **given,
                "measure": Measure(given["measure"]),
                "area": Area(given["area"]),
                "place": given["place"] or None,
                "confidence": Confidence(given["confidence"]),
            }
        )
        outcome = perform(request, propose_standard, form=form, standard=draft)
        if outcome:
            return answer(request, outcome, to="lists:standards", done=_("Đã trình chuẩn mới."))
    return law_shown(request, standard=form)


@page(audience=Audience.BRANCH, roles=PROPOSERS)
@require_POST
def propose_limit_act(request: Asked) -> HttpResponse:
    """Lay a term before the director."""
    form = LimitForm(request.POST, auto_id="limit-%s")
    if form.is_valid():
        given = form.cleaned_data
        told = {**given, "limit": Limit(given["limit"]), "confidence": Confidence(given["confidence"])}
        outcome = perform(request, propose_limit, form=form, **told)
        if outcome:
            return answer(request, outcome, to="lists:standards", done=_("Đã trình thời hạn mới."))
    return law_shown(request, limit=form)


@page(audience=Audience.BRANCH, roles=APPROVERS)
@require_POST
def approve_standard_act(request: Asked, proposal: UUID) -> HttpResponse:
    """Put a standard in force."""
    outcome = perform(request, approve_standard, proposal=proposal)
    return answer(request, outcome, to="lists:standards", done=_("Chuẩn đã được duyệt."))


@page(audience=Audience.BRANCH, roles=APPROVERS)
@require_POST
def approve_limit_act(request: Asked, proposal: int) -> HttpResponse:
    """Put a term in force."""
    outcome = perform(request, approve_limit, proposal=proposal)
    return answer(request, outcome, to="lists:standards", done=_("Thời hạn đã được duyệt."))


def law_shown(request: Asked, *, standard: StandardForm | None = None, limit: LimitForm | None = None) -> HttpResponse:
    """The page, with a form that came back where there is one."""
    known, terms = standards(), limits()
    wrong: forms.Form | None = standard or limit
    if request.standing.roles & PROPOSERS:
        standard = standard or StandardForm(auto_id="standard-%s", communes=_communes(request))
        limit = limit or LimitForm(auto_id="limit-%s")
    values: dict[str, Any] = {
        "standards": tables.standard_table([row for row in known if not row.waiting]),
        "limits": tables.limit_table([row for row in terms if not row.waiting]),
        "waiting": [(row, MEASURES[row.measure], AREAS[row.area]) for row in known if row.waiting],
        "waiting_limits": [(row, LIMITS[row.limit]) for row in terms if row.waiting],
        "may_approve": bool(request.standing.roles & APPROVERS),
        "standard": standard,
        "limit": limit,
        "wrong": wrong,
    }
    return render(request, "lists/standards.html", values, status=422 if wrong else 200)


def _communes(request: Asked) -> list[tuple[str, str]]:
    return [(row.code, f"{row.type} {row.name}") for row in places(on=request.today)]
