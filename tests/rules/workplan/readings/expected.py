"""Readings made by eye, and how far a reading of the program agrees with them."""

from dataclasses import dataclass
from pathlib import Path

from dongvon.domain.workplan.queries.read_plan import PlanReading

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Expected:
    """Sets to compare: codes, (code, role, mention, unit, level), (code, kind, words)."""

    clauses: frozenset[object]
    pairs: frozenset[object]
    timings: frozenset[object]


def by_eye(name: str) -> Expected:
    """The reading in the file of that name."""
    mentions: dict[str, list[tuple[str, str | None, str | None]]] = {}
    codes, pairs, timings = [], [], []
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            key, words, units = line[1:].split(" = ")
            mentions[key] = [(words.lower(), *_unit(each)) for each in units.split(", ")]
        elif "|" in line and not line.startswith("#"):
            code, kind, words = (part.strip() for part in line.split("|"))
            codes.append(code)
            timings.append((code, kind, words or None))
        elif " > " in line:
            role, _, named = line.partition(" > ")
            words, units = named.split(" = ")
            pairs += [(codes[-1], role, words.lower(), *_unit(each)) for each in units.split(", ")]
        elif line and not line.startswith("#"):
            role, *keys = line.split()
            pairs += [(codes[-1], role, *row) for key in keys for row in mentions[key]]
    return Expected(frozenset(codes), frozenset(pairs), frozenset(timings))


def as_read(reading: PlanReading) -> Expected:
    """The same sets from the program's reading; the case of a mention's first letter does not count."""
    return Expected(
        clauses=frozenset(clause.code for clause in reading.clauses),
        pairs=frozenset(
            (clause.code, row.role, row.mention.lower(), row.unit, row.level)
            for clause in reading.clauses
            for row in clause.assignments
        ),
        timings=frozenset((clause.code, clause.timing.kind, clause.timing.text) for clause in reading.clauses),
    )


def agreement(read: frozenset[object], expected: frozenset[object]) -> tuple[float, float]:
    """Precision and recall."""
    right = len(read & expected)
    return right / max(1, len(read)), right / max(1, len(expected))


def _unit(written: str) -> tuple[str | None, str | None]:
    key, level = written.split()
    return (None if key == "-" else key), (None if level == "-" else level)
