"""A portfolio as a file: a workbook or Parquet, written batch by batch."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pyarrow as arrow
import xlsxwriter
from pyarrow import parquet

from dongvon.domain.lending.queries.portfolio import OutColumn

Batches = Iterable[list[tuple[Any, ...]]]

WORKBOOK, PARQUET = "xlsx", "parquet"

_TYPES: Final = {
    "text": arrow.string(),
    "money": arrow.int64(),
    "count": arrow.int32(),
    "date": arrow.date32(),
    "percent": arrow.decimal128(9, 6),
}
_FORMATS: Final = {"money": "#,##0", "date": "dd/mm/yyyy", "percent": "0.####", "count": "0", "text": "@"}


def write_portfolio(into: Path, batches: Batches, *, columns: tuple[OutColumn, ...]) -> int:
    """Write `into` (.xlsx or .parquet); gives the number of lines."""
    write = _write_parquet if into.suffix == f".{PARQUET}" else _write_workbook
    return write(into, batches, columns)


def _write_parquet(into: Path, batches: Batches, columns: tuple[OutColumn, ...]) -> int:
    schema = arrow.schema([(column.header, _TYPES[column.kind]) for column in columns])
    count = 0
    with parquet.ParquetWriter(into, schema, compression="zstd") as writer:
        for batch in batches:
            values = zip(schema, zip(*batch, strict=True), strict=True)
            arrays = [arrow.array(cells, type=field.type) for field, cells in values]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
            count += len(batch)
    return count


def _write_workbook(into: Path, batches: Batches, columns: tuple[OutColumn, ...]) -> int:
    book = xlsxwriter.Workbook(into, {"constant_memory": True})
    sheet = book.add_worksheet("Khoản vay")
    looks = {kind: book.add_format({"num_format": format_}) for kind, format_ in _FORMATS.items()}
    head = book.add_format({"bold": True, "bg_color": "#d9e6f5"})
    for at, column in enumerate(columns):
        sheet.set_column(at, at, max(11, len(column.header)))
        sheet.write_string(0, at, column.header, head)
    sheet.freeze_panes(1, 0)
    count = 0
    for batch in batches:
        for row in batch:
            count += 1
            for at, value in enumerate(row):
                if value is not None:
                    _write(sheet, count, at, value, looks[columns[at].kind])
    book.close()
    return count


def _write(sheet: Any, row: int, column: int, value: Any, look: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value, look)
    elif isinstance(value, int | Decimal):
        sheet.write_number(row, column, value, look)
    else:
        sheet.write_datetime(row, column, value, look)
