"""Draws the matrix: thousands of cells, so each state is drawn once and only its address is filled in."""

from dataclasses import dataclass
from typing import get_args
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from dongvon.domain.workplan.queries.matrix import Cell, Matrix, MatrixRow
from dongvon.interfaces.web.components.matrix import MatrixCell, State

_GAP = "ADDRESS-OF-THE-CELL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One unit's row, its cells already markup."""

    name: str
    body: str
    cells: SafeString


def lines_of(matrix: Matrix) -> list[Line]:
    """The rows of the matrix; each cell leads to what stands behind it."""
    drawn = _drawn_states()
    rounds = [round_.id for round_ in matrix.rounds]
    place = reverse("followup:cell", args=[UUID(int=0), UUID(int=1)])
    return [_line(row, rounds, place=place, drawn=drawn) for row in matrix.rows]


def _line(row: MatrixRow, rounds: list[UUID], *, place: str, drawn: dict[str, str]) -> Line:
    of_unit = place.replace(str(UUID(int=0)), str(row.unit.id))
    cells = [_cell(cell, of_unit, round_, drawn) for cell, round_ in zip(row.cells, rounds, strict=True)]
    return Line(
        name=row.unit.full_name,
        body=row.unit.body,
        cells=mark_safe("".join(cells)),  # noqa: S308 - made of our markup and ids alone
    )


def _cell(cell: Cell | None, of_unit: str, round_: UUID, drawn: dict[str, str]) -> str:
    if cell is None:
        return drawn["none"]
    return drawn[cell.state].replace(_GAP, of_unit.replace(str(UUID(int=1)), str(round_)))


def _drawn_states() -> dict[str, str]:
    """Every state as a table cell whose address is still a gap, in the reader's language."""
    told = _("Tình trạng")
    drawn: dict[str, str] = {
        state: f"<td>{MatrixCell(state, about=told, href=_GAP)}</td>" for state in get_args(State) if state != "none"
    }
    return drawn | {"none": f"<td>{MatrixCell('none', about=told)}</td>"}
