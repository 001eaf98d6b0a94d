"""Fill figures of a report: one, a grid, a pasted block or a whole workbook, all or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.workplan.models import Figure, Obligation, Report, Slot
from dongvon.domain.workplan.operations.reporting import WRITERS, advance, held_for_writing, local
from dongvon.domain.workplan.vocabulary import Filled
from dongvon.kernel.refusals import Refusal


class UnknownSlot(Refusal):
    """A figure was given for a slot that this report does not have."""

    text = "Biểu số liệu đã thay đổi hoặc không thuộc báo cáo này; đề nghị tải lại biểu rồi nhập lại."


class FiguresChangedMeanwhile(Refusal):
    """Somebody else filled some of the same slots; carries `clashes` and `edition`."""

    text = "{who} đã sửa {count} số liệu lúc {changed_at}, sau khi bạn mở biểu. Hãy so sánh rồi chọn bản giữ lại."


@dataclass(frozen=True, kw_only=True)
class Clash:
    """A slot in which two people hold different figures."""

    mine: Filled
    theirs: Filled


@operation(allowed=WRITERS)
def fill(*, key: UUID, by: Actor, at: datetime, report: UUID, expects: int, figures: tuple[Filled, ...]) -> int:
    """Store the figures and return the report's new edition; a figure without value and reason empties its slot.

    Slots not mentioned stay as they are; figures equal to what is there change nothing.
    Refuses UnknownReport, NotYourUnit, HandedIn, PeriodLocked, UnknownSlot, FiguresChangedMeanwhile.
    """
    found = held_for_writing(report, by=by, at=at)
    _check_known(found, {figure.slot for figure in figures})
    there = {figure.slot_id: figure for figure in Figure.objects.filter(report=found)}
    different = [figure for figure in figures if figure != _filled(figure.slot, there.get(figure.slot))]
    if not different:
        return found.edition
    _check_unchanged(different, there=there, expects=expects)
    edition = advance(found, by=by, at=at)
    _store(found, different, edition=edition, by=by, at=at)
    return edition


def _check_known(report: Report, slots: set[UUID]) -> None:
    owed = Obligation.objects.filter(round=report.round_id, reporter=report.reporter_id, waiver=None)
    known = Slot.objects.filter(pk__in=slots, clause__in=owed.values("clause"))
    if set(known.values_list("pk", flat=True)) != slots:
        raise UnknownSlot


def _check_unchanged(mine: Iterable[Filled], *, there: dict[UUID, Figure], expects: int) -> None:
    newer = {slot: figure for slot, figure in there.items() if figure.edition > expects}
    clashes = tuple(
        Clash(mine=figure, theirs=_filled(figure.slot, newer[figure.slot])) for figure in mine if figure.slot in newer
    )
    if not clashes:
        return
    last = max((newer[clash.mine.slot] for clash in clashes), key=lambda figure: figure.edition)
    raise FiguresChangedMeanwhile(
        clashes=clashes,
        edition=last.edition,
        who=names_of([last.changed_by_id])[last.changed_by_id],
        count=len(clashes),
        changed_at=local(last.changed_at),
    )


def _filled(slot: UUID, figure: Figure | None) -> Filled:
    if figure is None:
        return Filled(slot=slot)
    return Filled(slot=slot, value=figure.value, no_data_reason=figure.no_data_reason)


def _store(report: Report, figures: list[Filled], *, edition: int, by: Actor, at: datetime) -> None:
    """An emptied slot keeps its row no longer; that it was emptied stays in the trail of operations."""
    rows = [_row(report, figure, edition=edition, by=by, at=at) for figure in figures if not figure.is_empty]
    Figure.objects.filter(report=report, slot__in=[f.slot for f in figures if f.is_empty]).delete()
    Figure.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["report", "slot"],
        update_fields=["value", "no_data_reason", "edition", "changed_by", "changed_at"],
    )


def _row(report: Report, figure: Filled, *, edition: int, by: Actor, at: datetime) -> Figure:
    value: Decimal | None = figure.value
    return Figure(
        report=report,
        slot_id=figure.slot,
        value=value,
        no_data_reason=figure.no_data_reason,
        edition=edition,
        changed_by_id=by.person,
        changed_at=at,
    )
