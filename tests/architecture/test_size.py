"""A glance, not a scroll: nothing outgrows its budget."""

from tests.architecture.house import ROOT, SOURCE, functions, parsed, python_files, shown

FILE, FUNCTION, TEMPLATE, SETTINGS, DECISION = 300, 40, 150, 250, 60
OURS = (SOURCE, ROOT / "tests", ROOT / "bench")


def _lines(path: object) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())  # type: ignore[attr-defined]


def test_files_fit() -> None:
    assert not [(shown(path), _lines(path)) for path in python_files(*OURS) if _lines(path) > FILE]


def test_functions_fit() -> None:
    long = [
        (f"{shown(path)}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1)
        for path in python_files(*OURS)
        for node in functions(parsed(path))
        if node.end_lineno is not None and node.end_lineno - node.lineno + 1 > FUNCTION
    ]
    assert not long


def test_templates_fit() -> None:
    templates = sorted(SOURCE.rglob("templates/**/*.html")) + sorted(SOURCE.rglob("templates/**/*.txt"))
    assert templates
    assert not [(shown(path), _lines(path)) for path in templates if _lines(path) > TEMPLATE]


def test_settings_fit() -> None:
    assert _lines(SOURCE / "config" / "settings.py") <= SETTINGS


def test_decision_records_fit() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert records
    assert not [(shown(path), _lines(path)) for path in records if _lines(path) > DECISION]
