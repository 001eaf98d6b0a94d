"""Mentions of units to assignments: canonical key, level, and what had to be inferred."""

import re
from dataclasses import dataclass, replace

from dongvon.domain.workplan.rules.reading.folding import CAPITALS, folded
from dongvon.domain.workplan.rules.reading.levels import (
    ALL,
    DISTRICT,
    Levels,
    levels_in,
    says_same_level,
    without_levels,
)
from dongvon.domain.workplan.rules.reading.lexicon import Found, Lexicon, Name
from dongvon.domain.workplan.rules.reading.mentions import Mention, is_open, mentions
from dongvon.domain.workplan.rules.reading.names import COMMUNE_TWINS, LEAD_INS
from dongvon.domain.workplan.rules.reading.shapes import Assignment

OPEN = "Không nêu tên đơn vị cụ thể."
UNKNOWN = "Chưa nhận ra đơn vị này trong danh mục."
OUTSIDE = "Đơn vị nằm ngoài danh mục đơn vị của thành phố."
NO_PREFIX = "Tên thiếu chữ “{prefix}” phía trước."
LONGER = "Tên dài hơn tên trong danh mục, lấy đơn vị gần nhất."
LED_IN = "Việc giao cho “{lead_in}” được tính cho chính đơn vị."
SHARED_LEVEL = "Cấp lấy theo đơn vị đứng liền sau trong cùng danh sách."
NO_LEVEL = "Không nêu cấp."
DISTRICT_LEVEL = "Nêu cấp huyện, cấp này không còn trong mô hình hai cấp."
SAME_LEVEL = "Nêu “cùng cấp”, cần xác định cấp."

_LEAD_IN = re.compile(
    rf"(?:(?:cac|dong chi|cac dong chi)\s+)?(?:{'|'.join(sorted(LEAD_INS, key=len, reverse=True))})\s*(?:cac\s*)?"
)
#: A name of a place behind the body's name: "Báo … Đồng Nai".
_PLACE = re.compile(rf"^\s*[{CAPITALS}]\w*(?:[ -][{CAPITALS}]\w*){{0,3}}\s*$")
_TRAIL = re.compile(
    r"(?:co\s+)?lien quan|khac|truc thuoc|\([^)]*\)|tren dia ban|khu vuc(?:\s+\w+)?|noi co.*|cua|dong|[\s,;.:/-]"
)


@dataclass(frozen=True)
class _Resolved:
    mention: str
    units: tuple[tuple[str | None, Levels], ...]
    reason: str = ""
    known: bool = True


def assignments_in(text: str, *, role: str, names: Lexicon) -> list[Assignment]:
    """The assignments of a list of units in one role, each unit × level once, in the order written."""
    found: list[Assignment] = []
    later = Levels(())
    for mention in reversed(mentions(text, names=names)):
        resolved = _resolve(mention, names=names)
        rows = _rows(resolved, role=role, later=later if mention.joined else Levels(()))
        later = _own_levels(resolved) or (later if mention.joined else Levels(()))
        found = [*rows, *found]
    return list(dict.fromkeys(found))


def _rows(resolved: _Resolved, *, role: str, later: Levels) -> list[Assignment]:
    rows: list[Assignment] = []
    for unit, levels in resolved.units:
        shared = not levels.levels and bool(later.levels) and unit is not None
        for level in (later if shared else levels).levels or (None,):
            reasons = [resolved.reason, SHARED_LEVEL if shared else _level_reason(level, resolved, unit=unit)]
            reason = " ".join(filter(None, reasons))
            rows.append(
                Assignment(
                    role=role,
                    mention=resolved.mention,
                    unit=unit,
                    level=None if level == DISTRICT else level,
                    place=levels.place,
                    inferred=bool(reason) and resolved.known,
                    reason=reason,
                )
            )
    return rows


def _level_reason(level: str | None, resolved: _Resolved, *, unit: str | None) -> str:
    if level == DISTRICT:
        return DISTRICT_LEVEL
    if says_same_level(resolved.mention):
        return SAME_LEVEL
    return NO_LEVEL if level is None and unit is not None else ""


def _own_levels(resolved: _Resolved) -> Levels | None:
    written = levels_in(resolved.mention)
    return written if written.levels else None


def _resolve(mention: Mention, *, names: Lexicon) -> _Resolved:
    text = mention.text
    if is_open(text):
        return _Resolved(text, ((None, levels_in(text)),), OPEN, known=False)
    direct = _by_name(text, mention=mention, names=names)
    if direct is not None and not (direct.reason and mention.prefix):
        return direct
    carried = _carried(mention, names=names)
    return carried or direct or _unknown(mention)


def _carried(mention: Mention, *, names: Lexicon) -> _Resolved | None:
    """The mention with the kind that stood before the list: "Các hội: Nông dân, …"."""
    if not mention.prefix:
        return None
    if mention.prefix.startswith("ubnd"):
        return _Resolved(mention.text, (("ubnd", Levels(("commune",), mention.text)),))
    resolved = _by_name(f"{mention.prefix} {mention.text}", mention=mention, names=names)
    return None if resolved is None or resolved.reason == LONGER else resolved


def _unknown(mention: Mention) -> _Resolved:
    levels = levels_in(mention.text)
    if not levels.levels and re.match(r"so\s", folded(mention.text)):
        levels = Levels(("city",))
    return _Resolved(mention.text, ((None, levels),), UNKNOWN, known=False)


def _by_name(text: str, *, mention: Mention, names: Lexicon) -> _Resolved | None:
    found = _at_head(text, names=names)
    if not found:
        return None
    before, after = text[: found[0].start], text[found[-1].end :]
    reason = _reason(before, after=after)
    if not reason and text == mention.text and _lacks_prefix(found, mention=mention):
        reason = NO_PREFIX.format(prefix="Sở")
    if reason == LONGER and any(name.bare for each in found for name in each.names):
        return None
    rest = levels_in(f"{before} {after}")
    rest = rest if rest.levels else _level_in_name(text)
    units = tuple((name.key, _levels(name, rest=rest)) for each in found for name in each.names)
    units = tuple((_at_commune(key, levels=rest), levels) for key, levels in units)
    outside = all(unit is None for unit, _ in units)
    return _Resolved(mention.text, units, OUTSIDE if outside else reason, known=not outside)


def _lacks_prefix(found: list[Found], *, mention: Mention) -> bool:
    return not mention.prefix and any(name.bare for each in found for name in each.names)


def _at_head(text: str, *, names: Lexicon) -> list[Found]:
    """The first name and those joined to it by a stroke, when nothing strange stands before it."""
    found = names.find(text)
    if not found or not _may_precede(text[: found[0].start]):
        return []
    head = found[:1]
    for each in found[1:]:
        if without_levels(text[head[-1].end : each.start]).strip() == "/":
            head.append(each)
    return head


def _may_precede(before: str) -> bool:
    plain = folded(before).strip()
    return not plain or _LEAD_IN.fullmatch(plain) is not None


def _reason(before: str, *, after: str) -> str:
    if _TRAIL.sub("", folded(_PLACE.sub("", without_levels(after)))):
        return LONGER
    if before.strip():
        return LED_IN.format(lead_in=before.strip())
    return ""


def _level_in_name(text: str) -> Levels:
    """ "Tỉnh đoàn", "Thành đoàn": the first word of the name is the level."""
    found = re.match(r"(?:(tinh|thanh)|xa) doan", folded(text))
    if found is None:
        return Levels(())
    return Levels(("city",) if found[1] else ("commune",))


def _at_commune(key: str | None, *, levels: Levels) -> str | None:
    twin = COMMUNE_TWINS.get(key or "")
    return twin if twin and levels.levels == ("commune",) else key


def _levels(name: Name, *, rest: Levels) -> Levels:
    """What is written, as far as the body exists there; the body's only level where nothing is."""
    own = tuple(level.value for level in name.levels)
    if rest.levels == (ALL,) or (name.key in COMMUNE_TWINS and rest.levels == ("commune",)):
        return rest
    if len(own) == 1:
        return replace(rest, levels=own)
    return rest
