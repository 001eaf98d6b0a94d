"""Integrity lives in named constraints and triggers, and each has a test that tries to break it."""

from django.apps import apps

from tests.architecture.house import ROOT


def _names() -> set[str]:
    names = set()
    for model in apps.get_models():
        if model.__module__.startswith("dongvon."):
            names |= {constraint.name for constraint in model._meta.constraints}
    return names


def test_each_constraint_is_named_in_a_test() -> None:
    written = "\n".join(
        path.read_text(encoding="utf-8")
        for ring in ("operations", "concurrency", "interfaces")
        for path in (ROOT / "tests" / ring).rglob("*.py")
    )
    untried = sorted(name for name in _names() if name not in written)
    assert not untried
