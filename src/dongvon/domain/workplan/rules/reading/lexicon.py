"""All ways in which a plan may write the name of a body, compiled into one pattern."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dongvon.domain.units.vocabulary import BODIES, CLASSES, Body, Level, UnitClass
from dongvon.domain.workplan.rules.reading.folding import folded
from dongvon.domain.workplan.rules.reading.names import MORE_NAMES, OUTSIDE, SYNONYMS

_WORD = re.compile(r"[a-z0-9&]+")
_GAP = r"(?:\s*[,/-]\s*|\s+)"
_NAMED: tuple[Body | UnitClass, ...] = (*BODIES, *CLASSES)
_TIERS = ("thành phố", "tỉnh", "")


@dataclass(frozen=True)
class Name:
    """One way of writing one body; `key` is None for a body outside our units.

    `bare` marks a department's name without "Sở": a common word unless it stands alone in a list.
    """

    key: str | None
    levels: frozenset[Level]
    bare: bool = False
    official: str = ""


@dataclass(frozen=True)
class Found:
    """A name found in a text, from `start` to `end`; two names where one head serves both."""

    start: int
    end: int
    names: tuple[Name, ...]


class Lexicon:
    """Finds bodies in text; learnt aliases come first."""

    def __init__(self, aliases: Mapping[str, str]) -> None:
        self._names: dict[tuple[str, ...], Name] = {}
        for words, name in [*_learnt(aliases), *_known()]:
            self._names.setdefault(words, name)
        longest_first = sorted(self._names, key=lambda words: (-len(" ".join(words)), words))
        body = "|".join(_gap(words, name=self._names[words]).join(map(re.escape, words)) for words in longest_first)
        self._pattern = re.compile(rf"(?<![a-z0-9&])(?:(?:cac|nhung)\s+)?(?P<name>{body})(?![a-z0-9&])")

    def find(self, text: str) -> list[Found]:
        """Names in `text`, left to right, longest first, with heads shared as in "Chi nhánh/Phòng giao dịch"."""
        plain = folded(text)
        found = [Found(hit.start(), hit.end(), (self._named(hit),)) for hit in self._pattern.finditer(plain)]
        return [self._with_shared_head(each, plain=plain) for each in found]

    def exactly(self, text: str) -> Name | None:
        """The body whose name is the whole of `text`, articles aside."""
        words = words_of(text)
        return self._names.get(words) or self._names.get(words[1:] if words[:1] == ("cac",) else words)

    def _named(self, hit: re.Match[str]) -> Name:
        return self._names[tuple(_WORD.findall(hit["name"]))]

    def _with_shared_head(self, found: Found, *, plain: str) -> Found:
        before = _SHARED.search(plain[: found.start])
        if before is None:
            return found
        tail = _WORD.findall(plain[found.start : found.end])
        words = before["head"].split()
        for skipped in range(len(words)):
            head = words[skipped:]
            name = self._completed(head, tail=tail)
            if name is not None:
                start = before.start("head") + len(" ".join(words[:skipped])) + (1 if skipped else 0)
                return Found(start, found.end, (name, *found.names))
        return found

    def _completed(self, head: list[str], *, tail: list[str]) -> Name | None:
        if tuple(head) in self._names:
            return None
        for place in range(1, len(tail)):
            name = self._names.get((*head, *tail[place:]))
            if name is not None and not name.bare and [*head, *tail[place:]] != tail:
                return name
        return None


def _gap(words: tuple[str, ...], *, name: Name) -> str:
    """Commas come and go inside long names; two words parted by a comma are two things ("cấp, ủy ban")."""
    return _GAP if len(words) > 2 or "," in name.official else r"\s+"


_SHARED = re.compile(r"(?P<head>[a-z]+(?: [a-z]+){0,3})\s*(?:[,/]|\bva\b|\bhoac\b)\s*(?:cac\s+)?$")


@lru_cache(maxsize=32)
def lexicon(aliases: tuple[tuple[str, str], ...] = ()) -> Lexicon:
    """The lexicon with learnt aliases (name, canonical key); compiled once for each set."""
    return Lexicon(dict(aliases))


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(_WORD.findall(folded(text)))


def _learnt(aliases: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], Name]]:
    levels = {each.key: each.levels for each in _NAMED}
    for written, key in aliases.items():
        if words_of(written):
            yield words_of(written), Name(key=key, levels=levels.get(key, frozenset()), official=written)


def _known() -> Iterator[tuple[tuple[str, ...], Name]]:
    for body in _NAMED:
        for written in (*_placed(body.names), *MORE_NAMES.get(body.key, ())):
            official = body.names[0]
            for words in _variants(written):
                yield words, Name(key=body.key, levels=body.levels, official=official)
    for written in OUTSIDE:
        levels = frozenset({Level.CITY}) if written.startswith("Sở") else frozenset()
        for words in _variants(written):
            yield words, Name(key=None, levels=levels, official=written)
    yield from _bare_departments()


def _bare_departments() -> Iterator[tuple[tuple[str, ...], Name]]:
    """Last, so that a full name of another body wins over a department's bare name."""
    pairs = [(name, body.key) for body in BODIES for name in body.names]
    for written, key in [*pairs, *((name, None) for name in OUTSIDE)]:
        if written.startswith("Sở "):
            for words in _variants(written):
                name = Name(key=key, levels=frozenset({Level.CITY}), bare=True, official=written)
                yield words[1:], name


def _placed(names: tuple[str, ...]) -> Iterator[str]:
    for written in names:
        for tier in _TIERS:
            yield written.replace("{tier}", tier).replace("{city}", "")


def _variants(written: str) -> Iterator[tuple[str, ...]]:
    words = words_of(written)
    words = words[1:] if words[:1] == ("cac",) else words
    found = {words}
    for row in SYNONYMS:
        for given in list(found):
            found |= _exchanged(given, row=tuple(tuple(phrase.split()) for phrase in row))
    found |= {tuple("&" if word == "va" else word for word in given) for given in found}
    yield from sorted(found)


def _exchanged(words: tuple[str, ...], *, row: tuple[tuple[str, ...], ...]) -> set[tuple[str, ...]]:
    """`words` with the longest phrase of the row that occurs in it replaced by each other one."""
    for phrase in sorted(row, key=len, reverse=True):
        for start in range(len(words) - len(phrase) + 1):
            if words[start : start + len(phrase)] == phrase:
                rest = words[start + len(phrase) :]
                return {words[:start] + other + rest for other in row}
    return set()
