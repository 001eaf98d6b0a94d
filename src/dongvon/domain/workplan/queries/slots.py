"""The figures a plan asks for, and what a new one can be set beside."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from dongvon.domain.workplan.models import Slot, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotRow:
    """One slot as it was defined."""

    id: UUID
    code: str
    name: str
    clause_code: str
    unit_of_measure: str
    multiplier: int
    kind: str
    aggregate: str
    definition: str
    target_text: str
    bodies: tuple[str, ...]


def slots_in(plan: UUID) -> tuple[SlotRow, ...]:
    """Every slot of a plan, in the order of its clauses."""
    columns = ("id", "code", "name", "unit_of_measure", "multiplier", "kind", "aggregate", "definition", "bodies")
    named = Slot.objects.filter(plan=plan).annotate(clause_code=F("clause__code"), target_text=F("target__text"))
    rows = named.order_by("clause__ordinal", "position", "code").values(*columns, "clause_code", "target_text")
    return tuple(
        SlotRow(**{**row, "target_text": row["target_text"] or "", "bodies": tuple(row["bodies"])}) for row in rows
    )


def target_choices(plan: UUID) -> list[tuple[str, str]]:
    """The targets of a plan as a form offers them."""
    rows = Target.objects.filter(plan=plan).order_by("ordinal").values_list("pk", "text")
    return [(str(pk), text[:120]) for pk, text in rows]
