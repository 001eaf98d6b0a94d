"""Name another head of a household."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Membership
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NotAMember(Refusal):
    """Only somebody who has lived in the household since before that day may head it."""

    text = "Người được cử phải là thành viên của hộ từ trước ngày {day} và chưa là chủ hộ."
    field = "person"


@operation(allowed={Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def name_head(*, key: UUID, by: Actor, at: datetime, on: date, household: UUID, person: UUID, relation: str) -> UUID:
    """From `on` the person is the head, and whoever was before is its `relation`. Refuses NotAMember."""
    living = {
        member.person_id: member
        for member in Membership.objects.select_for_update().filter(household=household, valid__contains=on)
    }
    named = living.get(person)
    if named is None or named.is_head or named.valid.lower >= on:
        raise NotAMember(day=f"{on:%d/%m/%Y}")
    for before in living.values():
        if before.is_head:
            _follow(before, on=on, relation=relation, is_head=False)
    _follow(named, on=on, relation="chủ hộ", is_head=True)
    return household


def _follow(member: Membership, *, on: date, relation: str, is_head: bool) -> None:
    """End a membership and go on in the same household otherwise."""
    until = member.valid.upper
    member.valid = DateRange(member.valid.lower, on)
    member.save(update_fields=["valid"])
    Membership.objects.create(
        household_id=member.household_id,
        person_id=member.person_id,
        relation=relation,
        is_head=is_head,
        valid=DateRange(on, until),
    )
