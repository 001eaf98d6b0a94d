"""The levels of administration that a mention names, and the place where it names one."""

import re
from dataclasses import dataclass

from dongvon.domain.workplan.rules.reading.folding import CAPITALS

_TIER = (
    r"(?:cấp\s+)?(?:các\s+)?(?:(?:th[àa]nh\s+ph[ốôóồổ]|tỉnh(?!\s+đoàn)|tinh(?=\s*(?:$|[,;/)]))|tp\.?|huyện|quận|thị\s+xã|thị\s+trấn|đặc\s+khu|phường)(?!\w)"
    r"|(?<!hợp tác )xã(?!\s+(?:hội|đoàn))(?!\w)|cơ\s+sở(?!\w))"
)
_LIST = re.compile(rf"(?<!\w){_TIER}(?:\s*(?:,|/|-|–|\bvà\b|\bhoặc\b)\s*{_TIER})*", re.IGNORECASE)
_ONE = re.compile(_TIER, re.IGNORECASE)
_ALL = re.compile(r"(?<!\w)(?:các|mọi)\s+cấp(?!\w)", re.IGNORECASE)
_SAME = re.compile(r"(?<!\w)cùng\s+cấp(?!\w)", re.IGNORECASE)
_PLACE = re.compile(rf"\s+((?:[{CAPITALS}]\w*)(?:[ -][{CAPITALS}]\w*){{0,4}})")

CITY, COMMUNE, ALL, DISTRICT = "city", "commune", "all", "district"


@dataclass(frozen=True)
class Levels:
    """Levels in the order written, without repeats; `places` where a named place follows a tier."""

    levels: tuple[str, ...]
    place: str | None = None


def level_spans(text: str) -> list[tuple[int, int]]:
    """Stretches such as "thành phố, cấp xã" whose commas part no units."""
    return [found.span() for found in _LIST.finditer(text)] + [found.span() for found in _ALL.finditer(text)]


def levels_in(text: str) -> Levels:
    """What `text` (a mention without the body's own name) says of levels."""
    if _ALL.search(text):
        return Levels((ALL,))
    found: list[str] = []
    place: str | None = None
    for stretch in _LIST.finditer(text):
        for tier in _ONE.finditer(stretch.group()):
            level = _level(tier.group(), stretch=stretch.group())
            found += [] if level in found else [level]
        named = _PLACE.match(text, stretch.end())
        place = place or (named[1] if named and found[-1] == COMMUNE else None)
    return Levels(tuple(found), place)


def says_same_level(text: str) -> bool:
    """ "cùng cấp": the level of whoever it stands beside."""
    return _SAME.search(text) is not None


def without_levels(text: str) -> str:
    """`text` with everything about levels and places taken out."""
    text = _ALL.sub(" ", _SAME.sub(" ", text))
    stretches = list(_LIST.finditer(text))
    for stretch in reversed(stretches):
        named = _PLACE.match(text, stretch.end())
        end = named.end() if named else stretch.end()
        text = text[: stretch.start()] + " " + text[end:]
    return text


def _level(tier: str, *, stretch: str) -> str:
    """ "các xã, phường, thành phố" lists kinds of commune or of district, "thành phố, cấp xã" two levels."""
    tier = tier.lower()
    if re.search(r"huyện|quận|thị\s+xã", tier):
        return DISTRICT
    if re.search(r"xã|phường|thị\s+trấn|đặc\s+khu|cơ\s+sở", tier):
        return COMMUNE
    districts = re.search(r"huyện|quận|thị\s+xã", stretch, re.IGNORECASE)
    return DISTRICT if districts and re.search(r"các", stretch, re.IGNORECASE) else CITY
