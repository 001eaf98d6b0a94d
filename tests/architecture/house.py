"""Where the tests of the house find its rooms."""

import ast
import configparser
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "dongvon"
DOMAIN = SOURCE / "domain"
INTERFACES = SOURCE / "interfaces"

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


def packages() -> list[str]:
    """The domain packages that exist."""
    return sorted(path.parent.name for path in DOMAIN.glob("*/__init__.py"))


def floors() -> dict[str, int]:
    """Floor number of each planned domain package, read from the import contract (lowest is 1)."""
    plan = configparser.ConfigParser()
    plan.read(ROOT / ".importlinter")
    lines = plan["importlinter:contract:floors"]["layers"].split("\n")
    listed = [line for line in lines if line.strip()]
    return {
        name.strip(" ()"): number for number, line in enumerate(reversed(listed), start=1) for name in line.split("|")
    }


def python_files(*roots: Path) -> list[Path]:
    """Every Python file below the given folders, migrations left out."""
    found = [path for root in roots for path in sorted(root.rglob("*.py"))]
    return [path for path in found if "migrations" not in path.parts and "node_modules" not in path.parts]


def functions(tree: ast.AST) -> Iterator[FunctionNode]:
    """Every function and method of a parsed file."""
    for node in ast.walk(tree):
        if isinstance(node, FunctionNode):
            yield node


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file, read once for all tests that walk it."""
    return ast.parse(path.read_text(encoding="utf-8"))


def shown(path: Path) -> str:
    """A path as a reader of the failure wants it."""
    return str(path.relative_to(ROOT))


def operation_names() -> dict[str, str]:
    """Each verb file under an `operations/` folder: "package.verb" and the file it stands in."""
    names = {}
    for path in sorted(DOMAIN.glob("*/operations/*.py")):
        if path.stem != "__init__" and "@operation(" in path.read_text(encoding="utf-8"):
            names[f"{path.parts[-3]}.{path.stem.rstrip('_')}"] = shown(path)
    return names
