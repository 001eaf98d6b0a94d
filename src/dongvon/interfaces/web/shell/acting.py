"""For which of their units somebody with several posts acts now; kept in the session."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import ACTING_FOR, Asked


@page(audience=Audience.SIGNED_IN)
@require_POST
def choose_unit(request: Asked) -> HttpResponse:
    """From here on acts are done in the name of the chosen unit; one without a post there changes nothing."""
    chosen = request.POST.get("unit", "")
    if chosen in {str(unit) for unit in request.standing.units}:
        request.session[ACTING_FOR] = str(UUID(chosen))
    return redirect("home:today")
