"""The directory of units: who exists on a day, what it is called, how it belongs together, what it was."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from dongvon.domain.units.queries.directory import UnitRow, search, unit_by_code
from dongvon.domain.units.queries.edges import edges_of
from dongvon.domain.units.queries.history import history_of
from dongvon.domain.units.queries.people import people_of
from dongvon.domain.units.queries.places import former_places_of, terms_of
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.administration.units.forms import SearchForm
from dongvon.interfaces.web.administration.units.tables import (
    edge_table,
    name_table,
    people_table,
    succession_table,
    unit_table,
)
from dongvon.interfaces.web.administration.words import LEVELS, body_name
from dongvon.interfaces.web.components.wayfinding import Pager
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked

LINES = 50


@page(audience=Audience.SIGNED_IN)
def index(request: Asked) -> HttpResponse:
    """Search by name, with or without accents, old names too; narrow by level, kind and day."""
    form = SearchForm(request.GET or None)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    on = asked.get("ngay") or request.today
    found = Paginator(_found(asked, on=on), LINES).get_page(request.GET.get("trang"))
    values = {
        "form": form,
        "table": unit_table(list(found.object_list)),
        "total": found.paginator.count,
        "on": on,
        "pager": Pager(found.number, pages=found.paginator.num_pages, query=request.GET.urlencode()),
        "administers": Role.ADMINISTRATOR in request.standing.roles,
    }
    return render(request, "units/index.html", values)


@page(audience=Audience.SIGNED_IN)
def unit(request: Asked, code: str) -> HttpResponse:
    """One unit: names, relations, history, people."""
    row = unit_by_code(code, on=request.today)
    if row is None:
        raise Http404
    history = history_of(row.id, on=request.today)
    values: dict[str, Any] = {
        "unit": row,
        "body": body_name(row.body),
        "level": LEVELS[row.level],
        "administers": Role.ADMINISTRATOR in request.standing.roles,
        "ended": row.until is not None and row.until <= request.today,
        "names": name_table(history),
        "succession": succession_table(history) if history.was or history.became else None,
        "edges": edge_table(edges_of(row.id, on=request.today)),
        "people": people_table(people_of(row.id, on=request.today)),
    }
    return render(request, "units/unit.html", values | _territory(row))


def _found(asked: dict[str, Any], *, on: date) -> list[UnitRow]:
    rows = search(asked.get("tim", ""), on=on, limit=None)
    kept = {"level": asked.get("cap"), "body": asked.get("loai")}
    return [row for row in rows if all(not value or getattr(row, name) == value for name, value in kept.items())]


def _territory(row: UnitRow) -> dict[str, Any]:
    """Of a commune's committee also what its territory was."""
    if row.place is None or row.body != "ubnd":
        return {}
    return {"terms": terms_of(row.place), "former": former_places_of(row.place)}
