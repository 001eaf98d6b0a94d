"""The rules of assessment in force for a month, and what is unconfirmed in them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import Model

from dongvon.domain.groups.models import CriterionRule, GradeRule, PaymentRule
from dongvon.domain.groups.rules.fee import QualityBand
from dongvon.domain.groups.rules.rating import CriterionBands, Threshold
from dongvon.domain.groups.vocabulary import ALWAYS_PAID, Grade
from dongvon.kernel.refusals import Refusal


class NoAssessmentRules(Refusal):
    """Nothing says how groups are graded or paid then."""

    text = "Chưa có quy định chấm điểm, chi trả hoa hồng và phí ủy thác có hiệu lực từ trước tháng {month}."


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    """One kind of payment: its percentage, its quality bands, its split."""

    monthly_percent: Fraction
    bands: tuple[QualityBand, ...]
    split: tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True, slots=True)
class AssessmentRules:
    """All that assesses a month; `unconfirmed` names the rules that were not read in their text."""

    criteria: dict[str, CriterionBands]
    thresholds: tuple[Threshold, ...]
    payments: dict[str, PaymentTerms]
    unconfirmed: tuple[str, ...]


def rules_on(month: date) -> AssessmentRules:
    """The latest rule of each kind that begins by the month's first day. Refuses NoAssessmentRules."""
    criteria = _latest(CriterionRule, "criterion", month)
    grades = _latest(GradeRule, "grade", month)
    payments = _latest(PaymentRule, "payment", month)
    if not (criteria and grades and payments.keys() >= ALWAYS_PAID):
        raise NoAssessmentRules(month=f"{month:%m/%Y}")
    rows = {**criteria, **grades, **payments}
    return AssessmentRules(
        criteria={name: CriterionBands(row.most, _pairs(row.bands)) for name, row in criteria.items()},
        thresholds=tuple(Threshold(Fraction(row.from_score), Grade(name)) for name, row in grades.items()),
        payments={name: _terms(row) for name, row in payments.items()},
        unconfirmed=tuple(name for name, row in rows.items() if not row.confirmed),
    )


def most_points(month: date) -> dict[str, int]:
    """The most points of each criterion in a month; empty where nothing says so."""
    return {name: row.most for name, row in _latest(CriterionRule, "criterion", month).items()}


def _latest(model: type[Model], kind: str, month: date) -> dict[str, Any]:
    found = model._default_manager.filter(from_on__lte=month, granted=True).order_by(kind, "from_on")
    return {getattr(row, kind): row for row in found}


def _terms(row: PaymentRule) -> PaymentTerms:
    bands = tuple(QualityBand(ratio, factor) for ratio, factor in _pairs(row.bands))
    split = tuple((str(level), Fraction(percent)) for level, percent in row.split)
    return PaymentTerms(Fraction(row.monthly_percent), bands, split)


def _pairs(rows: list[list[str]]) -> tuple[tuple[Fraction, Fraction], ...]:
    return tuple((Fraction(first), Fraction(second)) for first, second in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRow:
    """What is paid for collecting interest, by which rule, since when, and whether its text was read."""

    payment: str
    from_on: date
    monthly_percent: Decimal
    basis: str
    confirmed: bool


def payment_rules(month: date) -> list[PaymentRow]:
    """The rules by which a month was paid."""
    return [
        PaymentRow(
            payment=name,
            from_on=row.from_on,
            monthly_percent=row.monthly_percent,
            basis=row.basis,
            confirmed=row.confirmed,
        )
        for name, row in _latest(PaymentRule, "payment", month).items()
    ]
