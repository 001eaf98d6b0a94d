"""End a line of a certified list in mid-year: somebody died, moved away, or was listed by mistake."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Listing
from dongvon.domain.people.vocabulary import Ending
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NotInForce(Refusal):
    """The line does not hold on that day, or begins with it."""

    text = "Dòng này không còn hiệu lực vào ngày {day}, hoặc chưa có hiệu lực trước ngày đó."
    field = "on"


@operation(allowed={Role.COMMUNE_CHAIR, Role.SYSTEM})
def end_listing(*, key: UUID, by: Actor, at: datetime, on: date, listing: UUID, ending: Ending) -> UUID:
    """It no longer entitles from `on`. Refuses NotInForce."""
    found = Listing.objects.select_for_update().filter(id=listing, valid__contains=on, ending="").first()
    if found is None or found.valid.lower >= on:
        raise NotInForce(day=f"{on:%d/%m/%Y}")
    found.valid = DateRange(found.valid.lower, on)
    found.ending, found.ended_by, found.ended_at = ending, by.person, at
    found.save(update_fields=["valid", "ending", "ended_by", "ended_at"])
    return found.id
