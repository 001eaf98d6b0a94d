"""The inbox of concerns, a unit's own concerns with their answers, and what waits for decision."""

from typing import Any, cast
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.queries.inbox import (
    ANSWERED,
    DECIDED,
    ESCALATED,
    NEW,
    Thread,
    clause_choices,
    concerns_of,
    counted,
    inbox,
    plan_in_force,
    thread_of,
)
from dongvon.domain.workplan.vocabulary import ConcernKind
from dongvon.interfaces.web.components.wayfinding import Pager, Tab
from dongvon.interfaces.web.inbox.forms import AnswerForm, DecideForm, EscalateForm, GroupForm, RaiseForm
from dongvon.interfaces.web.reports.words import KINDS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked

BRANCH = frozenset({Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})
UNIT = frozenset({Role.UNIT_REPORTER, Role.UNIT_HEAD})
WATCHING = BRANCH | {Role.CITY_LEADER, Role.INSPECTOR}

#: Threads on one page of the inbox.
PAGE = 20

STATES: dict[str, Promise] = {
    NEW: _("Chưa xử lý"),
    ANSWERED: _("Đã trả lời"),
    ESCALATED: _("Đã trình"),
    DECIDED: _("Đã quyết định"),
}


@page(audience=Audience.BRANCH, roles=WATCHING)
def concerns(request: Asked) -> HttpResponse:
    """Concerns of all units by state: to be grouped, answered or sent up."""
    return concerns_shown(request)


@page(audience=Audience.UNIT, roles=UNIT)
def mine(request: Asked) -> HttpResponse:
    """What this unit raised and what it was told; a new concern outside any report."""
    return mine_shown(request)


@page(audience=Audience.CITY)
def awaiting(request: Asked) -> HttpResponse:
    """What was sent up and waits for the leaders' decision, then what they decided."""
    values = {
        "waiting": _drawn(inbox(state=ESCALATED, on=request.today)),
        "decided": _drawn(inbox(state=DECIDED, on=request.today)),
    }
    return render(request, "inbox/awaiting.html", values)


@page(audience=Audience.CITY)
def decision(request: Asked, escalation: UUID) -> HttpResponse:
    """One question with its concerns, and the form of the decision."""
    return decision_shown(request, escalation)


def concerns_shown(request: Asked, *, form: Form | None = None, status: int = 200) -> HttpResponse:
    """The inbox, with the form that was sent where it came back."""
    state = request.GET.get("trang_thai", NEW)
    state = state if state in STATES else NEW
    kind = request.GET.get("loai", "")
    kind = kind if kind in set(ConcernKind) else ""
    values: dict[str, Any] = {
        **_paged(inbox(state=state, on=request.today, kind=kind), request=request),
        "tabs": _tabs(state, kind=kind),
        "kinds": [("", _("Tất cả"), kind == "")] + [(each.value, KINDS[each], kind == each) for each in ConcernKind],
        "state": state,
        "may_act": bool(request.actor.roles & BRANCH),
        "chosen": set(cast(QueryDict, form.data).getlist("concerns")) if form else set(),
        "form": form,
        "group_form": form if isinstance(form, GroupForm) else GroupForm(),
        "answer_form": form if isinstance(form, AnswerForm) else AnswerForm(),
        "escalate_form": form if isinstance(form, EscalateForm) else EscalateForm(),
    }
    return render(request, "inbox/concerns.html", values, status=status)


def mine_shown(request: Asked, *, form: RaiseForm | None = None, status: int = 200) -> HttpResponse:
    """A unit's own concerns."""
    plan = plan_in_force()
    clauses = clause_choices(plan) if plan else []
    values = {
        "threads": _drawn(concerns_of(request.standing.units, on=request.today)),
        "form": form or (RaiseForm(clauses=clauses) if plan else None),
    }
    return render(request, "inbox/mine.html", values, status=status)


def decision_shown(
    request: Asked, escalation: UUID, *, form: DecideForm | None = None, status: int = 200
) -> HttpResponse:
    """The page of one decision."""
    thread = thread_of(escalation, on=request.today)
    if thread is None:
        raise Http404
    clauses = clause_choices(thread.plan)
    values = {
        "escalation": escalation,
        "thread": _drawn((thread,))[0],
        "form": form or DecideForm(clauses=clauses, initial={"clause": str(thread.clause or "")}),
    }
    return render(request, "inbox/decision.html", values, status=status)


def _drawn(threads: tuple[Thread, ...]) -> list[dict[str, Any]]:
    return [
        {
            "thread": thread,
            "state": STATES[thread.state],
            "ids": " ".join(str(each.id) for each in thread.concerns),
            "concerns": [(KINDS[each.kind], each) for each in thread.concerns],
            "units": len({each.unit for each in thread.concerns}),
        }
        for thread in threads
    ]


def _paged(threads: tuple[Thread, ...], *, request: Asked) -> dict[str, Any]:
    """The threads of one page, and the way to the others where there are any."""
    pages = max(1, -(-len(threads) // PAGE))
    asked = request.GET.get("trang", "1")
    number = min(max(1, int(asked)), pages) if asked.isdecimal() else 1
    shown = _drawn(threads[(number - 1) * PAGE : number * PAGE])
    pager = Pager(number, pages=pages, query=request.GET.urlencode()) if pages > 1 else ""
    return {"threads": shown, "pager": pager}


def _tabs(state: str, *, kind: str) -> tuple[Tab, ...]:
    place, counts = reverse("inbox:concerns"), counted()
    kept = f"&loai={kind}" if kind else ""
    return tuple(
        Tab(label, href=f"{place}?trang_thai={each}{kept}", current=each == state, count=counts[each])
        for each, label in STATES.items()
    )
