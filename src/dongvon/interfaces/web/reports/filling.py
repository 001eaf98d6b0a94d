"""Figures come in: typed into the grid, pasted as a block, or as a whole workbook."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dongvon.domain.workplan.operations.fill import FiguresChangedMeanwhile, fill
from dongvon.domain.workplan.queries.figures import (
    GridRow,
    grid_of,
    read_cells,
    read_pasted,
    read_returned,
)
from dongvon.domain.workplan.queries.report_page import ReportPage
from dongvon.domain.workplan.vocabulary import Filled
from dongvon.interfaces.web.reports.forms import PasteForm, WorkbookForm
from dongvon.interfaces.web.reports.pages import WRITERS, figures_shown, found_report, frame
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import Outcome, led, perform, told
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel.refusals import Refusal

Cells = dict[UUID, tuple[str, str]]
Faults = tuple[tuple[str, str], ...]


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def typed(request: Asked, report: UUID) -> HttpResponse:
    """Store what stands in the grid."""
    found = found_report(request, report)
    rows = grid_of(found)
    cells = _cells(request, rows)
    reading = read_cells(rows, cells=cells)
    entered = {str(slot): words for slot, words in cells.items()}
    if reading.faults:
        faults = tuple((fault.where, told(fault.refusal)) for fault in reading.faults)
        return figures_shown(request, found, rows=rows, faults=faults, typed=entered)
    outcome = perform(request, fill, report=report, expects=_expects(request), figures=reading.figures)
    return _filled(request, outcome, found, rows=rows, figures=reading.figures)


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def pasted(request: Asked, report: UUID) -> HttpResponse:
    """Store a block copied from a spreadsheet."""
    found = found_report(request, report)
    rows, form = grid_of(found), PasteForm(request.POST)
    if not form.is_valid():
        faults = tuple(("", str(error)) for errors in form.errors.values() for error in errors)
        return figures_shown(request, found, rows=rows, faults=faults, paste=form)
    reading = read_pasted(rows, text=form.cleaned_data["text"], start=form.cleaned_data["start"] - 1)
    if reading.faults:
        faults = tuple((fault.where, told(fault.refusal)) for fault in reading.faults)
        return figures_shown(request, found, rows=rows, faults=faults, paste=form)
    outcome = perform(request, fill, report=report, expects=form.cleaned_data["expects"], figures=reading.figures)
    return _filled(request, outcome, found, rows=rows, figures=reading.figures)


@page(audience=Audience.UNIT, roles=WRITERS)
@require_POST
def returned(request: Asked, report: UUID) -> HttpResponse:
    """Store a workbook that was filled in elsewhere: all of it, or nothing and every fault with its cell."""
    found = found_report(request, report)
    rows, form = grid_of(found), WorkbookForm(request.POST, request.FILES)
    if not form.is_valid():
        faults = tuple(("", str(error)) for errors in form.errors.values() for error in errors)
        return figures_shown(request, found, rows=rows, faults=faults, upload=form)
    try:
        book = read_returned(found, rows=rows, content=form.cleaned_data["file"].read())
    except Refusal as refusal:
        return figures_shown(request, found, rows=rows, faults=(("", told(refusal)),))
    if book.reading.faults:
        faults = tuple((fault.where, told(fault.refusal)) for fault in book.reading.faults)
        return figures_shown(request, found, rows=rows, faults=faults)
    outcome = perform(request, fill, report=report, expects=book.edition, figures=book.reading.figures)
    return _filled(request, outcome, found, rows=rows, figures=book.reading.figures)


def _filled(
    request: Asked, outcome: Outcome[int], found: ReportPage, *, rows: tuple[GridRow, ...], figures: tuple[Filled, ...]
) -> HttpResponse:
    if isinstance(outcome.refusal, FiguresChangedMeanwhile):
        return _clash(request, outcome.refusal, found, rows=rows)
    if outcome:
        count = sum(not figure.is_empty for figure in figures)
        text = ngettext("Đã lưu %d số liệu.", "Đã lưu %d số liệu.", count) % count
        messages.success(request, text)
    if request.POST.get("nhiem_vu", "").isalnum():
        place = redirect("report:read", report=found.row.report)
        place["Location"] += f"?nhiem_vu={request.POST['nhiem_vu']}"
        return led(request, place)
    return led(request, redirect("report:figures", report=found.row.report))


def _clash(
    request: Asked, refusal: FiguresChangedMeanwhile, found: ReportPage, *, rows: tuple[GridRow, ...]
) -> HttpResponse:
    """Both figures side by side, and a form that keeps the ones chosen."""
    by_slot = {row.slot: row for row in rows}
    lines = [
        (by_slot[clash.mine.slot], _words(clash.mine, by_slot), _words(clash.theirs, by_slot))
        for clash in refusal.values["clashes"]
    ]
    values = {
        **frame(request, found),
        "who": refusal.values["who"],
        "changed_at": refusal.values["changed_at"],
        "edition": refusal.values["edition"],
        "lines": lines,
    }
    return led_or_page(request, "reports/clash.html", values)


def led_or_page(request: Asked, template: str, values: dict[str, object]) -> HttpResponse:
    """A whole page, also for htmx, which then takes the whole window."""
    response = render(request, template, values, status=422)
    if request.htmx:
        response["HX-Retarget"], response["HX-Reswap"] = "body", "innerHTML"
    return response


def _words(figure: Filled, rows: dict[UUID, GridRow]) -> tuple[str, str]:
    """A figure as it would be typed: number and reason."""
    row = rows[figure.slot]
    return row.as_written(figure.value), figure.no_data_reason


def _cells(request: HttpRequest, rows: tuple[GridRow, ...]) -> Cells:
    """Only the slots that were in the form."""
    return {
        row.slot: (request.POST.get(f"value-{row.slot}", ""), request.POST.get(f"reason-{row.slot}", ""))
        for row in rows
        if f"value-{row.slot}" in request.POST
    }


def _expects(request: HttpRequest) -> int:
    given = request.POST.get("expects", "")
    return int(given) if given.isdecimal() else 0
