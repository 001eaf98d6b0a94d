"""A table of figures that is read on a page and taken away as a workbook, from the same rows."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.http import HttpResponse
from django.utils.translation import gettext as _

from dongvon.domain.insight.papers import figures_workbook
from dongvon.interfaces.web.components.contract import Text
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Sorting, Table
from dongvon.interfaces.web.insight.cells import cell_of

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Columns and rows, and in `notes` what the figures mean and of which day they are; `source` numbers its rows."""

    title: str
    notes: tuple[str, ...]
    source: str = ""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    foot: tuple[Any, ...] = ()
    sorting: Sorting | None = None
    kind: Literal["cards", "plain"] = "cards"
    empty: str = ""

    @property
    def table(self) -> Table:
        """As a page shows it."""
        return Table(
            self.title,
            columns=self.columns,
            rows=self.rows,
            foot=self.foot,
            sorting=self.sorting,
            kind=self.kind,
            empty=Empty(self.empty or _("Không có khoản vay nào trong phạm vi đã chọn"), icon="inbox"),
        )

    def answer(self, name: str) -> HttpResponse:
        """As a file called `name`; a page shortens đồng to millions, a workbook writes them in full."""
        short, full = _("triệu đồng"), _("đồng")
        lines = [*self.rows, self.foot] if self.foot else self.rows
        content = figures_workbook(
            self.title,
            notes=self.notes,
            heads=[str(column.title).replace(short, full) for column in self.columns],
            rows=[[cell_of(cell) for cell in line] for line in lines],
        )
        headers = {"Content-Disposition": f'attachment; filename="{name}.xlsx"'}
        return HttpResponse(content, content_type=WORKBOOK, headers=headers)


def source_of(day: date) -> str:
    """The number of what was closed with a day: `S20261127`."""
    return f"S{day:%Y%m%d}"


def told_day(day: date) -> str:
    """`Chốt cuối ngày 27/11/2026, mã số liệu S20261127`."""
    return _("Chốt cuối ngày %(day)s, mã số liệu %(id)s") % {"day": f"{day:%d/%m/%Y}", "id": source_of(day)}


def number(title: Text, *, sort: str = "") -> Column:
    """A column of figures."""
    return Column(title, kind="number", sort=sort)
