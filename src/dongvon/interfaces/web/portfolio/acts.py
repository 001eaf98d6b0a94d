"""What can be done with a portfolio's file: send it, have it taken in, have it checked again, put it away."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.lending.operations.drop_handover import drop_handover
from dongvon.domain.lending.operations.kept_file import KeptFile
from dongvon.domain.lending.operations.open_handover import open_handover
from dongvon.domain.lending.operations.order_handover import order_handover
from dongvon.domain.lending.operations.recheck_handover import recheck_handover
from dongvon.domain.lending.queries.handovers import handovers
from dongvon.interfaces.web.portfolio.forms import LARGEST_MEGABYTES, OrderForm, UploadForm
from dongvon.interfaces.web.portfolio.pages import BRINGERS
from dongvon.interfaces.web.portfolio.tables import handover_table
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.OVERSIGHT, roles=BRINGERS, megabytes=LARGEST_MEGABYTES)
@require_POST
def upload(request: Asked) -> HttpResponse:
    """Keep the file and have it read in the background."""
    form = UploadForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        kept = KeptFile.of(file.chunks())._asdict()
        outcome = perform(request, open_handover, form=form, on=form.cleaned_data["on"], file_name=file.name, **kept)
        if outcome:
            done = _("Đã nhận tệp; chương trình đang đọc và kiểm tra.")
            return answer(request, outcome, to="portfolio:handover", done=done, handover=outcome.result)
    return render(request, "portfolio/index.html", {"form": form, "table": handover_table(handovers())}, status=422)


@page(audience=Audience.OVERSIGHT, roles=BRINGERS)
@require_POST
def order(request: Asked, handover: UUID) -> HttpResponse:
    """Have the good lines written into the books."""
    form = OrderForm(request.POST)
    leaving_bad = form.is_valid() and form.cleaned_data["leaving_bad"]
    outcome = perform(request, order_handover, handover=handover, leaving_bad=leaving_bad)
    return answer(request, outcome, to="portfolio:handover", done=_("Đang ghi vào sổ."), handover=handover)


@page(audience=Audience.OVERSIGHT, roles=BRINGERS)
@require_POST
def recheck(request: Asked, handover: UUID) -> HttpResponse:
    """Read and check the same file once more."""
    outcome = perform(request, recheck_handover, handover=handover)
    return answer(request, outcome, to="portfolio:handover", done=_("Đang kiểm tra lại."), handover=handover)


@page(audience=Audience.OVERSIGHT, roles=BRINGERS)
@require_POST
def drop(request: Asked, handover: UUID) -> HttpResponse:
    """Erase the file and what was read of it."""
    outcome = perform(request, drop_handover, handover=handover)
    return answer(request, outcome, to="portfolio:handover", done=_("Đã bỏ tệp."), handover=handover)
