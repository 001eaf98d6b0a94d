"""Tables about plans that several pages show."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.queries.plans import RoundRow
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Deadline
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.plans.words import ROUNDS


def round_table(rows: Sequence[RoundRow], *, on: date, unit: UUID | None = None) -> Table:
    """The rounds of a plan; with `unit` each leads to what that unit owes in it."""
    columns = (
        Column(_("Đợt"), leads=True),
        Column(_("Loại")),
        Column(_("Mở"), kind="date"),
        Column(_("Hạn")),
        Column(_("Khóa"), kind="date"),
        Column(_("Căn cứ")),
    )
    drawn = tuple(
        (
            _title(row, unit),
            ROUNDS[row.kind],
            row.opens_at,
            _due(row, on=on),
            row.locks_at,
            row.basis,
        )
        for row in rows
    )
    return Table(_("Các đợt báo cáo"), columns=columns, rows=drawn, empty=Empty(_("Chưa có đợt báo cáo nào")))


def _title(row: RoundRow, unit: UUID | None) -> Link | str:
    return Link(row.title, href=reverse("followup:cell", args=[unit, row.id])) if unit else row.title


def _due(row: RoundRow, *, on: date) -> Deadline | date:
    """How far the day is, until it is past: a round is over, not overdue."""
    deadline = Deadline(row.due_at, on=on)
    return deadline.last_day if deadline.last_day < on else deadline
