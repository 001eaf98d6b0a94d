"""The catalogue: who may borrow, how much, how long, at what rate, by which article."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from dongvon.domain.programmes.queries.catalogue import ProgrammeRow, catalogue, rates_of_loan
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.catalogue.forms import QuestionForm, RateForm
from dongvon.interfaces.web.catalogue.tables import programme_table, rate_table, span_table, term_columns
from dongvon.interfaces.web.shell.access import public_page
from dongvon.interfaces.web.shell.gate import Asked

PROPOSERS = frozenset({Role.CREDIT_CONTROLLER, Role.BRANCH_OFFICER})
APPROVERS = frozenset({Role.BRANCH_DIRECTOR})


@public_page
def programmes(request: Asked) -> HttpResponse:
    """Every programme on one page; open to citizens."""
    return render(request, "catalogue/programmes.html", programme_table(catalogue(), on=request.today))


@public_page
def programme(request: Asked, programme: UUID) -> HttpResponse:
    """One programme: conditions of each fund, history of rates, and what a given loan bore."""
    return shown(request, found(programme))


def found(programme: UUID) -> ProgrammeRow:
    """The programme, or the page that says there is none."""
    row = next((row for row in catalogue() if row.id == programme), None)
    if row is None:
        raise Http404
    return row


def shown(request: Asked, row: ProgrammeRow, *, form: RateForm | None = None) -> HttpResponse:
    """The programme's page, with the proposal form as it stands."""
    roles = request.standing.roles if request.standing else frozenset()
    waiting = [rate for rate in row.rates if rate.approved_by is None]
    values = {
        "programme": row,
        "terms": term_columns(row),
        "rates": rate_table(row.rates),
        "question": _answered(request, row),
        "form": form or (RateForm(rates=row.rates) if roles & PROPOSERS and row.rates else None),
        "waiting": waiting if roles & APPROVERS else [],
    }
    return render(request, "catalogue/programme.html", values, status=422 if form else 200)


def _answered(request: Asked, row: ProgrammeRow) -> dict[str, Any]:
    asked = "signed_on" in request.GET
    form = QuestionForm(request.GET if asked else None, rates=row.rates)
    if not asked or not form.is_valid():
        return {"form": form}
    spans = rates_of_loan(series=form.cleaned_data["series"], signed_on=form.cleaned_data["signed_on"])
    return {"form": form, "answer": span_table(spans)}
