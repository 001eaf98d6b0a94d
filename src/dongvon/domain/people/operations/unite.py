"""Unite two records of one person, by a person's decision; neither loses a row, and it can be undone."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Person, SamePerson
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class TwoNumbers(Refusal):
    """Two personal numbers are two people."""

    text = "Hai hồ sơ có hai số định danh khác nhau nên là hai người; không gộp được."


class NumberOnOther(Refusal):
    """The record that is kept is the one that databases can be asked about."""

    text = "Hồ sơ kia có số định danh, hồ sơ này thì không. Hãy mở hồ sơ kia rồi gộp hồ sơ này vào đó."
    field = "reason"


class UnitedAlready(Refusal):
    """One of them points to a record already, or the other way round."""

    text = "Một trong hai hồ sơ đã được gộp với hồ sơ khác. Hãy tách ra trước."


@operation(allowed={Role.CREDIT_OFFICER, Role.COMMUNE_OFFICER, Role.SYSTEM})
def unite(*, key: UUID, by: Actor, at: datetime, kept: UUID, other: UUID, reason: str) -> UUID:
    """`other` is found as `kept` from now on. Refuses TwoNumbers, UnitedAlready, NumberOnOther."""
    records = {row.id: row for row in Person.objects.select_for_update().filter(id__in=(kept, other))}
    first, second = records[kept], records[other]
    if first.number_mark and second.number_mark:
        raise TwoNumbers
    if first.same_as_id or second.same_as_id or second.others.exists():
        raise UnitedAlready
    if second.number_mark:
        raise NumberOnOther
    second.same_as = first
    second.save(update_fields=["same_as"])
    return SamePerson.objects.create(kept=first, other=second, reason=reason, united_by=by.person, united_at=at).id
