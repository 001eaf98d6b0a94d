"""Reading a filled request, and putting an edited form into use."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.documents.papers.filled_form import Filled
from dongvon.domain.lending.operations.replace_form import replace_form
from dongvon.interfaces.web.papers.forms import FilledUpload, TemplateUpload
from dongvon.interfaces.web.papers.pages import EDITORS, ROAD, template_shown
from dongvon.interfaces.web.papers.reading import filled_of
from dongvon.interfaces.web.papers.tables import answers_table, items_table
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.BRANCH, roles=ROAD)
def read_filled(request: Asked) -> HttpResponse:
    """Show what a filled 01/TD says, to be compared before anything is typed; nothing is kept."""
    if request.method != "POST":
        return _drawn(request, FilledUpload())
    form = FilledUpload(request.POST, request.FILES)
    return _drawn(request, form, filled=filled_of(form))


@page(audience=Audience.BRANCH, roles=EDITORS)
@require_POST
def replace(request: Asked, code: str) -> HttpResponse:
    """Put an edited form into use."""
    form = TemplateUpload(request.POST, request.FILES)
    if not form.is_valid():
        return template_shown(request, code, form=form, status=422)
    file = form.cleaned_data["file"]
    given = {"file_name": file.name, "content": file.read(), "note": form.cleaned_data["note"]}
    outcome = perform(request, replace_form, form=form, code=code, **given)
    if not outcome:
        return template_shown(request, code, form=form, status=422)
    return answer(request, outcome, to="papers:template", done=_("Mẫu mới được dùng từ bây giờ."), code=code)


def _drawn(request: Asked, form: FilledUpload, *, filled: Filled | None = None) -> HttpResponse:
    values: dict[str, Any] = {"form": form, "filled": filled}
    if filled:
        values |= {"answers": answers_table(filled), "items": items_table(filled), "unread": filled.unread}
    return render(request, "papers/read.html", values, status=422 if form.errors else 200)
