"""One way to write: operations change state, everything else reads or translates."""

import ast
from pathlib import Path

from tests.architecture.house import DOMAIN, INTERFACES, FunctionNode, functions, parsed, python_files, shown

WRITES = {"save", "create", "bulk_create", "bulk_update", "delete", "get_or_create", "update_or_create"}
CLOCKS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("date", "today"),
    ("timezone", "now"),
    ("time", "time"),
}


def _calls(node: ast.AST) -> list[ast.Call]:
    return [inner for inner in ast.walk(node) if isinstance(inner, ast.Call)]


def _operations_imported(tree: ast.Module) -> set[str]:
    return {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and ".operations" in node.module
        for name in node.names
        if name.name.islower()
    }


def _named(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _writing_calls(function: FunctionNode, verbs: set[str]) -> int:
    return sum(1 for call in _calls(function) if _named(call) in verbs | {"perform"})


def test_interfaces_make_at_most_one_writing_call() -> None:
    busy = [
        f"{shown(path)}:{function.lineno} {function.name}"
        for path in python_files(INTERFACES)
        for tree in [parsed(path)]
        for function in functions(tree)
        if _writing_calls(function, _operations_imported(tree)) > 1
    ]
    assert not busy


def _orm_writes(path: Path) -> list[str]:
    return [
        f"{shown(path)}:{call.lineno} .{call.func.attr}()"
        for call in _calls(parsed(path))
        if isinstance(call.func, ast.Attribute) and call.func.attr in WRITES and "objects" in ast.unparse(call.func)
    ]


def test_only_operations_and_jobs_write_rows() -> None:
    readers = [
        path for path in python_files(DOMAIN, INTERFACES) if "operations" not in path.parts and path.name != "jobs.py"
    ]
    assert not [write for path in readers for write in _orm_writes(path)]


def test_one_verb_a_file() -> None:
    """A file of operations/ that decorates a verb is named for it."""
    for path in sorted(DOMAIN.glob("*/operations/*.py")):
        verbs = [
            function.name
            for function in functions(parsed(path))
            if any("operation(" in ast.unparse(mark) + "(" for mark in function.decorator_list)
            and any(isinstance(mark, ast.Call) and _named(mark) == "operation" for mark in function.decorator_list)
        ]
        assert verbs in ([], [path.stem]), f"{shown(path)}: {verbs}"


def test_nobody_but_the_clock_asks_the_time() -> None:
    roots = (DOMAIN, INTERFACES, DOMAIN.parent / "demo", DOMAIN.parent / "config")
    asking = [
        f"{shown(path)}:{call.lineno}"
        for path in python_files(*roots)
        for call in _calls(parsed(path))
        if isinstance(call.func, ast.Attribute)
        and (ast.unparse(call.func.value).split(".")[-1], call.func.attr) in CLOCKS
    ]
    assert not asking


def test_domain_operations_are_told_the_time() -> None:
    """Only jobs and the ways in read the clock; verbs, queries and rules take `at` or `on`."""
    curious = [
        shown(path)
        for path in python_files(DOMAIN)
        if path.name != "jobs.py" and "clock.now()" in path.read_text(encoding="utf-8")
    ]
    assert not curious
