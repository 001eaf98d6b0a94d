"""The portfolio as a file: within the asker's scope, with names for some roles only, and on record."""

import tempfile
from pathlib import Path

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dongvon.domain.lending.operations.export_portfolio import EXPORT_ROLES, export_portfolio
from dongvon.domain.lending.papers.portfolio_files import WORKBOOK, write_portfolio
from dongvon.domain.lending.queries.closing import open_day
from dongvon.domain.lending.queries.portfolio import NAMING_ROLES, out_columns, portfolio, portfolio_size
from dongvon.interfaces.web.portfolio.forms import ExportForm
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

#: A workbook of more lines takes longer than a page may; Parquet does not.
MOST_IN_WORKBOOK = 60_000


@page(audience=Audience.OVERSIGHT, roles=EXPORT_ROLES)
def out(request: Asked) -> HttpResponse:
    """What would go out, and in which form."""
    return _asked(request, ExportForm(initial={"form": WORKBOOK, "named": _may_name(request)}))


@page(audience=Audience.OVERSIGHT, roles=EXPORT_ROLES)
@require_POST
def export(request: Asked) -> HttpResponseBase:
    """Write the file aside, put the export on record, and hand it over."""
    form = ExportForm(request.POST)
    if not form.is_valid():
        return _asked(request, form, status=422)
    kind, named = form.cleaned_data["form"], form.cleaned_data["named"] and _may_name(request)
    if kind == WORKBOOK and portfolio_size() > MOST_IN_WORKBOOK:
        form.add_error("form", _("Quá nhiều khoản vay cho một tệp Excel; đề nghị tải dạng Parquet."))
        return _asked(request, form, status=422)
    on = open_day() or request.today
    columns = out_columns(named=named)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"danh-muc-khoan-vay-{on:%Y%m%d}.{kind}"
        rows = write_portfolio(file, portfolio(columns, on=on), columns=columns)
        if not perform(request, export_portfolio, form=form, on=on, kind=kind, named=named, rows=rows):
            return _asked(request, form, status=422)
        if named:
            seen(request, (), count=rows, purpose="loan", exported=True)
        return FileResponse(file.open("rb"), as_attachment=True, filename=file.name)


def _asked(request: Asked, form: ExportForm, *, status: int = 200) -> HttpResponse:
    values = {"form": form, "count": portfolio_size(), "may_name": _may_name(request)}
    return render(request, "portfolio/out.html", values, status=status)


def _may_name(request: Asked) -> bool:
    return bool(request.actor.roles & NAMING_ROLES)
