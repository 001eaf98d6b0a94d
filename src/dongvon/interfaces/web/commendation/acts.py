"""What the branch does about commendation: score, propose, withdraw."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.workplan.operations.propose import propose
from dongvon.domain.workplan.operations.score import score
from dongvon.domain.workplan.operations.withdraw_proposal import withdraw_proposal
from dongvon.domain.workplan.vocabulary import CommendationForm
from dongvon.interfaces.web.commendation.forms import ProposalForm
from dongvon.interfaces.web.commendation.pages import BRANCH, proposing_shown, units_of
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.BRANCH, roles=BRANCH)
@require_POST
def score_act(request: Asked, round: UUID) -> HttpResponse:
    """Run the formula over a round."""
    outcome = perform(request, score, round=round)
    return answer(request, outcome, to="commendation:index", done=_("Đã chấm điểm và xếp hạng."))


@page(audience=Audience.BRANCH, roles=BRANCH)
@require_POST
def propose_act(request: Asked, round: UUID) -> HttpResponse:
    """Put somebody forward."""
    form = ProposalForm(request.POST, units=units_of(round, request=request))
    if not form.is_valid():
        return proposing_shown(request, round, form=form)
    given = form.cleaned_data
    known = {"unit": UUID(given["unit"]), "certificate": CommendationForm(given["certificate"])}
    outcome = perform(request, propose, form=form, round=round, **{**given, **known})
    if not outcome:
        return proposing_shown(request, round, form=form)
    return answer(request, outcome, to="commendation:proposing", done=_("Đã ghi đề nghị."), round=round)


@page(audience=Audience.BRANCH, roles=BRANCH)
@require_POST
def withdraw_act(request: Asked, proposal: UUID) -> HttpResponse:
    """Take a proposal back."""
    outcome = perform(request, withdraw_proposal, proposal=proposal)
    return answer(request, outcome, to="commendation:index", done=_("Đã rút đề nghị."))
