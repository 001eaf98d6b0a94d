"""Entitled and not borrowing: every commune in reach, then one by programme and hamlet, then household by household."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from dongvon.domain.lending.queries.chances import Chance, Standing, chances, chances_by_commune
from dongvon.domain.units.queries.places import places
from dongvon.interfaces.web.chances.tables import by_commune, by_hamlet, by_programme, households
from dongvon.interfaces.web.components.wayfinding import Pager
from dongvon.interfaces.web.lists.words import READERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

PAGE = 60


@page(audience=Audience.LENDING, roles=READERS)
def communes(request: Asked) -> HttpResponse:
    """How many of each commune's listed households borrow; straight to the commune where there is but one."""
    rows = chances_by_commune(on=request.today)
    if len(rows) == 1:
        return redirect("chances:commune", place=rows[0].place)
    return render(
        request, "chances/communes.html", {"sheet": by_commune(rows, names=_names(request), on=request.today)}
    )


@page(audience=Audience.LENDING, roles=READERS)
def communes_file(request: Asked) -> HttpResponse:
    """The same as a workbook."""
    rows = chances_by_commune(on=request.today)
    return by_commune(rows, names=_names(request), on=request.today).answer("du-dieu-kien-chua-vay")


@page(audience=Audience.LENDING, roles=READERS)
def commune(request: Asked, place: str) -> HttpResponse:
    """One commune: what each programme could still lend, in which hamlets, to whom."""
    name, rows = _commune(request, place)
    shown = _asked_for(request, rows)
    at = max(1, int(asked)) if (asked := request.GET.get("trang", "")).isdecimal() and len(asked) < 5 else 1
    here = shown[(at - 1) * PAGE : at * PAGE]
    seen(request, _heads(here), purpose="list")
    values = {
        "name": name,
        "place": place,
        "programmes": by_programme(rows, name=name, on=request.today),
        "hamlets": by_hamlet(rows, name=name, on=request.today),
        "households": households(here, name=name, on=request.today),
        "count": len(shown),
        "pager": Pager(at, pages=-(-len(shown) // PAGE), query=request.GET.urlencode()) if len(shown) > PAGE else None,
        "programme": request.GET.get("ct", ""),
        "hamlet": request.GET.get("ap", ""),
        "programme_names": sorted({(row.programme, row.programme_name) for row in rows}),
        "hamlet_names": sorted({row.hamlet for row in rows}),
        "query": request.GET.urlencode(),
    }
    return render(request, "chances/commune.html", values)


@page(audience=Audience.LENDING, roles=READERS)
def commune_file(request: Asked, place: str) -> HttpResponse:
    """Whoever is not borrowing, filtered as the page is, as a workbook."""
    name, rows = _commune(request, place)
    shown = _asked_for(request, rows)
    seen(request, _heads(shown), purpose="list", exported=True)
    return households(shown, name=name, on=request.today).answer(f"chua-vay-{place}")


def _commune(request: Asked, place: str) -> tuple[str, list[Chance]]:
    """The commune's name and rows; no page where no list of it is in reach."""
    rows = chances(place, on=request.today)
    if not rows and place not in {row.place for row in chances_by_commune(on=request.today)}:
        raise Http404
    return _names(request).get(place, place), rows


def _asked_for(request: Asked, rows: list[Chance]) -> list[list[Chance]]:
    """What is not made use of, household by household, of one programme or hamlet where one is asked for."""
    programme, hamlet = request.GET.get("ct", ""), request.GET.get("ap", "")
    homes: dict[UUID, list[Chance]] = {}
    for row in rows:
        if row.standing is Standing.MISSED and programme in ("", row.programme) and hamlet in ("", row.hamlet):
            homes.setdefault(row.household, []).append(row)
    return list(homes.values())


def _heads(homes: list[list[Chance]]) -> list[UUID]:
    return [home[0].head for home in homes if home[0].head]


def _names(request: Asked) -> dict[str, str]:
    return {row.code: f"{row.type} {row.name}" for row in places(on=request.today)}
