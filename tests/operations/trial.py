"""Try a constraint as the database holds it, on a bare copy of its table: no foreign keys, nothing else required."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

Row = dict[str, Any]

_DEFINITION = """
SELECT conrelid::regclass::text, 'ALTER TABLE trial ADD CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(oid)
FROM pg_constraint WHERE conname = %(name)s
UNION ALL
SELECT indrelid::regclass::text, regexp_replace(pg_get_indexdef(indexrelid), ' ON \\S+ ', ' ON trial ')
FROM pg_index WHERE indexrelid = to_regclass(%(name)s) AND NOT EXISTS (
    SELECT FROM pg_constraint WHERE conname = %(name)s
)
"""

_LOOSEN = """
SELECT format('ALTER TABLE trial ALTER COLUMN %I DROP NOT NULL', attname)
FROM pg_attribute WHERE attrelid = 'trial'::regclass AND attnum > 0 AND attnotnull
"""


def refuses(name: str, *, good: Row, bad: Row) -> None:
    """The constraint lets `good` in and, beside it, turns `bad` away by name."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_DEFINITION, {"name": name})
        table, definition = cursor.fetchone()
        cursor.execute(f"CREATE TEMPORARY TABLE trial (LIKE {table}) ON COMMIT DROP")
        cursor.execute(_LOOSEN)
        for (statement,) in cursor.fetchall():
            cursor.execute(statement)
        cursor.execute(definition)
        _insert(good)
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            _insert(bad)
        cursor.execute("DROP TABLE trial")


def _insert(row: Row) -> None:
    columns, marks = ", ".join(row), ", ".join(["%s"] * len(row))
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO trial ({columns}) VALUES ({marks})", list(row.values()))
