"""Reading a filled form, and putting an edited form into use."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.documents.papers.filled_form import Filled
from dongvon.domain.documents.papers.form import Form
from dongvon.domain.lending.operations.replace_form import replace_form
from dongvon.domain.lending.papers.shelf import FORMS
from dongvon.interfaces.web.papers.forms import AnyUpload, TemplateUpload
from dongvon.interfaces.web.papers.pages import EDITORS, ROAD, template_shown
from dongvon.interfaces.web.papers.reading import reading_of
from dongvon.interfaces.web.papers.tables import answers_table, lists_tables
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.BRANCH, roles=ROAD)
def read_filled(request: Asked) -> HttpResponse:
    """Show what any filled form says, to be compared before anything is typed; nothing is kept."""
    if request.method != "POST":
        return _drawn(request, AnyUpload())
    form = AnyUpload(request.POST, request.FILES)
    described = FORMS.get(request.POST.get("code", ""))
    reading = reading_of(form, described) if described else None
    return _drawn(request, form, described=described, filled=reading.filled if reading else None)


@page(audience=Audience.BRANCH, roles=EDITORS)
@require_POST
def replace(request: Asked, code: str) -> HttpResponse:
    """Put an edited form into use."""
    form = TemplateUpload(request.POST, request.FILES)
    if not form.is_valid():
        return template_shown(request, code, form=form, status=422)
    file = form.cleaned_data["file"]
    given = {name: form.cleaned_data[name] for name in ("note", "from_on", "drops")}
    outcome = perform(request, replace_form, form=form, code=code, file_name=file.name, content=file.read(), **given)
    if not outcome:
        return template_shown(request, code, form=form, status=422)
    return answer(request, outcome, to="papers:template", done=_("Đã nhận mẫu mới."), code=code)


def _drawn(
    request: Asked, form: AnyUpload, *, described: Form | None = None, filled: Filled | None = None
) -> HttpResponse:
    values: dict[str, Any] = {"form": form, "filled": filled}
    if described and filled:
        values["tables"] = [answers_table(described, filled), *lists_tables(described, filled)]
        values["unread"] = filled.unread
    return render(request, "papers/read.html", values, status=422 if form.is_bound and not filled else 200)
