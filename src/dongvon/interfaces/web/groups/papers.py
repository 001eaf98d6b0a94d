"""The papers of a group to print or to edit: minutes, mandate, collection sheet, inspection."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse

from dongvon.domain.documents.papers.form import Form
from dongvon.domain.groups.papers.inspection import COPIES as OF_INSPECTION
from dongvon.domain.groups.papers.inspection import INSPECTION
from dongvon.domain.groups.papers.mandate import COPIES as OF_MANDATE
from dongvon.domain.groups.papers.mandate import MANDATE
from dongvon.domain.groups.papers.minutes import COPIES as OF_MINUTES
from dongvon.domain.groups.papers.minutes import minutes_form
from dongvon.domain.groups.papers.sheet import COLLECTION
from dongvon.domain.groups.papers.yearly import (
    CITY_MINUTES,
    COMMUNE_MINUTES,
    PLAN,
    SUMMARY,
    entrusted_values,
    plan_values,
    summary_values,
)
from dongvon.domain.groups.papers.yearly import COPIES as OF_YEARLY_MINUTES
from dongvon.domain.groups.queries.groups import GroupFacts, members_of
from dongvon.domain.groups.queries.inspections import inspected_groups
from dongvon.domain.groups.queries.inspections import inspection as inspection_of
from dongvon.domain.groups.queries.meetings import meeting as meeting_of
from dongvon.domain.groups.queries.troubles import uninspected_groups
from dongvon.domain.lending.papers.wording import long_day
from dongvon.domain.lending.queries.group_dues import entrusted
from dongvon.domain.lending.queries.use_checks import uses_in
from dongvon.domain.units.queries.directory import units_by_id
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.groups import filling
from dongvon.interfaces.web.groups.pages import found_group
from dongvon.interfaces.web.groups.words import READERS
from dongvon.interfaces.web.papers.answering import MOST, paper_answer
from dongvon.interfaces.web.papers.pages import seat_of
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

Values = Callable[[Asked, GroupFacts], Mapping[str, Any] | None]

#: Form, how many copies are printed, and what it is filled with.
PAPERS: dict[str, tuple[Form, int, Values]] = {
    COLLECTION.code: (COLLECTION, 1, filling.collection),
    MANDATE.code: (MANDATE, OF_MANDATE, filling.mandate),
    INSPECTION.code: (INSPECTION, OF_INSPECTION, filling.inspection_sheet),
}


@page(audience=Audience.UNIT, roles=READERS)
def paper(request: Asked, group: UUID, form: str, kind: str) -> HttpResponse:
    """A form about the group as it stands today."""
    if form not in PAPERS:
        raise Http404
    found, (described, copies, values) = found_group(group, on=request.today), PAPERS[form]
    filled = values(request, found)
    if filled is None:
        raise Http404
    _taken(request, found)
    return paper_answer(described, [filled], ending=kind, copies=copies, name=f"{form}-{found.code}")


@page(audience=Audience.UNIT, roles=READERS)
def minutes_paper(request: Asked, meeting: UUID, kind: str) -> HttpResponse:
    """The minutes of a meeting, two copies to sign."""
    held = meeting_of(meeting)
    if held is None or not held.closed:
        raise Http404
    found = found_group(held.group, on=request.today)
    _taken(request, found)
    form = minutes_form(held.kind)
    name = f"{form.code}-{found.code}-{held.number}"
    filled = [filling.minutes(request, found, held)]
    return paper_answer(form, filled, ending=kind, copies=OF_MINUTES, name=name)


@page(audience=Audience.UNIT, roles=READERS)
def inspection_paper(request: Asked, inspection: UUID, kind: str) -> HttpResponse:
    """The minutes of a visit that was written down, two copies to sign."""
    held = inspection_of(inspection)
    if held is None:
        raise Http404
    found = found_group(held.group, on=request.today)
    _taken(request, found)
    filled = [filling.inspection(request, found, held)]
    return paper_answer(INSPECTION, filled, ending=kind, copies=OF_INSPECTION, name=f"16-td-{found.code}")


@page(audience=Audience.LENDING, roles={Role.ORGANISATION_OFFICER})
def yearly_paper(request: Asked, form: str, kind: str) -> HttpResponse:
    """01/KH, 02/BB-CT, 03/BB-CX and 04/BC-TH of the organisation's groups in sight, for this year."""
    if form not in YEARLY:
        raise Http404
    described, copies, values = YEARLY[form]
    post = request.standing.posts[0]
    unit = units_by_id([post.unit], on=request.today)[post.unit]
    head = {
        "year": str(request.today.year),
        "organisation": post.unit_name,
        "place": seat_of(unit, on=request.today),
        "day": long_day(request.today),
    }
    filled = values(request, head)
    seen(request, (), purpose="group", count=len(filled.get("lines", ())), exported=True)
    return paper_answer(described, [filled], ending=kind, copies=copies)


def _plan(request: Asked, head: dict[str, str]) -> dict[str, Any]:
    groups, left, waiting = uninspected_groups(on=request.today, limit=MOST)
    return plan_values(waiting, groups=groups, left=left, head=head)


def _summary(request: Asked, head: dict[str, str]) -> dict[str, Any]:
    groups, _, _ = uninspected_groups(on=request.today, limit=0)
    return summary_values(inspected_groups(request.today.year), groups=groups, head=head)


def _entrusted(request: Asked, head: dict[str, str]) -> dict[str, Any]:
    on = request.today
    groups, left, _ = uninspected_groups(on=on, limit=0)
    return entrusted_values(
        inspected=head["organisation"],
        period=f"từ 01/01/{on:%Y} đến {on:%d/%m/%Y}",
        figures={"groups": groups, "inspected": groups - left, **entrusted()},
        uses=uses_in(on.year, on=on),
        head=head,
    )


#: Form, how many copies are signed, and what it is filled with.
YEARLY: dict[str, tuple[Form, int, Callable[[Asked, dict[str, str]], dict[str, Any]]]] = {
    PLAN.code: (PLAN, 1, _plan),
    CITY_MINUTES.code: (CITY_MINUTES, OF_YEARLY_MINUTES, _entrusted),
    COMMUNE_MINUTES.code: (COMMUNE_MINUTES, OF_YEARLY_MINUTES, _entrusted),
    SUMMARY.code: (SUMMARY, 1, _summary),
}


def _taken(request: Asked, group: GroupFacts) -> None:
    people = [row.person for row in members_of(group.id, on=request.today)]
    seen(request, people, purpose="group", of=group.id, exported=True)
