"""Bring in lists that were certified before this program was there, with a household for each head."""

from datetime import datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from django.db import connection

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.vocabulary import OF_PERSONS
from dongvon.domain.units.vocabulary import Role

_STAGE, *_STEPS = (Path(__file__).parents[1] / "sql" / "take_over_lists.sql").read_text(encoding="utf-8").split(";\n")
_COPY: Final = "COPY arriving (person, kind, since, until) FROM STDIN (FORMAT csv, HEADER match)"


@operation(allowed={Role.SYSTEM})
def take_over_lists(
    *, key: UUID, by: Actor, at: datetime, maker: UUID, checker: UUID, decision: str, table: bytes
) -> int:
    """`table` is CSV: person, kind, since, until; one certified list for each commune, kind and year of `since`.

    Persons without a household become heads of their own. Gives how many lines were added.
    """
    values: dict[str, Any] = {"maker": maker, "checker": checker, "decision": decision, "at": at}
    values["of_persons"] = sorted(OF_PERSONS)
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS pg_temp.arriving")
        cursor.execute(_STAGE)
        with cursor.copy(_COPY) as copy:
            copy.write(table)
        for step in _STEPS:
            cursor.execute(step, values)
        return int(cursor.rowcount)
