"""Move a person out of a household, into another or elsewhere."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Household, Membership, Person
from dongvon.domain.people.operations.form_household import AlreadyInHousehold
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class HeadMustBeReplaced(Refusal):
    """A household cannot be left without a head."""

    text = "Người này là chủ hộ. Hãy cử chủ hộ khác trước khi chuyển đi."


class NotInHousehold(Refusal):
    """The person belongs to no household before that day."""

    text = "Người này không thuộc hộ nào từ trước ngày {day}."
    field = "on"


@operation(allowed={Role.COMMUNE_OFFICER, Role.UNIT_REPORTER, Role.CREDIT_OFFICER, Role.SYSTEM})
def move(*, key: UUID, by: Actor, at: datetime, on: date, person: UUID, household: UUID | None, relation: str) -> UUID:
    """End the present membership on `on` and, where a household is given, begin one there.

    Refuses HeadMustBeReplaced, NotInHousehold, AlreadyInHousehold.
    """
    present = Membership.objects.select_for_update().filter(person=person, valid__contains=on).first()
    if present is None or present.valid.lower >= on:
        raise NotInHousehold(day=f"{on:%d/%m/%Y}")
    if present.is_head and _others(present, on).exists():
        raise HeadMustBeReplaced
    present.valid = DateRange(present.valid.lower, on)
    present.save(update_fields=["valid"])
    if household is not None:
        _join(person, Household.objects.get(id=household), relation=relation, on=on)
    return person


def _others(present: Membership, on: date) -> QuerySet[Membership]:
    return Membership.objects.filter(household=present.household_id, valid__contains=on).exclude(pk=present.pk)


def _join(person: UUID, household: Household, *, relation: str, on: date) -> None:
    if Membership.objects.filter(person=person, valid__startswith__gt=on).exists():
        raise AlreadyInHousehold(day=f"{on:%d/%m/%Y}")
    Membership.objects.create(
        household=household, person_id=person, relation=relation, is_head=False, valid=DateRange(on, None)
    )
    Person.objects.filter(id=person).update(place=household.place_id, hamlet=household.hamlet)
