"""Logical lines of a plan: blocks of paper with broken sentences healed."""

import re
from dataclasses import dataclass, field, replace

from dongvon.domain.documents.vocabulary import Block, BlockKind, PaperText
from dongvon.domain.workplan.rules.reading.fields import begins_with_field, fields_in
from dongvon.domain.workplan.rules.reading.folding import folded
from dongvon.domain.workplan.rules.reading.labels import label_of
from dongvon.domain.workplan.rules.reading.pages import without_page_marks
from dongvon.domain.workplan.rules.reading.shapes import Span

_ENDED = re.compile(r"[.:!?…](?:[)”\"'*/.\s]*)$|/\.$")
#: A sentence cannot end with one of these: the next line goes on.
_HANGING = re.compile(
    r"(?:,|(?<!\w)(?:và|của|các|với|về|cho|trong|(?<!tiếp )theo|tại|từ|bằng|giữa|hoặc|những|thuộc|cùng|nhằm"
    r"|Hội đồng quản|Ủy ban nhân|Uỷ ban nhân|Mặt trận Tổ)|\([^()]*)\s*$"
)
_MARKDOWN = re.compile(r"^(#{1,6})\s+\**(?=\S)")
_WIDEST = 165


@dataclass(frozen=True, kw_only=True)
class Line:
    """One logical line: a whole paragraph, list item, heading or table row."""

    text: str
    span: Span
    heading: int = 0
    depth: int = 0
    cells: tuple[str, ...] = ()
    table: int = 0
    breaks: tuple[int, ...] = field(default=())


def logical_lines(paper: PaperText) -> list[Line]:
    """The lines of the paper; a line put together from several keeps where it was broken."""
    width = _wrap_width(paper)
    healed: list[Line] = []
    tail = ""
    for block in without_page_marks(paper.blocks):
        line = _line(block)
        if healed and _continues(healed[-1], line, tail=tail, width=width):
            healed[-1] = _joined(healed[-1], line, silent=_is_full(tail, block.text, width=width))
        else:
            healed.append(line)
        tail = block.text
    return healed


def _line(block: Block) -> Line:
    span = Span(first_line=block.line, last_line=block.line, page=block.page)
    heading = block.depth if block.kind is BlockKind.HEADING else 0
    depth = block.depth if block.kind is BlockKind.LIST_ITEM else 0
    text = block.text.strip()
    marked = _MARKDOWN.match(text)  # left standing where a text file was printed or pasted into Word
    if marked:
        text, heading = text[marked.end() :].rstrip("#* "), len(marked[1])
    return Line(text=text, span=span, heading=heading, depth=depth, cells=block.cells, table=block.table)


def _wrap_width(paper: PaperText) -> int:
    """How wide a full line is where lines are wrapped at the margin; 0 where a line is a paragraph."""
    lengths = sorted(len(block.text) for block in paper.blocks if not block.cells)
    if not paper.as_lines or len(lengths) < 8:
        return 0
    widest = lengths[int(len(lengths) * 0.97)]
    full = sum(1 for length in lengths if length >= 0.8 * widest)
    return widest if widest <= _WIDEST and widest >= 50 and full * 5 >= len(lengths) else 0


def _continues(before: Line, line: Line, *, tail: str, width: int) -> bool:
    if before.table or line.table or line.heading or not line.text:
        return False
    if line.text.startswith("- xã hội") and folded(before.text).endswith("chinh tri"):
        return True
    if label_of(line.text) or begins_with_field(line.text):
        return False
    if _starts_low(line.text):
        return not _ENDED.search(before.text) or _is_full(tail, line.text, width=width)
    if before.heading:
        return False
    return _goes_on(before.text) or (_adjacent(before, line) and _is_full(tail, line.text, width=width))


def _goes_on(text: str) -> bool:
    """An unfinished sentence or list of units."""
    if _HANGING.search(text) and not text.isupper():
        return True
    _, fields = fields_in(text)
    return bool(fields) and text.rstrip().endswith(";") and begins_with_field(text)


def _adjacent(before: Line, line: Line) -> bool:
    return line.span.first_line - before.span.last_line == 1


def _is_full(tail: str, following: str, *, width: int) -> bool:
    """Whether the next word had no room left on the line."""
    first = following.split(" ", 1)[0]
    return width > 0 and len(tail) + 1 + len(first) > 0.92 * width


def _starts_low(text: str) -> bool:
    first = text.lstrip("“\"'([").replace("…", "")[:1]
    return first.islower() or first in ("%", ")", ",", ";", ".", "/") or (first.isdigit() and not label_of(text))


def _joined(before: Line, line: Line, *, silent: bool) -> Line:
    glue = "" if line.text[:1] in ",.;:)%/" else " "
    span = replace(before.span, last_line=line.span.last_line)
    breaks = before.breaks if silent else (*before.breaks, line.span.first_line)
    return replace(before, text=f"{before.text}{glue}{line.text}", span=span, breaks=breaks)
