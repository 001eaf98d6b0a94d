"""What officers do on the pages of the catalogue."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.programmes.operations.approve_rate import approve_rate
from dongvon.domain.programmes.operations.propose_rate import propose_rate
from dongvon.domain.programmes.queries.catalogue import ProgrammeRow
from dongvon.domain.programmes.vocabulary import (
    AppliesTo,
    Confidence,
    Fund,
    PriorityClass,
    RateDraft,
    RateStep,
)
from dongvon.interfaces.web.catalogue.forms import RateForm
from dongvon.interfaces.web.catalogue.pages import APPROVERS, PROPOSERS, found, shown
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.BRANCH, roles=PROPOSERS)
@require_POST
def propose(request: Asked, programme: UUID) -> HttpResponse:
    """Lay a change of rate before the director."""
    row = found(programme)
    form = RateForm(request.POST, rates=row.rates)
    if not form.is_valid():
        return shown(request, row, form=form)
    outcome = perform(request, propose_rate, form=form, rate=_draft(row, form.cleaned_data))
    if not outcome:
        return shown(request, row, form=form)
    return answer(request, outcome, to="catalogue:programme", done=_("Đã trình đề xuất lãi suất."), programme=row.id)


@page(audience=Audience.BRANCH, roles=APPROVERS)
@require_POST
def approve(request: Asked, programme: UUID, rate: UUID) -> HttpResponse:
    """Put a proposed rate in force."""
    outcome = perform(request, approve_rate, proposals=(rate,))
    return answer(request, outcome, to="catalogue:programme", done=_("Lãi suất đã được duyệt."), programme=programme)


def _draft(row: ProgrammeRow, given: dict[str, Any]) -> RateDraft:
    like = next(rate for rate in row.rates if rate.series == given["series"])
    return RateDraft(
        programme=row.id,
        fund=Fund(like.fund),
        priority_class=PriorityClass(like.priority_class),
        area=like.area,
        step=RateStep(
            effective_on=given["effective_on"],
            until=given["until"],
            percent=given["percent"],
            applies_to=AppliesTo(given["applies_to"]),
        ),
        basis=UUID(given["basis"]),
        confidence=Confidence(given["confidence"]),
    )
