"""Any table as a stream of rows: workbooks, separated values, Parquet."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import IO, Final, Protocol

from dongvon.domain.documents.rules.tables.delimited import Delimited
from dongvon.domain.documents.rules.tables.letters import Letters
from dongvon.domain.documents.rules.tables.others import Columnar, OldWorkbook
from dongvon.domain.documents.rules.tables.refusals import BrokenTable, EmptyTable, LockedTable, UnknownTable
from dongvon.domain.documents.rules.tables.workbook import Workbook
from dongvon.domain.documents.rules.tables.worksheet import Line

__all__ = ["EmptyTable", "Letters", "Table", "open_table"]

_ZIP, _OLE, _PARQUET = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_HEAD: Final = 1 << 16


class Table(Protocol):
    """A file of tables; rows come one after another and are not kept."""

    @property
    def sheets(self) -> list[str]: ...

    def rows(self, sheet: str) -> Iterator[Line]: ...


def open_table(file: IO[bytes], *, name: str) -> Table:
    """The tables of an open file, told by its first bytes, then by its name.

    Refuses EmptyTable, LockedTable, BrokenTable, UnknownTable; rows may refuse BrokenTable and UnreadableLetters.
    """
    shown, suffix = PurePath(name).name, PurePath(name).suffix.lower()
    head = file.read(_HEAD)
    file.seek(0)
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise EmptyTable(name=shown)
    if head.startswith(_ZIP):
        return OldWorkbook(file, name=shown) if suffix == ".ods" else Workbook(file, name=shown)
    if head.startswith(_OLE):
        return _compound(file, name=shown)
    if head.startswith(_PARQUET):
        return Columnar(file, name=shown)
    if suffix in (".xlsx", ".xls", ".ods", ".parquet"):
        raise BrokenTable(name=shown)
    if suffix not in (".csv", ".txt", ".tsv", "") or b"\0\0\0" in head:
        raise UnknownTable(name=shown)
    return Delimited(file, name=shown)


def _compound(file: IO[bytes], *, name: str) -> OldWorkbook:
    """The old format; an encrypted .xlsx is one too, and names its package in UTF-16."""
    whole = file.read()
    file.seek(0)
    if _ENCRYPTED in whole:
        raise LockedTable(name=name)
    return OldWorkbook(file, name=name)
