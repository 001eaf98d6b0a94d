"""What a person does with the own account; nothing of it is business, so nothing of it is an operation."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.SIGNED_IN)
@require_POST
def act_for(request: Asked) -> HttpResponse:
    """From now on, and until signing out, act in the name of this unit."""
    try:
        unit = UUID(request.POST.get("unit", ""))
    except ValueError as fault:
        raise BadRequest("No unit was named.") from fault
    if unit not in request.standing.units:
        messages.error(request, _("Bạn không giữ vai trò nào ở đơn vị này; đề nghị chọn lại."))
        return redirect("account:choose")
    request.session["acting_for"] = str(unit)
    return redirect("home:today")
