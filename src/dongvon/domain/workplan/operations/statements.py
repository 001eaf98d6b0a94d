"""The handwritten statements of this package, read from its `sql/` folder."""

from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection

_FOLDER = Path(__file__).parents[1] / "sql"


def run(name: str, **values: Any) -> int:
    """Execute `sql/<name>.sql`; how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(_text(name), values)
        return cursor.rowcount


def rows(name: str, **values: Any) -> list[tuple[Any, ...]]:
    """Execute `sql/<name>.sql`; the rows it gives."""
    with connection.cursor() as cursor:
        cursor.execute(_text(name), values)
        return cursor.fetchall()


@cache
def _text(name: str) -> str:
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
