"""Vietnamese text: one spelling, search without accents, the order of names, numbers and dates on paper."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from dongvon.kernel.refusals import Refusal

_TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_LETTERS: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_END_OF_LEVEL, _WORD_BREAK, _FIRST_DIGIT, _FIRST_LETTER = "!", "#", "0", "A"
_SIGNS: Final = str.maketrans(",.", ".,")
_WEIGHTS: Final = {letter: chr(ord(_FIRST_LETTER) + at) for at, letter in enumerate(_LETTERS)}


class NotANumber(Refusal):
    """The text is no number as Vietnam writes them."""

    text = "“{given}” không phải là số; đề nghị nhập theo dạng 1.234.567,89."


def clean(text: str) -> str:
    """NFC, with runs of spaces (the unbreakable ones too) made one and the ends trimmed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fold(text: str) -> str:
    """The text as a search compares it: small letters without accents, đ as d, single spaces."""
    return _ACCENTS.sub("", _decomposed(clean(text))).replace("đ", "d")


def place_tones(text: str) -> str:
    """NFC with tone marks where official place names put them: hoà → hòa, khoẻ → khỏe, thuỷ → thủy.

    Only an open oa, oe, uy is spelt in two ways; "hoàn" and "quý" have but one.
    """
    return _LATE_TONE.sub(_moved_tone, _EARLY_QUY.sub(_quy, unicodedata.normalize("NFC", text)))


def same_name(left: str, right: str) -> bool:
    """Whether two spellings are one name: tone placement, case and spaces aside, accents kept.

    Lộc Thành and Lộc Thạnh are two communes, so nothing here drops an accent.
    """
    return place_tones(clean(left)).casefold() == place_tones(clean(right)).casefold()


def name_sort_key(full_name: str) -> str:
    """A key by which plain text order (COLLATE "C") lists people as Vietnam does: given name first.

    Letters of the alphabet a ă â … y count before tones, a tone before the next word; an end comes
    before a word break, a word break before digits, digits before letters.
    """
    words = place_tones(clean(full_name)).split()
    given, before = words[-1:], words[:-1]
    return _END_OF_LEVEL.join((_levels(given), _levels(before)))


def format_number(number: int | Decimal, *, decimals: int | None = None) -> str:
    """1234567.89 → "1.234.567,89"; `decimals` fixes how many follow the comma."""
    if decimals is None:
        return f"{number:,}".translate(_SIGNS)
    return f"{Decimal(number):,.{decimals}f}".translate(_SIGNS)


def parse_number(text: str) -> Decimal:
    """ "1.234.567,89" → Decimal("1234567.89"); refuses `NotANumber`."""
    given = clean(text).replace("−", "-")
    if not _NUMBER.fullmatch(given):
        raise NotANumber(given=given)
    return Decimal(given.replace(".", "").replace(",", "."))


def format_date(on: date) -> str:
    """dd/mm/yyyy."""
    return f"{on.day:02}/{on.month:02}/{on.year:04}"


_ACCENTS: Final = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_NUMBER: Final = re.compile(r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")
_LATE_TONE: Final = re.compile(
    r"(?<![qQ])([oO])([àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ])(?![^\W\d_])"
    r"|(?<![qQ])([uU])([ỳýỷỹỵỲÝỶỸỴ])(?![^\W\d_])"
)
_EARLY_QUY: Final = re.compile(r"(?<=[qQ])([ùúủũụÙÚỦŨỤ])([yY])(?![^\W\d_])")


def _moved_tone(found: re.Match[str]) -> str:
    first, second = (each for each in found.groups() if each)
    base, tone = tuple(unicodedata.normalize("NFD", second))
    return unicodedata.normalize("NFC", first + tone + base)


def _quy(found: re.Match[str]) -> str:
    base, tone = tuple(unicodedata.normalize("NFD", found[1]))
    return unicodedata.normalize("NFC", base + found[2] + tone)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text.casefold())


def _levels(words: list[str]) -> str:
    weights = [_weights(word) for word in words]
    letters = _WORD_BREAK.join(letters for letters, _ in weights)
    tones = "".join(tones for _, tones in weights)
    return f"{letters}{_END_OF_LEVEL}{tones}"


@lru_cache(maxsize=10_000)
def _weights(word: str) -> tuple[str, str]:
    """Of the letters and of the tones; names are made of few words, so most were met before."""
    return "".join(_weight(each) for each in _without_tones(word)), "".join(_tone_weights(word))


def _weight(letter: str) -> str:
    if letter in _WEIGHTS:
        return _WEIGHTS[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _WEIGHTS:
        return _WEIGHTS[base]
    return letter if letter.isascii() and letter.isdigit() else _WORD_BREAK


def _without_tones(word: str) -> str:
    kept = "".join(each for each in _decomposed(word) if each not in _TONES)
    return unicodedata.normalize("NFC", kept)


def _tone_weights(word: str) -> list[str]:
    return [_tone(letter) for letter in unicodedata.normalize("NFC", word.casefold())]


def _tone(letter: str) -> str:
    return next((_TONES[mark] for mark in unicodedata.normalize("NFD", letter) if mark in _TONES), "0")
