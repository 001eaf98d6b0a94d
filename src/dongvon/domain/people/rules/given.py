"""Reads what people type into lists: names, births in any style, numbers that lost their zeros, sexes, hamlets."""

import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache
from itertools import product
from string import ascii_letters
from typing import Any, Final

from dongvon.domain.people.rules.births import is_possible
from dongvon.kernel.identity import NotAPersonalNumber, PersonalNumber, read_number
from dongvon.kernel.text import clean, fold, place_tones

Birth = tuple[int, int | None, int | None]

_EPOCH: Final = date(1899, 12, 30)  # day 0 of a worksheet
_SERIALS: Final = range(3_000, 80_000)
_CENTURY: Final = 100
_DAY_FIRST: Final = re.compile(r"(?:(\d{1,2})\s*[/.\-]\s*)?(?:(\d{1,2})\s*[/.\-]\s*)(\d{4}|\d{2})")
_YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_BORN: Final = re.compile(r"(?:sn|sinh(?: năm)?|năm sinh)\b[\s:.]*", re.IGNORECASE)
_WORDS: Final = re.compile(r"ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})")
_ENGLISH: Final = re.compile(r"(\d{1,2})[-\s]([a-z]{3})[a-z]*[-\s,]+(\d{4}|\d{2})")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NOT_DIGIT: Final = re.compile(r"[\s.\-']")
_SEXES: Final = {"nam": "male", "trai": "male", "m": "male", "nu": "female", "gai": "female", "f": "female"}

#: A number of 12 digits begins with 0 or more; typed as a number it comes back with 9 to 11.
_SHORTENED: Final = range(10, 12)
_OLD_CARD: Final = 9

#: What names here are written with: letters under their marks, the đ, and signs between them.
_MARKS: Final = tuple(
    map("".join, product(("", "\u0302", "\u0306", "\u031b"), ("", *"\u0300\u0301\u0303\u0309\u0323")))
)
_OF_NAMES: Final = frozenset(
    unicodedata.normalize("NFC", letter + marks) for letter in ascii_letters for marks in _MARKS
) | frozenset("đĐ '’.-")

#: Ways to write "as above", and short ways to write what hamlets are called.
_AS_ABOVE: Final = frozenset({"nt", "-nt-", '"', "''", "//", "nhu tren"})
_KIND: Final = re.compile(r"(?:ấp|thôn|khu phố|tổ dân phố|làng|buôn|bản|bon|sóc)\b", re.IGNORECASE)
_SHORT: Final = ((re.compile(r"kp[\s.]*(?=\d)", re.IGNORECASE), "Khu phố "),
                 (re.compile(r"tdp[\s.]*(?=\d)", re.IGNORECASE), "Tổ dân phố "))  # fmt: skip


def read_name(cell: Any) -> str:
    """One spelling; who is shouted or whispered ("TRẦN VĂN BA", "trần thị ẩn") is spoken of as everybody else."""
    name = place_tones(clean(str(cell)))
    spoken = name.title() if name.isupper() else name
    return " ".join(word[:1].upper() + word[1:] for word in spoken.split())


def strange_in(name: str) -> str:
    """The letters and signs that names here do not have: the traces of an old font, or of a note in the cell."""
    return "".join(sign for sign in name if sign not in _OF_NAMES)


def read_hamlet(cell: Any, *, above: str) -> str:
    """ "ấp 1" and "Ấp 1" are one hamlet, "KP 2" is Khu phố 2, and "nt" is the one of the row above."""
    return _hamlet(str(cell)) or (above if fold(str(cell)) in _AS_ABOVE else "")


@lru_cache(maxsize=1_000)
def _hamlet(given: str) -> str:
    text = clean(given)
    if fold(text) in _AS_ABOVE:
        return ""
    for short, whole in _SHORT:
        text = short.sub(whole, text)
    if not text.isupper():
        return text[:1].upper() + text[1:]
    kind = _KIND.match(text)
    return text[: kind.end()].capitalize() + text[kind.end() :].title() if kind else text.title()


def read_birth(cell: Any, *, on: date) -> Birth | None:
    """Year, month, day as far as known; None when nobody alive can read it or be born then.

    A worksheet's date, its serial number, a year alone ("sn 1980"), dd/mm/yyyy and its kin, yyyy-mm-dd,
    "ngày 3 tháng 2 năm 1980", "3-Feb-1980"; 00 stands for a day or a month that is not known.
    Of two-digit years the last one that is past is meant.
    """
    found = _from_number(cell) if isinstance(cell, int | float) else _from_date_or_text(cell, on=on)
    if found is None or not is_possible(year=found[0], month=found[1], day=found[2], on=on):
        return None
    return found


def _from_number(cell: float) -> Birth | None:
    number = int(cell)
    if number in _SERIALS:
        day = _EPOCH + timedelta(days=number)
        return day.year, day.month, day.day
    return number, None, None


def _from_date_or_text(cell: Any, *, on: date) -> Birth | None:
    if isinstance(cell, date):
        return cell.year, cell.month, cell.day
    text = _BORN.sub("", str(cell).strip(), count=1)
    if text.isdigit():
        return _from_number(int(text))
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) or None if part else None for part in found.groups())
        return _whole_year(year or 0, on=on), month, day
    if found := _WORDS.fullmatch(fold(text)):
        return int(found[3]), int(found[2]), int(found[1])
    if (found := _ENGLISH.fullmatch(fold(text))) and found[2] in _MONTHS:
        return _whole_year(int(found[3]), on=on), _MONTHS.index(found[2]) + 1, int(found[1])
    return None


def with_day(year: int, day: Any, month: Any, *, on: date) -> Birth | None:
    """A year with the day and month that stand in columns of their own, as far as they are given."""
    if day == "" and month == "":
        return year, None, None
    return read_birth("/".join(str(part) for part in (day, month, year) if part != ""), on=on)


def _whole_year(year: int, *, on: date) -> int:
    if year >= _CENTURY:
        return year
    century = on.year // _CENTURY * _CENTURY
    return century + year if century + year <= on.year else century - _CENTURY + year


def read_personal_number(cell: Any) -> tuple[PersonalNumber | None, bool]:
    """The number and whether zeros were put back; None for an empty cell or an old card of nine digits.

    Refuses NotAPersonalNumber.
    """
    digits = _NOT_DIGIT.sub("", str(int(cell) if isinstance(cell, float) else cell))
    if not digits or (len(digits) == _OLD_CARD and digits.isdigit()):
        return None, False
    if digits.isdigit() and len(digits) in _SHORTENED:
        return read_number(digits.zfill(12)), True
    if not digits.isdigit():
        raise NotAPersonalNumber
    return read_number(digits), False


def read_sex(cell: Any) -> str | None:
    """ "male" or "female", however it is written; None when it is not."""
    return _SEXES.get(fold(str(cell)))
