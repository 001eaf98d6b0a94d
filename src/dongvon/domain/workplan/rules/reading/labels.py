"""The numbers and letters at the head of a line, and how high each kind stands."""

import re
from dataclasses import dataclass

from dongvon.domain.workplan.rules.reading.folding import CAPITALS, folded

#: Vietnamese letters in the order of lists; f, j, w, z are met where Word numbers by itself.
LETTERS = "abcdđefghijklmnopqrstuvwxyz"

#: The smaller, the higher. "A." stands over "I." unless the paper began with "I.".
RANKS = {
    "part": 0.0, "annex": 0.0, "chapter": 1.0, "section": 2.0, "upper": 3.0, "heading": 3.5, "roman": 4.0,
    "article": 5.0, "named": 5.5, "n1": 6.0, "n2": 7.0, "n3": 8.0, "n4": 8.5, "letter": 9.0, "paren": 9.5,
    "small_roman": 10.0, "dash": 11.0, "plus": 12.0,
}  # fmt: skip
#: Kinds that divide the plan; a clause's code leaves them out.
DIVIDING = frozenset({"part", "annex", "chapter", "section", "upper", "heading", "roman"})
BULLETS = frozenset({"dash", "plus"})

_ORDINALS = {"nhat": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7}
_ROMAN_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50}


@dataclass(frozen=True)
class Label:
    """A label such as "II.", "1.2", "đ)" or "- "; `order` is its place among its siblings."""

    kind: str
    value: str
    order: int
    rest: str


_NUMERAL = r"(?P<value>[IVXL]+|\d{1,2}|[A-H]|(?:thứ\s+)?(?:nhất|hai|ba|bốn|tư|năm|sáu|bảy))"
_END = r"(?:\s*[.:)–—-]+\s*|\s+|$)"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"^(?:PHẦN|Phần)\s+(?:THỨ\s+)?{_NUMERAL}(?!\w){_END}", re.UNICODE)),
    ("chapter", re.compile(rf"^(?:CHƯƠNG|Chương)\s+{_NUMERAL}(?!\w){_END}")),
    ("section", re.compile(rf"^(?:MỤC|Mục)\s+{_NUMERAL}(?!\w){_END}")),
    ("n1", re.compile(r"^(?:KHOẢN|Khoản)\s+(?P<value>\d{1,2})\s*[.:)]\s*")),
    ("letter", re.compile(r"^(?:ĐIỂM|Điểm)\s+(?P<value>[a-zđ])\s*[.:)]\s*")),
    ("article", re.compile(r"^(?:ĐIỀU|Điều)\s+(?P<value>\d{1,3})\s*[.:)]\s*")),
    (
        "named",
        re.compile(
            r"^(?:Nhiệm vụ|NHIỆM VỤ|Nội dung|NỘI DUNG|Giải pháp|GIẢI PHÁP|Nhóm(?: nhiệm vụ)?(?: thứ)?)"
            r"(?:\s+số)?\s+(?P<value>\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]+)\s*[.:)–—-]\s*"
        ),
    ),
    ("roman", re.compile(r"^(?P<value>[IVX]{1,6})(?:\s*[.)/]+\s*(?=\D)|\s*[–—-]\s+|\.\s*$)")),
    # A scanner writes I as l or |; only before a title in capitals can it be nothing else.
    ("roman", re.compile(rf"^(?P<value>(?=[IVX]*[l|])[IVXl|]{{1,4}})\s*[.)/–—-]\s*(?=[{CAPITALS}]{{2,}})")),
    ("upper", re.compile(r"^(?P<value>[A-HĐ])(?:\s*[.)/]\s+|\s*[–—-]\s+)")),
    ("letter", re.compile(r"^\d{1,2}\.?(?P<value>[a-zđ])(?:\)\s*|\.\s+)")),
    (
        "multi",
        re.compile(r"^(?P<value>\d{1,2}(?:\.\d{1,2}){1,3})(?:\s*[.):]\s*(?=\D)|\s*[–—-]\s+(?=\D)|\s+(?=[^\W\d]))"),
    ),
    (
        "n1",
        re.compile(rf"^(?P<value>\d{{1,2}})(?:\s*[.)]\s*(?=[^\W\d]|[“\"(])|/\s+|\s*[–—-]\s+(?=[{CAPITALS}])|[.)]\s*$)"),
    ),
    ("paren", re.compile(r"^\((?P<value>\d{1,2})\)\s*")),
    ("small_roman", re.compile(r"^\(?(?P<value>ii|iii|iv|vi|vii|viii|ix)\)\s*")),
    ("letter", re.compile(r"^\(?(?P<value>[a-zđ])\d?(?:\s*\)\s*|\.\s+|/\s+)")),
    ("plus", re.compile(r"^(?P<value>[+○▪o\uf0a7])\s+")),
    ("dash", re.compile(r"^(?P<value>[-–—−•●*‣\uf0b7\uf02d])\s*(?=[^\d\s–-])")),
    ("dash", re.compile(r"^(?P<value>[-–—−•●*])\s+(?=\d)")),
)


def label_of(text: str) -> Label | None:
    """The label that `text` begins with, or None."""
    for kind, pattern in _PATTERNS:
        found = pattern.match(text)
        if found:
            return _label(kind, value=found["value"], rest=text[found.end() :].strip())
    return None


def _label(kind: str, *, value: str, rest: str) -> Label:
    if "." in value:
        parts = value.split(".")
        return Label(f"n{len(parts)}", value, int(parts[-1]), rest)
    if kind == "letter":
        return Label(kind, value, LETTERS.index(value) + 1, rest)
    if kind == "roman":
        value = re.sub(r"[l|]", "I", value)
    if kind in BULLETS:
        return Label(kind, "-" if kind == "dash" else "+", 0, rest)
    return Label(kind, value, order_of(value), rest)


def as_small_roman(label: Label, *, letter_before: str, among_romans: bool) -> Label:
    """ "i)" that follows no "h)" counts i, ii, iii, and so do v and x among such."""
    if label.kind != "letter" or label.value not in "ivx":
        return label
    counts = among_romans or (label.value == "i" and letter_before not in ("g", "h"))
    return Label("small_roman", label.value, order_of(label.value.upper()), label.rest) if counts else label


def order_of(value: str) -> int:
    """The number behind "IV", "12", "B" or "thứ hai"; 0 where there is none."""
    if value.isdigit():
        return int(value)
    if value and set(value) <= set(_ROMAN_WORTH):
        return _roman(value)
    if len(value) == 1:
        return ord(value.upper()) - ord("A") + 1
    return _ORDINALS.get(folded(value).removeprefix("thu ").strip(), 0)


def letter_after(letter: str, *, given: str) -> str:
    """What `given` should have been after `letter` when the scanner lost the stroke of a đ or put one in."""
    expected = LETTERS[LETTERS.index(letter) + 1 :][:1] if letter else "a"
    return expected if {expected, given} == {"d", "đ"} else given


def _roman(value: str) -> int:
    worths = [_ROMAN_WORTH[letter] for letter in value]
    following = [*worths[1:], 0]
    return sum(-worth if worth < after else worth for worth, after in zip(worths, following, strict=True))
