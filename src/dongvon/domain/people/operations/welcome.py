"""Welcome somebody who comes into a household, or founds one: born, married, or moved in from elsewhere."""

from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Household, Membership
from dongvon.domain.people.operations.form_household import form_household
from dongvon.domain.people.operations.register import register
from dongvon.domain.people.vocabulary import PersonDraft
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class RelationMissing(Refusal):
    """A household that is there has a head: what is the newcomer to that person?"""

    text = "Mã hộ này đã có ở xã, phường: hãy ghi quan hệ với chủ hộ, hoặc dùng mã khác để lập hộ mới."
    field = "relation"


@operation(allowed={Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def welcome(
    *, key: UUID, by: Actor, at: datetime, on: date, person: PersonDraft, household_code: str, relation: str
) -> UUID:
    """The household of that code in the person's commune, from `on`; where there is none, the person heads it.

    Gives the person. Refuses RelationMissing and what `register` refuses.
    """
    register(key=key, by=by, at=at, people=(person,))
    household = Household.objects.filter(place=person.place, code=household_code).first()
    if household is None:
        where = {"code": household_code, "place": person.place, "hamlet": person.hamlet}
        form_household(key=key, by=by, at=at, on=on, head=person.id, others=(), **where)
        return person.id
    if not relation.strip():
        raise RelationMissing
    joins = {"relation": relation.strip(), "is_head": False, "valid": DateRange(on, None)}
    Membership.objects.create(household=household, person_id=person.id, **joins)
    return person.id
