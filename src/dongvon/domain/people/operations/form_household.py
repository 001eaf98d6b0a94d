"""Form a household of registered people."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Household, Membership
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class AlreadyInHousehold(Refusal):
    """Somebody belongs to another household on that day."""

    text = "Có người đang là thành viên của hộ khác vào ngày {day}. Hãy chuyển người đó đi trước."


class CodeTaken(Refusal):
    """A commune knows a household by its code."""

    text = "Mã hộ “{code}” đã có ở xã, phường này. Hãy dùng mã khác."
    field = "code"


@operation(allowed={Role.COMMUNE_OFFICER, Role.UNIT_REPORTER, Role.CREDIT_OFFICER, Role.SYSTEM})
def form_household(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    on: date,
    code: str,
    place: str,
    hamlet: str,
    head: UUID,
    others: tuple[tuple[UUID, str], ...],
) -> UUID:
    """Join `head` and `others` (each with the relation to the head) from `on`.

    Refuses CodeTaken, AlreadyInHousehold.
    """
    if Household.objects.filter(place=place, code=code).exists():
        raise CodeTaken(code=code)
    household = Household.objects.create(code=code, place_id=place, hamlet=hamlet)
    joined = [(head, "chủ hộ"), *others]
    rows = [
        Membership(
            household=household, person_id=person, relation=relation, is_head=person == head, valid=DateRange(on, None)
        )
        for person, relation in joined
    ]
    try:
        with transaction.atomic():
            Membership.objects.bulk_create(rows)
    except IntegrityError as fault:
        if "people_membership_one_household_at_a_time" in str(fault):
            raise AlreadyInHousehold(day=f"{on:%d/%m/%Y}") from None
        raise
    return household.id
