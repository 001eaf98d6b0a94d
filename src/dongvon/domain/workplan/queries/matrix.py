"""The matrix: every unit against every round, each cell one word."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from uuid import UUID

from dongvon.domain.units.queries.directory import UnitRow, units_by_id
from dongvon.domain.workplan.queries.plans import RoundRow, rounds_of
from dongvon.domain.workplan.queries.statements import rows
from dongvon.domain.workplan.rules.standing import Owed, stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One unit in one round; `state` is a word the matrix component knows."""

    state: str
    owed: int
    unmet: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One unit with its cells, in the order of the rounds; None where nothing is owed."""

    unit: UnitRow
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Units by rounds."""

    rounds: tuple[RoundRow, ...]
    rows: tuple[MatrixRow, ...]


def matrix(
    plan: UUID,
    *,
    at: datetime,
    on: date,
    by_unit: bool = False,
    years: Collection[int] = (),
    kinds: Collection[str] = (),
) -> Matrix:
    """The matrix of a plan in three statements, narrowed to years and kinds of rounds where given.

    By reporter (about 130 rows), or with `by_unit` every unit that does the work (about 600).
    """
    rounds = [
        each for each in rounds_of(plan) if (not years or each.year in years) and (not kinds or each.kind in kinds)
    ]
    found = rows("matrix", rounds=[each.id for each in rounds], by_unit=by_unit, at=at)
    cells = {unit: _cells(len(rounds), places, words) for unit, places, words in found}
    units = units_by_id(cells, on=on)
    ordered = sorted(units.values(), key=lambda unit: (unit.level, unit.place or "", unit.code))
    return Matrix(rounds=tuple(rounds), rows=tuple(MatrixRow(unit=unit, cells=cells[unit.id]) for unit in ordered))


def _cells(width: int, places: list[int], words: list[str]) -> tuple[Cell | None, ...]:
    line: list[Cell | None] = [None] * width
    for place, word in zip(places, words, strict=True):
        line[place - 1] = _cell(word)
    return tuple(line)


@cache
def _cell(word: str) -> Cell:
    """Few cells differ among thousands: each is worked out once."""
    *counts, late, overdue, ahead, report = word.split(",")
    owed, unmet, waived = map(int, counts)
    state = stands(
        Owed(
            owed=owed,
            unmet=unmet,
            waived=waived,
            late=late == "1",
            overdue=overdue == "1",
            ahead=ahead == "1",
            report=report,
        )
    )
    return Cell(state=state.value, owed=owed, unmet=unmet)
