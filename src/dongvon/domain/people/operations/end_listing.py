"""End lines of a certified list in mid-year: somebody died, moved away, or was listed by mistake."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Listing
from dongvon.domain.people.vocabulary import Ending
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NothingToEnd(Refusal):
    """Nobody was named."""

    text = "Hãy chọn ít nhất một dòng."


class NotInForce(Refusal):
    """A line does not hold on that day, or begins with it."""

    text = "Có dòng không còn hiệu lực vào ngày {day}, hoặc chưa có hiệu lực trước ngày đó."
    field = "on"


@operation(allowed={Role.COMMUNE_CHAIR, Role.SYSTEM})
def end_listing(
    *, key: UUID, by: Actor, at: datetime, on: date, list_id: UUID, lines: tuple[UUID, ...], ending: Ending
) -> int:
    """They no longer entitle from `on`; gives their number. Refuses NothingToEnd, NotInForce."""
    if not lines:
        raise NothingToEnd
    held = Listing.objects.select_for_update().filter(list=list_id, id__in=lines, valid__contains=on, ending="")
    found = [line for line in held if line.valid.lower < on]
    if len(found) < len(set(lines)):
        raise NotInForce(day=f"{on:%d/%m/%Y}")
    for line in found:
        line.valid = DateRange(line.valid.lower, on)
        line.ending, line.ended_by, line.ended_at = ending, by.person, at
    Listing.objects.bulk_update(found, ["valid", "ending", "ended_by", "ended_at"])
    return len(found)
