"""Files as rows of a table."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.queries.applications import FileRow
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Deadline
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.components.values import money_shown
from dongvon.interfaces.web.road.words import stage_badge

COLUMNS = (
    Column(_("Người vay"), leads=True),
    Column(_("Chương trình")),
    Column(_("Tổ, ấp")),
    Column(_("Số tiền đề nghị"), kind="number"),
    Column(_("Đã đến bước")),
    Column(_("Hạn giải quyết")),
)


def files_table(rows: Iterable[FileRow], *, on: date, empty: Any = None) -> Table:
    """Files, the most urgent first, each leading to its page."""
    return Table(
        _("Hồ sơ vay vốn"),
        columns=COLUMNS,
        rows=tuple(_cells(row, on=on) for row in rows),
        empty=empty or Empty(_("Không có hồ sơ nào"), icon="circle-check"),
    )


def _cells(row: FileRow, *, on: date) -> tuple[Any, ...]:
    where = f"{row.group_code} · {row.hamlet}" if row.group_code else f"{row.place_name}"
    return (
        Link(row.borrower_name, href=reverse("road:file", args=[row.id])),
        row.programme_name,
        where,
        money_shown(row.amount),
        stage_badge(row.stage),
        Deadline(row.due_on, on=on, working=row.days_left) if row.due_on else "",
    )
