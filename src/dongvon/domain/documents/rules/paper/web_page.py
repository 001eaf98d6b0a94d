"""Web pages to blocks: headings, paragraphs, numbered lists, tables with spans."""

import re
from html.parser import HTMLParser

from dongvon.domain.documents.rules.paper.numbering import numeral
from dongvon.domain.documents.rules.paper.rows import Rows
from dongvon.domain.documents.vocabulary import Block, BlockKind

_BLOCKS = (
    "p div section article header footer main aside blockquote pre li dt dd figure figcaption center address"
    " h1 h2 h3 h4 h5 h6 ul ol dl body form fieldset caption tr td th table"
)
_BLOCK_TAGS = frozenset(_BLOCKS.split())
_SILENT_TAGS = frozenset({"script", "style", "head", "template", "noscript", "svg", "nav"})
#: Word's conditional marks; their contents (the numbers of lists) stay, and the parser never sees a broken one.
_MARKED = re.compile(r"<!\[[^>]*>?")
_STYLES = {"a": "lower_letter", "A": "upper_letter", "i": "lower_roman", "I": "upper_roman", "1": "decimal"}


def html_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of the page; whatever is not closed, closes at the end."""
    reader = _Reader()
    reader.feed(_MARKED.sub("", text))
    reader.close()
    reader.end_block()
    return tuple(reader.blocks)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._silent = 0
        self._heading = 0
        self._item = ""
        self._lists: list[tuple[str, int]] = []
        self._rows: list[Rows] = []
        self._tables = 0
        self._kept = False  # inside <pre>, where a line is a line

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _SILENT_TAGS:
            self._silent += 1
        elif tag == "br":
            self._words.append("\n")
        elif tag in _BLOCK_TAGS:
            self._begin(tag, given=given)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT_TAGS:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCK_TAGS:
            self._end(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data if self._kept else re.sub(r"\s+", " ", data))

    def _begin(self, tag: str, *, given: dict[str, str]) -> None:
        self.end_block()
        if tag in ("ul", "ol"):
            style = _STYLES.get(given.get("type", "1"), "decimal") if tag == "ol" else ""
            self._lists.append((style, _whole(given.get("start", ""), otherwise=1)))
        elif tag == "li":
            self._item = self._marker(_whole(given.get("value", ""), otherwise=0))
        elif tag == "table":
            self._tables += 1
            self._rows.append(Rows(table=self._tables))
        elif self._rows and tag in ("tr", "td", "th"):
            self._begin_cell(tag, given=given)
        elif tag == "pre":
            self._kept = True
        elif re.fullmatch(r"h[1-6]", tag):
            self._heading = int(tag[1])

    def _begin_cell(self, tag: str, *, given: dict[str, str]) -> None:
        if tag == "tr":
            self._rows[-1].begin_row()
        else:
            wide, high = (_whole(given.get(span, ""), otherwise=1) for span in ("colspan", "rowspan"))
            self._rows[-1].begin_cell(wide=wide, high=high)

    def _end(self, tag: str) -> None:
        self.end_block()
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "pre":
            self._kept = False
        elif tag == "li":
            self._item = ""
        elif tag == "table" and self._rows:
            self._end_table(self._rows.pop())
        elif tag.startswith("h") and tag[1:].isdigit():
            self._heading = 0

    def _end_table(self, rows: Rows) -> None:
        if self._rows:  # a table inside a cell: its words belong to that cell
            self._rows[-1].add("\n".join(" ".join(cells) for cells in rows.finished()))
            return
        for cells in rows.finished():
            self._append(BlockKind.TABLE_ROW, " | ".join(cells), cells=cells, table=rows.table)

    def _marker(self, value: int) -> str:
        style, number = self._lists[-1] if self._lists else ("", 1)
        if not style:
            return "- "
        number = value or number
        self._lists[-1] = (style, number + 1)
        closing = ")" if style == "lower_letter" else "."
        return f"{numeral(number, style=style)}{closing} "

    def end_block(self) -> None:
        """Close the paragraph that is open, if it has words."""
        parts = [" ".join(part.split()) for part in "".join(self._words).split("\n")]
        text = "\n".join(part for part in parts if part)
        self._words = []
        if not text:
            return
        if self._rows:
            self._rows[-1].add(self._item + text)
            self._item = ""
            return
        self._lay(text)

    def _lay(self, text: str) -> None:
        for part in text.split("\n"):
            kind = BlockKind.LIST_ITEM if self._item else BlockKind.PARAGRAPH
            kind = BlockKind.HEADING if self._heading else kind
            self._append(kind, self._item + part, depth=self._heading or len(self._lists))
            self._item = ""

    def _append(
        self, kind: BlockKind, text: str, *, depth: int = 0, cells: tuple[str, ...] = (), table: int = 0
    ) -> None:
        line = len(self.blocks) + 1
        self.blocks.append(Block(kind=kind, text=text, line=line, depth=depth, cells=cells, table=table))


def _whole(written: str, *, otherwise: int) -> int:
    return min(int(written), 1000) if re.fullmatch(r"[0-9]{1,6}", written.strip()) else otherwise
