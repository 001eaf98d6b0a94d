"""Proposing a limit, and deciding what somebody else proposed."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.capital.operations.decline_limit import decline_limit
from dongvon.domain.capital.operations.limit_fund import limit_fund
from dongvon.domain.capital.operations.propose_fund_limit import propose_fund_limit
from dongvon.interfaces.web.funds.pages import DECIDERS, PROPOSERS, limit_form, limits_shown
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.LENDING, roles=PROPOSERS)
@require_POST
def propose(request: Asked) -> HttpResponse:
    """Lay a limit before the director."""
    form = limit_form(request.POST, on=request.today)
    if form.is_valid():
        outcome = perform(request, propose_fund_limit, form=form, limit=form.draft)
        if outcome:
            return answer(
                request, outcome, to="funds:limits", done=_("Đã đề nghị; hạn mức có hiệu lực khi được duyệt.")
            )
    return limits_shown(request, form=form, status=422)


@page(audience=Audience.LENDING, roles=DECIDERS)
@require_POST
def grant(request: Asked, limit: UUID) -> HttpResponse:
    """The limit holds."""
    outcome = perform(request, limit_fund, limit=limit)
    return answer(request, outcome, to="funds:limits", done=_("Đã giao hạn mức."))


@page(audience=Audience.LENDING, roles=DECIDERS)
@require_POST
def decline(request: Asked, limit: UUID) -> HttpResponse:
    """The limit does not hold."""
    outcome = perform(request, decline_limit, limit=limit)
    return answer(request, outcome, to="funds:limits", done=_("Đã không giao hạn mức này."))
