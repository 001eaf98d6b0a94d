"""A request on the leader's phone or at the office (01/TD): who, which programme, how much, for what."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dongvon.domain.lending.operations.apply import (
    ApplicationDraft,
    AuthorisationDraft,
    CourseDraft,
    ItemDraft,
    UndertakingDraft,
    apply,
)
from dongvon.domain.lending.queries.eligibility import explained
from dongvon.domain.lending.queries.members import MemberRow, members_of
from dongvon.domain.lending.queries.routes import all_grounds
from dongvon.interfaces.web.road.explaining import sentences
from dongvon.interfaces.web.road.requests import RequestForm
from dongvon.interfaces.web.road.roles import ASKING
from dongvon.interfaces.web.road.words import verdict_badge
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import led, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel.ids import new_id


@page(audience=Audience.LENDING, roles=ASKING)
def ask(request: Asked, household: UUID) -> HttpResponse:
    """The form, beside what the household may borrow."""
    return _shown(request, household, form=None)


@page(audience=Audience.LENDING, roles=ASKING)
@require_POST
def ask_act(request: Asked, household: UUID) -> HttpResponse:
    """The request is written down."""
    people = _members(request, household)
    form = RequestForm(
        request.POST,
        members=people,
        offers=explained(household, on=request.today),
        grounds=all_grounds(on=request.today),
    )
    if form.is_valid():
        outcome = perform(request, apply, form=form, application=_draft(household, form.cleaned_data))
        if outcome:
            return led(request, redirect("road:file", application=outcome.result))
    return _shown(request, household, form=form, status=422)


def _shown(request: Asked, household: UUID, *, form: forms.Form | None, status: int = 200) -> HttpResponse:
    people, told = _members(request, household), explained(household, on=request.today)
    values = {
        "household": household,
        "form": form or RequestForm(members=people, offers=told, grounds=all_grounds(on=request.today)),
        "offers": [
            {"name": each.name, "badge": verdict_badge(each.verdict), "lines": sentences(each.failed + each.missing)}
            for each in told
            if each.verdict != "ineligible"
        ],
    }
    return render(request, "road/ask.html", values, status=status)


def _members(request: Asked, household: UUID) -> list[MemberRow]:
    people = members_of(household, on=request.today)
    if not people:
        raise Http404
    return people


def _draft(household: UUID, given: dict[str, Any]) -> ApplicationDraft:
    signed = given["signed_on"] and AuthorisationDraft(
        signed_on=given["signed_on"], witness=given["witness"], signers=tuple(given["signers"])
    )
    return ApplicationDraft(
        id=new_id(),
        household=household,
        programme=given["programme"],
        borrower=given["borrower"],
        amount=given["amount"],
        own_capital=given["own_capital"] or 0,
        term_months=given["term_months"],
        purpose=given["purpose"],
        items=(ItemDraft(item=given["purpose"], quantity="", amount=given["amount"] + (given["own_capital"] or 0)),),
        authorisation=signed or None,
        course=_course(given),
        undertaking=_undertaking(given),
        monthly_income=given["monthly_income"],
        family=given["family"],
        grounds=tuple(given["grounds"]),
    )


def _course(given: dict[str, Any]) -> CourseDraft | None:
    if not given["school"]:
        return None
    names = ("student", "school", "field", "level", "starts_on", "ends_on", "months")
    return CourseDraft(tuition=given["tuition"] or 0, **{name: given[name] for name in names})


def _undertaking(given: dict[str, Any]) -> UndertakingDraft | None:
    if not given["kind"]:
        return None
    return UndertakingDraft(
        kind=given["kind"],
        partner=given["partner"],
        reference=given["reference"],
        project=given["project"],
        value=given["value"],
        paid=given["paid"] or 0,
    )
