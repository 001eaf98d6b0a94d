"""Put in what is asked about a loan."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Loan, Petition
from dongvon.domain.lending.operations.calling import NoSuchLoan
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class AskedAlready(Refusal):
    """One open petition of a kind is enough."""

    text = "Khoản vay {number} đã có đề nghị cùng loại đang chờ quyết định."


class NothingAsked(Refusal):
    """A petition says what is asked and why."""

    text = "Hãy ghi nội dung đề nghị và lý do."
    field = "asked"


@operation(allowed={Role.CREDIT_OFFICER, Role.CREDIT_CONTROLLER, Role.SYSTEM})
def file_petition(
    *, key: UUID, by: Actor, at: datetime, loan: UUID, kind: PetitionKind, received_on: date, asked: str
) -> UUID:
    """Lay the borrower's paper, received on `received_on`, before the one who decides.

    Refuses NoSuchLoan, AskedAlready, NothingAsked.
    """
    if not asked.strip():
        raise NothingAsked
    row = Loan.objects.select_for_update().filter(id=loan).first()
    if row is None:
        raise NoSuchLoan
    if Petition.objects.filter(loan=row, kind=kind, decided_by=None).exists():
        raise AskedAlready(number=row.contract_number)
    made = Petition.objects.create(
        loan=row, kind=kind, received_on=received_on, asked=asked.strip(), proposed_by=by.person, proposed_at=at
    )
    return made.id
