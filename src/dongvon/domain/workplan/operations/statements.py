"""The handwritten writes of this package, from its `sql/` folder."""

from typing import Any

from django.db import connection

from dongvon.domain.workplan.queries.statements import words_of


def run(name: str, **values: Any) -> int:
    """Execute `sql/<name>.sql`; how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(words_of(name), values)
        return int(cursor.rowcount)
