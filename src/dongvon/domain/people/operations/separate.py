"""Separate two records that were united by mistake."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Person, SamePerson
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class SeparatedAlready(Refusal):
    """They are two again."""

    text = "Hai hồ sơ này đã được tách."


@operation(allowed={Role.CREDIT_OFFICER, Role.COMMUNE_OFFICER, Role.SYSTEM})
def separate(*, key: UUID, by: Actor, at: datetime, united: UUID, reason: str) -> UUID:
    """Both are found by themselves again; that they were united stays on record. Refuses SeparatedAlready."""
    found = SamePerson.objects.select_for_update().get(id=united)
    if found.separated_at is not None:
        raise SeparatedAlready
    Person.objects.filter(id=found.other_id).update(same_as=None)
    found.separated_by, found.separated_at, found.separation_reason = by.person, at, reason
    found.save(update_fields=["separated_by", "separated_at", "separation_reason"])
    return found.id
