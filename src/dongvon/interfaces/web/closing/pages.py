"""How days were closed, which is open, what is missing, and whether the books agree."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from dongvon.domain.lending.queries import verification as loans
from dongvon.domain.lending.queries.closing import closings, days_to_close, open_day
from dongvon.domain.lending.vocabulary import CloseStepName
from dongvon.domain.units.queries.directory import units
from dongvon.interfaces.web.books.pages import BANK, READERS
from dongvon.interfaces.web.closing.forms import OfficeForm
from dongvon.interfaces.web.closing.tables import STEPS, difference_table, run_table, step_table
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.OVERSIGHT, roles=READERS)
def index(request: Asked) -> HttpResponse:
    """The open day, the days still to be closed, and the last closings with their steps."""
    runs = closings(limit=31)
    missing = days_to_close(until=request.today - timedelta(days=1)) if runs else []
    broken = runs[0] if runs and runs[0].finished_at is None else None
    values = {
        "open": open_day(),
        "missing": missing,
        "broken": broken,
        "left": [STEPS[step] for step in CloseStepName if broken and step not in {done.name for done in broken.steps}],
        "last": runs[0] if runs else None,
        "steps": step_table(runs[0].steps) if runs else None,
        "runs": run_table(runs),
    }
    return render(request, "closing/index.html", values)


@page(audience=Audience.OVERSIGHT, roles=READERS)
def verified(request: Asked) -> HttpResponse:
    """Every disagreement between the loans of one office, their schedules, receipts and books, counted anew."""
    offices = {str(unit.id): unit.short_name for unit in units(on=request.today, bodies=BANK)}
    reached = {unit: name for unit, name in offices.items() if request.standing.scope.reaches_unit(UUID(unit))}
    form = OfficeForm(request.GET or None, offices=reached)
    values: dict[str, Any] = {"form": form}
    if form.is_valid():
        table = difference_table(loans.verify(unit=UUID(form.cleaned_data["unit"])), offices=offices)
        values |= {"table": table, "clean": not table.rows}
    return render(request, "closing/verified.html", values)
