"""Where administrators change organisations: found, merge, rename, reclassify, join, dissolve."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from dongvon.domain.units.queries.directory import UnitRow, search, unit_by_code, units
from dongvon.domain.units.queries.edges import edges_of
from dongvon.domain.units.queries.places import terms_of
from dongvon.interfaces.web.administration.units.change_forms import (
    DissolveForm,
    JoinForm,
    MergeForm,
    NewUnitForm,
    ReclassifyForm,
    RenameForm,
)
from dongvon.interfaces.web.administration.words import RELATIONS, body_name
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked

OFFERED = 20


@page(audience=Audience.ADMINISTRATION)
def founding(request: Asked) -> HttpResponse:
    """The form for a new unit."""
    return founding_page(request, NewUnitForm(on=request.today, initial={"since": request.today}))


@page(audience=Audience.ADMINISTRATION)
def merging(request: Asked) -> HttpResponse:
    """Choose the units that merge, then say what they become."""
    return merging_page(request)


@page(audience=Audience.ADMINISTRATION)
def change(request: Asked, code: str) -> HttpResponse:
    """Everything that can happen to one unit, a card for each."""
    return change_page(request, living(request, code))


def living(request: Asked, code: str) -> UnitRow:
    """The unit as long as it stands, or the page that says there is none."""
    row = unit_by_code(code, on=request.today)
    if row is None or (row.until is not None and row.until <= request.today):
        raise Http404
    return row


def founding_page(request: Asked, form: NewUnitForm) -> HttpResponse:
    """The form as it stands."""
    return render(request, "units/founding.html", {"form": form}, status=422 if form.is_bound else 200)


def merging_page(request: Asked, *, form: MergeForm | None = None) -> HttpResponse:
    """What was chosen so far, what else is found, and, from two on, the form."""
    chosen = chosen_units(request)
    wanted = request.GET.get("tim", "")
    found = search(wanted, on=request.today, limit=OFFERED) if wanted else []
    values = {
        "chosen": [(row, _query(request, without=row.code)) for row in chosen],
        "found": [(row, _query(request, also=row.code)) for row in found if row not in chosen],
        "wanted": wanted,
        "form": form or (_merge_form(request, chosen) if len(chosen) > 1 else None),
        "faulty": form is not None,
    }
    return render(request, "units/merging.html", values, status=422 if form else 200)


def chosen_units(request: Asked) -> list[UnitRow]:
    """The units named in the address, by level and code."""
    codes = request.GET.getlist("chon")
    return units(on=request.today, codes=codes) if codes else []


def change_page(request: Asked, row: UnitRow, *, form: Any = None) -> HttpResponse:
    """The unit's cards, with one form as it was sent."""
    wanted = request.GET.get("don-vi", "")
    today = {"since": request.today}
    names = {"full_name": row.full_name, "short_name": row.short_name}
    territory = terms_of(row.place) if row.place and row.body == "ubnd" else []
    fresh = {
        "rename": RenameForm(initial=names | today),
        "reclassify": ReclassifyForm(auto_id="type-%s", initial=today) if territory else None,
        "join": JoinForm(auto_id="join-%s", wanted=wanted, on=request.today, initial=today),
        "dissolve": DissolveForm(auto_id="end-%s", initial=today),
    }
    values = {
        "unit": row,
        "body": body_name(row.body),
        "type": territory[-1].type if territory else "",
        "edges": [(edge, RELATIONS[edge.kind][not edge.upwards]) for edge in edges_of(row.id, on=request.today)],
        "wanted": wanted,
        "form": form,
    }
    drawn = {name: form if type(form) is type(each) else each for name, each in fresh.items()}
    return render(request, "units/change.html", values | drawn, status=422 if form else 200)


def _merge_form(request: Asked, chosen: list[UnitRow]) -> MergeForm:
    first = chosen[0]
    initial = {
        "units": [str(row.id) for row in chosen],
        "body": first.body,
        "level": first.level,
        "place": first.place,
        "since": request.today,
    }
    return MergeForm(on=request.today, chosen=choices_of(chosen), initial=initial)


def choices_of(chosen: list[UnitRow]) -> list[tuple[str, str]]:
    """Units as a form offers them."""
    return [(str(row.id), row.full_name) for row in chosen]


def _query(request: Asked, *, also: str = "", without: str = "") -> str:
    """The address with one unit more or fewer."""
    asked = request.GET.copy()
    kept = [code for code in asked.getlist("chon") if code != without]
    asked.setlist("chon", [*kept, also] if also else kept)
    return asked.urlencode()
