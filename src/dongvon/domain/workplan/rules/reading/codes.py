"""Codes of tasks: "1a", "4.2", "II.1a", as the labels above them give."""

from collections import Counter

from dongvon.domain.workplan.rules.reading.labels import BULLETS, DIVIDING
from dongvon.domain.workplan.rules.reading.outline import Node


def codes_of(nodes: list[Node]) -> list[str]:
    """One code for each node; parts are named only where codes would otherwise repeat."""
    plain = [code_of(node) for node in nodes]
    if _unique(plain):
        return plain
    near = [_joined(divisions(node)[-1:], code=code) for node, code in zip(nodes, plain, strict=True)]
    if _unique(near):
        return near
    return _numbered([_joined(divisions(node), code=code) for node, code in zip(nodes, plain, strict=True)])


def code_of(node: Node) -> str:
    """The labels from the part down to the node."""
    code = ""
    for each in node.path():
        if each.kind not in DIVIDING:
            code = _extended(code, each)
    return code or ".".join(divisions(node, itself=True))


def divisions(node: Node, *, itself: bool = False) -> list[str]:
    """The values of the dividing nodes above (and of the node itself)."""
    path = node.path() if itself else node.path()[:-1]
    return [each.value or str(each.order) for each in path if each.kind in DIVIDING]


def _extended(code: str, node: Node) -> str:
    if node.kind in ("n2", "n3", "n4", "named", "article"):
        return node.value
    if node.kind == "letter":
        return f"{code}{node.value}"
    if node.kind == "paren":
        return f"{code}({node.value})"
    value = _place(node) if node.kind in BULLETS else node.value
    return f"{code}.{value}" if code else value


def _place(node: Node) -> str:
    siblings = node.parent.children if node.parent is not None else []
    return str([each is node for each in siblings].index(True) + 1)


def _joined(above: list[str], *, code: str) -> str:
    named = [value for value in above if value and value != code]
    return ".".join([*named, code])


def _unique(codes: list[str]) -> bool:
    return len(set(codes)) == len(codes)


def _numbered(codes: list[str]) -> list[str]:
    """What still repeats is told apart by its turn: "1a", "1a-2"."""
    seen: Counter[str] = Counter()
    numbered = []
    for code in codes:
        seen[code] += 1
        numbered.append(code if seen[code] == 1 else f"{code}-{seen[code]}")
    return numbered
