"""Papers that gather many loans: a round of debts at risk, the plan for the hamlets, a session's sheet."""

from uuid import UUID

from django.http import Http404, HttpResponse

from dongvon.domain.groups.queries.sessions import point_sessions
from dongvon.domain.lending.papers.filled import FilledPaper
from dongvon.domain.lending.papers.of_round import paper_of_round
from dongvon.domain.lending.papers.plan_notice import PLAN_NOTICE, plan_notice_values
from dongvon.domain.lending.papers.session_sheet import SESSION_SHEET, session_sheet_values
from dongvon.domain.lending.papers.wording import commune_of, long_day, office_of
from dongvon.domain.lending.queries.group_dues import point_dues
from dongvon.domain.lending.queries.needs import summed_needs
from dongvon.domain.lending.queries.risk_rounds import Round
from dongvon.domain.units.queries.directory import units_by_id
from dongvon.interfaces.web.loans.pages import DECIDERS
from dongvon.interfaces.web.papers.pages import ROAD, answered, seat_of
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.BRANCH, roles=DECIDERS)
def round_paper(request: Asked, year: int, number: int, code: str, ending: str) -> HttpResponse:
    """04, 05, 13, 14/XLN, the submission or 03/QLNK of one of the two rounds of a year."""
    if number not in (1, 2) or not 2000 <= year <= request.today.year + 1:
        raise Http404
    unit = units_by_id([request.standing.posts[0].unit], on=request.today)[request.standing.posts[0].unit]
    head = {"office": office_of(unit), "place": seat_of(unit, on=request.today)}
    paper = paper_of_round(code, Round(year=year, number=number), **head, on=request.today)
    return answered(request, paper, ending=ending, purpose="loan")


@page(audience=Audience.BRANCH, roles=ROAD)
def plan_paper(request: Asked, place: str, year: int, ending: str) -> HttpResponse:
    """07: what the hamlets of a commune need, and what they are given."""
    rows = summed_needs(year, place=place)
    if not rows:
        raise Http404
    commune = commune_of(place, on=request.today)
    values = plan_notice_values(rows, year=year, commune=commune, day=long_day(request.today))
    return answered(request, FilledPaper(PLAN_NOTICE, values, ()), ending=ending)


@page(audience=Audience.BRANCH, roles=ROAD)
def session_paper(request: Asked, point: UUID, ending: str) -> HttpResponse:
    """12/TD: what the groups of a point bring to its next session, as far as the asker may see them."""
    held = next(iter(point_sessions(on=request.today, point=point)), None)
    rows = point_dues(point, until=held.day) if held else []
    scope = request.standing.scope
    if held is None or not (rows or scope.everything or held.unit in scope.units):
        raise Http404
    office = office_of(units_by_id([held.unit], on=request.today)[held.unit])
    head = {"office": office, "place": commune_of(held.place, on=request.today), "day": long_day(request.today)}
    values = session_sheet_values(rows, point=held.name, session=held.day, **head)
    leaders = tuple(row.leader for row in rows)
    return answered(request, FilledPaper(SESSION_SHEET, values, leaders), ending=ending, purpose="group")
