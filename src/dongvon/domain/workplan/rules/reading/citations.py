"""Legal documents that a plan cites: kind, number, date, title; each once."""

import re
from collections.abc import Iterable
from dataclasses import replace

from dongvon.domain.workplan.rules.reading.lines import Line
from dongvon.domain.workplan.rules.reading.shapes import Citation, Span

_KINDS = (
    "Chỉ thị|Quyết định|Nghị quyết|Kế hoạch|Nghị định|Thông tư liên tịch|Thông tư|Luật|Công văn|Kết luận|Quy định"
    "|Chương trình hành động|Chương trình|Hướng dẫn|Thông báo|Tờ trình|Báo cáo|Đề án|Văn bản|Công điện|Quy chế"
)
_NUMBER = r"\d{1,6}[a-zA-Z]?(?:\s?[-/]\s?[A-ZĐ0-9][\wĐđ&.]*)+(?:[-/][\wĐđ&.]+)*"
_CITED = re.compile(
    rf"(?:(?P<kind>{_KINDS})(?:\s+(?:phối hợp|hành động|liên tịch))?\s+(?:số\s*:?\s*)?|(?:,|và|;)\s+số\s+)"
    rf"(?P<number>{_NUMBER})",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"^[,\s]*(?:ban hành\s+)?ngày\s+(?P<day>\d{1,2})\s*(?:/|-|\.|tháng)\s*(?P<month>\d{1,2})"
    r"\s*(?:/|-|\.|năm)\s*(?P<year>\d{4})"
)
_TITLE = re.compile(r"^[,\s]*(?P<title>(?:của|về|quy định|sửa đổi|ban hành|phê duyệt)\s+(?:[^;.()\n]|\([^()\n]*\))+)")


def citations(lines: Iterable[Line]) -> list[Citation]:
    """The documents cited, in the order first met; a later mention fills a missing date or title."""
    found: dict[str, Citation] = {}
    for line in lines:
        for cited in _in_line(line.text, span=line.span):
            key = re.sub(r"\s", "", cited.number).upper()
            found[key] = _richer(found[key], cited) if key in found else cited
    return list(found.values())


def iso_date(*, day: str, month: str, year: str) -> str | None:
    """2024-10-30, or None where there is no such day of a month."""
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        return None
    return f"{int(year):04d}-{int(month):02d}-{int(day):02d}"


def _in_line(text: str, *, span: Span) -> list[Citation]:
    cited: list[Citation] = []
    kind = ""
    hits = list(_CITED.finditer(text))
    for place, hit in enumerate(hits):
        kind = _capital(hit["kind"]) if hit["kind"] else kind
        until = hits[place + 1].start() if place + 1 < len(hits) else len(text)
        rest = text[hit.end() : until]
        dated = _DATED.match(rest)
        issued_on = iso_date(**dated.groupdict()) if dated else None
        title = _TITLE.match(rest[dated.end() :] if dated else rest)
        number = re.sub(r"\s", "", hit["number"]).rstrip(".")
        cited.append(Citation(kind=kind, number=number, issued_on=issued_on, title=_words(title), span=span))
    return [each for each in cited if each.kind]


def _words(title: re.Match[str] | None) -> str:
    words = title["title"] if title else ""
    return re.split(r",\s+(?=UBND|Ủy ban nhân dân|Chủ tịch)", words)[0].strip(" ,:")


def _richer(known: Citation, again: Citation) -> Citation:
    return replace(known, issued_on=known.issued_on or again.issued_on, title=known.title or again.title)


def _capital(kind: str) -> str:
    return kind[:1].upper() + kind[1:].lower()
