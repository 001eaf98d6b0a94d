"""Limits of funds: how much may be promised, how much was, what is left; and what waits for a decision."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from dongvon.domain.capital.queries.availability import limits, proposed_limits
from dongvon.domain.capital.vocabulary import LimitRow
from dongvon.domain.programmes.queries.catalogue import legal_bases
from dongvon.domain.units.queries.directory import UnitRow, units, units_by_id
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.catalogue.words import FUNDS
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.components.values import date_shown, number_shown
from dongvon.interfaces.web.funds.forms import LimitForm
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked

PROPOSERS: Final = frozenset({Role.BRANCH_OFFICER})
DECIDERS: Final = frozenset({Role.BRANCH_DIRECTOR})
READERS: Final = (
    PROPOSERS
    | DECIDERS
    | {Role.OFFICE_DIRECTOR, Role.CREDIT_CONTROLLER, Role.CREDIT_OFFICER, Role.ACCOUNTANT, Role.INSPECTOR}
)
#: The bodies that lend.
LENDING_BODIES: Final = ("nhcsxh-chi-nhanh", "nhcsxh-pgd")


@page(audience=Audience.LENDING, roles=READERS)
def limits_page(request: Asked) -> HttpResponse:
    """What each fund still allows, and the limits to come."""
    return limits_shown(request)


def limits_shown(request: Asked, *, form: LimitForm | None = None, status: int = 200) -> HttpResponse:
    """The page, with a form that came back where there is one."""
    on, roles = request.today, request.standing.roles
    holding, waiting = limits(on=on), proposed_limits()
    offices = units_by_id({row.unit for row in (*holding, *waiting) if row.unit}, on=on)
    people = names_of(row.proposed_by for row in waiting)
    values: dict[str, Any] = {
        "table": _table(holding, offices=offices, on=on),
        "waiting": [{"row": row, **_named(row, offices), "by": people.get(row.proposed_by, "")} for row in waiting],
        "decides": bool(roles & DECIDERS),
        "form": form or (limit_form(on=on) if roles & PROPOSERS else None),
    }
    return render(request, "funds/limits.html", values, status=status)


def limit_form(data: Any = None, *, on: date) -> LimitForm:
    """A limit for any office, on any document."""
    first = {"from_on": date(on.year + 1, 1, 1)}
    return LimitForm(data, initial=first, offices=units(on=on, bodies=LENDING_BODIES), bases=legal_bases())


def _table(rows: Iterable[LimitRow], *, offices: dict[UUID, UnitRow], on: date) -> Table:
    return Table(
        _("Hạn mức nguồn vốn"),
        columns=(
            Column(_("Nguồn vốn, nơi được giao"), leads=True),
            Column(_("Thời gian")),
            Column(_("Hạn mức (đồng)"), kind="number"),
            Column(_("Đã duyệt"), kind="number"),
            Column(_("Còn lại"), kind="number"),
            Column(_("Đã dùng"), kind="number"),
            Column(_("Căn cứ")),
        ),
        rows=tuple(_line(row, offices, on=on) for row in rows),
        empty=Empty(
            _("Chưa giao hạn mức nào"), text=_("Chưa có hạn mức thì chưa phê duyệt cho vay được."), icon="inbox"
        ),
    )


def _line(row: LimitRow, offices: dict[UUID, UnitRow], *, on: date) -> tuple[Any, ...]:
    named = _named(row, offices)
    return (
        f"{named['fund']} · {named['where']}",
        named["time"],
        row.amount,
        row.drawn,
        row.left,
        f"{number_shown(round(row.drawn * 100 / row.amount, 1))} %" if row.from_on <= on else _("Chưa tới ngày"),
        row.basis,
    )


def _named(row: LimitRow, offices: dict[UUID, UnitRow]) -> dict[str, Any]:
    until = date_shown(row.until_on) if row.until_on else _("khi có quyết định khác")
    return {
        "fund": FUNDS[row.fund],
        "where": offices[row.unit].short_name if row.unit else _("Toàn thành phố"),
        "time": _("từ %(since)s đến trước %(until)s") % {"since": date_shown(row.from_on), "until": until},
    }
