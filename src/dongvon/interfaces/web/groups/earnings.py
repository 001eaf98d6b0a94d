"""The month's statement: the fee of each organisation in a commune, and the commission of each of its groups."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.groups.queries.assessment_rules import payment_rules
from dongvon.domain.groups.queries.assessments import (
    CommissionRow,
    EntitlementRow,
    commissions,
    entitlements,
    last_month,
)
from dongvon.domain.units.queries.places import places
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column
from dongvon.interfaces.web.groups.words import BASES, LEADERS, ORGANISATIONS, PAYMENTS, READERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen
from dongvon.kernel.text import format_number


@page(audience=Audience.UNIT, roles=READERS - LEADERS)
def statement(request: Asked) -> HttpResponse:
    """Every organisation of every commune in reach, for a month (`?thang=2026-10`)."""
    month = _month(request) or last_month() or request.today.replace(day=1)
    names = {place.code: place.name for place in places(on=request.today)}
    values = {**_usual(month), "table": _fees(entitlements(month=month), names=names, month=month)}
    return render(request, "groups/statement.html", values)


@page(audience=Audience.UNIT, roles=READERS - LEADERS)
def statement_of(request: Asked, place: str, organisation: str) -> HttpResponse:
    """The groups of one organisation in one commune, for a month."""
    month = _month(request) or last_month()
    if month is None or organisation not in ORGANISATIONS:
        raise Http404
    rows = commissions(month=month, place=place, organisation=organisation)
    if not rows:
        raise Http404
    seen(request, [row.group for row in rows], purpose="group")
    name = next((each.name for each in places(on=request.today) if each.code == place), place)
    values = {"place": name, "organisation": ORGANISATIONS[organisation], "table": _commissions(rows)}
    return render(request, "groups/statement.html", {**_usual(month), **values})


def _month(request: Asked) -> date | None:
    try:
        return date.fromisoformat(f"{request.GET.get('thang', '')}-01")
    except ValueError:
        return None


def _usual(month: date) -> dict[str, Any]:
    rules = [(PAYMENTS[row.payment], BASES[row.payment], row) for row in payment_rules(month)]
    return {"month": f"{month:%m/%Y}", "thang": f"{month:%Y-%m}", "rules": rules}


def _fees(rows: Iterable[EntitlementRow], *, names: dict[str, str], month: date) -> dict[str, Any]:
    found = list(rows)
    return {
        "columns": (
            Column(_("Xã, phường"), leads=True),
            Column(_("Hội, đoàn thể")),
            Column(_("Lãi đã thu (đồng)"), kind="number"),
            Column(_("Nợ quá hạn (%)"), kind="number"),
            Column(_("Mức được hưởng (%)"), kind="number"),
            Column(_("Phí ủy thác (đồng)"), kind="number"),
        ),
        "rows": tuple(_fee(row, name=names.get(row.place, row.place), month=month) for row in found),
        "total": sum(row.fee for row in found),
        "empty": Empty(_("Tháng này chưa chấm điểm tổ"), icon="award"),
    }


def _fee(row: EntitlementRow, *, name: str, month: date) -> tuple[Any, ...]:
    address = reverse("groups:statement_of", args=[row.place, row.organisation])
    return (
        Link(name, href=f"{address}?thang={month:%Y-%m}"),
        ORGANISATIONS[row.organisation],
        row.interest,
        format_number(row.overdue_ratio, decimals=2),
        format_number(row.factor, decimals=2),
        row.fee,
    )


def _commissions(rows: list[CommissionRow]) -> dict[str, Any]:
    return {
        "columns": (
            Column(_("Mã tổ"), leads=True),
            Column(_("Tổ trưởng")),
            Column(_("Lãi đã thu (đồng)"), kind="number"),
            Column(_("Hoa hồng (đồng)"), kind="number"),
        ),
        "rows": tuple(
            (
                Link(row.code, href=reverse("groups:group", args=[row.group])),
                row.leader_name,
                row.interest,
                row.commission,
            )
            for row in rows
        ),
        "total": sum(row.commission for row in rows),
        "empty": Empty(_("Tháng này chưa chấm điểm tổ"), icon="award"),
    }
