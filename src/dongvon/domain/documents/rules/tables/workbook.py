"""A worksheet read row by row as it is unpacked: however long it is, only its shared texts stay in memory."""

import re
import zipfile
import zlib
from array import array
from collections.abc import Iterable, Iterator
from typing import IO, Any, Final
from xml.parsers import expat

from dongvon.domain.documents.rules.tables.refusals import BrokenTable, LockedTable, SwollenTable
from dongvon.domain.documents.vocabulary import Broken, Cell

Line = tuple[int, list[Cell]]

_CHUNK: Final = 1 << 18
_MOST_COLUMNS: Final = 16_384  # as many as Excel has: an address beyond them would be filled up with nothing
_MOST_UNPACKED: Final = 2 * 1024**3
_LAST: Final = True  # the parser takes no keywords
_DIGITS: Final = "0123456789"
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FAULTS: Final = (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, KeyError, ValueError, NotImplementedError)


class Workbook:
    """An .xlsx: the names of its sheets in their order, and the rows of each."""

    def __init__(self, file: IO[bytes], *, name: str) -> None:
        self.name = name
        try:
            self._archive = zipfile.ZipFile(file)
            entries = self._archive.infolist()
            if any(entry.flag_bits & 1 for entry in entries):
                raise LockedTable(name=name)
            if sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
                raise SwollenTable(name=name)
            self._parts = self._sheets()
        except _FAULTS as fault:
            raise BrokenTable(name=name) from fault
        self._texts: _Texts | None = None

    @property
    def sheets(self) -> list[str]:
        """Names of the sheets that hold cells."""
        return list(self._parts)

    def rows(self, sheet: str) -> Iterator[Line]:
        """Row numbers as Excel counts them, and cells from column A on. Refuses BrokenTable."""
        try:
            if self._texts is None:
                self._texts = self._shared()
            with self._archive.open(self._parts[sheet]) as stream:
                yield from _cells(_chunks(stream), self._texts)
        except _FAULTS as fault:
            raise BrokenTable(name=self.name) from fault

    def _sheets(self) -> dict[str, str]:
        targets = dict(_attributes(self._archive.read("xl/_rels/workbook.xml.rels"), "Relationship", "Id", "Target"))
        named = _attributes(self._archive.read("xl/workbook.xml"), "sheet", "name", "r:id")
        found = {name: _part(targets[link]) for name, link in named if link in targets}
        return {name: part for name, part in found.items() if "worksheets/" in part}

    def _shared(self) -> "_Texts":
        texts = _Texts()
        if "xl/sharedStrings.xml" in self._archive.namelist():
            with self._archive.open("xl/sharedStrings.xml") as stream:
                for text in _strings(_chunks(stream)):
                    texts.add(text)
        return texts


class _Texts:
    """Texts one after another in one block of bytes: a tenth of what a list of them would take."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("L", [0])

    def add(self, text: str) -> None:
        self._bytes += text.encode("utf-8", "replace")
        self._ends.append(len(self._bytes))

    def __getitem__(self, at: int) -> str:
        return self._bytes[self._ends[at] : self._ends[at + 1]].decode()


def _cells(chunks: Iterable[bytes], texts: _Texts) -> Iterator[Line]:
    lines: list[Line] = []
    parser = _parser(_SheetReader(lines, texts))
    for chunk in chunks:
        parser.Parse(chunk)
        yield from lines
        lines.clear()
    parser.Parse(b"", _LAST)


class _SheetReader:
    """Called by the parser for each element; the hottest lines of reading, so plain and short."""

    def __init__(self, lines: list[Line], texts: _Texts) -> None:
        self.lines, self.texts = lines, texts
        self.columns: dict[str, int] = {}
        self.row: list[Cell] = []
        self.number = 0
        self.at = -1
        self.kind = ""
        self.text = ""
        self.open = self.formula = False

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
        if not letters:
            return self.at + 1
        known = self.columns.get(letters)
        if known is None:
            known = 0
            for letter in letters:
                known = known * 26 + ord(letter) - 64
            if known > _MOST_COLUMNS:
                raise ValueError(f"{address} lies beyond the last column")
            known = self.columns[letters] = known - 1
        return known


def _value(kind: str, text: str, texts: _Texts) -> Cell:
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


def _strings(chunks: Iterable[bytes]) -> Iterator[str]:
    found: list[str] = []
    parser = _parser(_StringReader(found))
    for chunk in chunks:
        parser.Parse(chunk)
        yield from found
        found.clear()
    parser.Parse(b"", _LAST)


class _StringReader:
    """Shared texts; how a word is to be pronounced (`rPh`) is no part of it."""

    def __init__(self, found: list[str]) -> None:
        self.found = found
        self.text = ""
        self.open = self.aside = False

    def start(self, name: str, _: dict[str, str]) -> None:
        if name == "si":
            self.text = ""
        elif name == "rPh":
            self.aside = True
        elif name == "t":
            self.open = not self.aside

    def chars(self, text: str) -> None:
        if self.open:
            self.text += text

    def end(self, name: str) -> None:
        if name == "si":
            self.found.append(self.text)
        elif name == "rPh":
            self.aside = False
        elif name == "t":
            self.open = False


def _parser(reader: Any) -> Any:
    """A parser that tells the reader plain names, whatever prefix the writer chose."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.CharacterDataHandler = reader.chars
    parser.EndElementHandler = reader.end
    parser.StartElementHandler = reader.start

    def first(name: str, _: dict[str, str]) -> None:
        cut = name.rfind(":") + 1
        if cut:
            parser.StartElementHandler = lambda inner, given: reader.start(inner[cut:], given)
            parser.EndElementHandler = lambda inner: reader.end(inner[cut:])
        else:
            parser.StartElementHandler = reader.start

    def no_entities(*_: object) -> None:
        raise ValueError("a worksheet declares no entities")

    parser.StartElementHandler = first
    parser.EntityDeclHandler = no_entities
    return parser


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    while chunk := stream.read(_CHUNK):
        yield chunk


def _attributes(content: bytes, element: str, *wanted: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    parser = expat.ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == element:
            first, second = (attributes.get(each, "") for each in wanted)
            found.append((first, second))

    parser.StartElementHandler = start
    parser.Parse(content, _LAST)
    return found


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
