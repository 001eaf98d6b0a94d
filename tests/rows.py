"""Rows that operations wrote once in this process, put back later as they were: the law takes seconds to tell."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from psycopg import sql

#: Every table with its columns, but for the number of an event, which nothing refers to.
TABLES = """
SELECT table_name, array_agg(column_name::text ORDER BY ordinal_position) FROM information_schema.columns
JOIN information_schema.tables USING (table_schema, table_name)
WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND (table_name, column_name) <> ('audit_event', 'id')
GROUP BY table_name
"""
COUNTER = "SELECT pg_get_serial_sequence(%s, 'id')"

Rows = dict[str, tuple[list[str], list[bytes]]]


def written_by(tell: Callable[[], None]) -> Rows:
    """Do it; the rows that were not there before, by table."""
    before = _everything()
    tell()
    added = {}
    for table, (columns, rows) in _everything().items():
        known = set(before[table][1])
        if new := [row for row in rows if row not in known]:
            added[table] = (columns, new)
    return added


def put_back(rows: Rows) -> None:
    """One copy a table, as the owner: into tables with row policies nobody else may copy."""
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE dongvon_owner")
        for table, (columns, lines) in rows.items():
            with cursor.copy(_copy("COPY {} ({}) FROM STDIN", table, columns)) as copy:
                copy.write(b"".join(lines))
            if "id" in columns:
                _count_on(cursor, table)
        cursor.execute("RESET ROLE")


def _everything() -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        return {table: (columns, _lines(cursor, table, columns)) for table, columns in cursor.fetchall()}


def _lines(cursor: Any, table: str, columns: list[str]) -> list[bytes]:
    with cursor.copy(_copy("COPY {} ({}) TO STDOUT", table, columns)) as copy:
        return b"".join(copy).splitlines(keepends=True)


def _copy(statement: str, table: str, columns: list[str]) -> sql.Composed:
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    return sql.SQL(statement).format(sql.Identifier(table), names)


def _count_on(cursor: Any, table: str) -> None:
    """What is numbered goes on behind the rows that came with their numbers."""
    cursor.execute(COUNTER, [table])
    (counter,) = cursor.fetchone()
    if counter:
        most = sql.SQL("SELECT setval(%s, greatest(max(id), nextval(%s))) FROM {}").format(sql.Identifier(table))
        cursor.execute(most, [counter, counter])
