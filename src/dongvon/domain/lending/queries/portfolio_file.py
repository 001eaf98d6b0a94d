"""A portfolio's file as blocks of lines ready to be copied in; at no time are more than two blocks in memory."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any

from dongvon.domain.documents.queries.tables import EmptyTable, Letters, Table, open_table
from dongvon.domain.documents.vocabulary import Cell
from dongvon.domain.lending.rules.portfolio.headers import HEAD_LINES, Header, found_header, letters
from dongvon.domain.lending.rules.portfolio.reading import LineReader, Problem
from dongvon.domain.people.queries.sealed_numbers import number_sealer

BLOCK = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines as COPY takes them, and what is wrong with their cells, in the same form."""

    rows: int
    lines: bytes
    problems: bytes


class PortfolioFile:
    """An open file with its header found. Refuses what `open_table` and `found_header` refuse."""

    def __init__(self, file: IO[bytes], *, name: str) -> None:
        self.name = name
        self.table: Table = open_table(file, name=name)
        heads = {sheet: list(islice(self.table.rows(sheet), HEAD_LINES)) for sheet in self.table.sheets}
        self.letters = Letters(line for lines in heads.values() for line in lines)
        self.header: Header = found_header(
            {sheet: [(number, self._read(row)) for number, row in lines] for sheet, lines in heads.items()}
        )
        self.reader = LineReader(self.header.columns, seal=number_sealer())

    def blocks(self) -> Iterator[Block]:
        """All lines below the header. Refuses BrokenTable and UnreadableLetters midway, EmptyTable at the end.

        The next block is read while the database is at work on the last one.
        """
        reading = self._blocks()
        with ThreadPoolExecutor(max_workers=1) as reader:
            ahead = reader.submit(next, reading, None)
            while (block := ahead.result()) is not None:
                ahead = reader.submit(next, reading, None)
                yield block

    def _blocks(self) -> Iterator[Block]:
        lines: list[str] = []
        problems: list[Problem] = []
        for number, row in self.table.rows(self.header.sheet):
            if number <= self.header.line:
                continue
            line, found = self.reader.read(number, self._read(row))
            if line is not None:
                lines.append(line)
                problems += found
            if len(lines) >= BLOCK:
                yield _block(lines, problems)
                lines, problems = [], []
        if not self.reader.rows:
            raise EmptyTable(name=self.name)
        yield _block(lines, problems)

    def _read(self, row: list[Cell]) -> list[Cell]:
        """A line typed in a font from before Unicode as it reads."""
        return [self.letters(cell) for cell in row] if self.letters.encoding else row

    def summary(self) -> dict[str, Any]:
        """Where the columns stood, which are unknown, and the sums as printed and as added, once all was read."""
        columns = {key: letters(at) for key, at in self.header.columns.items()}
        return {
            "sheet": self.header.sheet,
            "line": self.header.line,
            "columns": columns,
            "unknown": list(self.header.unknown),
            "sums": self.reader.sums,
            "printed": self.reader.printed,
        }


def _block(lines: list[str], problems: list[Problem]) -> Block:
    told = "".join(
        f"{each.line}\t{each.field}\t{each.code}\t{'t' if each.is_error else 'f'}\t{json.dumps(each.values)}\n"
        for each in problems
    )
    return Block(rows=len(lines), lines="".join(lines).encode(), problems=told.encode())
