"""The numbers of a consolidation, each with its reference."""

from uuid import UUID

from dongvon.domain.workplan.models import Computation
from dongvon.domain.workplan.queries.city_report import Cited
from dongvon.domain.workplan.vocabulary import ComputationKind, SlotKind

Key = tuple[str, str, UUID | None]


def cited_in(consolidation: UUID) -> dict[Key, Cited]:
    """By kind, subject and clause, in the order of their references."""
    rows = Computation.objects.filter(consolidation=consolidation).select_related("slot").order_by("number")
    return {(row.kind, row.subject, row.clause_id): cited_of(row) for row in rows}


def cited_of(row: Computation) -> Cited:
    """One computation as the report cites it."""
    return Cited(
        id=row.pk,
        reference=row.number,
        label=row.label if row.kind != ComputationKind.YEAR_BEFORE else f"{row.label} (năm trước)",
        value=row.value,
        multiplier=row.multiplier,
        unit_of_measure=row.unit_of_measure,
        kind=row.slot.kind if row.slot else SlotKind.COUNT,
        units=row.units,
        asked=row.asked,
    )
