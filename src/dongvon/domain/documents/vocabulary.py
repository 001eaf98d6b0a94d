"""Words about paper: the blocks of text that any kind of file is read into."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of a paper is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"


@dataclass(frozen=True, kw_only=True)
class Block:
    """One paragraph, heading, list item or table row, in reading order.

    `line` counts from 1: the line of a text file, otherwise the running number of the block;
    `depth` is the level of a heading or of nesting in a list, 0 where the file does not say;
    `table` numbers the table that a row belongs to, 0 outside tables.
    """

    kind: BlockKind
    text: str
    line: int
    page: int | None = None
    depth: int = 0
    cells: tuple[str, ...] = ()
    table: int = 0


@dataclass(frozen=True, kw_only=True)
class PaperText:
    """The words of a paper, in Unicode NFC; `as_lines` when a block is a line of a page, not a paragraph."""

    blocks: tuple[Block, ...]
    format: str
    pages: int | None = None
    as_lines: bool = False
    converted_from: str = ""


class Broken(str):
    """What stands in a cell that has no value: an error of Excel ("#REF!"), or "=" for a formula never worked out."""

    __slots__ = ()


#: What a cell of a table holds; None where it is empty.
Cell = str | int | float | date | None
