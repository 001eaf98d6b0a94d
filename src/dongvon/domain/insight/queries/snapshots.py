"""Which snapshots there are, and which of them no summary tells yet."""

from datetime import date

from django.db import connection

#: A loose scan: two probes of the index a month, however many rows a day has.
UNMEASURED = """
WITH RECURSIVE month AS (
    SELECT date_trunc('month', min(day))::date AS first FROM lending_snapshot
    UNION ALL
    SELECT (
        SELECT date_trunc('month', min(day))::date FROM lending_snapshot WHERE day >= month.first + interval '1 month'
    )
    FROM month WHERE month.first IS NOT NULL
)
SELECT first FROM month
WHERE first IS NOT NULL
  AND (SELECT max(day) FROM lending_snapshot WHERE day < first + interval '1 month')
      IS DISTINCT FROM (SELECT max(day) FROM insight_total WHERE month = first)
ORDER BY first
"""


def unmeasured_months() -> list[date]:
    """Months in which a day was closed that their summary does not know, oldest first, each by its first day."""
    with connection.cursor() as cursor:
        cursor.execute(UNMEASURED)
        return [row[0] for row in cursor.fetchall()]
