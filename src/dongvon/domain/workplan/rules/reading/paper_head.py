"""The head of a plan: who issued it, its number, day and title; and where the plan proper ends."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dongvon.domain.workplan.rules.reading.citations import iso_date
from dongvon.domain.workplan.rules.reading.folding import CAPITALS, folded
from dongvon.domain.workplan.rules.reading.labels import label_of
from dongvon.domain.workplan.rules.reading.lines import Line
from dongvon.domain.workplan.rules.reading.natures import is_title
from dongvon.domain.workplan.rules.reading.tables import is_task_table

_KINDS = r"(?:ke hoach|chuong trinh(?: hanh dong| cong tac)?|de an|phuong an|chi thi|quyet dinh|huong dan|thong bao)"
_TITLE = re.compile(rf"^{_KINDS}$")
_TITLE_WITH = re.compile(rf"^{_KINDS}\s+\S")
_PLAN = re.compile(r"^(?:ke hoach|chuong trinh(?: hanh dong)?|de an|phuong an)$")
#: A draft has no number yet: "Số: /KH-UBND".
_NUMBER = re.compile(r"^Số\s*:?\s*(?P<number>\d[^/]*/[^\s,;]+)", re.IGNORECASE)
_ISSUED = re.compile(
    r"ngày\s+(?P<day>\d{1,2})\s*(?:tháng|/)\s*(?P<month>\d{1,2})\s*(?:năm|/)\s*(?P<year>\d{4})\s*$", re.IGNORECASE
)
_ISSUER = re.compile(r"(?:uy ban nhan dan|ubnd|ngan hang|so |ban chi dao|hoi dong|tinh uy|thanh uy|dang uy|ban )")
_PREAMBLE = re.compile(r"^(?:can cu|thuc hien|trien khai (?:thuc hien )?(?:quyet|chi|nghi|ke)|nham|de |xet|theo )")
_END = re.compile(r"^(?:noi nhan|noi gui)\b")
_SIGNED = re.compile(rf"^(?:T/?M|KT|TL|TUQ)\s*\.?\s+[{CAPITALS}]{{2}}")
_RESUME = re.compile(r"^(?:phu luc|bieu|danh muc|bang phan cong)\b")
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia|doc lap")
#: The state's name and motto, where two columns of the head came out as one line.
_LEFT_OF = re.compile(r"\s*(?:CỘNG H[ÒO]|Độc lập\s*-|ĐẢNG CỘNG SẢN)")
_LONGEST_HEAD = 40


@dataclass(frozen=True)
class PaperHead:
    """What stands above the body of a plan; `named` when it calls itself one."""

    title: str = ""
    number: str = ""
    issued_on: str | None = None
    issuer: str = ""
    named: bool = False


def paper_head(lines: list[Line]) -> tuple[PaperHead, list[Line]]:
    """The head, and the lines below it without the list of receivers at the end."""
    first = next((place for place, line in enumerate(lines[:_LONGEST_HEAD]) if _is_title(line)), None)
    above = lines[: first if first is not None else 8]
    place = _attached(lines, first=first)
    title, after = _title(lines, at=place) if place is not None else ("", 0)
    below = [line for line in lines[after : after + 1] if _NUMBER.match(line.text)]
    texts = [part for line in [*above, *below] for part in _parts(line)]
    head = PaperHead(
        title=title,
        number=_first(_NUMBER, texts, group="number").replace(" ", ""),
        issued_on=_issued_on(texts),
        issuer=" ".join(_issuer(texts)),
        named=place is not None,
    )
    return head, list(_body(lines[after:]))


def _attached(lines: list[Line], *, first: int | None) -> int | None:
    """Where a decision brings a plan with it, the plan's own title counts."""
    if first is None or not folded(lines[first].text).strip(" *").startswith("quyet dinh"):
        return first
    plans = (place for place, line in enumerate(lines) if place > first and _PLAN.match(folded(line.text).strip(" *")))
    return next(plans, first)


def _is_title(line: Line) -> bool:
    plain = folded(line.text).strip(" *.")
    if line.table:
        return False
    return _TITLE.match(plain) is not None or (_TITLE_WITH.match(plain) is not None and _looks_like_title(line))


def _looks_like_title(line: Line) -> bool:
    shouted = line.text[:8].isupper()  # the kind in capitals, whatever follows it
    return (line.heading > 0 or shouted) and label_of(line.text) is None


def _title(lines: list[Line], *, at: int) -> tuple[str, int]:
    """The title goes on until the preamble or the first label."""
    words = [lines[at].text]
    place = at + 1
    while place < len(lines) and place - at <= 6 and _belongs_to_title(lines[place], first=lines[at]):
        words.append(lines[place].text)
        place += 1
    return " ".join(words), place


def _belongs_to_title(line: Line, *, first: Line) -> bool:
    plain = folded(line.text)
    if (
        line.table
        or label_of(line.text)
        or len(plain) > 400
        or _MOTTO.search(plain)
        or plain.startswith("(kem theo")
        or _NUMBER.match(line.text)
    ):
        return False
    if is_title(line.text) or (line.text.isupper() and not first.heading and len(first.text) > 40):
        return False
    if line.span.first_line - first.span.last_line <= 2 and not re.search(r"^can cu|nhu sau|[.;:]\W*$", plain):
        return True
    if _PREAMBLE.match(plain):
        return line.heading > 0
    ended = line.text.rstrip().endswith((".", ";", ":"))
    return line.heading > 0 or not ended or bool(first.heading and len(plain) < 60)


def _body(lines: list[Line]) -> Iterable[Line]:
    ended = False
    for place, line in enumerate(lines):
        plain = folded(line.text).lstrip("*-# ")
        if _END.match(plain) or _SIGNED.match(line.text):
            ended = True
        elif ended and (_resumes(line) or is_task_table(lines[place : place + 6])):
            ended = False
        if not ended:
            yield line


def _resumes(line: Line) -> bool:
    """An annex, or the plan that a decision brings with it, begins behind the decision's own receivers."""
    return _RESUME.match(folded(line.text).lstrip("*-# ")) is not None or _is_title(line)


def _parts(line: Line) -> list[str]:
    texts = [line.text] if not line.cells else [part for cell in line.cells for part in cell.split("\n")]
    return [text.strip() for text in texts if text.strip()]


def _first(pattern: re.Pattern[str], texts: list[str], *, group: str) -> str:
    return next((found[group] for text in texts if (found := pattern.search(text))), "")


def _issued_on(texts: list[str]) -> str | None:
    found = next((found for text in texts if (found := _ISSUED.search(text))), None)
    return iso_date(**found.groupdict()) if found else None


def _issuer(texts: list[str]) -> list[str]:
    """The first line in capitals that names a body, and a capital line below it with the place."""
    texts = [_LEFT_OF.split(text)[0].strip() for text in texts]
    for place, text in enumerate(texts):
        if text.isupper() and _ISSUER.match(folded(text)):
            below = texts[place + 1] if place + 1 < len(texts) else ""
            more = below.isupper() and re.match(r"(?:thanh pho|tinh|xa|phuong|huyen)\b", folded(below))
            return [text, below] if more else [text]
    return []
