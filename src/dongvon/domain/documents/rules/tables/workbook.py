"""A workbook read row by row as it is unpacked: however long it is, only its shared texts stay in memory."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import IO, Final
from xml.parsers import expat

from dongvon.domain.documents.rules.tables.elements import LAST, attributes_of, chunks_of, parser_of
from dongvon.domain.documents.rules.tables.refusals import BrokenTable, LockedTable, SwollenTable
from dongvon.domain.documents.rules.tables.worksheet import Line, Texts, cells_of

_MOST_UNPACKED: Final = 2 * 1024**3
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
        self._texts: Texts | None = None

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
                yield from cells_of(chunks_of(stream), self._texts)
        except _FAULTS as fault:
            raise BrokenTable(name=self.name) from fault

    def _sheets(self) -> dict[str, str]:
        targets = dict(attributes_of(self._archive.read("xl/_rels/workbook.xml.rels"), "Relationship", "Id", "Target"))
        named = attributes_of(self._archive.read("xl/workbook.xml"), "sheet", "name", "r:id")
        found = {name: _part(targets[link]) for name, link in named if link in targets}
        return {name: part for name, part in found.items() if "worksheets/" in part}

    def _shared(self) -> Texts:
        texts = Texts()
        if "xl/sharedStrings.xml" in self._archive.namelist():
            with self._archive.open("xl/sharedStrings.xml") as stream:
                for text in _strings(chunks_of(stream)):
                    texts.add(text)
        return texts


def _strings(chunks: Iterable[bytes]) -> Iterator[str]:
    found: list[str] = []
    parser = parser_of(_StringReader(found))
    for chunk in chunks:
        parser.Parse(chunk)
        yield from found
        found.clear()
    parser.Parse(b"", LAST)


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


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
