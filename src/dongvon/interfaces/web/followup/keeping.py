"""Keeping follow-up going: rounds, relief, letters and the rules they follow."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.queries.plans import rounds_of
from dongvon.domain.workplan.queries.reliefs import reliefs
from dongvon.domain.workplan.queries.reminders import deadline_rules, digest, digests, ladder, letter_hours
from dongvon.interfaces.web.components.wayfinding import Pager
from dongvon.interfaces.web.followup.forms import RoundForm
from dongvon.interfaces.web.followup.pages import chosen_plan
from dongvon.interfaces.web.followup.tables import asked_for, digest_table, relief_table
from dongvon.interfaces.web.followup.tabs import tabs
from dongvon.interfaces.web.followup.words import AUDIENCES, WEEKDAYS, step_words
from dongvon.interfaces.web.plans.tables import round_table
from dongvon.interfaces.web.plans.words import ROUNDS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked

PAGE = 50


@page(audience=Audience.OVERSIGHT)
def rounds(request: Asked) -> HttpResponse:
    """The rounds of the plan in force, the rules that set their days, and the form that opens a special one."""
    return rounds_page(request)


@page(audience=Audience.OVERSIGHT)
def relief(request: Asked) -> HttpResponse:
    """Requests to waive or extend: those that wait for a decision, and those decided."""
    found = reliefs(on=request.today)
    values = {
        "tabs": tabs("relief"),
        "waiting": [(row, asked_for(row)) for row in found if row.state == "asked"],
        "table": relief_table([row for row in found if row.state != "asked"]),
        "may_decide": bool(request.actor.roles & {Role.BRANCH_DIRECTOR, Role.CITY_LEADER}),
        "person": request.actor.person,
    }
    return render(request, "followup/relief.html", values)


@page(audience=Audience.OVERSIGHT)
def letters(request: Asked) -> HttpResponse:
    """The log of reminder letters, with the ladder and hours they follow."""
    asked = request.GET.get("trang", "1")
    number = max(1, int(asked)) if asked.isdecimal() else 1
    found, total = digests(page=number, size=PAGE)
    pages = max(1, -(-total // PAGE))
    hours = letter_hours(on=request.today)
    values = {
        "tabs": tabs("letters"),
        "table": digest_table(found),
        "pager": Pager(number, pages=pages, query=request.GET.urlencode(), total=total) if pages > 1 else None,
        "ladder": [(step_words(step.days), AUDIENCES[step.audience]) for step in ladder(on=request.today)],
        "hours": hours,
        "weekdays": [WEEKDAYS[day - 1] for day in hours.weekdays] if hours else [],
    }
    return render(request, "followup/letters.html", values)


@page(audience=Audience.OVERSIGHT)
def letter(request: Asked, letter: UUID) -> HttpResponse:
    """One letter as it was written; the person it went to has it by e-mail."""
    found = digest(letter)
    if found is None:
        raise Http404
    return render(request, "followup/letter.html", {"letter": found})


def rounds_page(request: Asked, *, form: RoundForm | None = None) -> HttpResponse:
    """The page of rounds, with the form as it stands."""
    plan = chosen_plan(request)
    may_open = bool(request.actor.roles & {Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})
    values: dict[str, Any] = {
        "tabs": tabs("rounds", plan=plan),
        "plan": plan,
        "table": round_table(rounds_of(plan.id) if plan else [], on=request.today),
        "rules": [(ROUNDS[rule.kind], rule) for rule in deadline_rules(on=request.today)],
        "form": form or (RoundForm() if plan and may_open else None),
    }
    return render(request, "followup/rounds.html", values, status=422 if form else 200)
