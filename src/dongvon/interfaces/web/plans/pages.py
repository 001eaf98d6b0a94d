"""Plans as everybody reads them: the list, one plan, one clause."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.queries.clauses import ClausePage, clause_page
from dongvon.domain.workplan.queries.own_plans import own_plan
from dongvon.domain.workplan.queries.plans import ClauseRow, PlanPage, PlanRow, plan_page, plans
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.plans.tables import round_table
from dongvon.interfaces.web.plans.words import LEVELS, ROLES, TARGETS, TIMINGS, plan_badge, years
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked

BRANCH = frozenset({Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})
UNIT = frozenset({Role.UNIT_HEAD, Role.UNIT_REPORTER})


@page(audience=Audience.SIGNED_IN)
def index(request: Asked) -> HttpResponse:
    """Every plan one may see, in force first."""
    return render(request, "plans/index.html", {"table": _table(plans()), "may_import": is_branch(request)})


@page(audience=Audience.SIGNED_IN)
def read(request: Asked, plan: UUID) -> HttpResponse:
    """One plan, whole: clauses, who, when; its duties, numbers, rounds and place among plans."""
    found = plan_page(plan, on=request.today)
    if found is None:
        raise Http404
    own = _own_unit(request, found)
    values = _shown(found) | {
        "may_review": is_branch(request),
        "rounds": round_table(found.rounds, on=request.today, unit=own),
        "owes_plan": bool(own and found.plan.state == "active" and own_plan(plan, unit=own, on=request.today)),
    }
    return render(request, "plans/read.html", values)


@page(audience=Audience.SIGNED_IN)
def clause(request: Asked, clause: UUID) -> HttpResponse:
    """One clause: its words, units, rounds, and the same task in other plans."""
    found = clause_page(clause, on=request.today)
    if found is None:
        raise Http404
    return render(request, "plans/clause.html", clause_values(request, found))


def clause_values(request: Asked, found: ClausePage) -> dict[str, object]:
    """What the clause's page draws."""
    acting = request.actor.unit
    by_role = [
        (ROLES[role], [unit for unit, owed in found.units if owed == role])
        for role in ROLES
        if any(owed == role for _unit, owed in found.units)
    ]
    return {
        "page": found,
        "by_role": by_role,
        "named": _named(found.clause),
        "timing": TIMINGS[found.clause.timing_kind],
        "may_delegate": bool(request.actor.roles & UNIT) and any(unit.id == acting for unit, _role in found.units),
        "own": acting,
        "person": request.actor.person,
    }


def _own_unit(request: Asked, found: PlanPage) -> UUID | None:
    """The unit whose own share of each round is linked, for people of a unit that reports."""
    return request.actor.unit if request.actor.roles & UNIT and found.plan.state != "draft" else None


def is_branch(request: Asked) -> bool:
    """Whether whoever asks may review plans."""
    return bool(request.standing.roles & BRANCH)


def _table(rows: list[PlanRow]) -> Table:
    columns = (
        Column(_("Kế hoạch"), leads=True),
        Column(_("Số, ký hiệu")),
        Column(_("Ngày ban hành"), kind="date"),
        Column(_("Thời gian")),
        Column(_("Nhiệm vụ"), kind="number"),
        Column(_("Tình trạng")),
    )
    drawn = tuple(
        (
            Link(row.title, href=reverse("plans:review" if row.state == "draft" else "plans:read", args=[row.id])),
            row.number,
            row.issued_on,
            years(row),
            row.clause_count,
            plan_badge(row),
        )
        for row in rows
    )
    empty = Empty(_("Chưa có kế hoạch nào"), text=_("Chi nhánh nhập tệp kế hoạch của thành phố để bắt đầu."))
    return Table(_("Danh sách kế hoạch"), columns=columns, rows=drawn, empty=empty)


def _shown(found: PlanPage) -> dict[str, object]:
    groups = [
        (group, [(clause, _named(clause), TIMINGS[clause.timing_kind]) for clause in group.clauses])
        for group in found.groups
    ]
    targets = [
        (TARGETS[target.kind], target, clause)
        for group in found.groups
        for clause in group.clauses
        for target in clause.targets
    ]
    return {
        "page": found,
        "plan": found.plan,
        "badge": plan_badge(found.plan),
        "years": years(found.plan),
        "groups": groups,
        "targets": targets,
    }


def _named(clause: ClauseRow) -> list[tuple[Promise | str, list[str]]]:
    """For each role the units as the plan writes them, with their level, each once."""
    named: list[tuple[Promise | str, list[str]]] = []
    for role, word in ROLES.items():
        told = [
            f"{each.name or each.mention} ({LEVELS[each.level]})" if each.level else (each.name or each.mention)
            for each in clause.named(role)
        ]
        if told:
            named.append((word, list(dict.fromkeys(told))))
    return named
