"""Find a loan, and read its whole life on one page."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from dongvon.domain.lending.papers.of_loan import papers_of_loan
from dongvon.domain.lending.papers.risk_round import FORMS as ROUND_PAPERS
from dongvon.domain.lending.papers.statement import statement_workbook
from dongvon.domain.lending.queries.closing import open_day
from dongvon.domain.lending.queries.explained import InterestExplained, interest_explained
from dongvon.domain.lending.queries.finding import find_loans
from dongvon.domain.lending.queries.life import Happening, life_of, statement_of, whole_life
from dongvon.domain.lending.queries.loan import LoanFacts, loan_facts
from dongvon.domain.lending.queries.origins import origin_facts
from dongvon.domain.lending.queries.petitions import petitions_of, waiting
from dongvon.domain.lending.queries.risk_rounds import round_on
from dongvon.domain.units.queries.directory import units_by_id
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.units.queries.places import places
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.components.wayfinding import Pager, with_query
from dongvon.interfaces.web.loans import facts as told
from dongvon.interfaces.web.loans.forms import DayForm, SearchForm
from dongvon.interfaces.web.loans.tables import (
    interest_tables,
    life_table,
    loans_table,
    petition_table,
    schedule_table,
    statement_table,
    waiting_table,
)
from dongvon.interfaces.web.loans.verbs import doors
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

#: The bank's own people, those who oversee it, and the communes and organisations whose borrowers they are.
READERS = frozenset(
    {
        Role.TELLER,
        Role.ACCOUNTANT,
        Role.CREDIT_OFFICER,
        Role.CREDIT_CONTROLLER,
        Role.OFFICE_DIRECTOR,
        Role.BRANCH_OFFICER,
        Role.BRANCH_DIRECTOR,
        Role.CITY_LEADER,
        Role.INSPECTOR,
        Role.UNIT_HEAD,
        Role.UNIT_REPORTER,
        Role.COMMUNE_OFFICER,
        Role.COMMUNE_CHAIR,
        Role.ORGANISATION_OFFICER,
        Role.GROUP_LEADER,
    }
)
#: Who puts petitions in and who decides them.
DECIDERS = frozenset(
    {Role.CREDIT_OFFICER, Role.CREDIT_CONTROLLER, Role.OFFICE_DIRECTOR, Role.BRANCH_DIRECTOR, Role.INSPECTOR}
)
PAGE_SIZE = 50
#: So many lines of a long table are drawn at first: a year of receipts, and what else happened in it.
LATEST = 15
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(audience=Audience.OVERSIGHT, roles=READERS)
def loans(request: Asked) -> HttpResponse:
    """Loans by number, name, group, programme and standing, fifty a page; a name is posted, never in an address."""
    form = SearchForm(request.POST or _addressed(request), on=request.today)
    asked = form.asked
    number = int(request.GET["trang"]) if request.GET.get("trang", "").isdecimal() else 1
    found = find_loans(asked, page=number, size=PAGE_SIZE)
    seen(request, [row.borrower for row in found.rows], purpose="loan")
    pages = -(-found.total // PAGE_SIZE)
    values = {
        "form": form,
        "table": loans_table(found.rows, communes={place.code: place.name for place in places(on=request.today)}),
        "pager": Pager(max(number, 1), pages=pages, query=form.address, total=found.total) if pages > 1 else None,
        "total": found.total,
        "narrow": asked.text and pages > 1,
    }
    return render(request, "loans/index.html", values)


def _addressed(request: Asked) -> dict[str, str]:
    """What an address may ask for: filters, and a contract number."""
    given = request.GET.dict()
    return {**given, "text": given.get("text", "") if given.get("text", "").isdigit() else ""}


@page(audience=Audience.OVERSIGHT, roles=READERS)
def loan(request: Asked, loan: UUID) -> HttpResponse:
    """The life of a loan: what it is, what it owes and why, what happened, its schedule and its statement."""
    facts = found_loan(request, loan)
    form = DayForm(request.GET if "on" in request.GET else {"on": f"{business_day(request):%d/%m/%Y}"})
    day = form.cleaned_data["on"] if form.is_valid() else business_day(request)
    explained = interest_explained(facts, until=max(day, facts.signed_on))
    latest = 0 if "day_du" in request.GET else LATEST
    values = {"form": form, "day": day, "whole": with_query(request.GET.urlencode(), day_du="1")}
    return render(request, "loans/loan.html", {**values, **_life(request, facts, explained, latest=latest)})


@page(audience=Audience.OVERSIGHT, roles=READERS)
def statement_file(request: Asked, loan: UUID) -> HttpResponse:
    """The statement and the interest behind it as a workbook."""
    facts = found_loan(request, loan, exported=True)
    explained = interest_explained(facts, until=business_day(request))
    content = statement_workbook(facts, statement_of(life_of(loan)), explained)
    headers = {"Content-Disposition": f'attachment; filename="so-phu-{facts.contract_number}.xlsx"'}
    return HttpResponse(content, content_type=WORKBOOK, headers=headers)


@page(audience=Audience.BRANCH, roles=DECIDERS)
def petitions(request: Asked) -> HttpResponse:
    """What borrowers asked for and nobody has decided, the longest waiting first."""
    rows = waiting()
    table = waiting_table(rows, people=names_of({row.proposed_by for row in rows}))
    values = {"table": table, "round": round_on(request.today), "papers": ROUND_PAPERS}
    return render(request, "loans/petitions.html", values)


def found_loan(request: Asked, loan: UUID, *, exported: bool = False) -> LoanFacts:
    """The loan, its borrower noted as seen; or the page that says there is none."""
    facts = loan_facts(loan)
    if facts is None:
        raise Http404
    seen(request, [facts.borrower], purpose="loan", exported=exported)
    return facts


def business_day(request: Asked) -> date:
    """The day on which business is done now: the open one, or today where no day was ever closed."""
    return open_day() or request.today


def _life(request: Asked, facts: LoanFacts, explained: InterestExplained, *, latest: int) -> dict[str, Any]:
    acts = life_of(facts.id)
    life, statement = whole_life(facts, acts, on=request.today), statement_of(acts)
    long: dict[str, tuple[Any, ...]] = {"dien-bien": life, "so-phu": statement, "lai": explained.lines}
    asked = petitions_of(facts.id)
    involved = {row.proposed_by for row in asked} | {row.decided_by for row in asked if row.decided_by}
    people = names_of(involved | {each.person for each in acts if each.person})
    office = units_by_id([facts.unit], on=request.today)[facts.unit]
    origin = origin_facts(facts.id) if any(each.kind is Happening.TAKEN_OVER for each in acts) else None
    return {
        "loan": facts,
        "printable": papers_of_loan(facts),
        "heading": told.heading(facts),
        "badge": told.badge(facts),
        "stats": told.stats(facts, explained),
        "borrower": told.borrower(facts, office=office.full_name),
        "contract": told.contract(facts, on=request.today),
        "origin": told.origin(origin) if origin else None,
        "rate": told.rate_of_the_day(facts, day=explained.until),
        "doors": doors(facts, asked=asked, roles=request.actor.roles),
        "petitions": petition_table(asked, people=people) if asked else None,
        "life": life_table(life, people=people, latest=latest),
        "schedule": schedule_table(facts.instalments, on=request.today, instead=told.instead(facts)),
        "statement": statement_table(statement, latest=latest),
        "interest": interest_tables(explained, latest=latest),
        "cut": {part for part, rows in long.items() if 0 < latest < len(rows)},
        "owed": explained.owed,
    }
