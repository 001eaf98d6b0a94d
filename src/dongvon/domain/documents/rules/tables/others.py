"""Tables of other makers, through libraries: older and open workbooks, and Parquet."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any, Final

from pyarrow import lib, parquet
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from dongvon.domain.documents.rules.tables.refusals import BrokenTable, LockedTable
from dongvon.domain.documents.rules.tables.worksheet import Line
from dongvon.domain.documents.vocabulary import Cell

_BATCH: Final = 5_000


class OldWorkbook:
    """An .xls or .ods; such a file holds 65,536 rows or is small, and is read as a whole."""

    def __init__(self, file: IO[bytes], *, name: str) -> None:
        self.name = name
        try:
            self._book = CalamineWorkbook.from_filelike(file)
        except PasswordError:
            raise LockedTable(name=name) from None
        except CalamineError as fault:
            raise BrokenTable(name=name) from fault

    @property
    def sheets(self) -> list[str]:
        return list(self._book.sheet_names)

    def rows(self, sheet: str) -> Iterator[Line]:
        """Row numbers from 1 and cells from column A on."""
        found = self._book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        yield from ((number, [_plain(cell) for cell in cells]) for number, cells in enumerate(found, start=1))


class Columnar:
    """A .parquet, as one sheet whose first row names the columns."""

    def __init__(self, file: IO[bytes], *, name: str) -> None:
        self.name = name
        try:
            self._file = parquet.ParquetFile(file)
        except (lib.ArrowException, OSError) as fault:
            raise BrokenTable(name=name) from fault

    @property
    def sheets(self) -> list[str]:
        return [""]

    def rows(self, sheet: str) -> Iterator[Line]:
        """Refuses BrokenTable."""
        assert sheet == "", "a Parquet file has one sheet"
        yield 1, list(self._file.schema_arrow.names)
        number = 1
        try:
            for batch in self._file.iter_batches(batch_size=_BATCH):
                for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                    number += 1
                    yield number, [_plain(cell) for cell in cells]
        except (lib.ArrowException, OSError) as fault:
            raise BrokenTable(name=self.name) from fault


def _plain(cell: Any) -> Cell:
    if cell is None or cell == "" or isinstance(cell, bool):
        return None if cell is None or cell == "" else str(cell)
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell if isinstance(cell, str | int | float | date) else _text(cell)


def _text(cell: Any) -> str:
    return format(cell, "f").replace(".", ",") if isinstance(cell, Decimal) else str(cell)
