"""Task tables: columns for content, lead, coordination, deadline and product, to nodes like any other task."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from dongvon.domain.workplan.rules.reading.fields import ROLES, TIMING, Field, fields_in, kind_of_label
from dongvon.domain.workplan.rules.reading.folding import folded
from dongvon.domain.workplan.rules.reading.labels import LETTERS, label_of, order_of
from dongvon.domain.workplan.rules.reading.lines import Line
from dongvon.domain.workplan.rules.reading.natures import TASKS
from dongvon.domain.workplan.rules.reading.outline import Node

NUMBER, CONTENT, GROUP = "number", "content", "group"
_NUMBER = re.compile(r"(?:so )?(?:tt|stt|thu tu|so thu tu)")
_CONTENT = re.compile(r"noi dung|nhiem vu|cong viec|ten|giai phap|hoat dong|dau viec|chi tieu|muc tieu")
_SAME = re.compile(r"^[\"'”“\s(]*(?:-?\s*nt\s*-?|nhu tren|//)[\"'”“\s.)]*$")
_COLUMN_NUMBERS = re.compile(r"^\(?\d{1,2}\)?$")


@dataclass(frozen=True)
class Columns:
    """Which column holds what; header rows are the first `height` rows."""

    kinds: tuple[str, ...]
    height: int

    def place(self, kind: str) -> int | None:
        """The column of the given kind."""
        return self.kinds.index(kind) if kind in self.kinds else None


def read_tables(node: Node) -> None:
    """Turn the task tables held by the node into children of it; other tables stay words."""
    reader: _Rows | None = None
    for _, rows in groupby(node.rows, key=lambda line: line.table):
        table = _without_head(list(rows), head=reader.head if reader else ())
        columns = _columns(table) or _continued(table, known=reader.columns if reader else None)
        if columns is None:
            node.body += [" ".join(cell for cell in line.cells if cell) for line in table]
            continue
        if reader is None or reader.columns.kinds != columns.kinds:
            reader = _Rows(node, columns, head=table[columns.height - 1].cells if columns.height else ())
        reader.take(table[columns.height :])


def _without_head(table: list[Line], *, head: tuple[str, ...]) -> list[Line]:
    """A table that goes on over the page repeats its head; the rest of a broken row may stand in the same cells."""
    cells, titles = ([" ".join(cell.split()) for cell in row] for row in (table[0].cells, head))
    again = bool(head) and len(cells) == len(titles)
    if not again or not all(cell.startswith(title) for cell, title in zip(cells, titles, strict=True)):
        return table
    rest = tuple(cell[len(title) :].strip() for cell, title in zip(cells, titles, strict=True))
    return [replace(table[0], cells=rest), *table[1:]] if any(rest) else table[1:]


def is_task_table(lines: list[Line]) -> bool:
    """Whether the rows begin with the head of a task table."""
    return bool(lines) and bool(lines[0].table) and _columns([line for line in lines if line.table]) is not None


def _columns(table: list[Line]) -> Columns | None:
    for height in (1, 2, 3):
        for start in range(min(2, len(table) - height + 1)):
            heads = _heads(table[start : start + height])
            kinds = tuple(_kind(head) for head in heads)
            if CONTENT in kinds and set(kinds) & (ROLES | {TIMING}):
                return _best(table, start=start, height=height, kinds=kinds)
    return None


def _best(table: list[Line], *, start: int, height: int, kinds: tuple[str, ...]) -> Columns:
    """Take in a second header row while it names more columns, and the row that numbers the columns."""
    end = start + height
    if end < len(table):
        wider = tuple(_kind(head) for head in _heads(table[start : end + 1]))
        if _named(wider) > _named(kinds) or _lower_head(table[end]):
            kinds, end = (wider if _named(wider) >= _named(kinds) else kinds), end + 1
    numbered = end < len(table) and all(_COLUMN_NUMBERS.match(cell.strip() or "1") for cell in table[end].cells)
    kinds = _outright(_one_content(kinds), heads=_heads(table[start:end]))
    return Columns(kinds, end + (1 if numbered else 0))


def _outright(kinds: tuple[str, ...], *, heads: list[str]) -> tuple[str, ...]:
    """Of "Thời gian trình" and "Thời gian thực hiện" the one that is a label outright says when the task is due."""
    times = {place for place, kind in enumerate(kinds) if kind == TIMING}
    plain = {place for place in times if kind_of_label(heads[place]) == TIMING}
    return tuple("" if plain and place in times - plain else kind for place, kind in enumerate(kinds))


def _one_content(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Of "Nhóm nhiệm vụ" and "Nhiệm vụ cụ thể" the last names the task, the first its group."""
    last = len(kinds) - 1 - kinds[::-1].index(CONTENT)
    return tuple(GROUP if kind == CONTENT and place != last else kind for place, kind in enumerate(kinds))


def _named(kinds: tuple[str, ...]) -> int:
    return sum(1 for kind in kinds if kind)


def _lower_head(line: Line) -> bool:
    """A row of nothing but role names stands under a merged head such as "Phân công thực hiện"."""
    cells = [cell for cell in line.cells if cell.strip()]
    return bool(cells) and all(_kind(cell) for cell in cells)


def _heads(rows: list[Line]) -> list[str]:
    width = max(len(row.cells) for row in rows)
    columns = [[row.cells[place] for row in rows if place < len(row.cells)] for place in range(width)]
    return [list(dict.fromkeys(filter(None, column)))[-1] if any(column) else "" for column in columns]


def _kind(head: str) -> str:
    plain = " ".join(folded(head).split()).strip(" .:*")
    if _NUMBER.fullmatch(plain):
        return NUMBER
    field = kind_of_label(plain)
    if field and not (field == "other" and _CONTENT.search(plain)):
        return field
    return CONTENT if _CONTENT.search(plain) and len(plain) < 60 else _loosely(plain)


def _loosely(plain: str) -> str:
    """A column head longer than the label it holds: "Cơ quan chủ trì, theo dõi"."""
    for word, kind in (("chu tri", "lead"), ("dau moi", "lead"), ("phoi hop", "coordinate"),
                       ("thoi gian", TIMING), ("thoi han", TIMING), ("tien do", TIMING), ("san pham", "product"),
                       ("thuc hien", "implement")):  # fmt: skip
        if word in plain and len(plain) < 60:
            return kind
    return ""


def _continued(table: list[Line], *, known: Columns | None) -> Columns | None:
    """A table that goes on over the page has no head of its own."""
    if known is None or not table or len(table[0].cells) != len(known.kinds):
        return None
    return Columns(known.kinds, 0)


class _Rows:
    """Lays the rows of one table under a node, groups by their numbers."""

    def __init__(self, node: Node, columns: Columns, *, head: tuple[str, ...]) -> None:
        self._node = node
        self.columns = columns
        self.head = head
        self._group: Node | None = None
        self._last: Node | None = None
        self._count = 0
        self._above: tuple[str, ...] = ()

    def take(self, rows: list[Line]) -> None:
        """Each row becomes a task, a group, or the rest of the task above."""
        read = [(line, *self._number_and_content(line)) for line in rows]
        following = [*(number for _, number, _ in read[1:]), ""]
        for (line, number, content), after in zip(read, following, strict=False):
            values = list(self._fields(line))
            if self._goes_on(number, content=content, values=values):
                self._extend(line, content=content, values=values)
            elif content and not values and self._is_group(line, number=number, after=after):
                self._group = self._child(self._node, line, number=number, title=content)
                self._last = None
            elif content:
                self._task(line, number=number, content=content, values=values)
            self._remember(line)

    def _remember(self, line: Line) -> None:
        """What stands last in each column, for cells that say "như trên"."""
        known = [*self._above, *([""] * (len(line.cells) - len(self._above)))]
        marked = (cell.strip() and not _SAME.match(folded(cell)) for cell in line.cells)
        self._above = tuple(cell if fresh else old for cell, old, fresh in zip(line.cells, known, marked, strict=False))

    def _number_and_content(self, line: Line) -> tuple[str, str]:
        place = self.columns.place(NUMBER)
        number = line.cells[place].strip(" .)") if place is not None and place < len(line.cells) else ""
        number = re.sub(r"^(\d{1,2})\.(?=[a-zđ]$)", r"\1", number)
        at = self.columns.place(CONTENT)
        content = line.cells[at].strip() if at is not None and at < len(line.cells) else ""
        if not content and number and not _is_number(number):
            number, content = "", line.cells[place or 0].strip()  # a title across the whole table
        if not number and (label := label_of(content)) and label.kind not in ("dash", "plus"):
            return label.value, _flowing(label.rest)
        return number if _is_number(number) else "", _flowing(content)

    def _fields(self, line: Line) -> Iterator[Field]:
        for place, kind in enumerate(self.columns.kinds):
            if kind in ("", NUMBER, CONTENT, GROUP) or place >= len(line.cells):
                continue
            text = line.cells[place].strip()
            if _SAME.match(folded(text)) and place < len(self._above):
                text = self._above[place].strip()
            if text and text not in ("-", "–"):
                yield from _cell_fields(kind, text)

    def _is_group(self, line: Line, *, number: str, after: str) -> bool:
        """A title row; a numbered one only where smaller numbers follow, else it is a task nobody was given."""
        filled = {folded(cell.strip()) for cell in line.cells if cell.strip()}
        if len(filled) > 2:
            return False
        below = re.match(rf"{number}(?:\.|[a-zđ]$)", after)
        return not number.isdigit() or below is not None or after in ("a", "1", "")

    def _goes_on(self, number: str, *, content: str, values: list[Field]) -> bool:
        """The rest of a row that the end of a page broke."""
        if self._last is None or number:
            return False
        return content[:1].islower() or not content or (not values and not content.isupper())

    def _extend(self, line: Line, *, content: str, values: list[Field]) -> None:
        assert self._last is not None
        self._last.title = f"{self._last.title} {content}".strip()
        for value in values:
            self._last.fields = _grown(self._last.fields, value)
        self._last.last_line = line.span.last_line

    def _task(self, line: Line, *, number: str, content: str, values: list[Field]) -> None:
        parent = self._titled(line) or self._group or self._node
        self._count += 1
        self._last = self._child(parent, line, number=number or str(self._count), title=content)
        self._last.fields += values

    def _titled(self, line: Line) -> Node | None:
        """The group that a column of its own names; rows of one group follow one another."""
        place = self.columns.place(GROUP)
        title = _flowing(line.cells[place].strip()) if place is not None and place < len(line.cells) else ""
        if title and (self._group is None or self._group.title != title):
            self._group = self._child(self._node, line, number="", title=title)
        return self._group if place is not None else None

    def _child(self, parent: Node, line: Line, *, number: str, title: str) -> Node:
        kind = _kind_of_number(number)
        child = Node(kind, number, title, line.span, parent, parent.rank + 0.5)
        child.order = order_of(number) or len(parent.children) + 1
        child.nature = TASKS
        parent.children.append(child)
        return child


def _flowing(text: str) -> str:
    """The lines of a cell as one; a bullet keeps its line."""
    return re.sub(r"\n(?![-+•–])", " ", text)


def _grown(fields: list[Field], value: Field) -> list[Field]:
    """The fields with the value joined to the one of its kind."""
    place = next((place for place, each in enumerate(fields) if each.kind == value.kind), None)
    if place is None:
        return [*fields, value]
    joined = Field(value.kind, f"{fields[place].value}\n{value.value}")
    return [*fields[:place], joined, *fields[place + 1 :]]


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[IVX]{1,5}|[A-H]|\d{1,3}(?:\.\d{1,3})*|[a-zđ]", text) is not None or _is_whole_code(text)


def _is_whole_code(text: str) -> bool:
    """ "3d": the group and the letter in one cell."""
    return re.fullmatch(r"\d{1,2}[a-zđ]", text) is not None


def _kind_of_number(number: str) -> str:
    if _is_whole_code(number):
        return "named"
    if number.count(".") >= 1:
        return f"n{min(4, number.count('.') + 1)}"
    if re.fullmatch(r"[IVX]+", number):
        return "roman"
    if re.fullmatch(r"[A-H]", number):
        return "upper"
    return "letter" if number in LETTERS and number else "n1" if number else "heading"


def _cell_fields(kind: str, text: str) -> Iterator[Field]:
    """A cell may itself carry labels: "Chủ trì: …; Phối hợp: …"."""
    before, fields = fields_in(text.replace("\n", "; ")) if kind in ROLES else ("", ())
    if fields and not before and all(field.value for field in fields):
        yield from fields
    else:
        yield Field(kind, text)
