"""A public lottery for homes: who waits, what the plan holds, and the draw with its minutes."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.lending.operations.draw_lots import LotteryDraft, draw_lots
from dongvon.domain.lending.queries.lotteries import LotRow, LotteryRow, lotteries, waiting_for_lots
from dongvon.domain.lending.queries.routes import all_grounds
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.road.forms import LotteryForm
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

#: The bank draws for files brought to it, the commune for those on lists it confirms.
DRAWERS = frozenset({Role.OFFICE_DIRECTOR, Role.COMMUNE_CHAIR})


@page(audience=Audience.LENDING, roles=DRAWERS)
def drawing(request: Asked) -> HttpResponse:
    """Files that wait for a place by programme, and the draws that were held."""
    return _shown(request)


@page(audience=Audience.LENDING, roles=DRAWERS)
@require_POST
def draw_act(request: Asked, programme: UUID) -> HttpResponse:
    """The draw; the seed makes it the same for whoever repeats it."""
    form, unit = LotteryForm(request.POST), request.actor.unit
    if form.is_valid() and unit is not None:
        draft = LotteryDraft(programme=programme, unit=unit, **form.cleaned_data)
        outcome = perform(request, draw_lots, form=form, lottery=draft)
        if outcome:
            return answer(request, outcome, to="road:drawing", done=_("Đã bốc thăm và ghi biên bản."))
    return _shown(request, form=form, status=422)


def _shown(request: Asked, *, form: LotteryForm | None = None, status: int = 200) -> HttpResponse:
    held = lotteries()
    seen(request, [lot.application for draw in held for lot in draw.lots], purpose="request")
    values: dict[str, Any] = {
        "waiting": waiting_for_lots(on=request.today, in_commune=Role.COMMUNE_CHAIR in request.actor.roles),
        "held": [(draw, _lots(draw)) for draw in held],
        "form": form or LotteryForm(initial={"held_on": request.today}),
    }
    return render(request, "road/drawing.html", values, status=status)


def _lots(draw: LotteryRow) -> list[tuple[LotRow, str]]:
    """Each place with the words for the priority that counted."""
    titles = {ground.code: ground.title for ground in all_grounds(on=draw.held_on)}
    return [(lot, titles.get(lot.ground, lot.ground)) for lot in draw.lots]
