"""Dashboards: the portfolio over time, in parts, on the map, and down to the loan."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.insight.queries.groups import groups_of
from dongvon.domain.insight.queries.maps import drawn_from, spots
from dongvon.domain.insight.queries.portfolio import divided, over_time
from dongvon.domain.insight.vocabulary import MEASURES, Dimension, Division
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.components.tables import Sorting
from dongvon.interfaces.web.components.wayfinding import Crumb, with_query
from dongvon.interfaces.web.insight.asking import Asking, asking, names_of_parts
from dongvon.interfaces.web.insight.figures import about, charts, stats
from dongvon.interfaces.web.insight.maps import CHOICES, drawing
from dongvon.interfaces.web.insight.ranks import rank_chart
from dongvon.interfaces.web.insight.sheets import Sheet, told_day
from dongvon.interfaces.web.insight.tables import SORTS, groups_sheet, months_sheet, part_address, parts_sheet
from dongvon.interfaces.web.insight.tabs import tabs, trail
from dongvon.interfaces.web.insight.words import DIVISIONS
from dongvon.interfaces.web.loans.pages import READERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked

DRAWERS = frozenset({Role.ADMINISTRATOR, Role.BRANCH_OFFICER})


@page(audience=Audience.SIGNED_IN, charts=True)
def overview(request: Asked) -> HttpResponse:
    """The portfolio, or the part the filters choose, in figures and over two years."""
    asked = asking(request, today=request.today)
    values = _framed(request, asked, view="overview")
    months = over_time(asked.slice, until=asked.month) if asked and asked.form.is_valid() else []
    if asked and months:
        day = months[-1].day
        sheet = months_sheet(months, title=_("Tín dụng theo tháng"), notes=notes(day, asked))
        values |= {"stats": stats(months), "charts": charts(months), "sheet": sheet}
    return render(request, "insight/overview.html", values)


@page(audience=Audience.SIGNED_IN)
def overview_file(request: Asked) -> HttpResponse:
    """The months as a workbook."""
    asked = _asked(request)
    months = over_time(asked.slice, until=asked.month) if asked else []
    if asked is None or not months:
        return redirect("insight:overview")
    return months_sheet(months, title=_("Tín dụng theo tháng"), notes=notes(months[-1].day, asked)).answer(
        f"tin-dung-theo-thang-{months[-1].day:%Y%m%d}"
    )


@page(audience=Audience.SIGNED_IN, charts=True)
def parts(request: Asked, by: Dimension) -> HttpResponse:
    """The portfolio by office, commune, organisation, programme or fund: one measure drawn, all of them in a table."""
    asked = asking(request, today=request.today)
    values = _framed(request, asked, view=by) | {"by": DIVISIONS[by]}
    found = divided(asked.slice, by=by, month=asked.month) if asked and asked.form.is_valid() else None
    if asked and found:
        chosen = _choice(request)
        values |= {
            "choices": _choices(request),
            "chart": rank_chart(found, shown=CHOICES[chosen], names=asked.names[by], first=str(DIVISIONS[by][1])),
            "sheet": _parts_sheet(request, asked, found, by=by),
            "file": f"{reverse(f'insight:{DIVISIONS[by][0]}_file')}?{request.GET.urlencode()}",
        }
    return render(request, "insight/parts.html", values)


@page(audience=Audience.SIGNED_IN)
def parts_file(request: Asked, by: Dimension) -> HttpResponse:
    """The same table as a workbook."""
    asked = _asked(request)
    found = divided(asked.slice, by=by, month=asked.month) if asked else None
    if asked is None or found is None:
        return redirect(f"insight:{DIVISIONS[by][0]}")
    return _parts_sheet(request, asked, found, by=by).answer(f"tin-dung-theo-{DIVISIONS[by][0]}-{found.day:%Y%m%d}")


@page(audience=Audience.SIGNED_IN)
def map_(request: Asked) -> HttpResponse:
    """One measure on the map of communes, in tiles or in the outlines a deployment has loaded."""
    asked = asking(request, today=request.today)
    values = _framed(request, asked, view="map")
    found = divided(asked.slice, by=Dimension.PLACE, month=asked.month) if asked and asked.form.is_valid() else None
    if asked and found:
        values |= {"choices": _choices(request), **_drawn(request, asked, found)}
    values["may_draw"] = bool(DRAWERS & request.actor.roles)
    return render(request, "insight/map.html", values)


def _drawn(request: Asked, asked: Asking, found: Division) -> dict[str, Any]:
    known = spots(on=request.today)
    has_outlines = any(spot.rings for spot in known)
    outlined = has_outlines and request.GET.get("ve") != "o"
    shown, query = CHOICES[_choice(request)], request.GET.dict()
    return {
        "shown": shown,
        "about": about(shown.measure),
        "turned": with_query(request.GET.urlencode(), ve="o" if outlined else ""),
        "has_outlines": has_outlines,
        "outlined": outlined,
        "drawn": drawn_from() if outlined else None,
        "map": drawing(
            known,
            parts={part.figures.key: part for part in found.parts},
            shown=shown,
            address=lambda code: part_address(code, by=Dimension.PLACE, query=query),
            outlined=outlined,
        ),
        "sheet": _parts_sheet(request, asked, found, by=Dimension.PLACE),
    }


@page(audience=Audience.SIGNED_IN)
def commune(request: Asked, place: str) -> HttpResponse:
    """The groups of a commune, each with what it owes."""
    asked = asking(request, today=request.today, xa=place)
    names = asked.names if asked else names_of_parts(request.today)
    name = names[Dimension.PLACE].get(place)
    if name is None:
        raise Http404
    sheet = _groups_sheet(request, asked, place) if asked and asked.form.is_valid() else None
    values = {"asked": asked, "place": name, "code": place, "sheet": sheet, "trail": trail(Crumb(name))}
    return render(request, "insight/commune.html", values)


@page(audience=Audience.SIGNED_IN)
def commune_file(request: Asked, place: str) -> HttpResponse:
    """The same table as a workbook."""
    asked = _asked(request, xa=place)
    sheet = _groups_sheet(request, asked, place) if asked else None
    if sheet is None:
        return redirect("insight:commune", place=place)
    return sheet.answer(f"cac-to-{place}")


def notes(day: date, asked: Asking) -> tuple[str, ...]:
    """Of which day the figures are, under which number, and which part of the portfolio they tell."""
    parts = [
        f"{bound.label}: {dict(bound.field.choices)[bound.value()]}"  # type: ignore[attr-defined]
        for bound in asked.form
        if bound.name != "thang" and bound.value()
    ]
    return (told_day(day), *parts)


def _framed(request: Asked, asked: Asking | None, *, view: str) -> dict[str, Any]:
    """What every view has: the others beside it, the filters, what figures mean."""
    return {
        "tabs": tabs(view, request.GET, roles=request.standing.roles),
        "asked": asked,
        "measures": MEASURES,
    }


def _asked(request: Asked, **fixed: str) -> Asking | None:
    """For files: where there is nothing to write the page says why, so it is led there."""
    asked = asking(request, today=request.today, **fixed)
    return asked if asked and asked.form.is_valid() else None


def _parts_sheet(request: Asked, asked: Asking, found: Division, *, by: Dimension) -> Sheet:
    return parts_sheet(
        found,
        by=by,
        names=asked.names[by],
        title=_("Tín dụng theo %(part)s") % {"part": str(DIVISIONS[by][1]).lower()},
        notes=notes(found.day, asked),
        sorting=Sorting.asked(request.GET, allowed=SORTS, default="-du_no"),
        query=request.GET.dict(),
    )


def _groups_sheet(request: Asked, asked: Asking, place: str) -> Sheet | None:
    found = groups_of(asked.slice, month=asked.month)
    if found is None:
        return None
    title = _("Các tổ của %(place)s") % {"place": asked.names[Dimension.PLACE][place]}
    opens = bool(request.standing.roles & READERS)
    return groups_sheet(found, place=place, title=title, notes=notes(found.day, asked), opens=opens)


def _choice(request: Asked) -> str:
    given = request.GET.get("do", "")
    return given if given in CHOICES else "du-no"


def _choices(request: Asked) -> list[tuple[str, Any, bool]]:
    """The measures to draw: an address, a name, and whether it is drawn now."""
    return [
        (with_query(request.GET.urlencode(), do=word), shown.name, word == _choice(request))
        for word, shown in CHOICES.items()
    ]
