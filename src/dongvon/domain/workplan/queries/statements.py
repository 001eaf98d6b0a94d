"""The handwritten reads of this package, from its `sql/` folder."""

from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection

_FOLDER = Path(__file__).parents[1] / "sql"


def rows(name: str, **values: Any) -> list[tuple[Any, ...]]:
    """Execute `sql/<name>.sql`; the rows it gives."""
    with connection.cursor() as cursor:
        cursor.execute(words_of(name), values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


@cache
def words_of(name: str) -> str:
    """The statement itself."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
