"""Every domain package is furnished alike, and nothing else stands in it."""

from tests.architecture.house import DOMAIN, SOURCE, packages, shown

FURNITURE = {
    "__init__.py",
    "vocabulary.py",
    "rules",
    "models",
    "queries",
    "papers.py",
    "papers",
    "operations",
    "jobs.py",
    "sql",
    "migrations",
    "README.md",
}


def test_only_known_furniture() -> None:
    found = {
        shown(path)
        for package in packages()
        for path in (DOMAIN / package).iterdir()
        if path.name not in FURNITURE and path.name != "__pycache__"
    }
    assert not found


def test_each_package_explains_itself_on_one_page() -> None:
    for package in packages():
        page = DOMAIN / package / "README.md"
        assert page.is_file(), f"{package} has no README.md"
        assert len(page.read_text(encoding="utf-8").splitlines()) <= 60


def test_packages_are_empty_boxes() -> None:
    """An `__init__.py` of a package runs no code; only models/ lists its nouns."""
    for path in SOURCE.rglob("__init__.py"):
        if path.parent.name in {"models", "migrations", "cli"} or path.parent == SOURCE:
            continue
        lines = path.read_text(encoding="utf-8").strip().splitlines()
        assert len(lines) <= 1, shown(path)


def test_one_migration_until_the_first_release() -> None:
    for package in packages():
        files = sorted(path.name for path in (DOMAIN / package / "migrations").glob("0*.py"))
        assert files in ([], ["0001_initial.py"]), package
