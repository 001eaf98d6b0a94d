"""Split a household: some of its members found one of their own."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Household, Membership
from dongvon.domain.people.operations.form_household import form_household
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NotOfThisHousehold(Refusal):
    """Whoever leaves must live there, and the head stays."""

    text = "Người tách hộ phải đang là thành viên của hộ này từ trước ngày {day}; chủ hộ thì ở lại."
    field = "head"


@operation(allowed={Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def split(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    on: date,
    household: UUID,
    code: str,
    head: UUID,
    others: tuple[tuple[UUID, str], ...],
) -> UUID:
    """`head` and `others` (each with the relation to the head) leave on `on`; gives their new household.

    The lists of the old household stay with it: a review says what the new one is.
    Refuses NotOfThisHousehold, CodeTaken.
    """
    leaving = {head, *(person for person, _ in others)}
    members = Membership.objects.select_for_update().filter(household=household, valid__contains=on, is_head=False)
    found = [member for member in members if member.person_id in leaving and member.valid.lower < on]
    if len(found) < len(leaving):
        raise NotOfThisHousehold(day=f"{on:%d/%m/%Y}")
    for member in found:
        member.valid = DateRange(member.valid.lower, on)
    Membership.objects.bulk_update(found, ["valid"])
    old = Household.objects.get(id=household)
    where = {"code": code, "place": old.place_id, "hamlet": old.hamlet}
    return form_household(key=key, by=by, at=at, on=on, head=head, others=others, **where)
