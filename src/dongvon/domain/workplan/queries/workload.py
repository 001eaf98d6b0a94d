"""What every reporter of a round has to answer, in two statements."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dongvon.domain.units.queries.directory import UnitRow, units_by_id
from dongvon.domain.workplan.models import Obligation, Slot, Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSlot:
    """A figure asked of a reporter."""

    id: UUID
    code: str
    kind: str
    multiplier: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedClause:
    """A clause that a reporter answers; `evidence_owed` asks for proof and a self-assessment."""

    id: UUID
    code: str
    evidence_owed: bool
    slots: tuple[AskedSlot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """One reporter and its clauses in the order of the plan."""

    unit: UnitRow
    clauses: tuple[AskedClause, ...]


def workloads(round_: UUID, *, on: date) -> list[Workload]:
    """Every reporter of a round that was not let off, by code of unit."""
    owed: dict[UUID, dict[tuple[UUID, str], bool]] = defaultdict(dict)
    rows = Obligation.objects.filter(round=round_, waiver=None).order_by("clause__ordinal").distinct()
    for reporter, clause, code, evidence, _ in rows.values_list(
        "reporter", "clause", "clause__code", "evidence_owed", "clause__ordinal"
    ):
        owed[reporter][clause, code] = owed[reporter].get((clause, code), False) or evidence
    slots = _slots({clause for clauses in owed.values() for clause, _ in clauses})
    units = units_by_id(owed, on=on)
    return [
        Workload(unit=unit, clauses=_clauses(owed[unit.id], slots=slots, body=unit.body))
        for unit in sorted(units.values(), key=lambda unit: unit.code)
    ]


def content_hash_of(submission: UUID) -> str:
    """The hash that an acceptance of this submission has to name."""
    return Submission.objects.values_list("content_hash", flat=True).get(pk=submission)


def _clauses(
    owed: dict[tuple[UUID, str], bool], *, slots: dict[UUID, list[Slot]], body: str
) -> tuple[AskedClause, ...]:
    return tuple(
        AskedClause(
            id=clause,
            code=code,
            evidence_owed=evidence,
            slots=tuple(_asked(slot) for slot in slots.get(clause, []) if not slot.bodies or body in slot.bodies),
        )
        for (clause, code), evidence in owed.items()
    )


def _slots(clauses: set[UUID]) -> dict[UUID, list[Slot]]:
    gathered: dict[UUID, list[Slot]] = defaultdict(list)
    for slot in Slot.objects.filter(clause__in=clauses).order_by("position", "code"):
        gathered[slot.clause_id].append(slot)
    return gathered


def _asked(slot: Slot) -> AskedSlot:
    return AskedSlot(id=slot.pk, code=slot.code, kind=slot.kind, multiplier=slot.multiplier)
