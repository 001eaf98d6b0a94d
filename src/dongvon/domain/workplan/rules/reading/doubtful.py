"""What a person should look at: each doubt of the reading with its place and reason."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from dongvon.domain.workplan.rules.reading.faults import misspelt
from dongvon.domain.workplan.rules.reading.labels import LETTERS
from dongvon.domain.workplan.rules.reading.lines import Line
from dongvon.domain.workplan.rules.reading.mentions import is_open
from dongvon.domain.workplan.rules.reading.outline import Node
from dongvon.domain.workplan.rules.reading.shapes import Assignment, Clause, Duty, Span, Warned
from dongvon.domain.workplan.rules.reading.units import NO_LEVEL, NO_PREFIX

_FROM_WORD = frozenset("fjwz")


def of_clauses(clauses: Iterable[Clause]) -> Iterator[Warned]:
    """Missing timing and units, unresolved and open mentions, values taken from elsewhere."""
    for clause in clauses:
        where, span = clause.code, clause.span
        if clause.timing.kind == "undetermined":
            yield _timing(clause)
        if not clause.assignments:
            yield _warned("no_assignment", where, "Nhiệm vụ không nêu đơn vị thực hiện.", span)
        if clause.timing.kind == "by_date" and clause.timing.year is None:
            yield _warned("no_year", where, f"Thời hạn “{clause.timing.text}” không nêu năm.", span)
        if clause.timing.inferred:
            yield _warned("inferred_timing", where, clause.timing.reason, span)
        if clause.inferred:
            yield _warned("inferred_clause", where, clause.reason, span)
        yield from _of_assignments(clause.assignments, where=where, span=span)


def of_duties(duties: Iterable[Duty]) -> Iterator[Warned]:
    """Duties that nobody in particular owes."""
    for duty in duties:
        if not any(each.unit for each in duty.assignments):
            yield _warned("duty_without_unit", duty.code, "Chưa rõ đơn vị nào chịu trách nhiệm mục này.", duty.span)
        yield from _of_assignments(duty.assignments, where=duty.code, span=duty.span)


def of_lines(lines: Iterable[Line], *, clauses: Iterable[Clause]) -> Iterator[Warned]:
    """Sentences put together again, and words that scanning has changed."""
    places = [(clause.span.first_line, clause.span.last_line, clause.code) for clause in clauses]
    for line in lines:
        where = next((code for first, last, code in places if first <= line.span.first_line <= last), "")
        if line.breaks:
            shown = ", ".join(map(str, line.breaks))
            yield _warned("healed_break", where, f"Câu bị ngắt đã được nối lại (dòng {shown}).", line.span)
        for written, meant in dict.fromkeys(misspelt(line.text)):
            yield _warned("scanning_fault", where, f"“{written}” có lẽ là “{meant}” (lỗi quét chữ).", line.span)


def of_outline(root: Node) -> Iterator[Warned]:
    """Letters and numbers out of turn, and headings of one rank marked at several levels."""
    for node in root.all():
        if node.corrected:
            reason = f"Ký hiệu “{node.corrected})” được hiểu là “{node.value})” theo thứ tự."
            yield _warned("label_corrected", node.value, reason, node.span)
        yield from _gaps(node)
    levels = {node.heading for node in root.children if node.heading}
    if len(levels) > 1:
        shown = ", ".join(map(str, sorted(levels)))
        reason = f"Các phần cùng bậc được đánh dấu ở nhiều cấp tiêu đề khác nhau ({shown}); đã xếp theo số mục."
        yield _warned("mixed_headings", "", reason, root.children[0].span)


def _gaps(node: Node) -> Iterator[Warned]:
    for kind in ("letter", "n1", "roman"):
        siblings = [child for child in node.items if child.kind == kind]
        for before, after in pairwise(siblings):
            if not _follows(before, after):
                reason = f"Sau mục “{before.value}” là mục “{after.value}”; có thể thiếu hoặc sai ký hiệu."
                yield _warned("sequence_gap", after.value, reason, after.span)


def _follows(before: Node, after: Node) -> bool:
    if before.kind != "letter" or before.value not in LETTERS or after.value not in LETTERS:
        return after.order == before.order + 1
    between = LETTERS[LETTERS.index(before.value) + 1 : LETTERS.index(after.value)]
    ahead = LETTERS.index(after.value) > LETTERS.index(before.value)
    return ahead and set(between) <= _FROM_WORD | {"đ"}


def _timing(clause: Clause) -> Warned:
    if clause.timing.text:
        reason = f"Không hiểu thời hạn “{clause.timing.text}”; để trống cho người rà soát."
        return _warned("timing_not_understood", clause.code, reason, clause.span)
    reason = "Không nêu thời gian thực hiện; để chưa xác định, không tự đặt."
    return _warned("no_timing", clause.code, reason, clause.span)


def _of_assignments(rows: Iterable[Assignment], *, where: str, span: Span) -> Iterator[Warned]:
    for row in dict.fromkeys(rows):
        if row.unit is None:
            code = "open_mention" if is_open(row.mention) else "unresolved_unit"
            yield _warned(code, where, f"“{row.mention}”: {row.reason}", span)
        elif NO_PREFIX.format(prefix="Sở") in row.reason:
            yield _warned("missing_prefix", where, f"“{row.mention}”: {row.reason}", span)
        elif NO_LEVEL in row.reason:
            yield _warned("no_level", where, f"“{row.mention}”: {row.reason}", span)
        elif row.inferred:
            yield _warned("inferred_unit", where, f"“{row.mention}”: {row.reason}", span)


def _warned(code: str, where: str, reason: str, span: Span) -> Warned:
    return Warned(code=code, where=where, reason=reason, span=span)
