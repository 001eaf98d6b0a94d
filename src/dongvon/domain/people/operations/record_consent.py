"""Record that somebody was told how their data is used, and agreed."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Consent
from dongvon.domain.people.vocabulary import CONSENT_NOTICE, CONSENT_VERSION
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class ConsentInFuture(Refusal):
    """Nobody has agreed yet."""

    text = "Ngày đồng ý không thể sau hôm nay."
    field = "on"


class ConsentThere(Refusal):
    """The consent in force is withdrawn first."""

    text = "Người này đang đồng ý theo thông báo đã ghi; chỉ ghi lại sau khi rút."


@operation(allowed={Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def record_consent(*, key: UUID, by: Actor, at: datetime, on: date, person: UUID, kept_at: str) -> UUID:
    """The notice of today is kept as it was read to them. Refuses ConsentInFuture, ConsentThere."""
    if on > at.astimezone(VIETNAM).date():
        raise ConsentInFuture
    if Consent.objects.filter(person=person, withdrawn_on=None).exists():
        raise ConsentThere
    return Consent.objects.create(
        person_id=person,
        version=CONSENT_VERSION,
        told=CONSENT_NOTICE,
        given_on=on,
        kept_at=kept_at.strip(),
        recorded_by=by.person,
        recorded_at=at,
    ).id
