"""Where a reading is unsure, and which of it a person must settle before the plan is in force."""

from collections.abc import Iterator
from dataclasses import dataclass

from dongvon.domain.workplan.rules.reading.mentions import is_open
from dongvon.domain.workplan.rules.reading.shapes import Assignment, Clause, Duty, PlanReading, Warned

UNKNOWN_UNIT = "unknown_unit"
OPEN_MENTION = "open_mention"
INFERRED_UNIT = "inferred_unit"
NO_TIMING = "no_timing"
INFERRED_TIMING = "inferred_timing"
INFERRED_CLAUSE = "inferred_clause"

_NO_UNIT = "Chưa nhận ra đơn vị trong “{mention}”."
_OPEN = "“{mention}” không nêu tên đơn vị nào; không giao việc cho ai nếu không chọn đơn vị."
_NO_TIMING = "Văn bản không nêu thời gian thực hiện; không tự đặt hạn, đề nghị chi nhánh xác định."


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """One place to look at; `assignment` counts from 1 within the clause, 0 when the clause itself is meant."""

    code: str
    clause: str
    reason: str
    blocking: bool
    line: int
    assignment: int = 0


def doubts_of(reading: PlanReading) -> list[Doubtful]:
    """Every doubt once, in reading order: what the structure shows, then what only a warning says."""
    found = [doubt for clause in reading.clauses for doubt in _of_clause(clause)]
    found += [doubt for duty in reading.duties for doubt in _of_duty(duty)]
    told = {doubt.reason for doubt in found} | {(doubt.clause, doubt.line) for doubt in found}
    found += [_of_warning(each) for each in reading.warnings if not _is_told(each, told=told)]
    return sorted(found, key=lambda doubt: doubt.line)


def _is_told(warned: Warned, *, told: set[object]) -> bool:
    return warned.reason in told or (warned.where, warned.span.first_line) in told


def _of_clause(clause: Clause) -> Iterator[Doubtful]:
    line = clause.span.first_line
    if clause.inferred:
        yield Doubtful(code=INFERRED_CLAUSE, clause=clause.code, reason=clause.reason, blocking=False, line=line)
    for ordinal, each in enumerate(clause.assignments, start=1):
        yield from _of_assignment(each, clause=clause.code, ordinal=ordinal, line=line)
    if clause.timing.kind == "undetermined":
        reason = clause.timing.reason or _NO_TIMING
        yield Doubtful(code=NO_TIMING, clause=clause.code, reason=reason, blocking=True, line=line)
    elif clause.timing.inferred:
        yield Doubtful(code=INFERRED_TIMING, clause=clause.code, reason=clause.timing.reason, blocking=False, line=line)


def _of_duty(duty: Duty) -> Iterator[Doubtful]:
    for each in duty.assignments:
        if each.unit is None and not is_open(each.mention):
            reason = each.reason or _NO_UNIT.format(mention=each.mention)
            yield Doubtful(code=UNKNOWN_UNIT, clause="", reason=reason, blocking=False, line=duty.span.first_line)


def _of_assignment(each: Assignment, *, clause: str, ordinal: int, line: int) -> Iterator[Doubtful]:
    if each.unit is None and is_open(each.mention):
        code, reason, blocking = OPEN_MENTION, _OPEN.format(mention=each.mention), False
    elif each.unit is None:
        code, reason, blocking = UNKNOWN_UNIT, each.reason or _NO_UNIT.format(mention=each.mention), True
    elif each.inferred:
        code, reason, blocking = INFERRED_UNIT, each.reason, False
    else:
        return
    yield Doubtful(code=code, clause=clause, reason=reason, blocking=blocking, line=line, assignment=ordinal)


def _of_warning(warned: Warned) -> Doubtful:
    return Doubtful(
        code=warned.code,
        clause=warned.where,
        reason=warned.reason,
        blocking=False,
        line=warned.span.first_line,
    )
