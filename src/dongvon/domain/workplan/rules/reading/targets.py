"""Numbers that a plan wants reached."""

import re
from collections.abc import Iterator

from dongvon.domain.workplan.rules.reading.folding import folded
from dongvon.domain.workplan.rules.reading.shapes import Span, Target

_UNITS = (
    r"%(?:\s*/\s*nam)?|phan tram|(?:nghin |ngan )?ty(?: dong)?(?:/nam)?|trieu dong(?:/\w+)?|"
    r"(?:luot )?(?:ho|khach hang|lao dong|nguoi|nguoi lao dong|hoc sinh|can|can ho|can nha|cong trinh|mo hinh|lop|"
    r"hoi nghi|dot|cuoc|to|xa|phuong|diem giao dich|don vi|du an|tin|bai|luot)(?![a-z])"
)
_FIGURE = r"\d[\d.]*(?:,\d+)?"
#: Of a range ("từ 15% đến 20%") the lower end is what must be reached.
_NUMBER = re.compile(
    rf"(?<![\w./,-])(?!20\d\d\s*(?:-|den))(?P<number>{_FIGURE})(?P<range>\s*%?\s*(?:-|den)\s*{_FIGURE})?\s*(?P<unit>{_UNITS})"
)
_SENTENCE = re.compile(r"[.;\n]\s+(?=\S)|;|\n")
_WANTED = re.compile(
    r"phan dau|dam bao|bao dam|dat|chiem|tang|giam|duy tri|it nhat|toi thieu|hoan thanh|tro len|khoang|duoi|khong qua"
    r"|khong vuot|toi da|tren|huy dong|bo tri|giai ngan|giai quyet|kiem tra|100\s*%|ho tro|to chuc|xay dung"
    r"|moi nam|hang nam|ty le|den (?:het |cuoi )?(?:nam )?20\d{2}"
)
_AFTER = re.compile(r"^(?:\s*/\s*nam)?[^,;.]{0,25}?\btro len")
_AT_LEAST = re.compile(
    r"(?<![a-z])(?:it nhat|toi thieu|tren|hon|khong thap hon|khong duoi|khong it hon|vuot|>=?|≥"
    r"|dat tu|tu)\s*(?:muc\s+|dat\s+)?$"
)
_NO_LESS = re.compile(r"(?:it nhat|toi thieu)[^,;]{0,60}$")
_ABOUT = re.compile(r"(?<![a-z])(?:khoang|xap xi|gan|tam|uoc|~|≈)\s*$")
_AT_MOST = re.compile(r"(?<![a-z])(?:duoi|toi da|khong qua|khong vuot qua|khong cao hon|<=?|≤)\s*(?:muc\s+)?$")
_BY_YEAR = re.compile(
    r"(?:den|vao|het|cuoi|trong|truoc|phan dau)\s+(?:het\s+|cuoi\s+)?(?:nam\s+)?(?P<year>20\d{2})(?!\d)"
)
_FROM_YEAR = re.compile(r"tu\s+nam\s+(?P<year>20\d{2})\s+tro di")
_PERIOD = re.compile(r"giai doan\s+(?:nam\s+)?(?P<from>20\d{2})\s*-\s*(?P<to>20\d{2})")
_PLAIN_YEAR = re.compile(r"(?<![a-z] den )(?<!so voi )\bnam\s+(?P<year>20\d{2})(?!\d)(?!\s+tro di)")


def targets_in(text: str, *, clause: str, span: Span, heading: str = "") -> Iterator[Target]:
    """The targets of a clause; `heading` is the line above that may name the year for all of them."""
    default = _BY_YEAR.search(folded(heading)) or _PLAIN_YEAR.search(folded(heading))
    above = int(default["year"]) if default else None
    for sentence in _sentences(text):
        plain = folded(sentence)
        if plain.rstrip().endswith(":"):
            found = _BY_YEAR.search(plain) or _PLAIN_YEAR.search(plain)
            above = int(found["year"]) if found else above
        if _WANTED.search(plain):
            yield from _of_sentence(sentence, plain=plain, above=above, clause=clause, span=span)


def _of_sentence(sentence: str, *, plain: str, above: int | None, clause: str, span: Span) -> Iterator[Target]:
    found = list(_NUMBER.finditer(plain))
    starts = _FROM_YEAR.search(plain)
    begin = 0
    for place, hit in enumerate(found):
        end = _end(plain, hit=hit, following=found[place + 1] if place + 1 < len(found) else None)
        number = _number(hit["number"])
        if number is not None:
            yield Target(
                text=sentence[begin:end].strip(" ,.;:-(")[:400],
                number=number,
                unit=sentence[hit.start("unit") : hit.end("unit")].replace(" ", "")
                if "%" in hit["unit"]
                else sentence[hit.start("unit") : hit.end("unit")],
                kind="at_least" if hit["range"] else _kind(plain[begin : hit.start()], after=plain[hit.end() : end]),
                year=_year(plain[:end], at=hit.start(), above=above),
                from_year=int(starts["year"]) if starts else None,
                clause=clause,
                span=span,
            )
        begin = end


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for hit in _SENTENCE.finditer(text):
        yield text[start : hit.start()]
        start = hit.end()
    yield text[start:]


def _end(plain: str, *, hit: re.Match[str], following: re.Match[str] | None) -> int:
    """A target ends at the comma behind its number where another follows, else with its sentence."""
    if following is None:
        return len(plain)
    comma = plain.find(",", hit.end(), following.start())
    return comma if comma >= 0 else hit.end()


def _kind(before: str, *, after: str) -> str:
    before = before.rstrip()
    if _AT_MOST.search(before):
        return "at_most"
    if _AFTER.search(after) or _AT_LEAST.search(before) or _NO_LESS.search(before):
        return "at_least"
    return "about" if _ABOUT.search(before) else "exactly"


def _year(plain: str, *, at: int, above: int | None) -> int | None:
    """The year named last before the number, else after it, else above it."""
    for pattern in (_BY_YEAR, _PERIOD):
        before = [hit for hit in pattern.finditer(plain) if hit.start() < at]
        after = [hit for hit in pattern.finditer(plain) if hit.start() >= at]
        found = before[-1:] or after[:1]
        if found:
            return int(found[0].groupdict().get("year") or found[0].groupdict()["to"])
    plainly = _PLAIN_YEAR.search(plain)
    if plainly and not _FROM_YEAR.search(plain):
        return int(plainly["year"])
    return None if _FROM_YEAR.search(plain) else above


def _number(written: str) -> float | None:
    """Vietnamese writing: a point parts thousands, a comma decimals; "8.5" is taken for a decimal."""
    written = written.rstrip(".")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", written):
        written = written.replace(".", "")
    try:
        return float(written.replace(",", "."))
    except ValueError:
        return None
