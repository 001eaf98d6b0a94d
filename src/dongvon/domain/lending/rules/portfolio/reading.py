"""Lines of a portfolio as values, and what is wrong with them; the text of a block is what the database copies in."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Final

from dongvon.domain.lending.rules.portfolio.cells import Reader, reader_of
from dongvon.domain.lending.rules.portfolio.fields import BY_KEY, FIELDS, KEPT, SUMMED
from dongvon.kernel.identity import Doubt, Sex, doubts, read_number
from dongvon.kernel.text import fold, name_sort_key, place_tones

#: (sealed, mark, last digits) of a personal number.
Sealing = Callable[[str], tuple[bytes, bytes, str]]

#: What is read of a line, in the order in which it is copied; a personal number and a birth take several columns.
COLUMNS: Final = (
    "unit_code", "place", "place_name", "hamlet", "point", "session_day", "group_code", "leader", "deputy",
    "organisation", "customer_code", "full_name", "name_sort_key", "name_search_key", "birth_year", "birth_month",
    "birth_day", "sex", "number_sealed", "number_mark", "number_last", "phone", "contract_number", "programme",
    "variant", "priority", "fund", "approved", "lent", "signed_on", "contractual_on", "extended_on", "session_on",
    "first_principal_on", "grace_until", "term_months", "rate", "in_term", "overdue", "frozen", "owed_in_term",
    "owed_overdue", "owed_grace", "freeze_until", "decision",
)  # fmt: skip
STAGED: Final = ("line", *COLUMNS, "kept", "fingerprint")
#: Cells that are passed over with a remark instead of stopping their line.
REMARKED: Final = frozenset({"old_number", "not_a_phone"})
_NOTHING_IS_ZERO: Final = ("in_term", "overdue", "frozen", "owed_in_term", "owed_overdue", "owed_grace")
_NEEDED: Final = tuple(each.key for each in FIELDS if each.needed)
#: Which of them make a line without number and name a loan, and how many: a note has none, a line of sums only money.
_TELLING: Final = (
    "unit_code",
    "organisation",
    "birth",
    "programme",
    "fund",
    "signed_on",
    "contractual_on",
    "term_months",
)
_ENOUGH: Final = 3
_SUMS: Final = ("cong", "tong", "tong cong", "tong so")
_TYPE: Final = re.compile(r"^(?:xã|phường|tt|thị trấn|p|x)[ .]+")
_REMEMBERED: Final = 50_000
_CELLS: Final = 2_000  # more of one column are slower to find again than to read again
_JSON: Final = json.JSONEncoder(ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a cell of a line (0: the file), or worth a look."""

    line: int
    field: str
    code: str
    is_error: bool = True
    values: dict[str, Any] = dataclass_field(default_factory=dict)


class LineReader:
    """Reads line after line of one file; remembers what cells meant, for most say what others said before."""

    def __init__(self, columns: dict[str, int], *, seal: Sealing) -> None:
        self._columns = [(key, at, _Memory(reader_of(BY_KEY[key]))) for key, at in columns.items()]
        self._seal = seal
        self.sums: dict[str, int] = dict.fromkeys(SUMMED, 0)
        self.printed: dict[str, int] = {}
        self.rows = 0

    def read(self, line: int, row: Sequence[Any]) -> tuple[str | None, list[Problem]]:
        """The line as it is copied, or None for an empty line, a note or a line of sums."""
        found: dict[str, Any] = {}
        problems: list[Problem] = []
        width = len(row)
        for key, at, memory in self._columns:
            if at < width and (cell := row[at]) is not None:
                found[key], code = memory[cell]
                if code:
                    problems.append(Problem(line, key, code, code not in REMARKED and not BY_KEY[key].kept))
        if not self._is_loan(found, row):
            return None, []
        problems += _missing(line, found, {problem.field for problem in problems})
        problems += self._complete(line, found)
        self._count(found)
        return _copied(line, found), problems

    def _is_loan(self, found: dict[str, Any], row: Sequence[Any]) -> bool:
        if found.get("contract_number") or (found.get("full_name") and found.get("customer_code")):
            return True
        if any(isinstance(cell, str) and fold(cell).strip(" :.") in _SUMS for cell in row[:12]):
            self.printed = {key: found[key] for key in SUMMED if found.get(key)}
            return False
        return sum(found.get(key) is not None for key in _TELLING) >= _ENOUGH

    def _complete(self, line: int, found: dict[str, Any]) -> Iterator[Problem]:
        """Birth, names and number in the columns they are kept in; what the number contradicts is a remark."""
        found["birth_year"], found["birth_month"], found["birth_day"] = found.get("birth") or (None, None, None)
        _key_names(found)
        digits = found.get("personal_number")
        if digits:
            yield from self._sealed(line, found, digits)
        elif not found.get("sex"):
            yield Problem(line, "sex", "missing_sex")
        if not digits and not found.get("customer_code"):
            yield Problem(line, "customer_code", "nobody_known")

    def _sealed(self, line: int, found: dict[str, Any], digits: str) -> Iterator[Problem]:
        number = read_number(digits)
        sealed, mark, found["number_last"] = self._seal(digits)
        found["number_sealed"], found["number_mark"] = f"\\x{sealed.hex()}", f"\\x{mark.hex()}"
        sex = Sex(found["sex"]) if found.get("sex") else None
        for doubt in doubts(number, birth_year=found["birth_year"], sex=sex):
            if doubt is not Doubt.UNKNOWN_BIRTHPLACE:
                yield Problem(line, "personal_number", doubt.value, is_error=False)
        found["sex"] = found.get("sex") or number.sex.value

    def _count(self, found: dict[str, Any]) -> None:
        self.rows += 1
        for key in SUMMED:
            self.sums[key] += found.get(key) or 0


@lru_cache(maxsize=_REMEMBERED)
def place_key(name: str) -> str:
    """By which names of communes are compared: their type, capitals and the place of tones aside, accents kept."""
    return _TYPE.sub("", place_tones(name).casefold()).strip()


class _Memory(dict[Any, tuple[Any, str]]):
    """What each text or number of a column was read as."""

    def __init__(self, read: Reader) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: Any) -> tuple[Any, str]:
        if len(self) >= _CELLS:
            self.clear()
        known = self[cell] = self._read(cell)
        return known


def _key_names(found: dict[str, Any]) -> None:
    if name := found.get("full_name"):
        found["name_sort_key"], found["name_search_key"] = _name_keys(name)
    if found.get("place_name"):
        found["place_name"] = place_key(found["place_name"])
    for board in ("leader", "deputy"):
        if found.get(board):
            found[board] = _name_keys(found[board])[1]


@lru_cache(maxsize=_REMEMBERED)
def _name_keys(name: str) -> tuple[str, str]:
    return name_sort_key(name), fold(name)


def _missing(line: int, found: dict[str, Any], told: set[str]) -> list[Problem]:
    wanted = [key for key in _NEEDED if found.get(key) is None and key not in told]
    if not found.get("place") and not found.get("place_name"):
        wanted.append("place")
    return [Problem(line, key, "missing") for key in wanted]


def _copied(line: int, found: dict[str, Any]) -> str:
    """The line as COPY reads it; no text of a cell holds a NUL, so that one stands for nothing until the end."""
    for key in _NOTHING_IS_ZERO:
        found[key] = found.get(key) or 0
    kept = {key: found[key] for key in KEPT if found.get(key) is not None}
    cells = ["\0" if (cell := found.get(key)) is None else str(cell) for key in COLUMNS]
    cells.append(_JSON.encode(kept) if kept else "{}")
    text = "\t".join(cells).replace("\\", "\\\\").replace("\0", "\\N")
    return f"{line}\t{text}\t{blake2b(text.encode(), digest_size=16).hexdigest()}\n"
