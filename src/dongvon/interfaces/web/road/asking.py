"""A request on the leader's phone or at the office (01/TD): who, which programme, how much, for what."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from dongvon.domain.lending.operations.apply import (
    ApplicationDraft,
    AuthorisationDraft,
    CourseDraft,
    ItemDraft,
    UndertakingDraft,
    apply,
)
from dongvon.domain.lending.papers.request import REQUEST
from dongvon.domain.lending.queries.eligibility import explained
from dongvon.domain.lending.queries.members import MemberRow, members_of
from dongvon.domain.lending.queries.routes import all_grounds
from dongvon.interfaces.web.papers.forms import FilledUpload
from dongvon.interfaces.web.papers.reading import Reading, reading_of, shown
from dongvon.interfaces.web.road.explaining import part_lines, sentences
from dongvon.interfaces.web.road.prefilling import items_from, known_from
from dongvon.interfaces.web.road.requests import ItemForm, RequestForm, plan_forms
from dongvon.interfaces.web.road.roles import ASKING
from dongvon.interfaces.web.road.words import verdict_badge
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import key_of, led, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen


@page(audience=Audience.LENDING, roles=ASKING)
def ask(request: Asked, household: UUID) -> HttpResponse:
    """The form, beside what the household may borrow."""
    return request_shown(request, household)


@page(audience=Audience.LENDING, roles=ASKING)
@require_POST
def ask_act(request: Asked, household: UUID) -> HttpResponse:
    """The request is written down."""
    people = members_here(request, household)
    told, grounds = explained(household, on=request.today), all_grounds(on=request.today)
    form, plan = RequestForm(request.POST, members=people, offers=told, grounds=grounds), plan_forms(request.POST)
    if all([form.is_valid(), *(line.is_valid() for line in plan)]):
        draft = _draft(key_of(request), household, form.cleaned_data, [line.cleaned_data for line in plan])
        outcome = perform(request, apply, form=form, application=draft)
        if outcome:
            return led(request, redirect("road:file", application=outcome.result))
    return request_shown(request, household, form=form, plan=plan, status=422)


@page(audience=Audience.LENDING, roles=ASKING)
@require_POST
def read_act(request: Asked, household: UUID) -> HttpResponse:
    """The form again, filled with what a filled 01/TD says; nothing is kept."""
    upload = FilledUpload(request.POST, request.FILES)
    reading = reading_of(upload, REQUEST)
    if reading is None:
        return request_shown(request, household, upload=upload, status=422)
    people, offers = members_here(request, household), explained(household, on=request.today)
    form = RequestForm(
        initial=known_from(reading, members=people, offers=offers),
        members=people,
        offers=offers,
        grounds=all_grounds(on=request.today),
    )
    plan = plan_forms(known=items_from(reading))
    return request_shown(request, household, form=form, plan=plan, upload=upload, reading=reading)


def request_shown(
    request: Asked,
    household: UUID,
    *,
    form: RequestForm | None = None,
    plan: Sequence[ItemForm] = (),
    upload: FilledUpload | None = None,
    reading: Reading | None = None,
    status: int = 200,
) -> HttpResponse:
    """The form as it stands, beside what the household may borrow."""
    people, told = members_here(request, household), explained(household, on=request.today)
    lines = plan or plan_forms()
    values = {
        "household": household,
        "form": form or RequestForm(members=people, offers=told, grounds=all_grounds(on=request.today)),
        "plan": lines,
        "plan_faults": tuple(fault for line in lines for faults in line.errors.values() for fault in faults),
        "parts": [(each.name, parts) for each in told if each.verdict != "ineligible" and (parts := part_lines(each))],
        "read": shown(
            upload or FilledUpload(), reading, number=REQUEST.number, to=reverse("road:read", args=[household])
        ),
        "offers": [
            {"name": each.name, "badge": verdict_badge(each.verdict), "lines": sentences(each.missing + each.doubtful)}
            for each in told
            if each.verdict != "ineligible"
        ],
    }
    return render(request, "road/ask.html", values, status=status)


def members_here(request: Asked, household: UUID) -> list[MemberRow]:
    people = members_of(household, on=request.today)
    if not people:
        raise Http404
    seen(request, [row.id for row in people], purpose="household", of=household)
    return people


def _draft(id_: UUID, household: UUID, given: dict[str, Any], plan: list[dict[str, Any]]) -> ApplicationDraft:
    """The form's key names the request too, so that a second tap is the same one."""
    signed = given["signed_on"] and AuthorisationDraft(
        signed_on=given["signed_on"], witness=given["witness"], signers=tuple(given["signers"])
    )
    return ApplicationDraft(
        id=id_,
        household=household,
        programme=given["programme"],
        borrower=given["borrower"],
        amount=given["amount"],
        fund=given["fund"],
        priority_class=given["priority_class"],
        own_capital=given["own_capital"] or 0,
        term_months=given["term_months"],
        purpose=given["purpose"],
        items=_items(given, plan),
        authorisation=signed or None,
        course=_course(given),
        undertaking=_undertaking(given),
        monthly_income=given["monthly_income"],
        family=given["family"],
        grounds=tuple(given["grounds"]),
    )


def _items(given: dict[str, Any], plan: list[dict[str, Any]]) -> tuple[ItemDraft, ...]:
    """The lines of the plan; where none was written, the purpose is the one line."""
    whole = {"item": given["purpose"], "quantity": "", "amount": given["amount"] + (given["own_capital"] or 0)}
    written = [line for line in plan if line["item"]] or [whole]
    return tuple(ItemDraft(**line) for line in written)


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
        collateral=given["collateral"] or None,
        workers=given["workers"] or 1,
        meant_workers=given["meant_workers"] or 0,
        works=given["works"] or 1,
        ends_on=given["contract_until"],
    )
