"""When something is due: the words of a plan to a kind and its numbers; nothing is ever invented."""

import re
from collections.abc import Callable
from dataclasses import replace

from dongvon.domain.workplan.rules.reading.folding import folded
from dongvon.domain.workplan.rules.reading.labels import order_of
from dongvon.domain.workplan.rules.reading.shapes import UNDETERMINED, Timing

NOT_UNDERSTOOD = "Không rõ thời hạn từ câu này; giữ nguyên chữ, để người rà soát xác định."
FROM_TEXT = "Thời hạn lấy từ câu trong nội dung nhiệm vụ."

_YEARLY = r"(?:dinh ky\s+)?(?:hang|moi|tung|cac)\s+nam(?!\s+\d)|/\s*nam\b|mot nam"
_BROKEN_RANGE = re.compile(r"(?<=\d)-\s*\n\s*(?=\d)")  # "2026-" at the end of a line of a narrow cell
_DAY = r"(?:ngay\s+)?(?P<day>\d{1,2})\s*(?:/|-|\.|thang)\s*(?P<month>\d{1,2})"
_YEAR = r"(?:\s*(?:/|-|\.|,?\s*nam)\s*(?P<year>(?:19|20)\d{2}))?"
_BEFORE = r"(?:truoc|cham nhat(?: la)?(?: vao| den)?|muon nhat(?: la)?|khong qua|han(?: cuoi)?(?: la)?|xong)\s*:?\s*"
_DATE = re.compile(rf"(?P<before>{_BEFORE})?(?:vao\s+|den\s+|het\s+)?(?<!\d){_DAY}{_YEAR}(?!\d)")
_DEADLINE = re.compile(rf"(?P<before>{_BEFORE}){_DAY}{_YEAR}(?!\d)(?P<each>\s*(?:{_YEARLY}))?")
_AND_DAY = re.compile(
    rf"\s*(?:,|va)\s*(?:truoc\s+)?(?:ngay\s+)?\d{{1,2}}\s*(?:/|thang)\s*\d{{1,2}}(?:\s*(?:{_YEARLY}))?(?!\d)"
)
_QUARTER = re.compile(
    r"quy\s+(?P<quarter>iv|i{1,3}|[1-4])\b(?!\s*lan)(?:\s*(?:/|-|,?\s*nam)\s*(?P<year>(?:19|20)\d{2}))?"
)
_MONTH = re.compile(r"thang\s+(?P<month>\d{1,2})(?:\s*(?:/|-|,?\s*nam)\s*(?P<year>(?:19|20)\d{2}))?")
_RANGE = re.compile(
    r"(?<![\d/])(?P<from>20\d{2})\s*(?:-|,?\s*den(?:\s+het)?(?:\s+nam)?)\s*(?:nam\s+)?(?P<to>20\d{2})(?!\d)"
)
_SPAN = re.compile(
    r"\btu\s+(?:dau\s+)?(?:ngay|thang|quy|\d{1,2}/).*\bden\b|"
    r"\b(?:thang|quy)\s+\w+(?:\s*(?:/|nam)\s*20\d{2})?\s*(?:-|den)\s*(?:thang|quy)?\s*(?!20\d{2})\w+"
)
_HALF = re.compile(r"(?:0?6|sau)\s+thang\s+(?P<which>dau|cuoi)(?:\s+nam)?\s+(?P<year>20\d{2})")
_QUARTERS = re.compile(r"quy\s+(?:iv|i{1,3}|[1-4])\s*(?:,|va)\s*(?:quy\s+)?(?:iv|i{1,3}|[1-4])\b")
_YEARS = re.compile(r"(?<![\d/])20\d{2}\s*(?:,|va)\s*(?:nam\s+)?20\d{2}(?!\d)")
_ONWARD = re.compile(
    r"\b(?:tu|ke tu)\s+(?:nam\s+|(?:ngay\s+)?\d{1,2}/\d{1,2}/)(?P<a>20\d{2})|"
    r"(?P<b>20\d{2})\s+(?:tro di|va (?:cac|nhung) nam (?:tiep|sau))"
)
_ANY_YEAR = re.compile(r"(?<![\d/.-])(?:nam\s+)?(?P<year>20\d{2})(?![\d/.-])")
_REVIEWS = re.compile(
    r"so ket.*tong ket|dot\s+(?:1|i)\b.*dot\s+(?:2|ii)\b|lan\s+(?:1|thu nhat)\b.*lan\s+(?:2|thu hai)\b"
)
_TIMES = re.compile(r"\b0?(?:[2-9]|hai|ba|bon)\s*(?:dot|lan|ky)\b")
_ALWAYS = re.compile(r"thuong xuyen|lien tuc|\bca nam\b|\btrong suot\b|(?:hang|moi)\s+(?:ngay|tuan)(?!\s*\d)")
_STRONG = re.compile(
    r"(?:hoan thanh(?:\s+\w+){0,4}?\s+(?:truoc|trong|chậm|cham nhat|vao)|xong\s+(?:truoc|trong)|cham nhat|"
    r"truoc\s+(?:ngay\s+)?\d{1,2}\s*(?:/|thang)|thoi han(?:\s+\w+){0,3}?:|"
    r"truoc ngay \d{1,2} (?:hang|moi) (?:thang|quy)|"
    r"(?<=[;,] )(?:duoc )?thuc hien (?:thuong xuyen|lien tuc|dinh ky|(?:hang|moi) (?:nam|quy|thang))|"
    r"thuc hien (?:thuong xuyen|lien tuc|dinh ky|(?:hang|moi) (?:nam|quy|thang))(?=\s*(?:[.;]|$))|"
    r"(?<=[;,] )dinh ky (?=(?:\S+ ){0,2}(?:nam|quy|thang)(?:\s*/?\s*(?:(?:0?1|mot) )?lan)?\s*(?:[.;]|$)))[^.;]*"
)
_SAID = re.compile(
    r"so ket[^.;]*20\d{2}[^.;]*tong ket[^.;]*20\d{2}|"
    r"dinh ky\s+(?:\S+\s+){0,2}?(?:nam|quy|thang)\b(?:\s*(?:,|va|/)\s*(?:(?:0?\d|mot|hang)\s+)?(?:nam|quy|thang)\b)*|"
    rf"truoc ngay \d{{1,2}} (?:hang|moi) (?:thang|quy)\b|{_YEARLY}|(?:hang|moi)\s+(?:quy|thang)\b"
)

_RHYTHMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("monthly", re.compile(r"(?:hang|moi|tung)\s+thang|/\s*thang\b|(?<!\d)(?:0?1|mot) thang\s*(?:/|mot)\s*lan")),
    (
        "quarterly",
        re.compile(
            r"cuoi (?:moi |hang )?quy(?! [iv\d])|"
            r"(?:hang|moi|tung|theo|cac)\s+quy\b|/\s*quy\b|quy/lan|(?:0?3|ba) thang\s*(?:/|mot)\s*lan"
        ),
    ),
    ("half_yearly", re.compile(r"(?:0?6|sau)\s+thang(?!\s*(?:/(?!\s*lan)|nam|dau|cuoi))|nua nam|ban nien")),
)


def timing_of(text: str) -> Timing:
    """The timing that a labelled value such as "Thường xuyên, hằng năm" states."""
    words = " ".join(_BROKEN_RANGE.sub("-", text).split()).strip(" .;")
    if not words:
        return UNDETERMINED
    plain = folded(words)
    for read in _READERS:
        found = read(plain)
        if found is not None:
            return replace(found, text=words, rounds=tuple(_rounds(words)) if found.kind == "rounds" else ())
    return Timing(kind="undetermined", text=words, reason=NOT_UNDERSTOOD)


def timing_in_words(text: str) -> Timing:
    """A deadline said outright inside a task's own words; undetermined where there is none."""
    plain = folded(text)
    for found in _STRONG.finditer(plain):
        timing = timing_of(text[found.start() : found.end()])
        if timing.kind != "undetermined":
            return replace(timing, inferred=True, reason=FROM_TEXT)
    return UNDETERMINED


def deadlines_in(text: str) -> list[Timing]:
    """The days by which something has to be sent or done, as sentences state them, each once."""
    found: list[Timing] = []
    plain = folded(text)
    for hit in _DEADLINE.finditer(plain):
        if not _is_day(hit):
            continue
        yearly = bool(hit["each"]) or (not hit["year"] and _says_yearly(plain, at=hit.start()))
        also = _AND_DAY.match(plain, hit.end())
        words = text[hit.start() : also.end() if also else hit.end()].strip(" .,;")
        found.append(timing_of(words) if also else replace(_dated(hit, yearly=yearly), text=words))
    return list(dict.fromkeys(found))


def rhythm_in(text: str) -> Timing:
    """A rhythm such as "định kỳ hằng năm" said in a sentence; undetermined where there is none."""
    plain = folded(text)
    found = _SAID.search(plain)
    if found is None:
        return UNDETERMINED
    return timing_of(text[found.start() : found.end()])


def _rounds_in(plain: str) -> Timing | None:
    days = {hit.group("day", "month", "year") for hit in _DATE.finditer(plain) if _is_day(hit)}
    periods = re.split(r";|\bva\b", plain)
    dated = [part for part in periods if _QUARTER.search(part) or _ANY_YEAR.search(part)]
    if any(pattern.search(plain) for pattern in (_REVIEWS, _TIMES, _QUARTERS, _YEARS)):
        return Timing(kind="rounds")
    if _SPAN.search(plain) or (_RANGE.search(plain) and ";" not in plain):
        return None
    months = {hit["month"] for hit in _MONTH.finditer(plain)} if not days else set()
    return Timing(kind="rounds") if len(days) > 1 or len(months) > 1 or (len(periods) > 1 and len(dated) > 1) else None


def _day_in(plain: str) -> Timing | None:
    if _SPAN.search(plain) or _ONWARD.search(plain):
        return None
    hit = next((hit for hit in _DATE.finditer(plain) if _is_day(hit)), None)
    return None if hit is None else _dated(hit, yearly=_says_yearly(plain, at=hit.start()))


def _rhythm(plain: str) -> Timing | None:
    kind = _rhythm_kind(plain)
    if kind is None:
        return None
    first, last = _years(plain)
    quarter = _QUARTER.search(plain) if kind != "quarterly" else None  # "mỗi quý 1 lần" names no quarter
    month = _MONTH.search(plain) if kind != "monthly" else None
    return Timing(
        kind=kind,
        from_year=first,
        to_year=last,
        quarter=order_of(quarter["quarter"].upper()) if quarter else None,
        month=int(month["month"]) if month and not quarter else None,
    )


def _years(plain: str) -> tuple[int | None, int | None]:
    """The years that a rhythm lasts: "2026 - 2030", "từ năm 2026 trở đi", "trong năm 2026"."""
    years = _RANGE.search(plain)
    if years:
        return int(years["from"]), int(years["to"])
    onward = _ONWARD.search(plain)
    if onward:
        return int(onward["a"] or onward["b"]), None
    within = re.search(r"trong nam (?P<year>20\d{2})", plain)
    return (int(within["year"]), int(within["year"])) if within else (None, None)


def _rhythm_kind(plain: str) -> str | None:
    always, yearly = _ALWAYS.search(plain) is not None, re.search(_YEARLY, plain) is not None
    if always:
        return "continuous_yearly" if yearly else "continuous"
    other = next((kind for kind, pattern in _RHYTHMS if pattern.search(plain)), None)
    return other or ("yearly" if yearly else None)


def _range(plain: str) -> Timing | None:
    years = _RANGE.search(plain)
    if years:
        return Timing(kind="range", from_year=int(years["from"]), to_year=int(years["to"]))
    half = _HALF.search(plain)
    if half:
        year = int(half["year"])
        return Timing(kind="range", month=6 if half["which"] == "dau" else 12, from_year=year, to_year=year)
    onward = _ONWARD.search(plain)
    if onward:
        return Timing(kind="range", from_year=int(onward["a"] or onward["b"]))
    if not _SPAN.search(plain):
        return None
    found = [int(hit["year"]) for hit in re.finditer(r"(?<!\d)(?P<year>20\d{2})(?!\d)", plain)]
    return Timing(kind="range", from_year=min(found, default=None), to_year=max(found, default=None))


def _quarter(plain: str) -> Timing | None:
    found = list(_QUARTER.finditer(plain))
    if not found:
        return None
    year = next((int(hit["year"]) for hit in found if hit["year"]), None)
    return Timing(kind="quarter", quarter=order_of(found[-1]["quarter"].upper()), year=year, before=_is_before(plain))


def _month(plain: str) -> Timing | None:
    hit = _MONTH.search(plain)
    if hit is None or not 1 <= int(hit["month"]) <= 12:
        return None
    year = int(hit["year"]) if hit["year"] else None
    return Timing(kind="by_date", month=int(hit["month"]), year=year, before=_is_before(plain))


def _year(plain: str) -> Timing | None:
    years = [int(hit["year"]) for hit in _ANY_YEAR.finditer(plain)]
    return Timing(kind="by_year", year=max(years), before=_is_before(plain)) if years else None


_READERS: tuple[Callable[[str], Timing | None], ...] = (_rounds_in, _day_in, _rhythm, _range, _quarter, _month, _year)


def _dated(hit: re.Match[str], *, yearly: bool) -> Timing:
    year = int(hit["year"]) if hit["year"] else None
    kind = "before_day_each_year" if yearly and year is None else "by_date"
    before = bool(hit["before"]) and hit["before"].startswith("truoc")
    return Timing(kind=kind, day=int(hit["day"]), month=int(hit["month"]), year=year, before=before)


def _is_day(hit: re.Match[str]) -> bool:
    return 1 <= int(hit["day"]) <= 31 and 1 <= int(hit["month"]) <= 12


def _says_yearly(plain: str, *, at: int) -> bool:
    """Whether the sentence around the position speaks of each year."""
    start = max(plain.rfind(". ", 0, at), plain.rfind("; ", 0, at)) + 1
    end = next((hit.start() for hit in re.finditer(r"\.\s|;|$", plain[at:])), len(plain)) + at
    return re.search(_YEARLY, plain[start:end]) is not None


def _is_before(plain: str) -> bool:
    return re.search(r"\btruoc\b", plain) is not None


def _rounds(words: str) -> list[str]:
    return [part.strip(" .,") for part in re.split(r";|\svà\s|,\s", words) if part.strip(" .,")]
