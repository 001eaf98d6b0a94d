"""Waivers and extensions: asked, granted, declined."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from dongvon.domain.units.queries.directory import units_by_id
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.workplan.models import Extension, Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefRow:
    """One request; `due_on` only where longer was asked for, `clause_code` empty when the whole round is meant."""

    id: UUID
    kind: str
    plan: UUID
    round: UUID
    round_title: str
    unit: UUID
    unit_name: str
    clause_code: str
    due_on: date | None
    reason: str
    document: str
    state: str
    asked_by: UUID
    asked_by_name: str
    asked_at: datetime
    decided_by_name: str
    decided_at: datetime | None
    note: str


def reliefs(*, on: date, round: UUID | None = None, unit: UUID | None = None, state: str = "") -> list[ReliefRow]:
    """Requests the asker may see, the undecided first, then the latest, in four statements."""
    wanted = {"round": round, "unit": unit, "state": state or None}
    given = {name: value for name, value in wanted.items() if value is not None}
    found: list[Waiver | Extension] = []
    for kind in (Waiver, Extension):
        found += kind.objects.filter(**given).select_related("round", "clause")
    units = units_by_id({row.unit_id for row in found}, on=on)
    names = names_of({row.asked_by_id for row in found} | {row.decided_by_id for row in found if row.decided_by_id})
    ordered = sorted(found, key=lambda row: (row.state != "asked", -row.asked_at.timestamp()))
    return [_row(row, unit_name=units[row.unit_id].full_name, names=names) for row in ordered]


def _row(row: Waiver | Extension, *, unit_name: str, names: dict[UUID, str]) -> ReliefRow:
    return ReliefRow(
        id=row.pk,
        kind="waiver" if isinstance(row, Waiver) else "extension",
        plan=row.round.plan_id,
        round=row.round_id,
        round_title=row.round.title,
        unit=row.unit_id,
        unit_name=unit_name,
        clause_code=row.clause.code if row.clause else "",
        due_on=row.due_on if isinstance(row, Extension) else None,
        reason=row.reason,
        document=row.document,
        state=row.state,
        asked_by=row.asked_by_id,
        asked_by_name=names.get(row.asked_by_id, ""),
        asked_at=row.asked_at,
        decided_by_name=names.get(row.decided_by_id, "") if row.decided_by_id else "",
        decided_at=row.decided_at,
        note=row.note,
    )
