"""Draws the matrix: of thousands of cells few rows differ, so each kind is drawn once and its unit filled in."""

from typing import get_args
from uuid import UUID

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from dongvon.domain.workplan.queries.matrix import Matrix, MatrixRow
from dongvon.interfaces.web.components.matrix import MatrixCell, State

#: Stands where the unit's id goes, and where the round's does.
_UNIT, _ROUND = UUID(int=0), UUID(int=1)


def body_of(matrix: Matrix) -> SafeString:
    """The rows of the matrix as markup; each cell leads to what stands behind it."""
    drawn = _drawn_states()
    rounds = [str(round_.id) for round_ in matrix.rounds]
    kinds = {states: _cells(states, rounds=rounds, drawn=drawn) for states in {row.cells for row in matrix.rows}}
    lines = [_line(row, kinds[row.cells]) for row in matrix.rows]
    return mark_safe("\n".join(lines))  # noqa: S308 - made of our markup, ids and escaped names alone


def _line(row: MatrixRow, cells: str) -> str:
    cells = cells.replace(str(_UNIT), str(row.unit.id))
    return f'<tr><th scope="row">{escape(row.unit.full_name)}</th>{cells}</tr>'


def _cells(states: tuple[str, ...], *, rounds: list[str], drawn: dict[str, str]) -> str:
    """The cells of every row in these states, without their unit."""
    both = zip(states, rounds, strict=True)
    return "".join(drawn[state].replace(str(_ROUND), round_) for state, round_ in both)


def _drawn_states() -> dict[str, str]:
    """Every state as a table cell, without its unit and round, in the reader's language; nothing owed leads nowhere."""
    told, address = _("Tình trạng"), reverse("followup:cell", args=[_UNIT, _ROUND])
    cells = (
        (state, MatrixCell(state, about=told, href="" if state == "none" else address)) for state in get_args(State)
    )
    return {state: f"<td>{cell}</td>" for state, cell in cells}
