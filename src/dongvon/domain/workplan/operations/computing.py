"""Computes the numbers of a consolidation and stores each with the rows behind it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from dongvon.domain.workplan.models import Clause, Computation, ComputationRow, Round, Slot
from dongvon.domain.workplan.queries.statements import rows
from dongvon.domain.workplan.rules.aggregating import aggregate
from dongvon.domain.workplan.vocabulary import ComputationKind, ConcernKind, EntryStatus, Punctuality
from dongvon.kernel.ids import new_id

BATCH = 2_000

_PUNCTUALITY = {
    Punctuality.ON_TIME.value: "Đơn vị gửi báo cáo đúng hạn",
    Punctuality.LATE.value: "Đơn vị gửi báo cáo quá hạn",
    Punctuality.MISSING.value: "Đơn vị quá hạn chưa gửi báo cáo",
    Punctuality.PENDING.value: "Đơn vị chưa đến hạn, chưa gửi báo cáo",
    Punctuality.WAIVED.value: "Đơn vị được miễn báo cáo",
    "on_behalf": "Báo cáo do đơn vị khác nộp thay",
}
_STATUSES = {
    EntryStatus.DONE.value: "đã hoàn thành",
    EntryStatus.IN_PROGRESS.value: "đang thực hiện",
    EntryStatus.NOT_STARTED.value: "chưa thực hiện",
    EntryStatus.NOT_APPLICABLE.value: "không phát sinh",
}
_CONCERNS = {
    ConcernKind.DIFFICULTY.value: "Khó khăn, vướng mắc được nêu",
    ConcernKind.PROPOSAL.value: "Đề xuất, kiến nghị được nêu",
}


class Contribution(NamedTuple):
    """One row of `sql/contributions.sql`."""

    kind: str
    subject: str
    clause: UUID | None
    slot: UUID | None
    unit: UUID
    submission: UUID | None
    value: Decimal | None
    note: str


@dataclass
class _Numbering:
    """Hands out references in the order in which the report mentions the numbers."""

    consolidation: UUID
    asked: dict[tuple[UUID | None, UUID | None], int]
    contributions: dict[tuple[str, str, UUID | None], list[Contribution]]
    made: list[Computation] = field(default_factory=list)
    sources: list[ComputationRow] = field(default_factory=list)

    def add(self, kind: ComputationKind, subject: str, *, label: str, clause: UUID | None = None) -> None:
        """A count of units, statuses or concerns."""
        given = self.contributions.get((kind, subject, clause), [])
        value = sum((each.value or Decimal(0) for each in given), Decimal(0))
        row = Computation(value=value, unit_of_measure="ý kiến" if kind == ComputationKind.CONCERN else "đơn vị")
        self._keep(row, given, kind=kind, subject=subject, label=label, clause=clause)

    def add_figure(self, kind: ComputationKind, slot: Slot) -> None:
        """The figure of a slot, put together as the slot says."""
        given = self.contributions.get((kind, slot.code, None), [])
        in_time = sorted(given, key=lambda each: str(each.submission))  # ids sort by the moment they were minted
        value = aggregate([each.value for each in in_time if each.value is not None], way=slot.aggregate)
        row = Computation(value=value, unit_of_measure=slot.unit_of_measure, multiplier=slot.multiplier, slot=slot)
        self._keep(row, given, kind=kind, subject=slot.code, label=slot.name, clause=None)

    def _keep(
        self,
        row: Computation,
        given: list[Contribution],
        *,
        kind: ComputationKind,
        subject: str,
        label: str,
        clause: UUID | None,
    ) -> None:
        row.id, row.consolidation_id, row.number = new_id(), self.consolidation, len(self.made) + 1
        row.kind, row.subject, row.label, row.clause_id = kind, subject, label, clause
        row.units = sum(1 for each in given if each.value is not None)
        asked = 0 if kind == ComputationKind.YEAR_BEFORE else self.asked.get((clause, row.slot_id), 0)
        row.asked = max(asked, row.units)
        self.made.append(row)
        self.sources.extend(_source(row.id, each) for each in given)


def compute(round_: Round, *, consolidation: UUID, at: datetime) -> list[Computation]:
    """Every number of the report, stored; the consolidation itself may be stored after them."""
    asked = {(clause, slot): count for clause, slot, count in rows("asked", round=round_.pk)}
    numbering = _Numbering(consolidation, asked, _by_number(_contributions(round_, at=at)))
    for subject, label in _PUNCTUALITY.items():
        numbering.add(ComputationKind.PUNCTUALITY, subject, label=label)
    slots = _slots(round_)
    for clause in Clause.objects.filter(plan=round_.plan_id).order_by("ordinal"):
        for status, label in _STATUSES.items():
            numbering.add(ComputationKind.STATUS, status, label=f"Nhiệm vụ {clause.code}: {label}", clause=clause.pk)
        for slot in slots.get(clause.pk, []):
            numbering.add_figure(ComputationKind.FIGURE, slot)
            numbering.add_figure(ComputationKind.YEAR_BEFORE, slot)
    for kind, label in _CONCERNS.items():
        numbering.add(ComputationKind.CONCERN, kind, label=label)
    Computation.objects.bulk_create(numbering.made)
    ComputationRow.objects.bulk_create(numbering.sources, batch_size=BATCH)
    return numbering.made


def _contributions(round_: Round, *, at: datetime) -> Iterator[Contribution]:
    return (Contribution(*row) for row in rows("contributions", round=round_.pk, at=at))


def _by_number(found: Iterable[Contribution]) -> dict[tuple[str, str, UUID | None], list[Contribution]]:
    gathered: dict[tuple[str, str, UUID | None], list[Contribution]] = defaultdict(list)
    for each in found:
        gathered[(each.kind, each.subject, each.clause)].append(each)
    return gathered


def _slots(round_: Round) -> dict[UUID, list[Slot]]:
    gathered: dict[UUID, list[Slot]] = defaultdict(list)
    for slot in Slot.objects.filter(plan=round_.plan_id).order_by("position", "code"):
        gathered[slot.clause_id].append(slot)
    return gathered


def _source(computation: UUID, each: Contribution) -> ComputationRow:
    return ComputationRow(
        computation_id=computation,
        unit_id=each.unit,
        submission_id=each.submission,
        value=each.value,
        note=each.note,
    )
