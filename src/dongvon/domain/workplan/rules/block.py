"""Reads a block pasted from a spreadsheet into the figures of a report: all of it, or the faults of all of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dongvon.domain.workplan.rules.cells import NotReadable, SlotShape, read_cell
from dongvon.domain.workplan.vocabulary import Filled
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean, fold


class TooManyRows(Refusal):
    """The block is longer than the rows that are left below where it was pasted."""

    text = "Khối dán có {given} dòng nhưng từ vị trí này chỉ còn {left} chỉ tiêu; đề nghị dán lại từ đúng ô."


class SlotTwice(Refusal):
    """Two rows name the same slot."""

    text = "Chỉ tiêu “{name}” xuất hiện hai lần trong khối dán; đề nghị bỏ bớt một dòng."


@dataclass(frozen=True)
class Fault:
    """What is wrong, and where: a row and a column of the block, or a cell of a sheet."""

    where: str
    refusal: Refusal


@dataclass(frozen=True)
class Reading:
    """Figures to write; worth writing only when `faults` is empty."""

    figures: tuple[Filled, ...]
    faults: tuple[Fault, ...]


def read_block(text: str, *, slots: Sequence[SlotShape], start: int = 0) -> Reading:
    """Rows of cells parted by tabs, in the order of `slots` from `start` on.

    A row may begin with the code or the name of its slot (then its order does not matter), followed by the number
    and, where there is no data, the reason. Empty rows at the end are nothing; in between they leave a slot as it is.
    """
    rows = [line.split("\t") for line in text.replace("\r\n", "\n").replace("\r", "\n").rstrip().split("\n")]
    if rows == [[""]]:
        return Reading((), ())
    if len(rows) > len(slots) - start and not all(_named(row, slots=slots) for row in rows if _said(row)):
        fault = Fault("Dòng 1", TooManyRows(given=len(rows), left=max(len(slots) - start, 0)))
        return Reading((), (fault,))
    return _read_rows(rows, slots=slots, start=start)


def _read_rows(rows: list[list[str]], *, slots: Sequence[SlotShape], start: int) -> Reading:
    figures: dict[object, Filled] = {}
    faults: list[Fault] = []
    for number, row in enumerate(rows):
        if not _said(row):
            continue
        named = _named(row, slots=slots)
        slot = named or slots[start + number]
        cells = row[1:] if named else row
        where = f"Dòng {number + 1}, cột {2 if named else 1}"
        try:
            if slot.id in figures:
                raise SlotTwice(name=slot.name)
            figures[slot.id] = _read_row(cells, slot=slot)
        except Refusal as refusal:
            faults.append(Fault(where, refusal))
    return Reading(tuple(figures.values()), tuple(faults))


def _read_row(cells: Sequence[str], *, slot: SlotShape) -> Filled:
    """The number, then perhaps the reason; a copied row often carries the unit of measure as well."""
    said = [cell for cell in cells if clean(cell) and not _is_unit(cell, slot=slot)]
    if len(said) > 2:
        raise NotReadable(given=" ".join(clean(cell) for cell in said))
    value, reason = (*said, "", "")[:2]
    return read_cell(value, reason=reason, slot=slot)


def _is_unit(words: str, *, slot: SlotShape) -> bool:
    return fold(words) == fold(slot.unit_of_measure)


def _named(row: Sequence[str], *, slots: Sequence[SlotShape]) -> SlotShape | None:
    if len(row) < 2 or not clean(row[0]):
        return None
    label = clean(row[0]).casefold()
    return next((slot for slot in slots if label in (slot.code.casefold(), clean(slot.name).casefold())), None)


def _said(row: Sequence[str]) -> bool:
    return any(clean(cell) for cell in row)
