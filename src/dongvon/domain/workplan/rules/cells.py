"""Reads one cell, typed by hand or taken from a spreadsheet, as a figure of a slot."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final
from uuid import UUID

from dongvon.domain.workplan.vocabulary import Filled, SlotKind
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean, format_number

Cell = str | int | float | Decimal | bool | date | time | timedelta | None

#: Twenty digits before the point and four after it: what the column of figures holds.
LARGEST: Final = Decimal(10) ** 20
FINEST: Final = Decimal("0.0001")


class NotReadable(Refusal):
    """The cell holds something, but no number in any writing used here."""

    text = "“{given}” không phải là số; đề nghị nhập theo dạng 1.234.567,89."


class BecameADate(Refusal):
    """The spreadsheet took what was typed for a day or an hour."""

    text = "Excel đã đổi nội dung ô thành ngày giờ ({given}); đề nghị đặt định dạng ô là Số (Number) rồi nhập lại."


class NotWhole(Refusal):
    """A count or an amount of đồng has a fraction."""

    text = (
        "“{given}” được đọc là {read}, trong khi “{name}” phải là số nguyên; "
        "dấu chấm ngăn cách hàng nghìn, dấu phẩy ngăn cách phần thập phân."
    )


class Negative(Refusal):
    """A count, an amount or a share below nothing."""

    text = "“{name}” không thể là số âm ({given})."


class TooLarge(Refusal):
    """More digits than any figure of a city has."""

    text = "“{given}” quá lớn; đề nghị kiểm tra lại đơn vị tính ({unit_of_measure})."


class TooFine(Refusal):
    """More decimals than are kept: rounding is the writer's decision."""

    text = "“{given}” có quá nhiều chữ số thập phân; đề nghị làm tròn còn tối đa 4 chữ số."


class ReasonMissing(Refusal):
    """ "No data" was said without saying why."""

    text = "“{name}”: ghi “không có số liệu” thì cần nêu lý do."


class BothGiven(Refusal):
    """A number, and beside it a reason why there is none."""

    text = "“{name}”: vừa có số {given} vừa có lý do không có số liệu; đề nghị bỏ một trong hai."


@dataclass(frozen=True, kw_only=True)
class SlotShape:
    """What reading needs to know of a slot."""

    id: UUID
    code: str
    name: str
    kind: str
    unit_of_measure: str
    multiplier: int = 1


def read_cell(cell: Cell, *, reason: Cell = None, slot: SlotShape) -> Filled:
    """The figure in a cell and the cell beside it; an empty pair empties the slot.

    "không có số liệu" (or "không có", "ksl") with a reason, or a reason alone, says that there is no data.
    Refuses NotReadable, NotWhole, Negative, TooLarge, TooFine, ReasonMissing, BothGiven.
    """
    why, silent = _words(reason), says_no_data(cell)
    if silent is not None or (why and _is_empty(cell)):
        return Filled(slot=slot.id, no_data_reason=_reason(why or silent or "", slot=slot))
    if _is_empty(cell):
        return Filled(slot=slot.id)
    if why:
        raise BothGiven(name=slot.name, given=_words(cell))
    return Filled(slot=slot.id, value=_stored(cell, slot=slot))


def shown(value: Decimal | None, *, multiplier: int) -> str:
    """A stored value as it is written by hand: 1500000 đồng in a slot of triệu đồng → "1,5"."""
    if value is None:
        return ""
    written = (value / multiplier).quantize(Decimal(1).scaleb(-12)).normalize()
    return format_number(Decimal(f"{written:f}"))


def says_no_data(cell: Cell) -> str | None:
    """The reason after "không có số liệu" in the same cell, "" without one, None when no such thing is said."""
    found = _NO_DATA.match(_words(cell))
    return found["reason"].strip(" :-–;,.()") if found else None


def read_number(cell: Cell) -> Decimal:
    """Exact decimal of a number in Vietnamese writing, or in English where no other reading is possible."""
    if isinstance(cell, bool):
        raise NotReadable(given="TRUE" if cell else "FALSE")
    if isinstance(cell, date | time | timedelta):
        raise BecameADate(given=cell)
    if isinstance(cell, int | float | Decimal):
        return _exact(cell)
    words = _words(cell)
    plain = _bare(words)
    for pattern, thousands, decimal in _WRITINGS:
        if pattern.fullmatch(plain):
            return Decimal(plain.replace(thousands, "").replace(decimal, "."))
    raise NotReadable(given=words)


_NO_DATA: Final = re.compile(
    r"(không\s+có(\s+số\s+liệu)?|chưa\s+có\s+số\s+liệu|ksl|n/a)(?P<reason>$|\s*[:;,(–-].*$)", re.IGNORECASE
)
#: Number, thousands mark, decimal mark; Vietnamese first, so that "1.234" is one thousand and more.
_WRITINGS: Final = (
    (re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?"), ".", ","),
    (re.compile(r"-?\d{1,3}(,\d{3}){2,}(\.\d+)?"), ",", "."),
    (re.compile(r"-?\d{1,3}(,\d{3})+\.\d+"), ",", "."),
    (re.compile(r"-?\d+(,\d+)?"), ".", ","),
    (re.compile(r"-?\d+\.\d+"), ",", "."),
)


def _reason(words: str, *, slot: SlotShape) -> str:
    if not words or says_no_data(words) == "":
        raise ReasonMissing(name=slot.name)
    return words


def _stored(cell: Cell, *, slot: SlotShape) -> Decimal:
    number = read_number(cell)
    given = _words(cell)
    value = number * slot.multiplier
    if abs(value) >= LARGEST:
        raise TooLarge(given=given, unit_of_measure=slot.unit_of_measure)
    if slot.kind in (SlotKind.COUNT, SlotKind.MONEY) and value != value.to_integral_value():
        raise NotWhole(given=given, read=format_number(number), name=slot.name)
    if value != value.quantize(FINEST):
        raise TooFine(given=given)
    if value < 0 and slot.kind == SlotKind.COUNT:
        raise Negative(given=given, name=slot.name)
    return value.quantize(FINEST)


def _is_empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not clean(cell))


def _words(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else clean(str(cell))


def _exact(number: int | float | Decimal) -> Decimal:
    """A float is taken at the 15 digits a spreadsheet keeps: 0.1 + 0.2 there is 0.3."""
    try:
        exact = Decimal(f"{number:.15g}") if isinstance(number, float) else Decimal(number)
    except InvalidOperation:
        raise NotReadable(given=number) from None
    if not exact.is_finite():
        raise NotReadable(given=number)
    return exact


def _bare(words: str) -> str:
    """Without blanks between digits, the percent sign, a leading plus; (5) and a long minus are -5."""
    plain = re.sub(r"(?<=\d)\s+(?=\d{3}(\D|$))", "", words.replace("−", "-").replace("–", "-"))
    plain = plain.removesuffix("%").strip().removeprefix("+").lstrip("'")
    bracketed = re.fullmatch(r"\((.+)\)", plain)
    return f"-{bracketed[1]}" if bracketed else plain
