"""Word files (.docx) to blocks: paragraphs with their shown numbers, headings, tables with spans."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from dongvon.domain.documents.rules.paper.docx_lists import Numbering
from dongvon.domain.documents.rules.paper.refusals import BrokenPaper, TooLargePaper
from dongvon.domain.documents.rules.paper.rows import Rows
from dongvon.domain.documents.vocabulary import Block, BlockKind

_LIMIT = 200 * 1024 * 1024
_TEXT, _TAB, _LINE, _CARRIAGE = qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr")
_HYPHEN = qn("w:noBreakHyphen")
_PAGE = qn("w:lastRenderedPageBreak")
#: Words in text boxes and deleted words do not belong to the run of the text.
_ASIDE = frozenset({qn("w:drawing"), qn("w:pict"), qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr")})


def docx_blocks(content: bytes, *, name: str) -> tuple[Block, ...]:
    """The blocks of a .docx; refuses `BrokenPaper` and `TooLargePaper`."""
    _check_size(content, name=name)
    try:
        document = Document(io.BytesIO(content))
        return tuple(_Walk(document).blocks())
    except Exception as error:  # a spoilt archive makes the libraries raise anything at all
        raise BrokenPaper(name=name, format=".docx") from error


def _check_size(content: bytes, *, name: str) -> None:
    """A small archive can unpack to gigabytes: look before unpacking."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise BrokenPaper(name=name, format=".docx") from error
    if size > _LIMIT:
        raise TooLargePaper(name=name, megabytes=size // 1024**2, limit=_LIMIT // 1024**2)


class _Walk:
    def __init__(self, document: Any) -> None:
        self._body = document.element.body
        self._numbering = Numbering(document)
        self._headings = _heading_styles(document)
        self._page = 1
        self._line = 0
        self._tables = 0

    def blocks(self) -> Iterator[Block]:
        for element in _content(self._body):
            if element.tag == qn("w:p"):
                yield from self._paragraph(element)
            else:
                yield from self._table(element)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        marker = self._numbering.marker(element)
        text = self._words(element)
        for position, part in enumerate(part for part in text.split("\n") if part.strip()):
            self._line += 1
            depth = self._depth(element)
            kind = BlockKind.HEADING if depth else BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
            words = " ".join(part.split())
            shown = marker + words if position == 0 else words
            yield Block(kind=kind, text=shown, line=self._line, page=self._page, depth=depth)

    def _table(self, element: Any) -> Iterator[Block]:
        self._tables += 1
        table = self._tables
        for cells in self._rows(element, table=table).finished():
            self._line += 1
            text = " | ".join(cells)
            kind = BlockKind.TABLE_ROW
            yield Block(kind=kind, text=text, line=self._line, page=self._page, cells=cells, table=table)

    def _rows(self, element: Any, *, table: int) -> Rows:
        rows = Rows(table=table)
        above: dict[int, str] = {}
        for row in element.iter(qn("w:tr")):
            if next(row.iterancestors(qn("w:tbl"))) is not element:
                continue
            rows.begin_row()
            self._cells(row, rows=rows, above=above)
        return rows

    def _cells(self, row: Any, *, rows: Rows, above: dict[int, str]) -> None:
        column = 0
        for cell in _content(row, wanted=qn("w:tc")):
            wide, merged = _span(cell)
            own = "\n".join(self._cell_lines(cell))
            text = above.get(column, "") if merged == "continue" else own
            above[column] = text
            rows.begin_cell(wide=wide, high=1)
            if text:
                rows.add(text)
            column += wide

    def _cell_lines(self, cell: Any) -> Iterator[str]:
        for paragraph in cell.iter(qn("w:p")):
            lines = [" ".join(line.split()) for line in self._words(paragraph).split("\n")]
            text = "\n".join(line for line in lines if line)
            if text:
                yield self._numbering.marker(paragraph) + text

    def _words(self, paragraph: Any) -> str:
        pieces: list[str] = []
        self._gather(paragraph, pieces=pieces)
        return re.sub(r"[ \t\xa0]+", " ", "".join(pieces)).strip()

    def _gather(self, element: Any, *, pieces: list[str]) -> None:
        for child in element:
            if child.tag in _ASIDE:
                continue
            if child.tag == _PAGE or (child.tag == _LINE and child.get(qn("w:type")) == "page"):
                self._page += 1
            elif child.tag in _PIECES:
                pieces.append(_PIECES[child.tag] or child.text or "")
            else:
                self._gather(child, pieces=pieces)

    def _depth(self, element: Any) -> int:
        properties = element.find(qn("w:pPr"))
        if properties is None:
            return 0
        outline = properties.find(qn("w:outlineLvl"))
        if outline is not None and outline.get(qn("w:val"), "9") in "012345678":
            return int(outline.get(qn("w:val"))) + 1
        style = properties.find(qn("w:pStyle"))
        return 0 if style is None else self._headings.get(style.get(qn("w:val")), 0)


#: What stands for a letter; None means the element's own text.
_PIECES: dict[str, str | None] = {_TEXT: None, _TAB: " ", _LINE: "\n", _CARRIAGE: "\n", _HYPHEN: "-"}


def _content(parent: Any, *, wanted: str = "") -> Iterator[Any]:
    """Paragraphs and tables in order (or the wanted element), content controls opened."""
    tags = {wanted} if wanted else {qn("w:p"), qn("w:tbl")}
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _content(child, wanted=wanted)


def _span(cell: Any) -> tuple[int, str]:
    properties = cell.find(qn("w:tcPr"))
    if properties is None:
        return 1, ""
    grid, merge = properties.find(qn("w:gridSpan")), properties.find(qn("w:vMerge"))
    wide = grid.get(qn("w:val"), "1") if grid is not None else "1"
    down = "" if merge is None else merge.get(qn("w:val"), "continue")
    return int(wide) if wide.isdigit() else 1, down


def _heading_styles(document: Any) -> dict[str, int]:
    depths: dict[str, int] = {}
    for style in document.styles.element.findall(qn("w:style")):
        name = style.find(qn("w:name"))
        found = re.fullmatch(r"heading (\d)", "" if name is None else name.get(qn("w:val"), "").lower())
        if found:
            depths[style.get(qn("w:styleId"))] = int(found[1])
    return depths
