"""Which debts bar a loan under a programme, and which loans a debt under it bars."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from dongvon.domain.programmes.models import Exclusion


@dataclass(frozen=True, slots=True, kw_only=True)
class ExclusionRow:
    """A debt under `held` bars a new loan under `barred`, each told by its programme and name."""

    held: UUID
    held_name: str
    barred: UUID
    barred_name: str
    basis: str
    confidence: str


def exclusions_about(programme: UUID) -> list[ExclusionRow]:
    """Every rule that names the programme, those that bar it first; one query."""
    found = (
        Exclusion.objects.filter(Q(held=programme) | Q(barred=programme))
        .select_related("held", "barred", "basis")
        .order_by("barred__code", "held__code")
    )
    rows = [
        ExclusionRow(
            held=each.held_id,
            held_name=each.held.name,
            barred=each.barred_id,
            barred_name=each.barred.name,
            basis=each.basis.number,
            confidence=each.confidence,
        )
        for each in found
    ]
    return sorted(rows, key=lambda row: row.barred != programme)
