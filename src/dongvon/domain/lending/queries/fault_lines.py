"""The bad lines of a file as they stand there, each with what is wrong cell by cell."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO, Any
from uuid import UUID

from dongvon.domain.documents.queries.tables import open_table
from dongvon.domain.lending.models import Handover, HandoverProblem
from dongvon.domain.lending.queries.handovers import ProblemRow, problems
from dongvon.domain.lending.rules.portfolio.headers import position

#: More lines than these are not mended by hand: the same mistakes repeat.
MOST = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultLine:
    """One line: its cells, and by column (None for the whole line) what is to be done."""

    number: int
    cells: list[Any]
    faults: dict[int | None, str]


def fault_lines(id_: UUID, file: IO[bytes], *, name: str) -> tuple[list[str], list[FaultLine]]:
    """The headers and the first MOST bad lines, read out of the file once more."""
    head: dict[str, Any] = Handover.objects.values_list("head", flat=True).get(id=id_)
    bad = HandoverProblem.objects.filter(handover=id_, is_error=True).order_by("line").values_list("line", flat=True)
    told: dict[int, list[ProblemRow]] = {}
    for each in problems(id_, lines=set(bad.distinct()[:MOST]), limit=MOST * 20):
        told.setdefault(each.line, []).append(each)
    heads: list[str] = []
    found: list[FaultLine] = []
    for number, row in open_table(file, name=name).rows(head["sheet"]):
        if number == head["line"]:
            heads = ["" if cell is None else str(cell) for cell in row]
        elif number in told:
            faults = _faults(told[number], head["columns"])
            wide = list(row) + [None] * (1 + max((at for at in faults if at is not None), default=0) - len(row))
            found.append(FaultLine(number=number, cells=wide, faults=faults))
    return heads, found


def _faults(told: Iterable[ProblemRow], columns: dict[str, str]) -> dict[int | None, str]:
    faults: dict[int | None, str] = {}
    for each in told:
        letters = columns.get(each.field)
        at = position(letters) if letters else None
        words = f"{each.header}: {each.told}" if each.header else each.told
        faults[at] = f"{faults[at]} {words}" if at in faults else words
    return faults
