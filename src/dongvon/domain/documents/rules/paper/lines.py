"""Plain and Markdown text to blocks, one for each line that says something."""

import html
import re

from dongvon.domain.documents.rules.paper.blank_columns import rows_by_blanks
from dongvon.domain.documents.vocabulary import Block, BlockKind

_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s*(.*?)\s*#*\s*$")
_RULE = re.compile(r"^\s*([-*_=]\s*){3,}$")
_BULLET = re.compile(r"^(\s*)([-*+–—•●▪○‣\uf0b7\uf02d])\s+(?=\S)")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_STRONG = re.compile(r"\*\*|__|~~|`")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|b|i|u|em|strong|span|div|center|sup|sub|font)\b[^>]*>", re.IGNORECASE)


def line_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of `text`; blank lines leave a gap in the line numbers; a form feed starts a page."""
    blocks: list[Block] = []
    page = 1
    table = 0
    lines = split_lines(text)
    laid = rows_by_blanks(lines)
    for number, raw in enumerate(lines, start=1):
        page += raw.count("\f")
        line = laid.get(number, raw).replace("\f", "")
        if _is_row(line):
            table = _table_of(line, blocks=blocks, number=number, table=table)
        block = _block(line, number=number, page=page, table=table)
        if block is not None:
            blocks.append(block)
    return tuple(blocks)


def split_lines(text: str) -> list[str]:
    """Lines as editors count them."""
    return re.split(r"\r\n|\n|\r|\u2028|\u2029|\v|\x85", text)


def _block(line: str, *, number: int, page: int, table: int) -> Block | None:
    if _RULE.match(line) or _TABLE_RULE.match(line) or not line.strip():
        return None
    if _is_row(line):
        cells = _cells(line)
        text = " | ".join(cells)
        return Block(kind=BlockKind.TABLE_ROW, text=text, line=number, page=page, cells=cells, table=table)
    kind, depth, words = _kind(line)
    words = clean(words)
    return Block(kind=kind, text=words, line=number, page=page, depth=depth) if words else None


def _kind(line: str) -> tuple[BlockKind, int, str]:
    line = re.sub(r"^\s*>\s?", "", line)
    heading = _HEADING.match(line)
    if heading:
        return BlockKind.HEADING, len(heading[1]), heading[2]
    bullet = _BULLET.match(line)
    if bullet:
        return BlockKind.LIST_ITEM, len(bullet[1].expandtabs(4)) // 2, f"{_mark(bullet[2])} {line[bullet.end() :]}"
    return BlockKind.PARAGRAPH, 0, line


def _mark(bullet: str) -> str:
    """Plus signs stand below dashes in Vietnamese papers; every other bullet is as good as a dash."""
    return "+" if bullet in "+○▪" else "-"


def clean(text: str) -> str:
    """One line of words without Markdown's marks, entities and doubled spaces."""
    text = _LINK.sub(r"\1", _BREAK.sub("\n", text))
    text = _EMPHASIS.sub("", _STRONG.sub("", _TAG.sub("", text)))
    text = html.unescape(_ESCAPE.sub(r"\1", text))
    return "\n".join(" ".join(part.split()) for part in text.split("\n")).strip()


def _is_row(line: str) -> bool:
    if line.count("\t") >= 2 and len([cell for cell in line.split("\t") if cell.strip()]) >= 3:
        return True
    return line.count("|") >= 2 and (line.lstrip().startswith("|") or line.count("|") >= 3)


def _cells(line: str) -> tuple[str, ...]:
    if "|" not in line:
        return tuple(clean(cell) for cell in line.split("\t"))
    inner = line.strip().removeprefix("|").removesuffix("|")
    return tuple(clean(cell.replace("\\|", "|")) for cell in re.split(r"(?<!\\)\|", inner))


def _table_of(line: str, *, blocks: list[Block], number: int, table: int) -> int:
    """Rows follow one another without a blank line; the rule under the header does not part them."""
    if _TABLE_RULE.match(line):
        return table
    last = blocks[-1] if blocks else None
    follows = last is not None and last.kind is BlockKind.TABLE_ROW and number - last.line <= 2
    return table if follows else table + 1
