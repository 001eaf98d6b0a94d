"""Rules of the road: what holds by which document, what waits, and a proposal to change it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from dongvon.domain.lending.queries.road_rules import RuleKind, RuleRow, road_rule, road_rules, rules_waiting
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.units.queries.places import places
from dongvon.interfaces.web.catalogue.pages import APPROVERS, PROPOSERS
from dongvon.interfaces.web.conditions.forms import FORMS, RuleForm
from dongvon.interfaces.web.conditions.tables import rule_table, waiting_lines
from dongvon.interfaces.web.conditions.words import KINDS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.SIGNED_IN)
def rules(request: Asked) -> HttpResponse:
    """One kind of rules at a time, with all that waits on top."""
    kind, on = kind_of(request.GET.get("loai", RuleKind.CONDITION)), request.today
    waiting = rules_waiting()
    people = names_of({row.proposed_by for row in waiting})
    proposes = bool(request.standing.roles & PROPOSERS)
    values = {
        "kind": kind,
        "kinds": [(each.value, KINDS[each]) for each in RuleKind],
        "title": KINDS[kind],
        "table": rule_table(kind, road_rules(kind), on=on, proposes=proposes),
        "waiting": waiting_lines(waiting, people=people),
        "decides": bool(request.standing.roles & APPROVERS),
        "proposes": proposes,
    }
    return render(request, "conditions/rules.html", values)


@page(audience=Audience.BRANCH, roles=PROPOSERS)
def proposal(request: Asked, kind: str) -> HttpResponse:
    """A rule to be laid before the director, filled like the one it would replace."""
    found = kind_of(kind)
    return proposal_shown(request, found, FORMS[found](communes=communes_on(request.today), initial=_like(request)))


def proposal_shown(request: Asked, kind: RuleKind, form: RuleForm) -> HttpResponse:
    """The form as it stands."""
    values = {"form": form, "kind": kind.value, "title": KINDS[kind]}
    return render(request, "conditions/proposal.html", values, status=422 if form.is_bound else 200)


def kind_of(word: str) -> RuleKind:
    """The kind, or the page that says there is none."""
    if word not in set(RuleKind):
        raise Http404
    return RuleKind(word)


def communes_on(day: date) -> list[tuple[str, str]]:
    """Every commune to choose from."""
    return [(row.code, f"{row.type} {row.name}") for row in places(on=day)]


def _like(request: Asked) -> dict[str, Any]:
    try:
        row = road_rule(UUID(request.GET.get("nhu", "")))
    except ValueError:
        row = None
    return _initial(row) if row else {}


def _initial(row: RuleRow) -> dict[str, Any]:
    """A new rule begins where the old one stands; its day is to be chosen."""
    told = dict(row.told)
    for name in ("values", "forms"):
        if name in told:
            told["forms_" if name == "forms" else name] = " ".join(told[name])
    return {
        **told,
        "programme": row.programme,
        "channel": row.channel,
        "basis": row.basis,
        "confidence": row.confidence,
    }
