"""Which nodes of the outline are tasks, with the values that they have or share."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dongvon.domain.workplan.rules.reading.fields import PRODUCT, ROLES, TIMING, Field
from dongvon.domain.workplan.rules.reading.labels import BULLETS, DIVIDING
from dongvon.domain.workplan.rules.reading.natures import ORGANISATION, OTHER, PAST, PURPOSE, TASKS, shares_work
from dongvon.domain.workplan.rules.reading.outline import Node

FROM_GROUP = "Lấy theo mục “{code}” ở trên vì nhiệm vụ này không nêu riêng."
FROM_SIBLING = "Chỉ nhiệm vụ cuối nhóm nêu đơn vị; tạm hiểu là chung cho cả nhóm."


@dataclass
class Task:
    """A node that is a task; `shared` says for each kind of value where it was taken from."""

    node: Node
    fields: list[Field]
    shared: dict[str, str] = field(default_factory=dict)
    bulleted: bool = False

    @property
    def heading(self) -> str:
        """The title of the item above, which may name the unit that the points below are for."""
        parent = self.node.parent
        return parent.title if parent is not None else ""


def tasks_of(root: Node) -> list[Task]:
    """All tasks of the plan in reading order; where no part lists any, what is shared out among the units."""
    found = _found(root)
    if not found:
        _take_shares_for_tasks(root)
        found = _found(root)
    return found


def _take_shares_for_tasks(root: Node) -> None:
    for node in root.all():
        if node.kind in DIVIDING and shares_work(node.title):
            for each in node.all():
                each.nature = TASKS


def _found(root: Node) -> list[Task]:
    usual = _usual_kind(root)
    tasks = sorted(_tasks(root, usual=usual, inherited=[], above=""), key=lambda task: task.node.span.first_line)
    found = [task for task in tasks if task.node.nature != ORGANISATION]
    if any(_kinds(task.fields) & ROLES for task in found):
        return found
    return [task for task in tasks if task.node.nature != ORGANISATION or _kinds(task.fields) & ROLES]


def words_of(node: Node) -> str:
    """The node's words with everything below it that is no task of its own."""
    words = [node.title, *node.body]
    for child in node.children:
        mark = "-" if child.kind in BULLETS else _shown(child)
        words.append(f"{mark} {words_of(child)}".strip())
    return "\n".join(word for word in words if word)


def _shown(node: Node) -> str:
    closing = ")" if node.kind in ("letter", "small_roman") else "."
    return f"({node.value})" if node.kind == "paren" else f"{node.value}{closing}"


def _usual_kind(root: Node) -> str:
    """The kind of label that most nodes with units of their own have."""
    counted = Counter(node.kind for node in root.all() if _has_roles(node) and node.kind not in BULLETS)
    return counted.most_common(1)[0][0] if counted else ""


def _tasks(node: Node, *, usual: str, inherited: list[Field], above: str) -> Iterator[Task]:
    _lift(node, usual=usual)
    items = _items(node)
    if not items:
        if node.parent is not None and _is_task(node, inherited=inherited):
            yield _task(node, inherited=inherited, above=above)
        return
    own = [*node.fields, *(each for each in inherited if each.kind not in _kinds(node.fields))]
    label = node.value or node.title[:40]
    shared = _trailing(items) if not _kinds(own) & ROLES else []
    for child in items:
        if shared and child is not items[-1]:
            yield from _sharing(child, usual=usual, shared=shared)
        else:
            yield from _tasks(child, usual=usual, inherited=own, above=label if node.fields else above)


def _sharing(node: Node, *, usual: str, shared: list[Field]) -> Iterator[Task]:
    for task in _tasks(node, usual=usual, inherited=shared, above=""):
        task.shared = dict.fromkeys(task.shared, FROM_SIBLING)
        yield task


def _items(node: Node) -> list[Node]:
    """Numbered children; bullets only where several of them name units of their own."""
    named = [child for child in node.children if child.kind in BULLETS and _has_roles(child)]
    if node.items:
        return node.items
    return [child for child in node.children if child.kind in BULLETS] if len(named) > 1 else []


def _lift(node: Node, *, usual: str) -> None:
    """Sub-points of a usual task are words of it; a value below the last of them is its own."""
    named = [each for each in node.all() if each is not node and each.fields]
    few = len([each for each in named if _has_roles(each)]) <= 1
    bullets = not node.items and few and bool(named)
    points = node.kind == usual and bool(node.items) and few and node.kind not in DIVIDING
    if not (bullets or points):
        return
    for each in named:
        node.fields += each.fields
        each.fields = []
    if points:
        node.body += [f"{_shown(child)} {words_of(child)}".strip() for child in node.items]
        node.last_line = node.full_span().last_line
        node.children = [child for child in node.children if child.kind in BULLETS]


def _trailing(items: list[Node]) -> list[Field]:
    """The values of the last of several tasks, when none before it has units."""
    last = items[-1]
    if len(items) < 2 or not _has_roles(last) or any(_any_roles(item) for item in items[:-1]):
        return []
    return last.fields


def _is_task(node: Node, *, inherited: list[Field]) -> bool:
    if _kinds(node.fields) & (ROLES | {TIMING}):
        return True
    if node.kind in DIVIDING or node.nature in (PURPOSE, PAST):
        return False
    if node.nature == OTHER:
        return bool(_kinds(inherited) & ROLES) or _beside_tasks(node)
    return node.nature in (TASKS, ORGANISATION) and bool(node.title or node.body)


def _beside_tasks(node: Node) -> bool:
    assert node.parent is not None
    siblings = node.parent.items
    return sum(1 for each in siblings if _any_roles(each)) * 2 > len(siblings)


def _task(node: Node, *, inherited: list[Field], above: str) -> Task:
    own = _kinds(node.fields)
    has_roles = bool(own & ROLES)
    taken = [each for each in inherited if not _is_given(each.kind, own=own, has_roles=has_roles)]
    reason = FROM_GROUP.format(code=above)
    shared = {("roles" if each.kind in ROLES else each.kind): reason for each in taken}
    return Task(node, [*node.fields, *taken], shared, bulleted=node.kind in BULLETS)


def _is_given(kind: str, *, own: set[str], has_roles: bool) -> bool:
    if kind in ROLES:
        return has_roles
    return kind in own or kind not in (TIMING, PRODUCT)


def _kinds(fields: list[Field]) -> set[str]:
    return {each.kind for each in fields}


def _has_roles(node: Node) -> bool:
    return bool(_kinds(node.fields) & ROLES)


def _any_roles(node: Node) -> bool:
    return any(_has_roles(each) for each in node.all())
