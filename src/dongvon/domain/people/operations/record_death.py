"""Record that somebody has died."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Person
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class DeathInFuture(Refusal):
    """The day has not come."""

    text = "Ngày mất không thể sau hôm nay."
    field = "on"


class DeathBeforeBirth(Refusal):
    """Nobody dies before being born."""

    text = "Ngày mất không thể trước năm sinh {year}."
    field = "on"


@operation(allowed={Role.COMMUNE_OFFICER, Role.UNIT_REPORTER, Role.CREDIT_OFFICER, Role.SYSTEM})
def record_death(*, key: UUID, by: Actor, at: datetime, on: date, person: UUID) -> UUID:
    """Note the day of death, on which debts and memberships are then handled.

    Refuses DeathInFuture, DeathBeforeBirth.
    """
    if on > at.astimezone(VIETNAM).date():
        raise DeathInFuture
    found = Person.objects.select_for_update().get(id=person)
    if on.year < found.birth_year:
        raise DeathBeforeBirth(year=found.birth_year)
    found.died_on = on
    found.save(update_fields=["died_on"])
    return person
