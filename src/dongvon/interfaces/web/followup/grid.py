"""Draws the matrix: thousands of cells, so each state is drawn once and only its address is filled in."""

from typing import get_args
from uuid import UUID

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from dongvon.domain.workplan.queries.matrix import Matrix, MatrixRow
from dongvon.interfaces.web.components.matrix import MatrixCell, State

_GAP = "ADDRESS-OF-THE-CELL"

#: For each state its markup before and after the address.
Drawn = dict[str, tuple[str, str]]


def body_of(matrix: Matrix) -> SafeString:
    """The rows of the matrix as markup; each cell leads to what stands behind it."""
    drawn = _drawn_states()
    before, between, after = _address()
    rounds = [f"{between}{round_.id}{after}" for round_ in matrix.rounds]
    lines = [_line(row, rounds, before=before, drawn=drawn) for row in matrix.rows]
    return mark_safe("\n".join(lines))  # noqa: S308 - made of our markup, ids and escaped names alone


def _address() -> tuple[str, str, str]:
    """The address of a cell, cut where the unit and the round stand."""
    unit, round_ = UUID(int=0), UUID(int=1)
    before, rest = reverse("followup:cell", args=[unit, round_]).split(str(unit))
    between, after = rest.split(str(round_))
    return before, between, after


def _line(row: MatrixRow, rounds: list[str], *, before: str, drawn: Drawn) -> str:
    of_unit = f"{before}{row.unit.id}"
    cells = "".join(_cell(state, of_unit + round_, drawn) for state, round_ in zip(row.cells, rounds, strict=True))
    return f'<tr><th scope="row">{escape(row.unit.full_name)}</th>{cells}</tr>'


def _cell(state: str, address: str, drawn: Drawn) -> str:
    before, after = drawn[state]
    return before + address + after if after else before


def _drawn_states() -> Drawn:
    """Every state as a table cell, cut where its address goes, in the reader's language."""
    told = _("Tình trạng")
    drawn: Drawn = {"none": (f"<td>{MatrixCell('none', about=told)}</td>", "")}
    for state in get_args(State):
        before, found, after = f"<td>{MatrixCell(state, about=told, href=_GAP)}</td>".partition(_GAP)
        if state != "none" and found:
            drawn[state] = before, after
    return drawn
