"""Reverse transfers that were wrong."""

from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.ledger.operations.book import demand_open
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import derived_id
from dongvon.kernel.refusals import Refusal

STATEMENT = (Path(__file__).parents[1] / "sql" / "reverse.sql").read_text()


class NotReversible(Refusal):
    """A transfer is not there, was reversed before, or is itself a reversal."""

    text = "Có bút toán không đảo được: không tồn tại, đã được đảo trước đó, hoặc chính nó là bút toán đảo."


@operation(allowed={Role.ACCOUNTANT, Role.SYSTEM})
def reverse(*, key: UUID, by: Actor, at: datetime, on: date, transfers: tuple[UUID, ...]) -> int:
    """Write the mirror image of each of `transfers` on date `on`; gives their number.

    Refuses DayClosed, NotReversible.
    """
    demand_open(on)
    columns = {"ids": [derived_id(key, str(old)) for old in transfers], "reversed": list(transfers)}
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(STATEMENT, {**columns, "day": on, "person": by.person, "posted_at": at})
            written: int = cursor.rowcount
    except IntegrityError as fault:
        raise NotReversible from fault
    if written != len(transfers):
        raise NotReversible
    return written
