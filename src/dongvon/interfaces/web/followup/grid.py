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

#: For each state its markup before and after the address.
Drawn = dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One unit's row, its cells already markup."""

    name: str
    body: str
    cells: SafeString


def lines_of(matrix: Matrix) -> list[Line]:
    """The rows of the matrix; each cell leads to what stands behind it."""
    drawn = _drawn_states()
    before, between, after = _address()
    rounds = [f"{between}{round_.id}{after}" for round_ in matrix.rounds]
    return [_line(row, rounds, before=before, drawn=drawn) for row in matrix.rows]


def _address() -> tuple[str, str, str]:
    """The address of a cell, cut where the unit and the round stand."""
    unit, round_ = UUID(int=0), UUID(int=1)
    before, rest = reverse("followup:cell", args=[unit, round_]).split(str(unit))
    between, after = rest.split(str(round_))
    return before, between, after


def _line(row: MatrixRow, rounds: list[str], *, before: str, drawn: Drawn) -> Line:
    of_unit = f"{before}{row.unit.id}"
    cells = [_cell(cell, of_unit + round_, drawn) for cell, round_ in zip(row.cells, rounds, strict=True)]
    return Line(
        name=row.unit.full_name,
        body=row.unit.body,
        cells=mark_safe("".join(cells)),  # noqa: S308 - made of our markup and ids alone
    )


def _cell(cell: Cell | None, address: str, drawn: Drawn) -> str:
    if cell is None:
        return drawn["none"][0]
    before, after = drawn[cell.state]
    return before + address + after


def _drawn_states() -> Drawn:
    """Every state as a table cell, cut where its address goes, in the reader's language."""
    told = _("Tình trạng")
    drawn: Drawn = {"none": (f"<td>{MatrixCell('none', about=told)}</td>", "")}
    for state in get_args(State):
        before, found, after = f"<td>{MatrixCell(state, about=told, href=_GAP)}</td>".partition(_GAP)
        if state != "none" and found:
            drawn[state] = before, after
    return drawn
