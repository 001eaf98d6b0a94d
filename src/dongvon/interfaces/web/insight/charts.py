"""What is drawn, and the table that says the same: both are made of one set of values."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from django.utils.translation import gettext as _

from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table

Kind = Literal["lines", "bars", "stack", "ranks"]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row of values with its name; None leaves a gap."""

    name: str
    values: Sequence[Decimal | int | None]


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Values over labels; `bars` stand, `stack` piles them up, `ranks` lie on their side."""

    id: str
    title: str
    about: str
    unit: str
    first: str
    labels: Sequence[str]
    lines: Sequence[Line]
    kind: Kind

    @property
    def data(self) -> str:
        """The id of the values in the page."""
        return f"{self.id}-data"

    @property
    def spoken(self) -> str:
        """For those who do not see it."""
        return _("Biểu đồ: %(title)s. Số liệu ở bảng ngay dưới.") % {"title": self.title}

    @property
    def drawn(self) -> dict[str, Any]:
        """What the drawing script reads."""
        return {
            "kind": self.kind,
            "unit": self.unit,
            "labels": list(self.labels),
            "lines": [
                {"name": line.name, "values": [None if each is None else float(each) for each in line.values]}
                for line in self.lines
            ],
        }

    @property
    def twin(self) -> Table:
        """The same values as a table."""
        columns = (Column(self.first, leads=True), *(Column(line.name, kind="number") for line in self.lines))
        rows = zip(self.labels, *(line.values for line in self.lines), strict=True)
        return Table(
            f"{self.title} ({self.unit})", columns=columns, rows=tuple(rows), empty=Empty(_("Chưa có số liệu"))
        )
