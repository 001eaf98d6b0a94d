"""Checks the rows of a list, one after another: each is a line to be taken, or faults in words."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from dongvon.domain.people.rules.given import (
    Birth,
    read_birth,
    read_hamlet,
    read_name,
    read_personal_number,
    read_sex,
    strange_in,
    with_day,
)
from dongvon.domain.people.rules.list_faults import (
    DOUBTS,
    BirthMissing,
    BirthUnreadable,
    GivenTwice,
    HamletMissing,
    MemberBeforeHead,
    NameStrange,
    NameUnreadable,
    OldCard,
    SexMissing,
    TakenForNote,
    ZerosPutBack,
)
from dongvon.domain.people.vocabulary import Finding, GivenRow
from dongvon.kernel.identity import NotAPersonalNumber, PersonalNumber, Sex, doubts
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import fold

Say = Callable[..., None]

#: How communes title the columns of their lists.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "code": ("mã hộ", "mã số hộ", "số hộ"),
    "name": ("họ và tên chủ hộ", "họ tên chủ hộ", "tên chủ hộ", "họ và tên", "họ tên", "chủ hộ"),
    "family": ("họ và tên đệm", "họ và chữ đệm", "họ và chữ lót", "họ và đệm", "họ đệm", "họ lót"),
    "given": ("tên",),
    "number": (
        "số định danh cá nhân", "số định danh", "số cccd", "số căn cước", "cccd", "căn cước công dân", "cmnd",
    ),
    "birth": ("ngày tháng năm sinh", "ngày sinh", "năm sinh"),
    "male": ("năm sinh nam", "ngày sinh nam", "ngày tháng năm sinh nam"),
    "female": ("năm sinh nữ", "ngày sinh nữ", "ngày tháng năm sinh nữ"),
    "day": ("ngày tháng năm sinh ngày", "ngày sinh ngày", "năm sinh ngày"),
    "month": ("ngày tháng năm sinh tháng", "ngày sinh tháng", "năm sinh tháng"),
    "sex": ("giới tính nam nữ", "giới tính nữ nam", "giới tính", "nam nữ", "nữ nam", "phái", "gt"),
    "man": ("giới tính nam", "phái nam"),
    "woman": ("giới tính nữ", "phái nữ"),
    "relation": ("quan hệ với chủ hộ", "quan hệ chủ hộ", "quan hệ"),
    "hamlet": ("thôn ấp", "ấp khu phố", "thôn", "ấp", "khu phố", "tổ dân phố", "địa chỉ"),
}  # fmt: skip
#: Accents count here: Tống Thị Lan is a woman, "Tổng cộng" is not, and so are Lang Thị Hoa and "Làng 3".
_HAMLET: Final = re.compile(
    r"(?:ấp|thôn|khu phố|tổ dân phố|tdp|kp|làng|buôn|bản|bon|sóc)[ .]|(?:ap|thon|khu pho|to dan pho) *\d"
)
_TOTAL: Final = re.compile(r"(?:tổng|cộng|tong cong|tong so|cong:)")
_SIGNED: Final = re.compile(r"nguoi lap|chu tich|t/?m\.?\s|ngay .*thang|.*, ngay .*thang")
_NOTE: Final = re.compile(r"ghi chu|luu y|chu thich|\(?\*\)?")
_HEADS: Final = ("chu ho", "ch")
_LONGEST: Final = 120


@dataclass(slots=True)
class RowChecker:
    """Goes down a sheet: `columns` are its places, `hamlet` is what the last section head said."""

    columns: Mapping[str, int]
    on: date
    hamlet: str = ""
    _above: str = ""
    _signed: bool = False
    _seen: dict[str, int] = field(default_factory=dict)
    _head: int | None = None

    def __post_init__(self) -> None:
        self.columns = told_apart(self.columns)

    def check(self, lines: Iterable[tuple[int, list[Any]]]) -> Iterator[GivenRow | Finding]:
        """The rows that can be taken, and all findings; a row with a fault is not given."""
        for number, cells in lines:
            kept = [cell for cell in cells if cell not in (None, "")]
            if not kept or self._is_section(kept) or self._is_total(kept):
                continue
            if self._is_note(cells):
                yield Finding(row=number, column=None, told=TakenForNote(), fault=False)
                continue
            yield from self._row(number, cells)

    def _is_section(self, kept: list[Any]) -> bool:
        """A row that only names a hamlet: "II", "Ấp 2"."""
        if len(kept) > 2:
            return False
        named = [cell for cell in kept if isinstance(cell, str) and names_hamlet(cell)]
        if not named:
            return False
        self.hamlet = self._above = read_hamlet(named[0].split(":")[0].split("(")[0], above="")
        return True

    def _is_total(self, kept: list[Any]) -> bool:
        """A sum, or the place, day and names of those who sign."""
        first = next((cell for cell in kept if isinstance(cell, str)), "")
        if len(kept) > 4:
            return False
        if signed := bool(_SIGNED.match(fold(first))):
            self._signed = True
        return signed or bool(_TOTAL.match(first.casefold()))

    def _is_note(self, cells: list[Any]) -> bool:
        """No birth, no digit of a number, and no name: but a remark, or the name of somebody who signs."""
        if any(self._cell(cells, key) != "" for key in ("birth", "male", "female")):
            return False
        if any(sign.isdigit() for sign in str(self._cell(cells, "number"))) and not self._signed:
            return False
        name = str(self._cell(cells, "given" if "family" in self.columns else "name"))
        return not name or self._signed or bool(_NOTE.match(fold(name)))

    def _cell(self, cells: list[Any], key: str) -> Any:
        at = self.columns.get(key)
        return cells[at] if at is not None and at < len(cells) and cells[at] is not None else ""

    def _row(self, number: int, cells: list[Any]) -> Iterator[GivenRow | Finding]:
        findings: list[Finding] = []

        def say(told: Refusal, key: str = "", *, fault: bool = True) -> None:
            findings.append(Finding(row=number, column=self.columns.get(key), told=told, fault=fault))

        name = self._name(cells, say)
        read = self._number(cells, say)
        birth, told_sex = self._birth(cells, say)
        sex = self._sex(cells, told_sex or (read.sex.value if read else None), say)
        hamlet = read_hamlet(self._cell(cells, "hamlet"), above=self._above) or self.hamlet
        self._above = hamlet or self._above
        if not hamlet:
            say(HamletMissing(), "hamlet")
        self._compare(read, birth, sex, say)
        self._twice(number, read.digits if read else f"{name.casefold()}|{birth}|{hamlet.casefold()}", say)
        relation, head = self._relation(number, cells, say)
        yield from findings
        if birth and sex and not any(finding.fault for finding in findings):
            yield GivenRow(
                row=number, code=str(self._cell(cells, "code"))[:30], name=name, number=read.digits if read else "",
                birth=birth, sex=sex, hamlet=hamlet[:80], relation=relation, head=head,
            )  # fmt: skip

    def _name(self, cells: list[Any], say: Say) -> str:
        parts = ("family", "given") if "family" in self.columns else ("name",)
        name = read_name(" ".join(str(self._cell(cells, part)) for part in parts))
        if not 0 < len(name) <= _LONGEST or any(sign.isdigit() for sign in name):
            say(NameUnreadable(), "name")
        elif strange := strange_in(name):
            say(NameStrange(signs=strange), "name", fault=not strange.isalpha())
        return name

    def _number(self, cells: list[Any], say: Say) -> PersonalNumber | None:
        given = self._cell(cells, "number")
        if given == "":
            return None
        try:
            read, mended = read_personal_number(given)
        except NotAPersonalNumber as refusal:
            say(refusal, "number")
            return None
        if mended:
            say(ZerosPutBack(), "number", fault=False)
        if read is None:
            say(OldCard(), "number", fault=False)
        return read

    def _birth(self, cells: list[Any], say: Say) -> tuple[Birth | None, str | None]:
        """The birth, and the sex when it is told by the column in which the birth stands."""
        for key, sex in (("male", "male"), ("female", "female"), ("birth", None)):
            given = self._cell(cells, key)
            if given != "":
                birth = read_birth(given, on=self.on)
                if birth and birth[1] is None:
                    parts = (self._cell(cells, "day"), self._cell(cells, "month"))
                    birth = with_day(birth[0], *parts, on=self.on)
                if birth is None:
                    say(BirthUnreadable(), key)
                return birth, sex
        say(BirthMissing(), "birth")
        return None, None

    def _sex(self, cells: list[Any], otherwise: str | None, say: Say) -> str | None:
        crossed = [sex for key, sex in (("man", "nam"), ("woman", "nữ")) if self._cell(cells, key) != ""]
        given = crossed[0] if len(crossed) == 1 else self._cell(cells, "sex")
        sex = (read_sex(given) if given != "" else None) or otherwise
        if sex is None:
            say(SexMissing(), "sex")
        return sex

    def _compare(self, read: PersonalNumber | None, birth: Birth | None, sex: str | None, say: Say) -> None:
        if read is None:
            return
        born, known = birth[0] if birth else None, Sex(sex) if sex else None
        for doubt in doubts(read, birth_year=born, sex=known, on=self.on):
            say(DOUBTS[doubt](), "number", fault=False)

    def _twice(self, number: int, mark: str, say: Say) -> None:
        first = self._seen.setdefault(mark, number)
        if first != number:
            say(GivenTwice(row=first))

    def _relation(self, number: int, cells: list[Any], say: Say) -> tuple[str, int]:
        """The relation to the head, and the row of the head; without such a column everybody heads a household."""
        given = str(self._cell(cells, "relation"))
        if not given or fold(given).startswith(_HEADS):
            self._head = number
            return "chủ hộ", number
        if self._head is None:
            say(MemberBeforeHead(), "relation")
        return given[:40], self._head or number


def told_apart(columns: Mapping[str, int]) -> dict[str, int]:
    """What only the heads beside a head tell: "Năm" after "Ngày" and "Tháng" is a year and not men's births; a lone
    "Giới tính (Nam)" is no column of crosses; "Tên" is a given name where the family name has a column of its own."""
    found = dict(columns)
    if {"day", "month", "male"} <= found.keys() and not {"birth", "female"} & found.keys():
        found["birth"] = found.pop("male")
    if not {"man", "woman"} <= found.keys():
        for key in {"man", "woman"} & found.keys():
            found.setdefault("sex", found.pop(key))
    if "family" in found and "given" not in found:
        found.setdefault("name", found.pop("family"))
    return found


def names_hamlet(text: str) -> bool:
    """Whether a text begins as hamlets are called."""
    return bool(_HAMLET.match(f"{text.strip().casefold()} "))
