"""The figures of a report as a grid, and what people put into it: cells, a pasted block, a workbook."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from uuid import UUID

from dongvon.domain.workplan.models import Slot, Target
from dongvon.domain.workplan.queries.report_page import ReportPage
from dongvon.domain.workplan.rules.block import Fault, Reading, read_block
from dongvon.domain.workplan.rules.cells import SlotShape, read_cell, shown
from dongvon.domain.workplan.rules.comparison import Comparison, compare
from dongvon.domain.workplan.rules.workbook import Returned, read_workbook
from dongvon.kernel.refusals import Refusal

#: The row of the workbook, counted from 0, in which the first figure stands.
FIRST_ROW: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One slot with what was said in it, last year's figure and the plan's target."""

    slot: UUID
    clause: UUID
    clause_code: str
    code: str
    name: str
    unit_of_measure: str
    kind: str
    multiplier: int
    definition: str
    value: Decimal | None
    no_data_reason: str
    before: Decimal | None
    comparison: Comparison
    target_text: str

    @property
    def written(self) -> str:
        """The value as it is typed."""
        return shown(self.value, multiplier=self.multiplier)

    def as_written(self, value: Decimal | None) -> str:
        """Any value of this slot as it is typed."""
        return shown(value, multiplier=self.multiplier)

    @property
    def written_before(self) -> str:
        """Last year's value as it is typed."""
        return shown(self.before, multiplier=self.multiplier)


def grid_of(page: ReportPage) -> tuple[GridRow, ...]:
    """Every figure of a report, in the order of the plan."""
    figures = [(entry, figure) for entry in page.words.entries for figure in entry.figures]
    slots = Slot.objects.filter(pk__in=[figure.slot for _, figure in figures]).select_related("target").in_bulk()
    rows = []
    for entry, figure in figures:
        slot = slots[figure.slot]
        last = page.before.figures.get(figure.code)
        rows.append(
            GridRow(
                slot=figure.slot,
                clause=entry.clause,
                clause_code=entry.code,
                code=figure.code,
                name=figure.name,
                unit_of_measure=figure.unit_of_measure,
                kind=figure.kind,
                multiplier=figure.multiplier,
                definition=slot.definition,
                value=figure.value,
                no_data_reason=figure.no_data_reason,
                before=last.value if last else None,
                comparison=_compared(figure.value, last.value if last else None, slot.target),
                target_text=slot.target.text if slot.target else "",
            )
        )
    return tuple(rows)


def read_cells(rows: tuple[GridRow, ...], *, cells: Mapping[UUID, tuple[str, str]]) -> Reading:
    """Typed numbers with their reasons, by slot; slots not mentioned are left alone."""
    figures, faults = [], []
    for row in rows:
        if row.slot not in cells:
            continue
        value, reason = cells[row.slot]
        try:
            figures.append(read_cell(value, reason=reason, slot=_shape(row)))
        except Refusal as refusal:
            faults.append(Fault(str(row.slot), refusal))
    return Reading(tuple(figures), tuple(faults))


def read_pasted(rows: tuple[GridRow, ...], *, text: str, start: int = 0) -> Reading:
    """A block copied from a spreadsheet, from the row at `start` on."""
    return read_block(text, slots=[_shape(row) for row in rows], start=start)


def read_returned(page: ReportPage, *, rows: tuple[GridRow, ...], content: bytes) -> Returned:
    """A filled workbook; refuses what is no workbook of this report."""
    title = f"{page.row.round_title} - {page.row.reporter_name}"
    assert page.row.report is not None, "only an opened report has a workbook"
    return read_workbook(content, report=page.row.report, title=title, slots=[_shape(row) for row in rows])


def _shape(row: GridRow) -> SlotShape:
    return SlotShape(
        id=row.slot,
        code=row.code,
        name=row.name,
        kind=row.kind,
        unit_of_measure=row.unit_of_measure,
        multiplier=row.multiplier,
    )


def _compared(value: Decimal | None, before: Decimal | None, target: Target | None) -> Comparison:
    if target is None:
        return compare(value, before=before)
    return compare(value, before=before, target=target.number, target_kind=target.kind)
