"""The accountant's views: trial balance and journal."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from dongvon.domain.ledger.papers import trial_balance_workbook
from dongvon.domain.ledger.queries.balances import trial_balance
from dongvon.domain.ledger.queries.days import last_closed
from dongvon.domain.ledger.queries.journal import journal as journal_of
from dongvon.domain.ledger.queries.journal import statement, transfers_about
from dongvon.domain.lending.queries.finding import contract_numbers
from dongvon.domain.lending.queries.loan import loan_facts
from dongvon.domain.units.queries.directory import units
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.books.forms import SpanForm, usual_span
from dongvon.interfaces.web.books.tables import balance_table, journal_table, statement_table
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked

READERS = frozenset({Role.ACCOUNTANT, Role.OFFICE_DIRECTOR, Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.INSPECTOR})
BANK = ("nhcsxh-chi-nhanh", "nhcsxh-pgd")
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(audience=Audience.OVERSIGHT, roles=READERS)
def balance(request: Asked) -> HttpResponse:
    """Bảng cân đối tài khoản of a span of days."""
    form = _asked(request)
    values: dict[str, Any] = {"form": form, "query": request.GET.urlencode(), "closed": last_closed()}
    if form.is_valid():
        given = form.cleaned_data
        rows = trial_balance(since=given["since"], until=given["until"], unit=form.chosen_unit)
        values["table"] = balance_table(
            rows, span={name: form.data.get(name, "") for name in ("since", "until", "unit")}
        )
    return render(request, "books/balance.html", values)


@page(audience=Audience.OVERSIGHT, roles=READERS)
def balance_file(request: Asked) -> HttpResponse:
    """The same as a workbook."""
    form = _asked(request)
    if not form.is_valid():
        return render(request, "books/balance.html", {"form": form, "query": ""}, status=422)
    span = {"since": form.cleaned_data["since"], "until": form.cleaned_data["until"]}
    content = trial_balance_workbook(trial_balance(**span, unit=form.chosen_unit), **span)
    name = f"can-doi-tai-khoan-{span['until']:%Y%m%d}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=WORKBOOK, headers=headers)


@page(audience=Audience.OVERSIGHT, roles=READERS)
def journal(request: Asked) -> HttpResponse:
    """Nhật ký chứng từ, or the statement of one account where one is named."""
    form = _asked(request)
    values: dict[str, Any] = {"form": form, "closed": last_closed()}
    if form.is_valid():
        span = {"since": form.cleaned_data["since"], "until": form.cleaned_data["until"], "unit": form.chosen_unit}
        account = form.cleaned_data["account"]
        values |= {"account": account, "table": _statement(account, span) if account else _journal(span)}
    return render(request, "books/journal.html", values)


@page(audience=Audience.OVERSIGHT, roles=READERS)
def about(request: Asked, loan: UUID) -> HttpResponse:
    """Everything ever booked about one loan."""
    facts = loan_facts(loan)
    if facts is None:
        raise Http404
    table = journal_table(transfers_about(loan), numbers={})
    return render(request, "books/about.html", {"loan": facts, "table": table})


def _journal(span: dict[str, Any]) -> dict[str, Any]:
    rows = journal_of(**span)
    return journal_table(rows, numbers=contract_numbers({row.about for row in rows}))


def _statement(account: str, span: dict[str, Any]) -> dict[str, Any]:
    rows = statement(account=account, **span)
    balances = [row for row in trial_balance(**span) if row.number.startswith(account)]
    numbers = contract_numbers({row.about for row in rows})
    return statement_table(rows, account=account, balances=balances, numbers=numbers)


def _asked(request: Asked) -> SpanForm:
    offices: list[tuple[UUID, str]] = [(row.id, row.short_name) for row in units(on=request.today, bodies=BANK)]
    return SpanForm({**usual_span(request.today), **request.GET.dict()}, units=offices)
