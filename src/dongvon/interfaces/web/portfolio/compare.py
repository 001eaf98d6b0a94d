"""Another system's extract held against its own events: what differs, with its cause, as a page or a workbook."""

import tempfile
from itertools import islice
from pathlib import Path

from django.db import transaction
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dongvon.domain.lending.papers.reconciliation import write_differences
from dongvon.domain.lending.queries.reconciliation import Reconciliation, reconcile
from dongvon.interfaces.web.portfolio.forms import LARGEST_MEGABYTES, CompareForm
from dongvon.interfaces.web.portfolio.pages import BRINGERS
from dongvon.interfaces.web.portfolio.tables import cause_table, difference_table
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import told as words_of
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel.refusals import Refusal

SHOWN = 200


@page(audience=Audience.OVERSIGHT, roles=BRINGERS)
def compare(request: Asked) -> HttpResponse:
    """What is asked."""
    return render(request, "portfolio/compare.html", {"form": CompareForm(initial={"on": request.today})})


@page(audience=Audience.OVERSIGHT, roles=BRINGERS, megabytes=LARGEST_MEGABYTES)
@require_POST
def compared(request: Asked) -> HttpResponseBase:
    """The first differences and their sums by cause, or all of them as a workbook; nothing is kept."""
    form = CompareForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "portfolio/compare.html", {"form": form}, status=422)
    try:
        with transaction.atomic():
            return _answer(request, form)
    except Refusal as refusal:
        form.add_error("file", words_of(refusal))
        return render(request, "portfolio/compare.html", {"form": form}, status=422)


def _answer(request: Asked, form: CompareForm) -> HttpResponseBase:
    given = form.cleaned_data
    files = [(file.file, file.name) for file in (given["file"], given["events"]) if file]
    told = Reconciliation(loans=0, agreeing=0, causes={}, unread=[])
    found = reconcile(files, on=given["on"], told=told)
    if given["form"] == "xlsx":
        with tempfile.TemporaryDirectory() as folder:
            into = Path(folder) / "chenh-lech.xlsx"
            write_differences(into, found)
            return FileResponse(into.open("rb"), as_attachment=True, filename=into.name)
    table = difference_table(list(islice(found, SHOWN)))
    differing = sum(1 for _each in found)
    counts = ((_("Khoản vay"), told.loans), (_("Khớp"), told.agreeing), (_("Số chênh lệch"), sum(told.causes.values())))
    values = {"form": form, "counts": counts, "causes": cause_table(told.causes), "table": table, "more": differing}
    return render(request, "portfolio/compare.html", {**values, "unread": ", ".join(told.unread[:20])})
