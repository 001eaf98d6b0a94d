"""The duties of the outline: items under "Tổ chức thực hiện", and the remarks that close the plan."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dongvon.domain.workplan.rules.reading.assigning import one_list
from dongvon.domain.workplan.rules.reading.clauses import words_of
from dongvon.domain.workplan.rules.reading.codes import code_of, divisions
from dongvon.domain.workplan.rules.reading.duties import parties, receivers
from dongvon.domain.workplan.rules.reading.fields import ROLES, TIMING
from dongvon.domain.workplan.rules.reading.folding import folded
from dongvon.domain.workplan.rules.reading.labels import DIVIDING
from dongvon.domain.workplan.rules.reading.lexicon import Lexicon
from dongvon.domain.workplan.rules.reading.natures import ORGANISATION
from dongvon.domain.workplan.rules.reading.outline import Node
from dongvon.domain.workplan.rules.reading.shapes import Assignment, Duty, Timing
from dongvon.domain.workplan.rules.reading.timing import deadlines_in, rhythm_in, timing_of
from dongvon.domain.workplan.rules.reading.units import assignments_in

_EVERY = re.compile(r"dinh ky|(?:hang|moi) nam")
FROM_DUTY = "Nhịp báo cáo lấy từ câu trong nội dung."
_CLOSING = re.compile(
    r"^[(\s]*(?:trong qua trinh|ke hoach nay|tren day la|trong truong hop|neu co|yeu cau cac|de nghi cac"
    r"|can cu (?:ke hoach|noi dung)|(?:uy ban nhan dan|ubnd) (?:tinh|thanh pho|xa|phuong) (?:yeu cau|de nghi)"
    r"|bai bo|thay the)"
)


def closing_remarks(root: Node) -> list[str]:
    """Take the paragraphs that end the plan out of the last duty, where they do not belong."""
    remarks: list[str] = []
    for node in root.all():
        if node.nature == ORGANISATION and node.title:
            kept = [words for words in node.body if not _CLOSING.match(folded(words))]
            remarks += [words for words in node.body if _CLOSING.match(folded(words))]
            node.body = kept
    return remarks


def duties_of(root: Node, *, names: Lexicon, taken: set[int]) -> list[Duty]:
    """The duties in reading order; `taken` holds the ids of nodes that are tasks already."""
    nodes = [node for node in _duty_nodes(root, names=names) if not any(id(each) in taken for each in node.all())]
    return [_duty(node, names=names) for node in nodes]


def _duty_nodes(node: Node, *, names: Lexicon) -> Iterator[Node]:
    if node.nature == ORGANISATION and node.parent is not None:
        yield from _below(node, names=names)
        return
    for child in node.children:
        yield from _duty_nodes(child, names=names)


def _below(node: Node, *, names: Lexicon) -> Iterator[Node]:
    """A unit with its tasks is one duty; a heading over several units is as many."""
    children = node.items or node.children
    owned = [child for child in children if _names_a_unit(child, names=names)]
    if node.kind in DIVIDING and not children:
        yield from _paragraphs(node)
        return
    if not children or (node.kind not in DIVIDING and _names_a_unit(node, names=names)):
        if node.title:
            yield node
        return
    if node.kind in DIVIDING or _is_top(node) or len(owned) * 2 >= len(children):
        for child in children:
            yield from _below(child, names=names)
        return
    yield node


def _paragraphs(node: Node) -> Iterator[Node]:
    """Paragraphs without numbers under the heading: a duty each."""
    for place, words in enumerate(node.body, start=1):
        yield replace(node, kind="n1", value=str(place), title=words, body=[], parent=node, children=[])


def _is_top(node: Node) -> bool:
    return node.parent is not None and node.parent.nature != ORGANISATION


def _names_a_unit(node: Node, *, names: Lexicon) -> bool:
    return any(each.unit for each in parties(node.title, names=names))


def _duty(node: Node, *, names: Lexicon) -> Duty:
    text = words_of(node)
    deadlines = tuple(deadlines_in(text))
    return Duty(
        code=_code(node),
        text=text,
        assignments=_assignments(node, text=text, names=names),
        deliver_to=receivers(text, names=names),
        timing=_timing(node, text=text, deadlines=deadlines),
        deadlines=deadlines,
        span=node.full_span(),
    )


def _code(node: Node) -> str:
    above = [value for value in divisions(node) if value]
    code = code_of(node)
    return ".".join([*above, code]) if node.kind not in DIVIDING else code


def _assignments(node: Node, *, text: str, names: Lexicon) -> tuple[Assignment, ...]:
    labelled = [
        row
        for each in node.fields
        if each.kind in ROLES
        for row in assignments_in(one_list(each.value, names=names), role=each.kind, names=names)
    ]
    return tuple(labelled) or parties(text, names=names)


def _timing(node: Node, *, text: str, deadlines: tuple[Timing, ...]) -> Timing:
    labelled = [each.value for each in node.fields if each.kind == TIMING and each.value]
    if labelled:
        return timing_of("; ".join(labelled))
    if len(deadlines) > 1 and _EVERY.search(folded(text)) and not any(each.year for each in deadlines):
        days = tuple(each.text for each in deadlines if each.text)
        return Timing(kind="rounds", text="; ".join(days), rounds=days)
    if deadlines:
        return deadlines[0]
    rhythm = rhythm_in(text)
    return replace(rhythm, inferred=True, reason=FROM_DUTY) if rhythm.kind != "undetermined" else rhythm
