"""The published formula: timeliness, completeness, results and quality in points, and the ranking."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from dongvon.domain.workplan.vocabulary import Criterion

CENT = Decimal("0.01")
NOTHING, ALL = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`weight` in points; `deduction` is the share of the criterion that one fault costs."""

    weight: Decimal
    deduction: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What is counted for one unit over a round; waived obligations are left out beforehand.

    `late_days` adds up the days of the obligations met late; `asked` and `given` count statuses with a narrative,
    figures and evidence; `applicable` counts entries whose clause arose.
    """

    unit: UUID
    owed: int
    on_time: int
    late: int
    late_days: int
    asked: int
    given: int
    applicable: int
    done: int
    in_progress: int
    returns: int
    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Points by criterion, each rounded half-up to cents, and their sum."""

    unit: UUID
    by_criterion: Mapping[Criterion, Decimal]
    total: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """Points with a rank: equal totals share it, and as many ranks are skipped."""

    points: Points
    rank: int


def points(counts: Counts, *, rules: Mapping[Criterion, Rule]) -> Points:
    """The points of one unit under the formula."""
    shares = {
        Criterion.TIMELINESS: _timeliness(counts, deduction=rules[Criterion.TIMELINESS].deduction),
        Criterion.COMPLETENESS: _part(Decimal(counts.given), counts.asked),
        Criterion.RESULTS: _results(counts, deduction=rules[Criterion.RESULTS].deduction),
        Criterion.QUALITY: _quality(counts, deduction=rules[Criterion.QUALITY].deduction),
    }
    given = {
        criterion: (share * rules[criterion].weight).quantize(CENT, rounding=ROUND_HALF_UP)
        for criterion, share in shares.items()
    }
    return Points(unit=counts.unit, by_criterion=given, total=sum(given.values(), NOTHING))


def rank(scored: Iterable[Points]) -> tuple[Ranked, ...]:
    """Highest first; 90, 85, 85, 80 rank 1, 2, 2, 4."""
    ordered = sorted(scored, key=lambda each: (-each.total, each.unit))
    ranked: list[Ranked] = []
    for place, each in enumerate(ordered, start=1):
        tied = ranked and ranked[-1].points.total == each.total
        ranked.append(Ranked(points=each, rank=ranked[-1].rank if tied else place))
    return tuple(ranked)


def _timeliness(counts: Counts, *, deduction: Decimal) -> Decimal:
    """A day late costs `deduction` of what that obligation would give; it never costs more than all of it."""
    late = max(NOTHING, counts.late - counts.late_days * deduction)
    return _part(counts.on_time + late, counts.owed)


def _results(counts: Counts, *, deduction: Decimal) -> Decimal:
    if not counts.applicable:
        return ALL if counts.accepted else NOTHING
    return _part(counts.done + counts.in_progress * (ALL - deduction), counts.applicable)


def _quality(counts: Counts, *, deduction: Decimal) -> Decimal:
    return max(NOTHING, ALL - counts.returns * deduction) if counts.accepted else NOTHING


def _part(given: Decimal, asked: int) -> Decimal:
    return min(ALL, given / asked) if asked else NOTHING
