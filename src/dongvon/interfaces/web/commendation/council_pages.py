"""The council: calling it together, its votes, its minutes."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from dongvon.domain.units.queries.people import holders
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.queries.commendations import ProposalRow, SessionPage, session_page
from dongvon.interfaces.web.commendation.drawing import minutes_file
from dongvon.interfaces.web.commendation.forms import AwardForm, BallotForm, ConveneForm
from dongvon.interfaces.web.commendation.pages import BRANCH, round_named, word_file
from dongvon.interfaces.web.commendation.tables import votes_table
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked

SEEING = BRANCH | {Role.CITY_LEADER, Role.COUNCIL_MEMBER, Role.INSPECTOR}
VOTING = BRANCH | {Role.CITY_LEADER, Role.COUNCIL_MEMBER}
AWARDING = frozenset({Role.CITY_LEADER, Role.BRANCH_DIRECTOR})


@page(audience=Audience.BRANCH, roles=BRANCH)
def convening(request: Asked, round: UUID) -> HttpResponse:
    """The form that calls the council."""
    return convening_shown(request, round)


@page(audience=Audience.COUNCIL, roles=SEEING)
def council(request: Asked, session: UUID) -> HttpResponse:
    """A session: what is proposed, how it was voted on, and the asker's own ballot."""
    return council_shown(request, found_session(request, session))


@page(audience=Audience.COUNCIL, roles=SEEING)
def minutes(request: Asked, session: UUID) -> HttpResponse:
    """The minutes as .docx."""
    content = minutes_file(found_session(request, session), on=request.today)
    return word_file(content, name="bien-ban-hop-hoi-dong.docx")


def convening_shown(request: Asked, round: UUID, *, form: ConveneForm | None = None) -> HttpResponse:
    """The page that calls the council, with its form as it stands."""
    offered = form or ConveneForm(people=members_offered(request))
    values = {"round": round_named(round), "form": offered}
    return render(request, "commendation/convening.html", values, status=422 if form else 200)


def council_shown(
    request: Asked, found: SessionPage, *, ballot: BallotForm | None = None, award: AwardForm | None = None
) -> HttpResponse:
    """The page of a session, with its forms as they stand."""
    values = {
        "found": found,
        "table": votes_table(found),
        "ballot": ballot or (BallotForm(proposals=unvoted(found)) if found.unvoted else None),
        "award": award or _award_form(request, found),
        "may_close": found.row.closed_at is None and bool(VOTING & request.actor.roles),
    }
    return render(request, "commendation/session.html", values, status=422 if ballot or award else 200)


def found_session(request: Asked, session: UUID) -> SessionPage:
    """The session, or the page that says there is none."""
    found = session_page(session, person=request.standing.person, on=request.today)
    if found is None:
        raise Http404
    return found


def unvoted(found: SessionPage) -> list[ProposalRow]:
    """The proposals on which the asker has not voted."""
    return [row for row, _ in found.proposals if row.id in found.unvoted]


def members_offered(request: Asked) -> list[tuple[UUID, str]]:
    """Who may be called: members of the council, leaders, the branch, heads of units with a name."""
    roles = (Role.COUNCIL_MEMBER, Role.CITY_LEADER, Role.BRANCH_DIRECTOR, Role.BRANCH_OFFICER)
    found = holders(on=request.today, roles=roles)
    return list({each.id: (each.id, f"{each.full_name} – {each.title}") for each in found}.values())


def _award_form(request: Asked, found: SessionPage) -> AwardForm | None:
    open_ = [row for row, _ in found.proposals if not row.awarded]
    may = found.row.closed_at is not None and bool(AWARDING & request.actor.roles)
    return AwardForm(proposals=open_, initial={"decided_on": request.today}) if may and open_ else None
