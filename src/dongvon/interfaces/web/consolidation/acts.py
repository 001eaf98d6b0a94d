"""What the branch does about the city report: make it, and change its form."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.workplan.operations.consolidate import consolidate
from dongvon.domain.workplan.operations.replace_template import replace_template
from dongvon.interfaces.web.consolidation.forms import FormUpload
from dongvon.interfaces.web.consolidation.pages import BRANCH, form_shown
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.BRANCH, roles=BRANCH)
@require_POST
def consolidate_act(request: Asked, round: UUID) -> HttpResponse:
    """Make the report of a round and lead to it."""
    outcome = perform(request, consolidate, round=round)
    if not outcome:
        return answer(request, outcome, to="consolidation:index", done="")
    return answer(
        request, outcome, to="consolidation:made", done=_("Đã lập báo cáo tổng hợp."), consolidation=outcome.result
    )


@page(audience=Audience.BRANCH, roles=BRANCH)
@require_POST
def replace_form_act(request: Asked) -> HttpResponse:
    """Put an edited form into use."""
    form = FormUpload(request.POST, request.FILES)
    if not form.is_valid():
        return form_shown(request, form=form, status=422)
    file = form.cleaned_data["file"]
    outcome = perform(
        request,
        replace_template,
        form=form,
        file_name=file.name,
        content=file.read(),
        note=form.cleaned_data["note"],
    )
    if not outcome:
        return form_shown(request, form=form, status=422)
    return answer(request, outcome, to="consolidation:form", done=_("Mẫu mới được dùng từ lần tổng hợp sau."))
