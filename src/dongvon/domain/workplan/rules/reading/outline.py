"""The tree of a plan: parts, groups, clauses, as their labels nest."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dongvon.domain.workplan.rules.reading.fields import OTHER, Field, fields_in
from dongvon.domain.workplan.rules.reading.folding import folded
from dongvon.domain.workplan.rules.reading.labels import (
    BULLETS,
    DIVIDING,
    RANKS,
    Label,
    as_small_roman,
    label_of,
    letter_after,
)
from dongvon.domain.workplan.rules.reading.lines import Line
from dongvon.domain.workplan.rules.reading.natures import is_annex, is_title, nature_of
from dongvon.domain.workplan.rules.reading.shapes import Span


@dataclass
class Node:
    """One labelled item with its own words, its labelled values and what stands below it."""

    kind: str
    value: str
    title: str
    span: Span
    parent: "Node | None" = None
    rank: float = -1.0
    order: int = 0
    depth: int = 0
    nature: str = "other"
    heading: int = 0
    body: list[str] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    rows: list[Line] = field(default_factory=list)
    last_line: int = 0
    corrected: str = ""

    def path(self) -> list["Node"]:
        """From the topmost node down to this one, the root left out."""
        return [*self.parent.path(), self] if self.parent is not None else []

    def all(self) -> Iterator["Node"]:
        """This node and everything below, in reading order."""
        yield self
        for child in self.children:
            yield from child.all()

    def absorb(self, fields: Iterable[Field]) -> None:
        """Take labelled values; those of no kind we ask for are words like any other."""
        for each in fields:
            if each.kind == OTHER:
                self.body.append(each.value)
            else:
                self.fields.append(each)

    @property
    def items(self) -> list["Node"]:
        """Children with a number or a letter."""
        return [child for child in self.children if child.kind not in BULLETS]

    def full_span(self) -> Span:
        """The span down to the last line that belongs to the node."""
        last = max([self.last_line, self.span.last_line, *(child.full_span().last_line for child in self.children)])
        return Span(first_line=self.span.first_line, last_line=last, page=self.span.page)


def outline(lines: Iterable[Line]) -> Node:
    """The tree of the given logical lines; the root stands for the whole plan."""
    lines = list(lines)
    builder = _Builder(lines)
    for line in lines:
        builder.take(line)
    return builder.root


class _Builder:
    def __init__(self, lines: list[Line]) -> None:
        self.root = Node("root", "", "", Span(first_line=1, last_line=1))
        self._open = [self.root]
        self._awaiting = ""
        labels = [label.kind for line in lines if not line.table and (label := label_of(line.text))]
        self._ranks = _ranks(labels)
        self._headings_divide = not {"roman", "part", "upper", "chapter"} & set(labels)

    def take(self, line: Line) -> None:
        """Put one line where it belongs."""
        if line.table:
            self._awaiting = ""
            self._top().rows.append(line)
            return
        label = self._label(line)
        before, fields = fields_in(label.rest if label else line.text)
        if fields and not before and not (label and label.kind in DIVIDING):
            self._take_fields(line, label=label, fields=fields)
        elif self._awaiting and self._is_value(line, label=label):
            self._holder(label).fields.append(Field(self._awaiting, (label.rest if label else line.text)))
        else:
            self._take_words(line, label=label)

    def _label(self, line: Line) -> Label | None:
        label = label_of(line.text)
        if label is None:
            return Label("annex", "", 0, line.text) if is_annex(line.text) else None
        letters = [node.value for node in self._open if node.kind == "letter"]
        among = any(node.kind == "small_roman" for node in self._open)
        return as_small_roman(label, letter_before=(letters or [""])[-1], among_romans=among)

    def _take_words(self, line: Line, *, label: Label | None) -> None:
        self._awaiting = ""
        label = label or self._heading_label(line)
        words = label.rest if label else line.text
        before, fields = fields_in(words) if label is None or label.kind not in DIVIDING else (words, ())
        if label is None:
            node = self._text_holder()
            node.body += [before] if before else []
        else:
            node = self._push(label, words=before if fields else words, line=line)
        node.absorb(fields)
        node.last_line = line.span.last_line

    def _take_fields(self, line: Line, *, label: Label | None, fields: tuple[Field, ...]) -> None:
        holder = self._field_holder(label, depth=line.depth)
        holder.absorb(fields)
        holder.last_line = line.span.last_line
        self._awaiting = "" if fields[-1].value else fields[-1].kind

    def _is_value(self, line: Line, *, label: Label | None) -> bool:
        """Below a sub-heading "Cơ quan chủ trì": bullets and short lines are its values."""
        if label is not None:
            return label.kind in BULLETS and len(line.text) < 400
        return not line.heading and len(line.text) < 400

    def _push(self, label: Label, *, words: str, line: Line) -> Node:
        rank = self._ranks.get(label.kind, 3.5)
        if label.kind in BULLETS:
            rank += min(line.depth, 5) / 10
        while len(self._open) > 1 and self._top().rank >= rank:
            self._open.pop()
        parent = self._top()
        node = Node(label.kind, label.value, words, line.span, parent, rank, label.order, line.depth)
        node.heading = line.heading
        _correct_letter(node, before=parent.items)
        node.nature = nature_of(words, inherited=parent.nature, kind=label.kind)
        parent.children.append(node)
        self._open.append(node)
        return node

    def _heading_label(self, line: Line) -> Label | None:
        """A heading without a number divides the plan only where no Roman numerals do."""
        if not self._headings_divide or not (_is_heading(line) or is_title(line.text)):
            return None
        return Label("heading", "", len(self.root.children) + 1, line.text)

    def _top(self) -> Node:
        return self._open[-1]

    def _text_holder(self) -> Node:
        return self._top()

    def _holder(self, label: Label | None) -> Node:
        return self._field_holder(label, depth=0)

    def _field_holder(self, label: Label | None, *, depth: int) -> Node:
        """Values belong to the item above; a bullet of values beside a bullet of text belongs to their owner."""
        if label is None:
            return next(node for node in reversed(self._open) if node.kind not in BULLETS or node is self._top())
        rank = self._ranks.get(label.kind, 3.5) + (min(depth, 5) / 10 if label.kind in BULLETS else 0)
        return next((node for node in reversed(self._open) if node.rank < rank), self.root)


def _ranks(kinds: list[str]) -> dict[str, float]:
    """ "A." stands above "I." unless "I." came first."""
    ranks = dict(RANKS)
    if "upper" in kinds and "roman" in kinds and kinds.index("roman") < kinds.index("upper"):
        ranks["upper"] = 4.5
    if "paren" in kinds and "letter" in kinds and kinds.index("paren") < kinds.index("letter"):
        ranks["paren"] = 8.7
    return ranks


def _correct_letter(node: Node, *, before: list[Node]) -> None:
    siblings = [each for each in before if each.kind == "letter"]
    if node.kind != "letter" or not siblings:
        return
    expected = letter_after(siblings[-1].value, given=node.value)
    if expected != node.value:
        node.corrected, node.value = node.value, expected


def _is_heading(line: Line) -> bool:
    text = line.text.strip()
    if line.heading:
        return True
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 6 and len(text) < 160 and text.isupper() and not re.search(r"[.;]$", folded(text))


def part_of(node: Node) -> Node | None:
    """The dividing node that the node stands in, the nearest one."""
    return next((each for each in reversed(node.path()[:-1]) if each.kind in DIVIDING), None)
