"""The whole reading of a plan, from its paper to its rows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dongvon.domain.documents.vocabulary import PaperText
from dongvon.domain.workplan.rules.reading import doubtful
from dongvon.domain.workplan.rules.reading.assigning import assignments_of, product_of, timing_of_task
from dongvon.domain.workplan.rules.reading.citations import citations
from dongvon.domain.workplan.rules.reading.clauses import Task, tasks_of, words_of
from dongvon.domain.workplan.rules.reading.codes import code_of, codes_of, divisions
from dongvon.domain.workplan.rules.reading.duty_nodes import closing_remarks, duties_of
from dongvon.domain.workplan.rules.reading.folding import folded
from dongvon.domain.workplan.rules.reading.labels import DIVIDING
from dongvon.domain.workplan.rules.reading.lexicon import Lexicon, lexicon
from dongvon.domain.workplan.rules.reading.lines import Line, logical_lines
from dongvon.domain.workplan.rules.reading.natures import ORGANISATION, PAST
from dongvon.domain.workplan.rules.reading.outline import Node, outline, part_of
from dongvon.domain.workplan.rules.reading.paper_head import PaperHead, paper_head
from dongvon.domain.workplan.rules.reading.shapes import (
    Clause,
    Group,
    Part,
    PlanReading,
    SourceLine,
    Target,
    Warned,
)
from dongvon.domain.workplan.rules.reading.tables import read_tables
from dongvon.domain.workplan.rules.reading.targets import targets_in

BULLETED = "Nhiệm vụ là gạch đầu dòng; mã do chương trình đặt theo thứ tự."
_SUPERSEDES = re.compile(r"(?:thay the|bai bo|het hieu luc)")


def reading_of(paper: PaperText, *, aliases: Mapping[str, str]) -> PlanReading:
    """The reading of any paper; a paper that is no plan gives a reading without clauses and duties."""
    names = lexicon(tuple(sorted(aliases.items())))
    lines = logical_lines(paper)
    head, body = paper_head(lines)
    root = outline(body)
    for node in list(root.all()):
        read_tables(node)
    notes = closing_remarks(root)
    tasks = tasks_of(root)
    clauses = _clauses(tasks, names=names)
    duties = tuple(duties_of(root, names=names, taken={id(task.node) for task in tasks}))
    reading = PlanReading(
        title=head.title,
        number=head.number,
        issued_on=head.issued_on,
        issuer=head.issuer,
        parts=_parts(root),
        groups=_groups(tasks),
        clauses=clauses,
        duties=duties,
        targets=_targets(root, tasks=tasks, clauses=clauses),
        documents=tuple(citations(lines)),
        supersedes=tuple(_superseding(lines)),
        notes=tuple(notes),
        warnings=(),
        source=_source(paper),
        format=paper.format,
        converted_from=paper.converted_from,
    )
    return replace(reading, warnings=_warnings(reading, root=root, lines=lines, head=head))


def _clauses(tasks: list[Task], *, names: Lexicon) -> tuple[Clause, ...]:
    codes = codes_of([task.node for task in tasks])
    return tuple(_clause(task, code=code, names=names) for task, code in zip(tasks, codes, strict=True))


def _clause(task: Task, *, code: str, names: Lexicon) -> Clause:
    node, part = task.node, part_of(task.node)
    parent = node.parent
    grouped = parent is not None and parent.parent is not None
    return Clause(
        code=code,
        text=words_of(node),
        group=code_of(parent) if grouped and parent is not None else "",
        part=".".join(divisions(part, itself=True)) if part is not None else "",
        assignments=assignments_of(task, names=names),
        timing=timing_of_task(task),
        product=product_of(task),
        span=node.full_span(),
        inferred=task.bulleted,
        reason=BULLETED if task.bulleted else "",
    )


def _parts(root: Node) -> tuple[Part, ...]:
    nodes = [node for node in root.all() if node.kind in DIVIDING and node.parent is not None]
    nodes = nodes or root.items
    return tuple(
        Part(
            code=".".join(divisions(node, itself=True)) or code_of(node),
            title=node.title,
            nature=node.nature,
            span=node.span,
        )
        for node in nodes
    )


def _groups(tasks: list[Task]) -> tuple[Group, ...]:
    parents = {id(task.node.parent): task.node.parent for task in tasks}
    groups = []
    for node in parents.values():
        if node is None or node.parent is None:
            continue
        part = node if node.kind in DIVIDING else part_of(node)
        code = ".".join(divisions(part, itself=True)) if part is not None else ""
        groups.append(Group(code=code_of(node), title=node.title, part=code, span=node.span))
    return tuple(groups)


def _targets(root: Node, *, tasks: list[Task], clauses: tuple[Clause, ...]) -> tuple[Target, ...]:
    """Targets of the clauses, and of parts that state aims; past results are none."""
    codes = {id(task.node): clause for task, clause in zip(tasks, clauses, strict=True)}
    found: list[Target] = []
    for node in root.all():
        clause = codes.get(id(node))
        if clause is not None:
            found += targets_in(clause.text, clause=clause.code, span=clause.span, heading=_above(node))
        elif not _inside(node, codes) and node.nature not in (PAST, ORGANISATION):
            text = "\n".join([node.title, *node.body])
            found += targets_in(text, clause="", span=node.span, heading=_above(node))
    return tuple(dict.fromkeys(found))


def _inside(node: Node, codes: Mapping[int, Clause]) -> bool:
    return any(id(each) in codes for each in node.path()[:-1])


def _above(node: Node) -> str:
    return " ".join(each.title for each in node.path()[:-1])


def _superseding(lines: Iterable[Line]) -> Iterable[str]:
    for line in lines:
        for sentence in re.split(r"(?<=[.;])\s+(?=[A-ZĐ(])", line.text):
            plain = folded(sentence)
            if _SUPERSEDES.search(plain) and re.search(r"ke hoach|quyet dinh|van ban|chuong trinh", plain):
                yield sentence.strip(" *()/.")


def _source(paper: PaperText) -> tuple[SourceLine, ...]:
    return tuple(SourceLine(line=block.line, page=block.page, text=block.text) for block in paper.blocks)


def _warnings(reading: PlanReading, *, root: Node, lines: list[Line], head: PaperHead) -> tuple[Warned, ...]:
    found = [
        *doubtful.of_clauses(reading.clauses),
        *doubtful.of_duties(reading.duties),
        *doubtful.of_outline(root),
        *doubtful.of_lines(lines, clauses=reading.clauses),
    ]
    if not head.named:
        reason = "Không thấy dòng tên loại văn bản (KẾ HOẠCH, CHƯƠNG TRÌNH…)."
        span = root.span
        found.append(Warned(code="no_title", where="", reason=reason, span=span))
    return tuple(sorted(dict.fromkeys(found), key=lambda each: each.span.first_line))
