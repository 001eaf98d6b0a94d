"""The matrix: every unit against every round, each cell one word."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from dongvon.domain.units.queries.directory import UnitRow, units_by_id
from dongvon.domain.workplan.queries.plans import RoundRow, rounds_of
from dongvon.domain.workplan.queries.statements import rows
from dongvon.domain.workplan.rules.standing import Owed, stands

#: The state of a unit in a round in which it owes nothing.
NOTHING_OWED = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One unit with its cells in the order of the rounds: each a word the matrix component knows."""

    unit: UnitRow
    cells: tuple[str, ...]


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
    cells = {unit: _cells(len(rounds), tuple(places), tuple(words)) for unit, places, words in found}
    units = units_by_id(cells, on=on)
    ordered = sorted(units.values(), key=lambda unit: (unit.level, unit.place or "", unit.code))
    return Matrix(rounds=tuple(rounds), rows=tuple(MatrixRow(unit=unit, cells=cells[unit.id]) for unit in ordered))


@lru_cache(maxsize=4096)
def _cells(width: int, places: tuple[int, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    """Few rows differ among a thousand: each is worked out once."""
    line = [NOTHING_OWED] * width
    for place, word in zip(places, words, strict=True):
        line[place - 1] = _state(word)
    return tuple(line)


def _state(word: str) -> str:
    *marks, report = word.split(",")
    waived, late, overdue, ahead = (mark == "1" for mark in marks)
    return stands(Owed(waived=waived, late=late, overdue=overdue, ahead=ahead, report=report)).value
