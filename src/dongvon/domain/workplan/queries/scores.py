"""Scores of a round: the ranking, the formula, one unit's points explained."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Q

from dongvon.domain.units.queries.directory import units_by_id
from dongvon.domain.workplan.models import Score, ScoreRule, Scoring


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One unit in the ranking; `counts` are what the points came from."""

    unit: UUID
    unit_code: str
    full_name: str
    timeliness: Decimal
    completeness: Decimal
    results: Decimal
    quality: Decimal
    total: Decimal
    rank: int
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoringRow:
    """A run of the formula."""

    id: UUID
    number: int
    rules_on: date
    scored_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """A line of the published formula."""

    criterion: str
    weight: Decimal
    deduction: Decimal
    definition: str
    basis: str
    valid_from: date


def last_scoring(round_: UUID) -> ScoringRow | None:
    """The latest run, if the asker may see any."""
    names = list(ScoringRow.__dataclass_fields__)
    found = Scoring.objects.filter(round=round_).order_by("-number").values(*names).first()
    return ScoringRow(**found) if found else None


def scores(round_: UUID, *, on: date) -> list[ScoreRow]:
    """The ranking of the latest run, highest first; a unit asking sees its own line."""
    last = Score.objects.filter(scoring__round=round_).order_by("-scoring__number").values("scoring")[:1]
    rows = list(Score.objects.filter(scoring__in=last).order_by("rank"))
    units = units_by_id([row.unit_id for row in rows], on=on)
    ranked = [
        ScoreRow(
            unit=row.unit_id,
            unit_code=units[row.unit_id].code,
            full_name=units[row.unit_id].full_name,
            timeliness=row.timeliness,
            completeness=row.completeness,
            results=row.results,
            quality=row.quality,
            total=row.total,
            rank=row.rank,
            counts=row.counts,
        )
        for row in rows
    ]
    return sorted(ranked, key=lambda row: (row.rank, row.full_name))


def formula(*, on: date) -> list[RuleRow]:
    """The lines in force on a day."""
    in_force = Q(valid_until=None) | Q(valid_until__gt=on)
    rules = ScoreRule.objects.filter(in_force, valid_from__lte=on).order_by("-weight", "criterion")
    return [RuleRow(**row) for row in rules.values(*RuleRow.__dataclass_fields__)]
