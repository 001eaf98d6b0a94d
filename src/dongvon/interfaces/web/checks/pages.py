"""After the money is out: its use, and the books."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from dongvon.domain.groups.queries.directory import GroupRow, groups_by_id
from dongvon.domain.lending.papers.balances import BALANCES, balances_values
from dongvon.domain.lending.papers.use_check import COPIES, USE_CHECK, use_check_values
from dongvon.domain.lending.papers.wording import commune_of, office_of
from dongvon.domain.lending.queries.balance_sheets import (
    KeptRow,
    compared,
    cover,
    kept_on,
    least_yearly_percent,
    living_loans,
)
from dongvon.domain.lending.queries.use_checks import UseRow, days_to_check, uses_by_id, uses_seen, uses_to_check
from dongvon.domain.people.queries.search import people_by_id
from dongvon.domain.units.queries.directory import units_by_id
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.checks.forms import DayForm, SheetForm, UseForm, VisitForm
from dongvon.interfaces.web.checks.reading import sheet_from, visit_from
from dongvon.interfaces.web.checks.tables import cover_table, seen_table, waiting_table
from dongvon.interfaces.web.papers.answering import paper_answer
from dongvon.interfaces.web.papers.forms import FilledUpload
from dongvon.interfaces.web.papers.reading import Reading, reading_of, shown
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

CHECKERS = frozenset({Role.ORGANISATION_OFFICER, Role.CREDIT_OFFICER})
READERS = CHECKERS | {
    Role.CREDIT_CONTROLLER,
    Role.OFFICE_DIRECTOR,
    Role.BRANCH_OFFICER,
    Role.BRANCH_DIRECTOR,
    Role.INSPECTOR,
}
BANK = READERS - {Role.ORGANISATION_OFFICER}


@page(audience=Audience.OVERSIGHT, roles=READERS)
def uses(request: Asked) -> HttpResponse:
    """What is still to be looked at, late on top, and what was."""
    on = request.today
    waiting, checked = uses_to_check(on=on), uses_seen(on=on, limit=50)
    names = _names(request, waiting + checked)
    groups = groups_by_id({row.group for row in waiting if row.group})
    checks = bool(request.standing.roles & CHECKERS)
    values = {
        "waiting": waiting_table(waiting, names=names, groups=groups, on=on, checks=checks),
        "seen": seen_table(checked, names=names),
        "days": days_to_check(on=on),
        "late": sum(row.late(on=on) for row in waiting),
        "checks": checks,
        "compares": bool(request.standing.roles & BANK),
        "papers": sorted((groups[each].code, each) for each in groups),
    }
    return render(request, "checks/uses.html", values)


@page(audience=Audience.OVERSIGHT, roles=CHECKERS)
def use(request: Asked, disbursement: UUID) -> HttpResponse:
    """One disbursement, to be written down."""
    row = found_use(disbursement, on=request.today)
    return use_shown(request, row, form=UseForm(row=row, on=request.today))


def use_shown(request: Asked, row: UseRow, *, form: UseForm, status: int = 200) -> HttpResponse:
    """The page of one disbursement, with the form as it stands."""
    values = {"row": row, "form": form, "name": _names(request, [row]).get(row.borrower, row.contract_number)}
    return render(request, "checks/use.html", values, status=status)


@page(audience=Audience.OVERSIGHT, roles=CHECKERS)
def visit(request: Asked, group: UUID) -> HttpResponse:
    """What waits in one group, to be written down at once."""
    rows = waiting_in(group, on=request.today)
    return visit_shown(request, group, form=VisitForm(rows=rows, initial={"checked_on": request.today}))


@page(audience=Audience.OVERSIGHT, roles=CHECKERS)
@require_POST
def read_visit(request: Asked, group: UUID) -> HttpResponse:
    """The same form, filled with what a filled 06/TD says; nothing is kept."""
    upload, rows = FilledUpload(request.POST, request.FILES), waiting_in(group, on=request.today)
    reading = reading_of(upload, USE_CHECK)
    initial = visit_from(reading, rows) if reading else {"checked_on": request.today}
    form = VisitForm(rows=rows, initial=initial)
    return visit_shown(request, group, form=form, upload=upload, reading=reading, status=200 if reading else 422)


def visit_shown(
    request: Asked,
    group: UUID,
    *,
    form: VisitForm,
    upload: FilledUpload | None = None,
    reading: Reading | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a visit, with the form as it stands."""
    names = _names(request, form.rows)
    read = shown(
        upload or FilledUpload(), reading, number=USE_CHECK.number, to=reverse("checks:read_visit", args=[group])
    )
    lines = [(names.get(row.borrower, row.contract_number), row, fields) for row, fields in form.lines()]
    values = {"group": _group(group), "form": form, "lines": lines, "read": read}
    return render(request, "checks/visit.html", values, status=status)


def waiting_in(group: UUID, *, on: date) -> list[UseRow]:
    """Disbursements of a group that nobody has looked at."""
    _group(group)
    return [each for each in uses_to_check(on=on) if each.group == group]


@page(audience=Audience.OVERSIGHT, roles=READERS)
def use_paper(request: Asked, group: UUID, ending: str) -> HttpResponse:
    """06/TD of a group's disbursements that wait, to be carried along; of those seen, where none waits."""
    on, row = request.today, _group(group)
    rows = waiting_in(group, on=on) or uses_seen(group=group, on=on)
    values = use_check_values(
        rows,
        names=_names(request, rows, exported=True),
        unpaid={loan: kept.interest for loan, kept in kept_on([each.loan for each in rows], as_of=on).items()},
        group=row.code,
        commune=commune_of(row.place, on=on),
        unit=request.standing.posts[0].unit_name,
        officers=f"{request.standing.full_name}, {request.standing.posts[0].title}",
        on=on,
    )
    return paper_answer(USE_CHECK, [values], ending=ending, copies=COPIES)


@page(audience=Audience.OVERSIGHT, roles=BANK)
def balances(request: Asked) -> HttpResponse:
    """How far this year's comparing has come, group by group."""
    rows = cover(year=request.today.year)
    loans, done = sum(row.loans for row in rows), sum(row.compared for row in rows)
    values = {
        "table": cover_table(rows[:300], groups=groups_by_id(row.group for row in rows[:300])),
        "loans": loans,
        "compared": done,
        "share": done * 100 // loans if loans else 0,
        "least": least_yearly_percent(on=request.today),
    }
    return render(request, "checks/balances.html", values)


@page(audience=Audience.OVERSIGHT, roles=BANK)
def sheet(request: Asked, group: UUID) -> HttpResponse:
    """The two books of one group as of a day, by default yesterday."""
    asked = _day(request)
    if not asked.is_valid():
        return render(request, "checks/sheet.html", {"group": _group(group), "asked": asked}, status=422)
    as_of = asked.cleaned_data["as_of"]
    return sheet_shown(request, group, asked=asked, as_of=as_of, form=None)


@page(audience=Audience.OVERSIGHT, roles={Role.CREDIT_OFFICER})
@require_POST
def read_sheet(request: Asked, group: UUID) -> HttpResponse:
    """The same sheet, filled with what a filled 15/TD says; nothing is kept."""
    asked, upload = DayForm(request.POST), FilledUpload(request.POST, request.FILES)
    if not asked.is_valid():
        return redirect("checks:sheet", group)
    as_of = asked.cleaned_data["as_of"]
    reading = reading_of(upload, BALANCES)
    rows = kept_rows(group, as_of=as_of)
    form = SheetForm(rows=rows, initial=sheet_from(reading, rows, as_of=as_of)) if reading else None
    given = {"asked": asked, "as_of": as_of, "form": form, "upload": upload, "reading": reading}
    return sheet_shown(request, group, **given, status=200 if reading else 422)


def sheet_shown(
    request: Asked,
    group: UUID,
    *,
    asked: DayForm,
    as_of: date,
    form: SheetForm | None,
    upload: FilledUpload | None = None,
    reading: Reading | None = None,
    status: int = 200,
) -> HttpResponse:
    """The sheet, with what was typed into it."""
    rows = kept_rows(group, as_of=as_of)
    form = form or SheetForm(rows=rows, initial={"as_of": as_of})
    values: dict[str, Any] = {"group": _group(group), "asked": asked, "as_of": as_of, "form": form}
    names = _names(request, rows)
    values["lines"] = [(names.get(row.borrower, ""), row, *fields) for row, *fields in form.lines()]
    values["day"] = f"?as_of={as_of:%d/%m/%Y}"
    to = reverse("checks:read_sheet", args=[group])
    values["read"] = shown(upload or FilledUpload(), reading, number=BALANCES.number, to=to)
    values["done"] = bool(compared(group, as_of=as_of))
    values["writes"] = Role.CREDIT_OFFICER in request.standing.roles
    return render(request, "checks/sheet.html", values, status=status)


@page(audience=Audience.OVERSIGHT, roles=BANK)
def sheet_paper(request: Asked, group: UUID, ending: str) -> HttpResponse:
    """15/TD."""
    asked = _day(request)
    if not asked.is_valid():
        raise Http404
    as_of, row = asked.cleaned_data["as_of"], _group(group)
    rows = kept_rows(group, as_of=as_of)
    post = request.standing.posts[0]
    values = balances_values(
        rows,
        told=compared(group, as_of=as_of),
        names=_names(request, rows, led=group, exported=True),
        group=row,
        commune=commune_of(row.place, on=as_of),
        office=office_of(units_by_id([post.unit], on=as_of)[post.unit]),
        as_of=as_of,
    )
    return paper_answer(BALANCES, [values], ending=ending)


def _day(request: Asked) -> DayForm:
    """The day asked for, or yesterday."""
    return DayForm(request.GET or {"as_of": f"{request.today - timedelta(days=1):%d/%m/%Y}"})


def found_use(disbursement: UUID, *, on: date) -> UseRow:
    """One disbursement in sight of the asker, or a 404."""
    found = uses_by_id([disbursement], on=on)
    if not found:
        raise Http404
    return found[0]


def kept_rows(group: UUID, *, as_of: date) -> list[KeptRow]:
    """What the bank's books say of a group's loans, by contract; one lent later owed nothing yet."""
    _group(group)
    kept = kept_on(living_loans(group), as_of=as_of)
    owing = [row for row in kept.values() if row.principal or row.interest]
    return sorted(owing, key=lambda row: row.contract_number)


def _group(group: UUID) -> GroupRow:
    found = groups_by_id([group])
    if group not in found:
        raise Http404
    return found[group]


def _names(
    request: Asked, rows: Iterable[UseRow | KeptRow], *, led: UUID | None = None, exported: bool = False
) -> dict[UUID, str]:
    """Whom a page names; of a `led` group the leader too."""
    found = people_by_id(list({row.borrower for row in rows}))
    seen(request, found, count=len(found) + bool(led), purpose="loan", of=led, exported=exported)
    return {person: row.full_name for person, row in found.items()}
