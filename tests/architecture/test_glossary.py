"""Names come from the trade: the glossary joins each Vietnamese term to one English word."""

import re

from django.apps import apps

from tests.architecture.house import ROOT, operation_names, packages

GLOSSARY = ROOT / "docs" / "glossary.md"
ROW = re.compile(r"^\| (?P<vietnamese>[^|]+?) \| `(?P<english>[a-z_]+)` \| (?P<meaning>[^|]+?) \|$")


def _rows() -> list[dict[str, str]]:
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    return [match.groupdict() for line in lines if (match := ROW.match(line))]


def _english() -> set[str]:
    return {row["english"] for row in _rows()}


def test_a_word_means_one_thing() -> None:
    english = [row["english"] for row in _rows()]
    assert sorted(english) == sorted(set(english))


def test_a_term_has_one_word() -> None:
    vietnamese = [row["vietnamese"].lower() for row in _rows()]
    assert sorted(vietnamese) == sorted(set(vietnamese))


def test_every_table_line_is_a_row() -> None:
    lines = [line for line in GLOSSARY.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    heads = [line for line in lines if not ROW.match(line)]
    assert all(line.startswith(("| Vietnamese |", "| --")) for line in heads), heads


def test_every_noun_is_in_the_glossary() -> None:
    nouns = {
        re.sub(r"(?<=[a-z])(?=[A-Z])", "_", model.__name__).lower()
        for model in apps.get_models()
        if model.__module__.startswith("dongvon.")
    }
    assert nouns
    missing = nouns - _english()
    assert not missing


def test_every_verb_is_in_the_glossary() -> None:
    verbs = {name.split(".")[1] for name in operation_names()}
    assert verbs
    missing = verbs - _english()
    assert not missing


def test_every_package_is_in_the_glossary() -> None:
    assert not set(packages()) - _english()
