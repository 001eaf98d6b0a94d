"""The pages of reports: what a unit owes, one report being written or read, its versions."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header

from dongvon.domain.documents.queries.attachments import content_of
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.papers.workbook import figure_workbook
from dongvon.domain.workplan.queries.evidence import evidence_file
from dongvon.domain.workplan.queries.figures import GridRow, grid_of
from dongvon.domain.workplan.queries.inbox import clause_choices
from dongvon.domain.workplan.queries.report_page import ReportPage, report_page
from dongvon.domain.workplan.queries.reports import ReportRow, reports_in, reports_of
from dongvon.domain.workplan.queries.versions import changed_between, version_read, versions_of
from dongvon.interfaces.web.reports import drawing
from dongvon.interfaces.web.reports.forms import ConcernForm, PasteForm, SubmitForm, WorkbookForm
from dongvon.interfaces.web.reports.lists import filters, report_table
from dongvon.interfaces.web.reports.words import KINDS, state_badge
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel import clock

BRANCH = frozenset({Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})
WRITERS = frozenset({Role.UNIT_REPORTER, Role.UNIT_HEAD}) | BRANCH
READERS = WRITERS | {Role.CITY_LEADER, Role.INSPECTOR, Role.COUNCIL_MEMBER}
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(audience=Audience.UNIT, roles=WRITERS)
def owed(request: Asked) -> HttpResponse:
    """What the units of the posts held owe; on another tab, the units below them."""
    below = request.GET.get("pham_vi") == "truc-thuoc"
    units = request.standing.scope.units - set(request.standing.units) if below else request.standing.units
    rows = reports_of(units, at=clock.now(), on=request.today)
    return render(request, "reports/owed.html", report_table(rows, request=request) | filters(request, below=below))


@page(audience=Audience.UNIT, roles=WRITERS)
def write(request: Asked, round: UUID) -> HttpResponse:
    """The report of a round: where there is none yet, the page that begins it."""
    row = _owed_row(request, round)
    if row is None and request.actor.roles & BRANCH:
        return redirect("desk:round", round=round)
    if row is None:
        raise Http404
    if row.report is not None:
        return redirect("report:read", report=row.report)
    begins = row.opens_at <= clock.now() < row.locks_at
    return render(request, "reports/begin.html", {"row": row, "begins": begins})


@page(audience=Audience.UNIT, roles=READERS)
def read(request: Asked, report: UUID) -> HttpResponse:
    """A report: the editor while its unit may write, otherwise the words as they stand."""
    found = found_report(request, report)
    return shown(request, found)


@page(audience=Audience.UNIT, roles=READERS)
def figures(request: Asked, report: UUID) -> HttpResponse:
    """All figures as one grid, with block paste and the workbook."""
    found = found_report(request, report)
    return figures_shown(request, found, rows=grid_of(found))


@page(audience=Audience.UNIT, roles=WRITERS)
def workbook(request: Asked, report: UUID) -> HttpResponse:
    """The pre-filled template."""
    found = found_report(request, report)
    content = figure_workbook(found, rows=grid_of(found))
    name = f"Bieu so lieu - {found.row.round_title} - {found.row.reporter_name}.xlsx"
    return HttpResponse(content, content_type=SPREADSHEET, headers=_download(name))


@page(audience=Audience.UNIT, roles=WRITERS)
def submit(request: Asked, report: UUID) -> HttpResponse:
    """The last look before handing in."""
    found = found_report(request, report)
    return submit_shown(request, found, form=SubmitForm(initial={"expects": found.edition}))


@page(audience=Audience.UNIT, roles=READERS)
def version(request: Asked, submission: UUID) -> HttpResponse:
    """What was handed in, as it was; beside it, what differs from another version."""
    reading = version_read(submission, on=request.today)
    if reading is None:
        raise Http404
    others = [each for each in versions_of(reading.version.report, on=request.today) if each.id != submission]
    against = next((each for each in others if str(each.id) == request.GET.get("so_voi")), None)
    changes = changed_between(against.id, submission) if against else ()
    values = {"reading": reading, "others": others, "against": against, "differences": drawing.differences(changes)}
    return render(request, "reports/version.html", values)


@page(audience=Audience.UNIT, roles=READERS)
def file(_: Asked, file: UUID) -> HttpResponse:
    """The bytes of a piece of evidence, always as a download."""
    row = evidence_file(file)
    if row is None:
        raise Http404
    headers = {**_download(row.file_name), "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content_of(file), content_type=row.media_type, headers=headers)


def found_report(request: Asked, report: UUID) -> ReportPage:
    """The report, or the page that says there is none."""
    found = report_page(report, at=clock.now(), on=request.today)
    if found is None:
        raise Http404
    return found


def shown(request: Asked, found: ReportPage, *, concern: ConcernForm | None = None, status: int = 200) -> HttpResponse:
    """The report's page, one clause at a time or all of them."""
    everything = request.GET.get("xem") == "tat-ca" or not found.writable
    current = "" if everything else drawing.clause_to_show(found, asked=request.GET.get("nhiem_vu", ""))
    rows = grid_of(found)
    values: dict[str, Any] = {
        **frame(request, found),
        "items": drawing.items(found, current=current),
        "sections": drawing.sections(found, rows=rows, only=current),
        "everything": everything,
        "neighbours": drawing.neighbours(found, current=current),
        "versions": versions_of(found.row.report, on=request.today) if found.row.report else (),
        "concerns": [(KINDS[each.kind], each) for each in found.words.concerns],
        "concern_form": concern or ConcernForm(clauses=clause_choices(found.row.plan), initial={"kind": "difficulty"}),
        "figures_count": len(rows),
    }
    return render(request, "reports/report.html", values, status=status)


def figures_shown(
    request: Asked,
    found: ReportPage,
    *,
    rows: tuple[GridRow, ...],
    faults: tuple[tuple[str, str], ...] = (),
    typed: dict[str, tuple[str, str]] | None = None,
    paste: PasteForm | None = None,
    upload: WorkbookForm | None = None,
) -> HttpResponse:
    """The grid, with what was typed and what was wrong with it."""
    values = {
        **frame(request, found),
        "rows": [(number, row, (typed or {}).get(str(row.slot))) for number, row in enumerate(rows, start=1)],
        "faults": faults,
        "wrong": {where for where, _ in faults},
        "paste_form": paste or PasteForm(initial={"expects": found.edition, "start": 1}),
        "upload_form": upload or WorkbookForm(),
    }
    return render(request, "reports/figures.html", values, status=422 if faults else 200)


def submit_shown(request: Asked, found: ReportPage, *, form: SubmitForm, status: int = 200) -> HttpResponse:
    """The confirmation page; without gaps it has the button."""
    heads = request.actor.roles & ({Role.UNIT_HEAD} | BRANCH)
    values = {
        **frame(request, found),
        "form": form,
        "may_submit": bool(heads),
        "gaps": drawing.lacking(found.blocking),
        "advice": drawing.lacking(gap for gap in found.gaps if not gap.blocks),
    }
    return render(request, "reports/submit.html", values, status=status)


def frame(request: Asked, found: ReportPage) -> dict[str, Any]:
    """What every page of one report shows about it."""
    complete = len(found.words.entries) - len({gap.clause for gap in found.blocking})
    return {
        "page": found,
        "row": found.row,
        "badge": state_badge(found.row.state),
        "complete": complete,
        "total": len(found.words.entries),
        "on_behalf": request.actor.unit != found.row.reporter and bool(request.actor.roles & WRITERS),
        "today": request.today,
    }


def _owed_row(request: Asked, round: UUID) -> ReportRow | None:
    """The row of the unit asked for, or of the first unit of the posts held."""
    asked = request.GET.get("don_vi", "")
    rows = reports_in(round, on=request.today)
    if asked:
        found = [row for row in rows if str(row.reporter) == asked]
    else:
        found = [row for unit in request.standing.units for row in rows if row.reporter == unit]
    return next(iter(found), None)


def _download(name: str) -> dict[str, str]:
    return {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment"}
