"""Rows of a list beside the people on record: who they are, and what does not fit."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.db import connection

from dongvon.domain.people.models import BeneficiaryList
from dongvon.domain.people.rules.list_faults import InOtherCommune, OtherClass, OtherName, RecognisedByName
from dongvon.domain.people.rules.sealing import Sealing
from dongvon.domain.people.vocabulary import Finding, GivenRow
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import fold, name_sort_key

_SQL: Final = Path(__file__).parents[1] / "sql"
_STAGE: Final = (_SQL / "arrivals.sql").read_text(encoding="utf-8")
_DOUBTS: Final = (_SQL / "arrivals_doubts.sql").read_text(encoding="utf-8")
_COPY: Final = """
COPY arrivals (row, head, code, full_name, sort_key, search_key, birth_year, birth_month, birth_day, sex, hamlet,
               relation, number_mark, number_sealed, number_last) FROM STDIN
"""
_SAYS: Final[dict[str, tuple[type[Refusal], bool]]] = {
    "elsewhere": (InOtherCommune, True),
    "other_name": (OtherName, True),
    "by_name": (RecognisedByName, False),
    "other_class": (OtherClass, False),
}


class Arrivals:
    """Stages rows in a table of this transaction, `arrivals`, and recognises who is known."""

    def __init__(self, list_id: UUID, *, on: date) -> None:
        self.list = BeneficiaryList.objects.get(id=list_id)
        self.on = on

    @property
    def values(self) -> dict[str, Any]:
        """What the statements over `arrivals` are told."""
        return {"list": self.list.id, "place": self.list.place_id, "kind": self.list.kind, "on": self.on}

    def doubts(self, rows: Sequence[GivenRow], *, column: int | None) -> list[Finding]:
        """What the records say against the rows, or for their attention."""
        self.stage(rows)
        with connection.cursor() as cursor:
            cursor.execute(_DOUBTS, self.values)
            told = cursor.fetchall()
        return [
            Finding(row=row, column=column, told=refusal(), fault=fault)
            for row, word in told
            for refusal, fault in [_SAYS[word]]
        ]

    def stage(self, rows: Sequence[GivenRow]) -> None:
        """Fill `arrivals`, with `person` and `household` of those who are known."""
        sealing = Sealing(settings.IDENTITY_KEY)
        create, *recognise = _STAGE.split(";\n")
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS pg_temp.arrivals")
            cursor.execute(create)
            with cursor.copy(_COPY) as copy:
                for row in rows:
                    copy.write_row(_columns(row, sealing))
            for statement in filter(str.strip, recognise):
                cursor.execute(statement, self.values)


def _columns(row: GivenRow, sealing: Sealing) -> tuple[Any, ...]:
    year, month, day = row.birth
    number = row.number or None
    return (
        row.row,
        row.head,
        row.code,
        row.name,
        name_sort_key(row.name),
        fold(row.name),
        year,
        month,
        day,
        row.sex,
        row.hamlet,
        row.relation,
        sealing.finding_mark(number) if number else None,
        sealing.sealed(number) if number else None,
        number[-4:] if number else "",
    )
