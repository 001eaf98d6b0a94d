"""Assess the groups of a commune for a month: points, grades, commissions, and the fees of their organisations."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Assessment, Entitlement, Group
from dongvon.domain.groups.queries.assessment_rules import AssessmentRules, NoAssessmentRules, rules_on
from dongvon.domain.groups.rules.fee import paid, quality_factor
from dongvon.domain.groups.rules.rating import rate
from dongvon.domain.groups.vocabulary import GroupMonth, Payment
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.money import shares


@operation(allowed={Role.SYSTEM})
def assess(*, key: UUID, by: Actor, at: datetime, month: date, place: str, figures: tuple[GroupMonth, ...]) -> int:
    """`month` is its first day; gives how many groups were assessed. Refuses NoAssessmentRules."""
    rules = rules_on(month)
    Assessment.objects.bulk_create([_assessed(each, rules=rules, month=month, at=at) for each in figures])
    managed = dict(Group.objects.filter(id__in=[each.group for each in figures]).values_list("id", "organisation"))
    for organisation in sorted(set(managed.values())):
        own = [each for each in figures if managed.get(each.group) == organisation]
        _entitle(own, rules=rules, month=month, at=at, place=place, organisation=organisation)
    return len(figures)


def _assessed(figures: GroupMonth, *, rules: AssessmentRules, month: date, at: datetime) -> Assessment:
    rated = rate(figures.percents, criteria=rules.criteria, thresholds=rules.thresholds)
    return Assessment(
        group_id=figures.group,
        month=month,
        points={name: _plain(points) for name, points in rated.points.items()},
        out_of=rated.out_of,
        score=_plain(rated.score),
        grade=rated.grade or "",
        interest=figures.interest,
        commission=paid(Fraction(figures.base), monthly_percent=rules.payments[Payment.COMMISSION].monthly_percent)
        + _for_homes(Payment.HOME_COMMISSION, figures.homes, rules),
        assessed_at=at,
    )


def _entitle(
    own: Iterable[GroupMonth],
    *,
    rules: AssessmentRules,
    month: date,
    at: datetime,
    place: str,
    organisation: str,
) -> None:
    figures = list(own)
    rule = rules.payments[Payment.ENTRUSTMENT]
    owed = sum(each.outstanding for each in figures)
    ratio = Fraction(100 * sum(each.overdue for each in figures), owed) if owed else Fraction(0)
    factor = quality_factor(ratio, bands=rule.bands)
    base = sum((Fraction(each.base) for each in figures), Fraction(0))
    fee = paid(base, monthly_percent=rule.monthly_percent, factor=factor)
    split = shares(fee, weights=[percent for _, percent in rule.split])
    levels = dict(zip((level for level, _ in rule.split), split, strict=True))
    homes = _for_homes(Payment.HOME_FEE, sum((each.homes for each in figures), Decimal(0)), rules)
    if homes:
        levels["commune"] = levels.get("commune", 0) + homes
    Entitlement.objects.create(
        place_id=place,
        organisation=organisation,
        month=month,
        interest=sum(each.interest for each in figures),
        overdue_ratio=round(float(ratio), 4),
        factor=_plain(factor),
        fee=fee + homes,
        split=levels,
        assessed_at=at,
    )


def _for_homes(payment: Payment, balance: Decimal, rules: AssessmentRules) -> int:
    """What a month of loans for social housing earns, by no quality; the fee goes to the commune's level whole."""
    rule = rules.payments.get(payment)
    return paid(Fraction(balance), monthly_percent=rule.monthly_percent) if rule else 0


def _plain(number: Fraction) -> str:
    """A finite decimal to two places."""
    return f"{float(number):.2f}"


__all__ = ["NoAssessmentRules", "assess"]
