"""A text file of separated values, line by line; which sign separates them is seen from the first lines."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import IO, Final

from dongvon.domain.documents.rules.tables.refusals import BrokenTable, UnreadableLetters
from dongvon.domain.documents.rules.tables.worksheet import Line
from dongvon.domain.documents.vocabulary import Cell

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SIGNS: Final = ";\t,|"
_SAMPLE: Final = 1 << 16
_LONGEST_CELL: Final = 100_000


class Delimited:
    """A .csv in Unicode, as one sheet."""

    def __init__(self, file: IO[bytes], *, name: str) -> None:
        self.name = name
        self._file = file

    @property
    def sheets(self) -> list[str]:
        """One, without a name."""
        return [""]

    def rows(self, sheet: str) -> Iterator[Line]:
        """Line numbers from 1 and their cells, all of them text. Refuses UnreadableLetters, BrokenTable."""
        assert sheet == "", "a text file has one sheet"
        self._file.seek(0)
        sample = self._file.read(_SAMPLE)
        self._file.seek(0)
        csv.field_size_limit(_LONGEST_CELL)
        text = io.TextIOWrapper(self._file, encoding=_encoding(sample), newline="")
        try:
            reader = csv.reader(text, delimiter=_sign(sample))
            for cells in reader:
                line: list[Cell] = [*cells]
                yield reader.line_num, line
        except UnicodeError as fault:
            raise UnreadableLetters(name=self.name) from fault
        except csv.Error as fault:
            raise BrokenTable(name=self.name) from fault
        finally:
            text.detach()


def _encoding(sample: bytes) -> str:
    return next((encoding for mark, encoding in _MARKS if sample.startswith(mark)), "utf-8")


def _sign(sample: bytes) -> str:
    lines = sample.decode(_encoding(sample), "replace").splitlines()[:20]
    return max(_SIGNS, key=lambda sign: sum(line.count(sign) for line in lines))
