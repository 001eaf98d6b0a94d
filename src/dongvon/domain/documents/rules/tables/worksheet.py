"""The rows of a worksheet as it is unpacked: however long it is, none of them is kept."""

import re
from array import array
from collections.abc import Iterable, Iterator
from typing import Final

from dongvon.domain.documents.rules.tables.elements import CHUNK, LAST, parser_of
from dongvon.domain.documents.vocabulary import Broken, Cell

Line = tuple[int, list[Cell]]

_MOST_COLUMNS: Final = 16_384  # as many as Excel has: an address beyond them would be filled up with nothing
_DIGITS: Final = "0123456789"
_ROW_ENDS: Final = b"</row>"
_UNPLAIN: Final = b"<!"  # a comment or a declaration: then the parser alone knows what is a row
_OTHER_LETTERS: Final = re.compile(rb"<\?xml[^>]*encoding=.(?!utf-8)", re.IGNORECASE)
_PLAIN_ROW: Final = re.compile(r'<row r="(\d+)"[^<>/]*>')
_PLAIN_TEXT: Final = r"([^<&\x00-\x08\x0b-\x1f]+)"
_PLAIN_CELL: Final = re.compile(
    r'<c r="([A-Z]+)\d+"(?: s="\d+")?(?: t="(\w+)")?(?:/>|>(?:'
    rf'<v>{_PLAIN_TEXT}</v>|<is><t(?: xml:space="preserve")?>{_PLAIN_TEXT}</t></is>)</c>)'
)
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Texts:
    """Texts one after another in one block of bytes: a tenth of what a list of them would take."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("L", [0])

    def add(self, text: str) -> None:
        self._bytes += text.encode("utf-8", "replace")
        self._ends.append(len(self._bytes))

    def __getitem__(self, at: int) -> str:
        return self._bytes[self._ends[at] : self._ends[at + 1]].decode()


def cells_of(chunks: Iterable[bytes], texts: Texts) -> Iterator[Line]:
    """Rows as most programs write them are read at a glance, in a third of the time; the rest goes to the parser."""
    reader = _SheetReader(texts)
    parser = parser_of(reader)
    rest, plain = b"", True
    for chunk in chunks:
        rest += chunk
        plain = plain and _UNPLAIN not in rest and not _OTHER_LETTERS.match(rest)
        *rows, rest = rest.split(_ROW_ENDS)
        for row in rows:
            if not (plain and reader.glance(row)):
                parser.Parse(row + _ROW_ENDS)
        if len(rest) > CHUNK:
            parser.Parse(rest)
            rest = b""
        yield from reader.taken()
    parser.Parse(rest, LAST)
    yield from reader.taken()


class _SheetReader:
    """Called by the parser for each element; the hottest lines of reading, so plain and short."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.lines: list[Line] = []
        self.columns = _Columns()
        self.row: list[Cell] = []
        self.number = 0
        self.at = -1
        self.kind = ""
        self.text = ""
        self.open = self.formula = False

    def taken(self) -> list[Line]:
        """The rows since the last call."""
        lines, self.lines = self.lines, []
        return lines

    def glance(self, source: bytes) -> bool:
        """Take a row, given without its end, when it begins the source and each of its cells is plain."""
        text = source.decode()
        begins, cells = _PLAIN_ROW.match(text), _PLAIN_CELL.findall(text)
        if begins is None or len(cells) != text.count("<c"):
            return False
        self.number, self.row = int(begins[1]), []
        for letters, self.kind, number, words in cells:
            if number or words:
                self.at, self.text = self.columns[letters], number or words
                self._put()
        self.lines.append((self.number, self.row))
        return True

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self.at = self._column(attributes.get("r", ""))
            self.kind, self.text, self.formula = attributes.get("t", ""), "", False
        elif name in ("v", "t"):
            self.open = True
        elif name == "row":
            self.number = int(attributes.get("r", self.number + 1))
            self.row, self.at = [], -1
        elif name == "f":
            self.formula = True

    def chars(self, text: str) -> None:
        if self.open:
            self.text += text

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self.open = False
        elif name == "c":
            if self.text or self.formula:
                self._put()
        elif name == "row":
            self.lines.append((self.number, self.row))

    def _put(self) -> None:
        gap = self.at - len(self.row)
        if gap > 0:
            self.row.extend([None] * gap)
        self.row.append(_value(self.kind, self.text, self.texts) if self.text else Broken("="))

    def _column(self, address: str) -> int:
        letters = address.rstrip(_DIGITS)
        return self.columns[letters] if letters else self.at + 1


class _Columns(dict[str, int]):
    """Where the columns named by letters stand: A is 0."""

    def __missing__(self, letters: str) -> int:
        at = 0
        for letter in letters:
            at = at * 26 + ord(letter) - 64
        if at > _MOST_COLUMNS:
            raise ValueError(f"{letters} lies beyond the last column")
        self[letters] = at - 1
        return at - 1


def _value(kind: str, text: str, texts: Texts) -> Cell:
    if kind == "s":
        return _unescaped(texts[int(text)])
    if kind in ("", "n"):
        return int(text) if text.isdigit() else _number(text)
    if kind == "e":
        return Broken(text)
    return _unescaped(text)


def _number(text: str) -> int | float:
    number = float(text)
    return int(number) if number.is_integer() else number


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
