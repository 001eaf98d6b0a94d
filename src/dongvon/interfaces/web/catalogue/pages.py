"""The catalogue: who may borrow, how much, how long, at what rate, by which article."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from dongvon.domain.lending.queries.servicing_rules import servicing_rules
from dongvon.domain.people.queries.standards import limits, standards
from dongvon.domain.programmes.queries.catalogue import ProgrammeRow, RateRow, TermRow, catalogue, rates_of_loan
from dongvon.domain.programmes.queries.declined import turned_down
from dongvon.domain.programmes.queries.documents import documents
from dongvon.domain.programmes.queries.exclusions import exclusions_about
from dongvon.domain.programmes.queries.reasons import reasons_of_loan
from dongvon.domain.programmes.vocabulary import Fund
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.catalogue.forms import DocumentForm, QuestionForm, RateForm, TermForm
from dongvon.interfaces.web.catalogue.repaying import repaying_table
from dongvon.interfaces.web.catalogue.tables import (
    basis_table,
    exclusion_table,
    fund_table,
    programme_table,
    rate_table,
    span_table,
    term_facts,
    term_on,
    turned_down_lines,
    version_table,
)
from dongvon.interfaces.web.catalogue.words import FUNDS, TOUCHES, code_shown, key_shown, reason_facts, short, who_bears
from dongvon.interfaces.web.components.reading import Fact
from dongvon.interfaces.web.shell.access import Audience, page, public_page
from dongvon.interfaces.web.shell.gate import Asked

PROPOSERS = frozenset({Role.CREDIT_CONTROLLER, Role.BRANCH_OFFICER})
APPROVERS = frozenset({Role.BRANCH_DIRECTOR})


@public_page
def programmes(request: Asked) -> HttpResponse:
    """Every programme on one page; open to citizens."""
    rows = catalogue()
    roles = request.standing.roles if request.standing else frozenset()
    waiting = [row for row in rows if has_waiting(row)] if roles & APPROVERS else []
    law_waits = bool(roles & APPROVERS) and (
        any(row.waiting for row in standards()) or any(row.waiting for row in limits())
    )
    values = {**programme_table(rows, on=request.today), "waiting": waiting}
    values |= {"law_waits": law_waits, "signed_in": request.standing is not None}
    return render(request, "catalogue/programmes.html", values)


def has_waiting(row: ProgrammeRow) -> bool:
    """Whether a rate or a set of conditions waits for the approver."""
    return any(not rate.granted for rate in row.rates) or any(not term.granted for term in row.terms)


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
    on = request.today
    values = {
        "programme": row,
        "code": code_shown(row.code),
        "funds": fund_table(row, on=on),
        "versions": [table for fund in Fund if (table := version_table(row, fund=fund, on=on))],
        "repaying": repaying_table(servicing_rules(row.id, on=on)),
        "exclusions": exclusion_table(exclusions_about(row.id), programme=row.id),
        "rates": rate_table(row.rates, on=on),
        "question": _answered(request, row),
        "form": form or (RateForm(rates=row.rates, on=on) if roles & PROPOSERS and row.rates else None),
        "may_propose": roles & PROPOSERS,
        "turned_down": turned_down_lines(turned_down(row.id)) if roles & PROPOSERS else [],
        "waiting": _waiting_rates(row) if roles & APPROVERS else [],
        "waiting_terms": _waiting_terms(row) if roles & APPROVERS else [],
    }
    return render(request, "catalogue/programme.html", values, status=422 if form else 200)


@public_page
def documents_page(request: Asked) -> HttpResponse:
    """The legal documents that the catalogue rests on; open to citizens."""
    return documents_shown(request)


def documents_shown(request: Asked, *, form: DocumentForm | None = None) -> HttpResponse:
    """The list, with the form for one more where the asker may cite."""
    roles = request.standing.roles if request.standing else frozenset()
    values = {
        "table": basis_table(documents()),
        "form": form or (DocumentForm() if roles & PROPOSERS else None),
    }
    return render(request, "catalogue/documents.html", values, status=422 if form else 200)


@page(audience=Audience.BRANCH, roles=PROPOSERS)
def term(request: Asked, programme: UUID) -> HttpResponse:
    """A form for new conditions, filled with those in force; the city's own for its money are proposed here too."""
    row = found(programme)
    fund = request.GET.get("fund", Fund.LOCAL.value)
    return term_shown(request, row, TermForm(initial=_in_force(row, fund=fund, on=request.today)))


def term_shown(request: Asked, row: ProgrammeRow, form: TermForm) -> HttpResponse:
    """The form as it stands."""
    return render(request, "catalogue/term.html", {"programme": row, "form": form}, status=422 if form.errors else 200)


def _in_force(row: ProgrammeRow, *, fund: str, on: date) -> dict[str, Any]:
    now = term_on(row, on=on, fund=fund)
    if now is None:
        return {"fund": fund}
    kept = (
        "channel",
        "longest_months",
        "grace_months",
        "collateral_above",
        "overdue_percent",
        "rollover",
        "confidence",
    )
    course = ("short_course_months", "short_course_times", "course_times")
    values = {name: getattr(now, name) for name in (*kept, *course)}
    ceilings = {f"ceiling_{each.per}": each.amount or each.percent for each in now.ceilings}
    return {"fund": fund, **{name: short(value) for name, value in (values | ceilings).items()}}


def _waiting_rates(row: ProgrammeRow) -> list[tuple[RateRow, str, str]]:
    waiting = [rate for rate in row.rates if not rate.granted]
    return [(rate, who_bears(rate), str(TOUCHES[rate.applies_to]).lower()) for rate in waiting]


def _waiting_terms(row: ProgrammeRow) -> list[tuple[TermRow, str, tuple[Fact, ...]]]:
    return [(term, str(FUNDS[term.fund]), term_facts(term)) for term in row.terms if not term.granted]


def _answered(request: Asked, row: ProgrammeRow) -> dict[str, Any]:
    asked = "signed_on" in request.GET
    form = QuestionForm(request.GET if asked else None, rates=row.rates)
    if not asked or not form.is_valid():
        return {"form": form}
    given = form.cleaned_data
    reasons = reasons_of_loan(series=given["series"], signed_on=given["signed_on"])
    day = max(given["day"] or request.today, given["signed_on"])
    answer = {"form": form, "answer": span_table(rates_of_loan(series=given["series"], signed_on=given["signed_on"]))}
    reason = next((each for each in reasons if each.holds(day)), None)
    if reason is None:
        return answer
    like = next(rate for rate in row.rates if rate.series == given["series"])
    key = key_shown(programme=row.name, fund=like.fund, priority_class=like.priority_class, area=like.area)
    return {**answer, "day": day, "why": reason_facts(reason, key=key, signed_on=given["signed_on"])}
