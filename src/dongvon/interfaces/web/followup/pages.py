"""Follow-up: the matrix, what stands behind a cell, and the briefing (giao ban)."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dongvon.domain.workplan.queries.follow_up import follow_up, never_signed_in, rates
from dongvon.domain.workplan.queries.matrix import matrix
from dongvon.domain.workplan.queries.plans import PlanRow, plan_in_force, plan_row, plans
from dongvon.domain.workplan.queries.unit_round import OwedRow, UnitRound, unit_round
from dongvon.interfaces.web.followup.forms import ReliefForm
from dongvon.interfaces.web.followup.grid import body_of
from dongvon.interfaces.web.followup.tables import absent_table, missing_table, rate_rows
from dongvon.interfaces.web.followup.tabs import tabs
from dongvon.interfaces.web.followup.words import ENTRIES, relief_badge, state_badge
from dongvon.interfaces.web.plans.words import ROLES, round_head
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel import clock


@page(audience=Audience.OVERSIGHT)
def grid(request: Asked) -> HttpResponse:
    """Every unit against every round; `?nam=` narrows to a year, `?theo=don-vi` shows each unit that does the work."""
    known = [each for each in plans() if each.activated_at]
    plan = _chosen(known, _uuid(request.GET.get("ke_hoach", "")))
    by_unit = request.GET.get("theo") == "don-vi"
    years = [int(year) for year in request.GET.getlist("nam") if year.isdecimal()]
    found = matrix(plan.id, at=clock.now(), on=request.today, by_unit=by_unit, years=years) if plan else None
    values: dict[str, Any] = {
        "tabs": tabs("grid", plan=plan),
        "plan": plan,
        "plans": known,
        "heads": [round_head(each) for each in found.rounds] if found else [],
        "count": len(found.rows) if found else 0,
        "body": body_of(found) if found else "",
        "by_unit": by_unit,
        "year": years[0] if len(years) == 1 else None,
        "years": [str(year) for year in range(plan.first_year, plan.last_year + 1)] if plan else [],
    }
    return render(request, "followup/grid.html", values)


@page(audience=Audience.SIGNED_IN)
def cell(request: Asked, unit: UUID, round: UUID) -> HttpResponse:
    """What a unit owes in a round, clause by clause."""
    return cell_page(request, unit, round)


@page(audience=Audience.OVERSIGHT)
def briefing(request: Asked) -> HttpResponse:
    """The briefing for the meeting: rates, who is late, returned, waiting, never here; made to be printed."""
    plan = chosen_plan(request)
    asked = _uuid(request.GET.get("dot", ""))
    found = follow_up(plan.id, round=asked, at=clock.now(), on=request.today) if plan else None
    values: dict[str, Any] = {"tabs": tabs("briefing", plan=plan), "plan": plan, "found": found}
    if found:
        values |= {
            "overdue": missing_table(found.overdue, on=request.today),
            "returned": missing_table(found.returned, on=request.today),
            "waiting": missing_table(found.waiting, on=request.today),
            "not_started": missing_table(found.standing("open", "draft"), on=request.today),
        }
    return render(request, "followup/briefing.html", values)


@page(audience=Audience.OVERSIGHT)
def counted(request: Asked) -> HttpResponse:
    """Rates of every round, counted over what is owed."""
    plan = chosen_plan(request)
    rows = rate_rows(rates(plan.id, at=clock.now())) if plan else []
    return render(
        request,
        "followup/rates.html",
        {"tabs": tabs("rates", plan=plan), "plan": plan, "rows": rows},
    )


@page(audience=Audience.OVERSIGHT)
def absent(request: Asked) -> HttpResponse:
    """The units whose people never signed in."""
    plan = chosen_plan(request)
    found = never_signed_in(plan.id, on=request.today) if plan else []
    values = {"tabs": tabs("absent", plan=plan), "plan": plan, "table": absent_table(found)}
    return render(request, "followup/absent.html", values)


def cell_page(request: Asked, unit: UUID, round: UUID, *, form: ReliefForm | None = None) -> HttpResponse:
    """The page behind a cell, with the form that asks for relief as it stands."""
    found = unit_round(unit, round=round, on=request.today)
    if found is None:
        raise Http404
    values = {
        "found": found,
        "owed": [(rows[0], ROLES[rows[0].role], ENTRIES[rows[0].status], rows) for rows in _by_clause(found)],
        "state": state_badge(_report_state(found)) if found.report else None,
        "reliefs": [(row, relief_badge(row.state)) for row in found.reliefs],
        "form": form or (ReliefForm(clauses=relief_clauses(found)) if _may_ask(request, unit) else None),
    }
    return render(request, "followup/cell.html", values, status=422 if form else 200)


def _by_clause(found: UnitRound) -> list[tuple[OwedRow, ...]]:
    """What is owed, the units that stand alike in one clause together."""
    together: dict[tuple[Any, ...], list[OwedRow]] = {}
    for row in found.owed:
        together.setdefault((row.clause, row.role, row.met_at, row.late, row.waived, row.due_at), []).append(row)
    return [tuple(rows) for rows in together.values()]


def relief_clauses(found: UnitRound) -> list[tuple[str, str]]:
    """The unmet clauses that longer can be asked for, each once."""
    unmet = {str(row.clause): row.clause_code for row in found.owed if row.met_at is None and not row.waived}
    return list(unmet.items())


def _may_ask(request: Asked, unit: UUID) -> bool:
    asking = {"unit_head", "branch_officer", "branch_director"} & set(request.actor.roles)
    return bool(asking) and (request.actor.unit == unit or request.standing.scope.everything)


def _report_state(found: UnitRound) -> str:
    late = any(row.late for row in found.owed)
    return "accepted_late" if found.report_state == "accepted" and late else found.report_state


def _chosen(known: list[PlanRow], asked: UUID | None) -> PlanRow | None:
    """The plan asked for, else the one that came into force last."""
    fitting = [each for each in known if each.id == asked] or [each for each in known if each.state == "active"]
    return max(fitting, key=lambda each: (each.activated_at, each.id), default=None)


def chosen_plan(request: HttpRequest) -> PlanRow | None:
    """The plan that the address names, else the one in force."""
    asked = _uuid(request.GET.get("ke_hoach", ""))
    return plan_row(asked) if asked else plan_in_force()


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
