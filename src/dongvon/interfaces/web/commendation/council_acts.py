"""What happens in the council: called, voted, closed, decided."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.workplan.operations.award import award
from dongvon.domain.workplan.operations.close_session import close_session
from dongvon.domain.workplan.operations.convene import convene
from dongvon.domain.workplan.operations.vote import Ballot, vote
from dongvon.domain.workplan.vocabulary import Choice
from dongvon.interfaces.web.commendation.council_pages import (
    AWARDING,
    VOTING,
    convening_shown,
    council_shown,
    found_session,
    members_offered,
    unvoted,
)
from dongvon.interfaces.web.commendation.forms import AwardForm, BallotForm, ConveneForm
from dongvon.interfaces.web.commendation.pages import BRANCH
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.BRANCH, roles=BRANCH)
@require_POST
def convene_act(request: Asked, round: UUID) -> HttpResponse:
    """Call the council on a round."""
    form = ConveneForm(request.POST, people=members_offered(request))
    if not form.is_valid():
        return convening_shown(request, round, form=form)
    outcome = perform(
        request,
        convene,
        form=form,
        round=round,
        held_on=form.cleaned_data["held_on"],
        venue=form.cleaned_data["venue"],
        chair=UUID(form.cleaned_data["chair"]),
        members=tuple(UUID(each) for each in form.cleaned_data["members"]),
    )
    if not outcome:
        return convening_shown(request, round, form=form)
    return answer(request, outcome, to="commendation:session", done=_("Đã triệu tập hội đồng."), session=outcome.result)


@page(audience=Audience.COUNCIL, roles=VOTING)
@require_POST
def vote_act(request: Asked, session: UUID) -> HttpResponse:
    """Cast one's ballots, all at once."""
    found = found_session(request, session)
    form = BallotForm(request.POST, proposals=unvoted(found))
    if not form.is_valid():
        return council_shown(request, found, ballot=form)
    ballots = tuple(Ballot(proposal=UUID(hex=name), choice=Choice(said)) for name, said in form.cleaned_data.items())
    outcome = perform(request, vote, session=session, ballots=ballots)
    return answer(request, outcome, to="commendation:session", done=_("Đã gửi phiếu."), session=session)


@page(audience=Audience.COUNCIL, roles=VOTING)
@require_POST
def close_act(request: Asked, session: UUID) -> HttpResponse:
    """End the voting."""
    outcome = perform(request, close_session, session=session)
    return answer(request, outcome, to="commendation:session", done=_("Đã kết thúc biểu quyết."), session=session)


@page(audience=Audience.COUNCIL, roles=AWARDING)
@require_POST
def award_act(request: Asked, session: UUID) -> HttpResponse:
    """Record the decision on one proposal."""
    found = found_session(request, session)
    form = AwardForm(request.POST, proposals=[row for row, _ballot in found.proposals if not row.awarded])
    if not form.is_valid():
        return council_shown(request, found, award=form)
    outcome = perform(
        request,
        award,
        form=form,
        session=session,
        **{**form.cleaned_data, "proposal": UUID(form.cleaned_data["proposal"])},
    )
    if not outcome:
        return council_shown(request, found, award=form)
    return answer(request, outcome, to="commendation:session", done=_("Đã ghi quyết định."), session=session)
