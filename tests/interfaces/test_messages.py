"""Every Vietnamese text that people read has an English one: templates, Python of the interfaces, refusals."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib
import pytest
from django.utils.translation.template import templatize

import dongvon.domain
import dongvon.interfaces.web
from dongvon.kernel.refusals import Refusal

WEB = Path(dongvon.interfaces.web.__file__).parent
ENGLISH = WEB / "locale" / "en"
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
IN_TEMPLATE = re.compile(
    r"""\b(?:gettext|_|ngettext)\(u?(?P<quote>["'])(?P<text>(?:\\.|(?!(?P=quote)).)*)(?P=quote)""", re.DOTALL
)
NAME = re.compile(r"\{\w*[^{}]*\}|%\(\w+\)s|%[sd]")


@cache
def english() -> dict[str, polib.POEntry]:
    return {entry.msgid: entry for path in sorted(ENGLISH.glob("*.po")) for entry in polib.pofile(str(path))}


def in_templates() -> Iterator[tuple[str, str]]:
    for path in sorted(WEB.rglob("templates/**/*.html")):
        for found in IN_TEMPLATE.finditer(templatize(path.read_text(encoding="utf-8"))):
            text = found["text"].replace("\\n", "\n").replace('\\"', '"').replace("\\'", "'")
            yield text, str(path.relative_to(WEB))


def in_python() -> Iterator[tuple[str, str]]:
    for path in sorted(WEB.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value, str(path.relative_to(WEB))


def in_refusals() -> Iterator[tuple[str, str]]:
    for module in pkgutil.walk_packages(dongvon.domain.__path__, "dongvon.domain."):
        if ".operations." in module.name:
            importlib.import_module(module.name)
    waiting = [Refusal]
    while waiting:
        refusal = waiting.pop()
        waiting += refusal.__subclasses__()
        if refusal.__module__.startswith("dongvon."):
            yield refusal.text, f"{refusal.__module__}.{refusal.__name__}"


@pytest.mark.parametrize("source", [in_templates, in_python, in_refusals])
def test_every_text_has_an_english_one(source: object) -> None:
    texts = list(source())  # type: ignore[operator]
    assert len(texts) > 20
    missing = sorted({(where, text) for text, where in texts if not _translated(text)})
    assert missing == []


def test_translations_keep_the_gaps_of_the_original() -> None:
    broken = [
        (entry.msgid, english_text)
        for entry in english().values()
        for english_text in (entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])
        if _gaps(entry.msgid) != _gaps(english_text)
    ]
    assert broken == []


def test_one_text_is_translated_one_way() -> None:
    told: dict[str, set[str]] = {}
    for path in sorted(ENGLISH.glob("*.po")):
        for entry in polib.pofile(str(path)):
            told.setdefault(entry.msgid, set()).add(entry.msgstr)
    assert {text: ways for text, ways in told.items() if len(ways) > 1} == {}


def _translated(text: str) -> bool:
    entry = english().get(text)
    return entry is not None and bool(entry.msgstr or (all(entry.msgstr_plural.values()) and entry.msgstr_plural))


def _gaps(text: str) -> list[str]:
    return sorted(found.group(0) for found in NAME.finditer(text))
