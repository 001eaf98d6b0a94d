"""Reads the demo's tables: law and territory are published facts, people and stories are invented."""

import csv
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of one table, named by its folder (`city/communes`), each value as written."""
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
