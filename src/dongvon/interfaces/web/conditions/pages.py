"""Rules of lending and of groups: what holds by which document, what waits, and a proposal to change it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from dongvon.domain.lending.queries.rules import (
    OF_GROUPS,
    RuleKind,
    RuleRow,
    rule,
    rules_of,
    rules_turned_down,
    rules_waiting,
)
from dongvon.domain.programmes.vocabulary import Confidence
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.units.queries.places import places
from dongvon.interfaces.web.catalogue.pages import APPROVERS, PROPOSERS
from dongvon.interfaces.web.catalogue.words import short
from dongvon.interfaces.web.conditions.forms import FORMS
from dongvon.interfaces.web.conditions.rule_form import DatedForm
from dongvon.interfaces.web.conditions.tables import rule_table, subject_of, turned_down_lines, waiting_lines
from dongvon.interfaces.web.conditions.words import KINDS, SECTIONS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.SIGNED_IN)
def rules(request: Asked) -> HttpResponse:
    """One kind of rules at a time, with all that waits on top."""
    kind, on = kind_of(request.GET.get("loai", RuleKind.CONDITION)), request.today
    proposes = bool(request.standing.roles & PROPOSERS)
    values = {
        "kind": kind,
        "sections": [(name, [(each.value, KINDS[each]) for each in kinds]) for name, kinds in SECTIONS],
        "title": KINDS[kind],
        "table": rule_table(kind, rules_of(kind), on=on, proposes=proposes),
        "waiting": _waiting(on),
        "turned_down": turned_down_lines(rules_turned_down(kind)) if proposes else [],
        "decides": bool(request.standing.roles & APPROVERS),
        "proposes": proposes,
    }
    return render(request, "conditions/rules.html", values)


def _waiting(on: date) -> list[tuple[str, list[dict[str, Any]]]]:
    """What waits, apart for each verb that decides on it: one form decides by one verb."""
    rows = rules_waiting()
    people = names_of({row.proposed_by for row in rows})
    kinds = {row.kind for row in rows}
    held = {subject_of(each): each for kind in kinds for each in rules_of(kind) if each.holds(on)}
    apart = {
        "lending": [row for row in rows if row.kind not in OF_GROUPS],
        "groups": [row for row in rows if row.kind in OF_GROUPS],
    }
    return [(whose, waiting_lines(some, people=people, held=held)) for whose, some in apart.items() if some]


@page(audience=Audience.BRANCH, roles=PROPOSERS)
def proposal(request: Asked, kind: str) -> HttpResponse:
    """A rule to be laid before the director, filled like the one it would replace."""
    found = kind_of(kind)
    return proposal_shown(
        request, found, FORMS[found](communes=communes_on(request.today), initial=_like(request, found))
    )


def proposal_shown(request: Asked, kind: RuleKind, form: DatedForm) -> HttpResponse:
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


def _like(request: Asked, kind: RuleKind) -> dict[str, Any]:
    try:
        row = rule(UUID(request.GET.get("nhu", "")))
    except ValueError:
        row = None
    return _initial(row) if row and row.kind is kind else {}


def _initial(row: RuleRow) -> dict[str, Any]:
    """A new rule begins where the old one stands; its day is to be chosen."""
    return {
        **{name: short(value) for name, value in FORMS[row.kind].like(row.told).items()},
        "programme": row.programme,
        "channel": row.channel,
        "basis": row.basis or row.basis_number,
        "confidence": row.confidence,
        "confirmed": row.confidence == Confidence.CONFIRMED,
    }
