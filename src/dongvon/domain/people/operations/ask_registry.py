"""Ask a national database about people, by a file that somebody carries there."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import Person, Verification, VerificationLine
from dongvon.domain.people.vocabulary import Registry, RegistryField
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class NobodyToAsk(Refusal):
    """Only people with a personal number can be asked about."""

    text = "Không có ai trong số này có số định danh nên không lập được yêu cầu xác minh."


class BasisMissing(Refusal):
    """Whoever asks says on what basis, for what purpose and until when the answer may be used."""

    text = "Hãy ghi căn cứ pháp lý, mục đích và hạn sử dụng kết quả sau hôm nay."
    field = "basis"


@operation(allowed={Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def ask_registry(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    registry: Registry,
    people: tuple[UUID, ...],
    fields: tuple[RegistryField, ...],
    basis: str,
    purpose: str,
    expires_on: date,
) -> UUID:
    """A request with a line for each person who has a number; gives its id. Refuses NobodyToAsk, BasisMissing."""
    if not basis.strip() or not purpose.strip() or expires_on <= at.astimezone(VIETNAM).date():
        raise BasisMissing
    asked = Person.objects.filter(id__in=people, number_mark__isnull=False).order_by("name_sort_key", "id")
    numbered = list(asked.values_list("id", flat=True))
    if not numbered:
        raise NobodyToAsk
    assert by.unit is not None, "whoever asks acts for a unit"
    made = Verification.objects.create(
        registry=registry,
        unit_id=by.unit,
        basis=basis.strip(),
        purpose=purpose.strip(),
        fields=list(fields),
        asked_by=by.person,
        asked_at=at,
        expires_on=expires_on,
    )
    VerificationLine.objects.bulk_create(VerificationLine(verification=made, person_id=one) for one in numbered)
    return made.id
