"""The bad lines of a portfolio's file as a workbook: cells at fault are coloured and say what to do."""

from typing import IO
from uuid import UUID

from dongvon.domain.documents.papers.faulty_rows import FaultyRow, faulty_rows
from dongvon.domain.lending.queries.fault_lines import fault_lines


def faults_workbook(id_: UUID, file: IO[bytes], *, name: str) -> bytes:
    """Columns as in the file, so that the lines can be mended and sent again."""
    heads, lines = fault_lines(id_, file, name=name)
    return faulty_rows(heads, (FaultyRow(number=line.number, cells=line.cells, faults=line.faults) for line in lines))
