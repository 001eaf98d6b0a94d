"""Commendation: the formula and the ranking, proposals, decisions, and the submission to the city."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.queries.commendations import (
    RoundToHonour,
    decisions,
    proposals,
    rounds_to_honour,
    sessions,
)
from dongvon.domain.workplan.queries.scores import formula, last_scoring, scores
from dongvon.interfaces.web.commendation.drawing import submission_file
from dongvon.interfaces.web.commendation.forms import ProposalForm
from dongvon.interfaces.web.commendation.tables import (
    decisions_table,
    proposals_table,
    ranking_table,
    rules_table,
    sessions_table,
)
from dongvon.interfaces.web.commendation.words import FORMS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel import clock

BRANCH = frozenset({Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@page(audience=Audience.SIGNED_IN)
def index(request: Asked) -> HttpResponse:
    """One round (`?ky=`): the ranking as far as the asker may see it, the formula, proposals, awards."""
    rounds = rounds_to_honour(at=clock.now())
    chosen = next((each for each in rounds if str(each.id) == request.GET.get("ky")), next(iter(rounds), None))
    values: dict[str, Any] = {"rounds": rounds, "chosen": chosen, "may_write": bool(BRANCH & request.actor.roles)}
    if chosen:
        values |= _values(request, chosen)
    return render(request, "commendation/index.html", values)


@page(audience=Audience.BRANCH, roles=BRANCH)
def proposing(request: Asked, round: UUID) -> HttpResponse:
    """The form that puts somebody forward."""
    return proposing_shown(request, round)


@page(audience=Audience.BRANCH, roles=BRANCH)
def submission(request: Asked, round: UUID) -> HttpResponse:
    """The submission to the city's chair, as .docx."""
    content = submission_file(round_named(round), on=request.today)
    return word_file(content, name="to-trinh-khen-thuong.docx")


def proposing_shown(request: Asked, round: UUID, *, form: ProposalForm | None = None) -> HttpResponse:
    """The page of a proposal, with the form as it stands."""
    found = round_named(round)
    offered = form or ProposalForm(units=units_of(round, request=request))
    rows = [(row, FORMS[row.form]) for row in proposals(round, on=request.today)]
    values = {"round": found, "form": offered, "rows": rows}
    return render(request, "commendation/proposing.html", values, status=422 if form else 200)


def units_of(round: UUID, *, request: Asked) -> list[tuple[UUID, str]]:
    """The units of a round by rank, as a form offers them."""
    return [(row.unit, f"{row.rank}. {row.full_name}") for row in scores(round, on=request.today)]


def round_named(round: UUID) -> RoundToHonour:
    """A round that may be honoured, or the page that says there is none."""
    found = next((each for each in rounds_to_honour(at=clock.now()) if each.id == round), None)
    if found is None:
        raise Http404
    return found


def word_file(content: bytes, *, name: str) -> HttpResponse:
    """A paper as a download."""
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(content, content_type=WORD, headers={"Content-Disposition": disposition})


def _values(request: Asked, chosen: RoundToHonour) -> dict[str, object]:
    ranked = scores(chosen.id, on=request.today)
    return {
        "scoring": last_scoring(chosen.id),
        "ranking": ranking_table(ranked),
        "has_scores": bool(ranked),
        "rules": rules_table(formula(on=request.today)),
        "proposals": proposals_table(proposals(chosen.id, on=request.today)),
        "sessions": sessions_table(sessions(chosen.id)),
        "decisions": decisions_table(decisions(chosen.id, on=request.today)),
        "sees_all": request.standing.scope.everything,
    }
