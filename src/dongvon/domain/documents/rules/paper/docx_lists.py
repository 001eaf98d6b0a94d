"""The numbers that Word shows before paragraphs but does not store in their text."""

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from dongvon.domain.documents.rules.paper.numbering import numeral

_STYLES = {
    "decimal": "decimal",
    "decimalZero": "decimal",
    "lowerLetter": "lower_letter",
    "upperLetter": "upper_letter",
    "lowerRoman": "lower_roman",
    "upperRoman": "upper_roman",
}


@dataclass(frozen=True)
class _Level:
    style: str
    pattern: str
    start: int


class Numbering:
    """Counts the automatic numbers of one document, paragraph after paragraph."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._family: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles = _style_numbers(document)
        part = _numbering_element(document)
        if part is not None:
            self._read(part)

    def marker(self, paragraph: Any) -> str:
        """What Word shows before the paragraph: "1. ", "a) ", "- " or ""."""
        number, depth = self._number_of(paragraph)
        level = self._levels.get(self._family.get(number, ""), {}).get(depth)
        if level is None:
            return ""
        if level.style == "bullet":
            return "- "
        counts = self._counts.setdefault(self._family[number], {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [key for key in counts if key > depth]:
            del counts[deeper]
        shown = re.sub(r"%(\d)", lambda found: self._shown(number, int(found[1]) - 1), level.pattern)
        return f"{shown} " if shown.strip() else ""

    def _shown(self, number: str, depth: int) -> str:
        family = self._family[number]
        level = self._levels[family].get(depth)
        if level is None:
            return ""
        return numeral(self._counts[family].get(depth, level.start), style=_STYLES.get(level.style, "decimal"))

    def _number_of(self, paragraph: Any) -> tuple[str, int]:
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return "", 0
        own = _number_in(properties)
        if own is not None:
            return own
        style = properties.find(qn("w:pStyle"))
        return self._styles.get(style.get(qn("w:val")), ("", 0)) if style is not None else ("", 0)

    def _read(self, part: Any) -> None:
        for family in part.findall(qn("w:abstractNum")):
            levels = {int(each.get(qn("w:ilvl"))): _level(each) for each in family.findall(qn("w:lvl"))}
            self._levels[family.get(qn("w:abstractNumId"))] = levels
        for number in part.findall(qn("w:num")):
            target = number.find(qn("w:abstractNumId"))
            if target is not None:
                self._family[number.get(qn("w:numId"))] = target.get(qn("w:val"))


def _level(element: Any) -> _Level:
    style, pattern, start = (_value(element, name) for name in ("w:numFmt", "w:lvlText", "w:start"))
    first = int(start) if start.isdigit() else 1
    return _Level(style=style or "decimal", pattern=pattern, start=first)


def _value(element: Any, name: str) -> str:
    child = element.find(qn(name))
    return "" if child is None else child.get(qn("w:val"), "")


def _number_in(properties: Any) -> tuple[str, int] | None:
    given = properties.find(qn("w:numPr"))
    if given is None:
        return None
    depth = _value(given, "w:ilvl")
    return _value(given, "w:numId"), int(depth) if depth.isdigit() else 0


def _style_numbers(document: Any) -> dict[str, tuple[str, int]]:
    numbers: dict[str, tuple[str, int]] = {}
    for style in document.styles.element.findall(qn("w:style")):
        properties = style.find(qn("w:pPr"))
        given = _number_in(properties) if properties is not None else None
        if given is not None:
            numbers[style.get(qn("w:styleId"))] = given
    return numbers


def _numbering_element(document: Any) -> Any:
    related = [part.target_part for part in document.part.rels.values() if not part.is_external]
    found = [part for part in related if str(part.partname).endswith("/numbering.xml")]
    return found[0].element if found and hasattr(found[0], "element") else None
