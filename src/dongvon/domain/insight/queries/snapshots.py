"""Which snapshots there are."""

from datetime import date

from django.db import connection

#: A loose scan: one probe of the index a month, however many rows a day has.
STATEMENT = """
WITH RECURSIVE month AS (
    SELECT date_trunc('month', min(day))::date AS first FROM lending_snapshot
    UNION ALL
    SELECT (
        SELECT date_trunc('month', min(day))::date FROM lending_snapshot WHERE day >= month.first + interval '1 month'
    )
    FROM month WHERE month.first IS NOT NULL
)
SELECT first FROM month WHERE first IS NOT NULL
"""


def months_with_snapshots() -> list[date]:
    """The months of which a day was closed, oldest first, each by its first day."""
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT)
        return [row[0] for row in cursor.fetchall()]
