"""Take the rows of a workbook onto its list, all or none."""

from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from django.db import connection

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import ListImport
from dongvon.domain.people.operations.drafting import demand_draft
from dongvon.domain.people.queries.arrivals import Arrivals
from dongvon.domain.people.queries.list_workbook import check_brought
from dongvon.domain.people.vocabulary import OF_PERSONS
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal

_STATEMENTS: Final = (Path(__file__).parents[1] / "sql" / "take_list.sql").read_text(encoding="utf-8").split(";\n")


class StillFaulty(Refusal):
    """Rows are wrong, or became wrong since the check."""

    text = "Còn {faulty} dòng có lỗi. Hãy tải tệp đã đánh dấu, sửa rồi gửi lại; chưa dòng nào được đưa vào."


class AlreadyTaken(Refusal):
    """This workbook is on the list."""

    text = "Tệp này đã được đưa vào danh sách ngày {day}."


@operation(allowed={Role.COMMUNE_OFFICER, Role.COMMUNE_CHAIR, Role.CREDIT_OFFICER, Role.SYSTEM})
def take_list(*, key: UUID, by: Actor, at: datetime, brought: UUID) -> int:
    """People, households and lines; whoever is on the list already stays. Gives how many lines were added.

    Refuses AlreadyTaken, NotADraft, StillFaulty.
    """
    given = ListImport.objects.select_for_update().select_related("list").get(id=brought)
    if given.taken_at is not None:
        raise AlreadyTaken(day=f"{given.taken_at:%d/%m/%Y}")
    demand_draft(given.list)
    on = at.astimezone(VIETNAM).date()
    checked = check_brought(brought, on=on)
    if checked.faulty:
        raise StillFaulty(faulty=checked.faulty)
    added = _write(Arrivals(given.list_id, on=on), at=at)
    given.sealed, given.taken_by, given.taken_at, given.faulty = None, by.person, at, 0
    given.save(update_fields=["sealed", "taken_by", "taken_at", "faulty"])
    return added


def _write(arrivals: Arrivals, *, at: datetime) -> int:
    """The check staged the rows in this transaction; the last statement adds the lines."""
    values = {**arrivals.values, "at": at, "of_persons": arrivals.list.kind in OF_PERSONS}
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # each row points to what was written before it
        for statement in _STATEMENTS:
            cursor.execute(statement, values)
        return int(cursor.rowcount)
