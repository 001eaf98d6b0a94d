"""Put lines of a portfolio's file on the table to be checked."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Handover, HandoverProblem, HandoverRow, HandoverState
from dongvon.domain.lending.operations.handovers import held_handover
from dongvon.domain.lending.rules.portfolio.reading import STAGED
from dongvon.domain.units.vocabulary import Role

NAMES = ", ".join(f'"{name}"' for name in STAGED)
TABLE = f"""
CREATE TEMP TABLE IF NOT EXISTS staged_row ON COMMIT DROP AS SELECT {NAMES} FROM lending_handoverrow LIMIT 0;
CREATE TEMP TABLE IF NOT EXISTS staged_problem ON COMMIT DROP AS
    SELECT line, field, code, is_error, values FROM lending_handoverproblem LIMIT 0;
TRUNCATE staged_row, staged_problem
"""  # noqa: S608 - names are ours
KEEP = f"""
INSERT INTO lending_handoverrow (handover_id, standing, is_new_person, {NAMES})
SELECT %(handover)s, 'new', false, {NAMES} FROM staged_row;
INSERT INTO lending_handoverproblem (handover_id, line, field, code, is_error, values)
SELECT %(handover)s, line, field, code, is_error, values FROM staged_problem
"""  # noqa: S608 - names are ours

#: A file may be read again, after a crash or because the books have moved.
BEFORE = frozenset({HandoverState.WAITING, HandoverState.READING, HandoverState.CHECKED, HandoverState.FAILED})


@operation(allowed={Role.SYSTEM})
def stage_rows(
    *, key: UUID, by: Actor, at: datetime, handover: UUID, rows: int, lines: bytes, problems: bytes, starts: bool
) -> int:
    """Add a block of lines, as COPY takes them; the first block starts anew. Gives the lines so far.

    Refuses HandoverNotReady.
    """
    held = held_handover(handover, states=BEFORE if starts else {HandoverState.READING})
    if starts:
        HandoverRow.objects.filter(handover=handover).delete()
        HandoverProblem.objects.filter(handover=handover).delete()
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
        for table, content in (("staged_row", lines), ("staged_problem", problems)):
            with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                copy.write(content)
        cursor.execute(KEEP, {"handover": handover})
    so_far = rows if starts else held.rows + rows
    Handover.objects.filter(id=handover).update(state=HandoverState.READING, rows=so_far)
    return so_far
