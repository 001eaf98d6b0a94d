"""What was asked about loans, and what came of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from dongvon.domain.lending.models import Petition
from dongvon.domain.lending.vocabulary import PetitionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionRow:
    """`answer` is the number of the decision, or why it was declined; `granted` is None while nobody has decided."""

    id: UUID
    loan: UUID
    number: str
    kind: PetitionKind
    received_on: date
    asked: str
    proposed_by: UUID
    proposed_at: datetime
    decided_by: UUID | None
    decided_at: datetime | None
    granted: bool | None
    answer: str
    act: UUID | None


def petitions_of(loan: UUID) -> list[PetitionRow]:
    """Of one loan, newest first."""
    return _rows(Petition.objects.filter(loan=loan).order_by("-proposed_at"))


def waiting(*, limit: int = 200) -> list[PetitionRow]:
    """Those in sight that nobody has decided, oldest first."""
    return _rows(Petition.objects.filter(decided_by=None).order_by("proposed_at")[:limit])


def _rows(found: QuerySet[Petition]) -> list[PetitionRow]:
    return [
        PetitionRow(
            id=row.id,
            loan=row.loan_id,
            number=row.loan.contract_number,
            kind=PetitionKind(row.kind),
            received_on=row.received_on,
            asked=row.asked,
            proposed_by=row.proposed_by,
            proposed_at=row.proposed_at,
            decided_by=row.decided_by,
            decided_at=row.decided_at,
            granted=row.granted,
            answer=row.answer,
            act=row.act,
        )
        for row in found.select_related("loan")
    ]
