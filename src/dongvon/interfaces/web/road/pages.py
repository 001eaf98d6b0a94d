"""The desk of whoever takes a step, a file beside its evidence, and the explanation a citizen is shown."""

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dongvon.domain.capital.queries.availability import available
from dongvon.domain.lending.papers.of_file import papers_of
from dongvon.domain.lending.queries.applications import FileRow, files_of_household, queue
from dongvon.domain.lending.queries.eligibility import Explanation, explained, explanation_of, explanations
from dongvon.domain.lending.queries.files import File, file_of
from dongvon.domain.lending.queries.members import members_of
from dongvon.domain.lending.queries.needs import needs_of
from dongvon.domain.lending.queries.road_history import ActRow, acts_of, proposals
from dongvon.domain.lending.vocabulary import Step, Verdict
from dongvon.domain.people.queries.moved_in import moved_in
from dongvon.domain.programmes.vocabulary import Fund
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.catalogue.words import USES
from dongvon.interfaces.web.components.reading import Event, Timeline
from dongvon.interfaces.web.components.wayfinding import Tab
from dongvon.interfaces.web.lists.words import KINDS
from dongvon.interfaces.web.road.explaining import sentences
from dongvon.interfaces.web.road.facts import facts_of
from dongvon.interfaces.web.road.inhand import form_in_hand
from dongvon.interfaces.web.road.lottery import DRAWERS
from dongvon.interfaces.web.road.requests import NeedForm
from dongvon.interfaces.web.road.roles import ASKING, COMMUNE, DESKS, READERS, steps_of
from dongvon.interfaces.web.road.tables import files_table
from dongvon.interfaces.web.road.words import ACTS, PAPERS, STEPS, stage_badge, verdict_badge, whose
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

#: Steps that are taken for many files together, from the desk.
BULK = {Step.TAKE_IN: "road:take_in", Step.CONTROL: "road:control_many", Step.APPROVE: "road:approve_many"}


#: What is done on the page of one file: where it is sent, and what the button says.
ACTING: Final[Mapping[str, tuple[str, Promise | str]]] = {
    Step.APPRAISE: ("road:appraise", gettext_lazy("Ghi thẩm định")),
    Step.CONTROL: ("road:control", gettext_lazy("Kiểm soát xong")),
    Step.APPROVE: ("road:approve", gettext_lazy("Phê duyệt cho vay")),
    Step.NOTIFY: ("road:notify", gettext_lazy("Gửi thông báo 04/TD")),
    Step.SIGN: ("road:sign", gettext_lazy("Ký hợp đồng")),
}

#: Steps at which the file may also be refused or sent back from its own page.
DECIDED: Final = frozenset({Step.SCREEN, Step.TAKE_IN, Step.APPRAISE, Step.CONTROL, Step.APPROVE})


@page(audience=Audience.LENDING, roles=DESKS)
def desk(request: Asked) -> HttpResponse:
    """What waits for me, late on top; several at once where the step allows."""
    mine = steps_of(request.actor.roles)
    asked = request.GET.get("buoc", "")
    rows = queue(mine, on=request.today)
    counts = {step: sum(row.step == step for row in rows) for step in mine}
    step = next((each for each in mine if each == asked), None) or next((s for s in mine if counts[s]), mine[0])
    waiting = [row for row in rows if row.step == step]
    seen(request, [row.borrower for row in waiting], purpose="request")
    values = {
        "tabs": _tabs(mine, counts, current=step),
        "step": step.value,
        "step_name": STEPS[step],
        "table": files_table(waiting, on=request.today),
        "rows": _drawn(waiting, step, request) if step in BULK else (),
        "act": reverse(BULK[step]) if step in BULK else "",
        "late": sum(row.late(on=request.today) for row in waiting),
        "may_ask": bool(request.actor.roles & ASKING),
        "may_confirm": bool(request.actor.roles & COMMUNE),
        "may_tell": Role.CREDIT_OFFICER in request.actor.roles,
        "may_draw": bool(DRAWERS & request.actor.roles),
    }
    return render(request, "road/desk.html", values)


@page(audience=Audience.LENDING, roles=READERS)
def file(request: Asked, application: UUID) -> HttpResponse:
    """One file: the request beside its conditions, its papers, its history, and the step that is mine."""
    return file_shown(request, application)


@page(audience=Audience.LENDING, roles=READERS)
def why(request: Asked, application: UUID) -> HttpResponse:
    """The same conditions as a citizen reads them, to be printed and handed over."""
    found = found_file(request, application)
    explanation = found_explanation(request, application)
    values = {"row": found.row, **standing_of(found.row), **_explained(explanation)}
    return render(request, "road/why.html", values)


@page(audience=Audience.LENDING, roles=READERS)
def household(request: Asked, household: UUID) -> HttpResponse:
    """Every programme held against what is on record about a household, and the files it has."""
    return household_shown(request, household)


def household_shown(
    request: Asked, household: UUID, *, form: NeedForm | None = None, status: int = 200
) -> HttpResponse:
    """The page of a household, with the form of its needs."""
    told = explained(household, on=request.today)
    if not told:
        raise Http404
    seen(request, [row.id for row in members_of(household, on=request.today)], purpose="household", of=household)
    offers = [{"explanation": each, **_explained(each)} for each in told]
    values = {
        "household": household,
        "came": [(row, KINDS[row.kind]) for row in moved_in(on=request.today) if row.household == household],
        "open": [each for each in offers if each["verdict"] != Verdict.INELIGIBLE],
        "shut": [each for each in offers if each["verdict"] == Verdict.INELIGIBLE],
        "files": files_table(files_of_household(household, on=request.today), on=request.today),
        "needs": needs_of(household),
        "form": form or NeedForm(offers=told, year=request.today.year + 1),
        "may_ask": bool(request.actor.roles & ASKING),
    }
    return render(request, "road/household.html", values, status=status)


def file_shown(request: Asked, application: UUID, *, form: Any = None, status: int = 200) -> HttpResponse:
    """The page of one file, with a form that came back where there is one."""
    found = found_file(request, application)
    row, acts = found.row, acts_of(application)
    values = {
        "file": found,
        "row": row,
        "badge": stage_badge(row.stage),
        "printable": papers_of(found),
        "papers": [{"row": each, "name": PAPERS.get(each.code, each.code)} for each in found.papers],
        **_in_hand(request, row, bound=form),
        **standing_of(row),
        "turned": next((act.words for act in reversed(acts) if act.kind == row.stage), ""),
        "facts": facts_of(found),
        "plan": [(each, USES.get(each.use, "")) for each in found.items],
        "may_withdraw": bool(request.actor.roles & ASKING) and row.loan is None and row.step != "",
        "may_add": bool(request.actor.roles & (ASKING | COMMUNE)) and row.loan is None and row.step != "",
        "timeline": _timeline(acts),
        **_explained(explanation_of(application, on=request.today)),
    }
    return render(request, "road/file.html", values, status=status)


def _in_hand(request: Asked, row: FileRow, *, bound: Any) -> dict[str, Any]:
    """The step that is mine, with its form, its address, its word, and what else may be done in its place."""
    mine = row.step if row.step in steps_of(request.actor.roles) else ""
    proposal = proposals([row.id]).get(row.id)
    address, word = ACTING.get(mine, ("", ""))
    return {
        "mine": mine,
        "deciding": mine in DECIDED,
        "proposal": proposal,
        "forms": form_in_hand(mine, row, proposal=proposal, on=request.today, bound=bound),
        "step_url": reverse(address, args=[row.id]) if address else "",
        "step_word": word,
        "left": available(Fund(row.fund), on=request.today, unit=row.unit) if mine == Step.APPROVE else None,
        "may_declare": bool(request.actor.roles & ASKING),
        "may_hand_out": Role.TELLER in request.actor.roles and row.loan is not None,
    }


def found_file(request: Asked, application: UUID) -> File:
    """The file, or 404."""
    found = file_of(application, on=request.today)
    if found is None:
        raise Http404
    seen(request, [found.row.borrower], purpose="request", of=application)
    return found


def found_explanation(request: Asked, application: UUID) -> Explanation:
    """Its conditions today, or 404 where the programme no longer lends."""
    told = explanation_of(application, on=request.today)
    if told is None:
        raise Http404
    return told


def _explained(explanation: Explanation | None) -> dict[str, Any]:
    if explanation is None:
        return {"lines": (), "verdict": "", "verdict_badge": ""}
    return {
        "programme_name": explanation.name,
        "lines": sentences(explanation.lines),
        "verdict": explanation.verdict,
        "verdict_badge": verdict_badge(explanation.verdict),
    }


def _tabs(mine: tuple[Step, ...], counts: dict[Step, int], *, current: Step) -> tuple[Tab, ...]:
    place = reverse("road:desk")
    return tuple(
        Tab(STEPS[step], href=f"{place}?buoc={step}", current=step == current, count=counts[step]) for step in mine
    )


def _drawn(rows: list[FileRow], step: Step, request: Asked) -> list[dict[str, Any]]:
    """A file whose conditions are not all met today is decided on its own page, once the bank has to answer for it."""
    ids = [row.id for row in rows]
    said = proposals(ids)
    found = explanations(ids, on=request.today) if step != Step.TAKE_IN else {}
    return [
        {
            "row": row,
            "proposal": said.get(row.id),
            "sum": said[row.id].amount if row.id in said else row.amount,
            "badge": verdict_badge(found[row.id].verdict) if row.id in found else "",
            "alone": step != Step.TAKE_IN and (row.id not in found or found[row.id].verdict != Verdict.ELIGIBLE),
        }
        for row in rows
    ]


def standing_of(row: FileRow) -> dict[str, str]:
    """What a file waits for, whose act that is, and what follows."""
    step, then = str(STEPS.get(row.step, "")), str(STEPS.get(row.then, ""))
    return {"step_name": step, "whose": whose(row.step, leader=row.leader_name, place=row.place_name), "then": then}


def _timeline(acts: Iterable[ActRow]) -> Timeline:
    events = []
    for act in acts:
        tone, word = ACTS[act.kind]
        events.append(Event(word, at=act.at, by=act.name, text=" ".join((act.words, act.rule)).strip(), tone=tone))
    return Timeline(tuple(reversed(events)), label=_("Diễn biến hồ sơ"))
