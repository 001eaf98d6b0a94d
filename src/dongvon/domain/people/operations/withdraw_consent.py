"""Record that somebody took back their consent."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Consent
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class NothingToWithdraw(Refusal):
    """There is no consent in force, or it was given later."""

    text = "Vào ngày đó người này chưa có đồng ý nào đang có hiệu lực, hoặc ngày rút sau hôm nay."
    field = "on"


@operation(allowed={Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def withdraw_consent(*, key: UUID, by: Actor, at: datetime, on: date, person: UUID) -> UUID:
    """What was agreed to until then stays on record. Refuses NothingToWithdraw."""
    found = Consent.objects.select_for_update().filter(person=person, withdrawn_on=None, given_on__lte=on).first()
    if found is None or on > at.astimezone(VIETNAM).date():
        raise NothingToWithdraw
    found.withdrawn_on, found.withdrawal_recorded_by, found.withdrawal_recorded_at = on, by.person, at
    found.save(update_fields=["withdrawn_on", "withdrawal_recorded_by", "withdrawal_recorded_at"])
    return found.id
