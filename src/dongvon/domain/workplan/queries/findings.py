"""What was done about each group of tasks: statuses counted, narratives condensed, figures compared."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from dongvon.domain.workplan.models import Clause, Entry, Slot, TaskGroup
from dongvon.domain.workplan.queries.cited import Key
from dongvon.domain.workplan.queries.city_report import (
    Cited,
    ClauseFindings,
    FigureLine,
    GistLine,
    GroupFindings,
)
from dongvon.domain.workplan.rules.comparison import compare
from dongvon.domain.workplan.rules.condensing import Gist, Told, condense, name_units
from dongvon.domain.workplan.rules.shortening import shorten
from dongvon.domain.workplan.vocabulary import ComputationKind, EntryStatus, ReportState, TargetKind
from dongvon.kernel.text import format_number

GISTS = 4

#: A total of fewer units than this share of those of the year before is not set against it.
COMPARABLE = Decimal("0.9")
INCOMPLETE = "chưa đủ số liệu"

_BINDS = {
    TargetKind.AT_LEAST: "từ {} trở lên",
    TargetKind.ABOUT: "khoảng {}",
    TargetKind.AT_MOST: "không quá {}",
    TargetKind.EXACTLY: "{}",
}


def groups_of(
    plan: UUID, *, round_: UUID, year: int, cited: Mapping[Key, Cited], names: Mapping[UUID, str]
) -> tuple[GroupFindings, ...]:
    """The plan's groups in order; clauses outside any group make one without a heading."""
    told = _narratives(round_, names=names)
    figures = _figures(plan, year=year, cited=cited)
    clauses: dict[UUID | None, list[ClauseFindings]] = defaultdict(list)
    lines: dict[UUID | None, list[FigureLine]] = defaultdict(list)
    for clause in Clause.objects.filter(plan=plan).select_related("group").order_by("ordinal"):
        clauses[clause.group_id].append(_clause(clause, cited=cited, told=told[clause.pk]))
        lines[clause.group_id].extend(figures[clause.pk])
    groups = TaskGroup.objects.filter(plan=plan).order_by("ordinal").values_list("id", "code", "heading")
    listed = [*groups, (None, "", "Nhiệm vụ khác")]
    return tuple(
        GroupFindings(code=code, heading=heading, clauses=tuple(clauses[id_]), figures=tuple(lines[id_]))
        for id_, code, heading in listed
        if clauses[id_]
    )


def _narratives(round_: UUID, *, names: Mapping[UUID, str]) -> dict[UUID, list[Told]]:
    """What accepted reports tell of what was done about each clause, units in the order of their names."""
    entries = Entry.objects.filter(report__round=round_, report__state=ReportState.ACCEPTED).exclude(narrative="")
    entries = entries.exclude(status=EntryStatus.NOT_APPLICABLE)
    gathered: dict[UUID, list[Told]] = defaultdict(list)
    rows = entries.values_list("clause", "report__reporter", "narrative")
    for clause, unit, narrative in sorted(rows, key=lambda row: names[row[1]]):
        gathered[clause].append(Told(full_name=names[unit], text=narrative))
    return gathered


def _clause(clause: Clause, *, cited: Mapping[Key, Cited], told: Iterable[Told]) -> ClauseFindings:
    counts = {
        status.value: cited[ComputationKind.STATUS, status, clause.pk]
        for status in EntryStatus
        if (ComputationKind.STATUS, status, clause.pk) in cited
    }
    return ClauseFindings(
        id=clause.pk,
        code=clause.code,
        letter=clause.code.removeprefix(clause.group.code) if clause.group else clause.code,
        heading=shorten(clause.text),
        reported=sum(each.units for each in counts.values()),
        asked=max((each.asked for each in counts.values()), default=0),
        counts=counts,
        gists=tuple(_gist(gist) for gist in condense(told, most=GISTS)),
    )


def _gist(gist: Gist) -> GistLine:
    return GistLine(text=gist.text, units=name_units(gist.units), count=len(gist.units))


def _figures(plan: UUID, *, year: int, cited: Mapping[Key, Cited]) -> dict[UUID, list[FigureLine]]:
    gathered: dict[UUID, list[FigureLine]] = defaultdict(list)
    for slot in Slot.objects.filter(plan=plan).select_related("target").order_by("position", "code"):
        now = cited.get((ComputationKind.FIGURE, slot.code, None))
        if now is not None:
            before = cited.get((ComputationKind.YEAR_BEFORE, slot.code, None))
            gathered[slot.clause_id].append(_figure(slot, now=now, before=before, year=year))
    return gathered


def _figure(slot: Slot, *, now: Cited, before: Cited | None, year: int) -> FigureLine:
    target = slot.target
    found = compare(
        now.shown,
        before=before.shown if before else None,
        target=target.number if target else None,
        target_kind=target.kind if target else None,
    )
    return FigureLine(
        slot=slot.pk,
        code=slot.code,
        name=slot.name,
        now=now,
        before=before if before and before.value is not None else None,
        change=_change(slot, change=found.change, percent=found.percent) if _comparable(now, before) else INCOMPLETE,
        target=_target_words(slot),
        verdict=_verdict(met=found.met, year=year, target_year=target.year if target else None),
    )


def _comparable(now: Cited, before: Cited | None) -> bool:
    return before is None or now.units >= COMPARABLE * before.units


def _change(slot: Slot, *, change: Decimal | None, percent: Decimal | None) -> str:
    """Percentages differ by points; everything else by a share of the year before."""
    if change is None:
        return "–"
    if slot.kind == "percent":
        return f"{_signed(change)} điểm %"
    return "–" if percent is None else f"{_signed(percent)} %"


def _signed(number: Decimal) -> str:
    rounded = number.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return f"{'+' if rounded > 0 else ''}{format_number(rounded, decimals=2)}"


def _target_words(slot: Slot) -> str:
    if slot.target is None:
        return ""
    number = f"{format_number(slot.target.number.normalize() + 0)} {slot.target.unit}".replace(" %", "%")
    by_year = f" (năm {slot.target.year})" if slot.target.year else ""
    return _BINDS[TargetKind(slot.target.kind)].format(number) + by_year


def _verdict(*, met: bool | None, year: int, target_year: int | None) -> str:
    """Short of a target whose year is still to come is not yet a miss."""
    if met is None:
        return ""
    if met:
        return "Đạt"
    return "Chưa đến hạn" if target_year is not None and year < target_year else "Chưa đạt"
