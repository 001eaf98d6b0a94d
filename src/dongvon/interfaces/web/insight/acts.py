"""What is done about the map: draw the communes' boundaries from a file, or go back to tiles."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.insight.operations.draw_boundaries import draw_boundaries
from dongvon.domain.insight.queries.maps import drawn_from
from dongvon.interfaces.web.components.wayfinding import Crumb
from dongvon.interfaces.web.insight.forms import BoundaryForm
from dongvon.interfaces.web.insight.pages import DRAWERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.ADMINISTRATION, roles=DRAWERS)
def boundaries(request: Asked) -> HttpResponse:
    """Which outlines there are, and a form for others."""
    return _shown(request, BoundaryForm())


@page(audience=Audience.ADMINISTRATION, roles=DRAWERS)
@require_POST
def draw_act(request: Asked) -> HttpResponse:
    """Put the outlines of a file in the place of those there were."""
    form = BoundaryForm(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, form, status=422)
    given = form.cleaned_data
    outcome = perform(request, draw_boundaries, form=form, source=given["source"], boundaries=given["file"])
    if not outcome:
        return _shown(request, form, status=422)
    return answer(request, outcome, to="insight:map", done=_("Đã vẽ bản đồ theo ranh giới trong tệp."))


@page(audience=Audience.ADMINISTRATION, roles=DRAWERS)
@require_POST
def forget_act(request: Asked) -> HttpResponse:
    """Tiles again."""
    outcome = perform(request, draw_boundaries, source="", boundaries=())
    return answer(request, outcome, to="insight:map", done=_("Đã bỏ ranh giới; bản đồ lại vẽ bằng ô."))


def _shown(request: Asked, form: BoundaryForm, *, status: int = 200) -> HttpResponse:
    trail = (Crumb(_("Bản đồ"), href=reverse("insight:map")), Crumb(_("Ranh giới xã, phường")))
    values = {"form": form, "drawn": drawn_from(), "trail": trail}
    return render(request, "insight/boundaries.html", values, status=status)
