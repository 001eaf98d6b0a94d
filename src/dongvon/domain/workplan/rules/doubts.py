"""Which doubts of a reading a person must settle before the plan is in force, and what each is about."""

from collections.abc import Mapping
from dataclasses import dataclass

from dongvon.domain.workplan.rules.reading.shapes import PlanReading, Warned

#: Settled when a reviewer gives the clause a timing.
ABOUT_TIMING = frozenset({"no_timing", "timing_not_understood", "inferred_timing", "no_year"})
#: Nobody would owe the clause, or nobody knows when: never guessed.
BLOCKING = frozenset({"no_timing", "timing_not_understood", "no_year", "no_assignment", "unresolved_unit"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """One place to look at; `assignment` counts from 1 within the clause, 0 when no single unit is meant."""

    code: str
    clause: str
    reason: str
    blocking: bool
    line: int
    assignment: int


def doubts_of(reading: PlanReading) -> list[Doubtful]:
    """Every doubt once, in reading order; only doubts about clauses hold a plan up."""
    mentions = {
        clause.code: {
            f"“{each.mention}”: {each.reason}": ordinal
            for ordinal, each in reversed(list(enumerate(clause.assignments, start=1)))
        }
        for clause in reading.clauses
    }
    found = dict.fromkeys(_doubtful(each, mentions) for each in reading.warnings)
    return sorted(found, key=lambda doubt: doubt.line)


def _doubtful(warned: Warned, mentions: Mapping[str, Mapping[str, int]]) -> Doubtful:
    about_clause = warned.where in mentions
    return Doubtful(
        code=warned.code,
        clause=warned.where if about_clause else "",
        reason=warned.reason,
        blocking=about_clause and warned.code in BLOCKING,
        line=warned.span.first_line,
        assignment=mentions.get(warned.where, {}).get(warned.reason, 0),
    )
