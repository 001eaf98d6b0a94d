"""Transaction points: their fixed days, the next session, and moving one by order."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dongvon.domain.groups.operations.move_session import move_session
from dongvon.domain.groups.queries.sessions import PointSession, point_sessions
from dongvon.domain.units.queries.places import places
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column
from dongvon.interfaces.web.groups.forms import FindPointForm, MoveForm
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel.scope import Scope
from dongvon.kernel.text import fold

#: Whoever holds sessions prints what groups are to bring to them (12/TD).
TELLERS = frozenset({Role.TELLER, Role.ACCOUNTANT, Role.CREDIT_OFFICER, Role.OFFICE_DIRECTOR})
MOVERS = frozenset({Role.OFFICE_DIRECTOR, Role.BRANCH_DIRECTOR})


@page(audience=Audience.SIGNED_IN)
def points(request: Asked) -> HttpResponse:
    """Every point with its fixed day and next session, the soonest first: a public notice."""
    return _shown(request)


@page(audience=Audience.UNIT, roles=MOVERS)
@require_POST
def move(request: Asked) -> HttpResponse:
    """Hold one session on another day."""
    rows = point_sessions(on=request.today)
    form = MoveForm(request.POST, points=_choices(request, rows))
    if form.is_valid():
        outcome = perform(request, move_session, form=form, **form.cleaned_data)
        if outcome:
            return answer(request, outcome, to="groups:points", done=_("Đã dời phiên; các khoản đến hạn chuyển theo."))
    return _shown(request, form=form, status=422)


def _shown(request: Asked, *, form: MoveForm | None = None, status: int = 200) -> HttpResponse:
    rows = point_sessions(on=request.today)
    if form is None and request.standing.roles & MOVERS:
        form = MoveForm(points=_choices(request, rows))
    names = {place.code: place.name for place in places(on=request.today)}
    prints = request.standing.scope if request.standing.roles & TELLERS else None
    find = FindPointForm(request.GET)
    asked = fold(find["q"].value() or "")
    shown = [row for row in rows if asked in fold(f"{row.name} {names.get(row.place, '')}")]
    values = {"form": form, "find": find, "table": _table(shown, names=names, today=request.today, prints=prints)}
    return render(request, "groups/points.html", values, status=status)


def _choices(request: Asked, rows: list[PointSession]) -> list[tuple[str, str]]:
    scope = request.standing.scope
    return [(str(row.point), row.name) for row in rows if scope.everything or row.unit in scope.units]


def _table(rows: list[PointSession], *, names: dict[str, str], today: date, prints: Scope | None) -> dict[str, Any]:
    return {
        "columns": (
            Column(_("Điểm giao dịch"), leads=True),
            Column(_("Xã, phường")),
            Column(_("Ngày cố định"), kind="number"),
            Column(_("Giờ")),
            Column(_("Phiên tới"), kind="date"),
            Column(_("Ghi chú")),
            *((Column(_("Thu tại phiên")),) if prints else ()),
        ),
        "rows": tuple(
            (
                row.name,
                names.get(row.place, row.place),
                row.fixed_day,
                f"{row.opens:%H:%M} - {row.closes:%H:%M}",
                row.day,
                _note(row, today=today),
                *((_sheet(row, prints),) if prints else ()),
            )
            for row in rows
        ),
        "empty": Empty(
            _("Không có điểm giao dịch nào như vậy"),
            text=_("Đổi điều kiện tìm rồi thử lại."),
            icon="building-community",
        ),
    }


def _sheet(row: PointSession, scope: Scope) -> Link | str:
    """What groups bring to the session, of the own office's points."""
    here = scope.everything or row.unit in scope.units
    return Link("12/TD", href=reverse("papers:session", args=[row.point, "pdf"])) if here else ""


def _note(row: PointSession, *, today: date) -> Badge | str:
    if row.instead_of:
        return Badge(_("Dời từ {day}").format(day=f"{row.instead_of:%d/%m/%Y}"), tone="warn")
    return Badge(_("Hôm nay"), tone="busy") if row.day == today else ""
