"""A month of groups: points by bands, grades by thresholds, commissions and fees by dated rules."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, transaction

from dongvon.domain.audit.operations.settling import GRANTED, Decision, StatedTwice
from dongvon.domain.audit.vocabulary import SYSTEM, Actor
from dongvon.domain.groups.models import Assessment, Entitlement
from dongvon.domain.groups.operations.assess import assess
from dongvon.domain.groups.operations.decide_assessment import decide_assessment
from dongvon.domain.groups.operations.propose_assessment import propose_assessment
from dongvon.domain.groups.queries.assessment_rules import NoAssessmentRules, rules_on
from dongvon.domain.groups.queries.assessments import entitlements, last_month, latest_of
from dongvon.domain.groups.vocabulary import (
    AssessmentDraft,
    Criterion,
    CriterionDraft,
    Grade,
    GradeDraft,
    GroupMonth,
    Payment,
    PaymentDraft,
)
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.operations.groups.hamlets import AT, Hamlets, Taking, asking, settle
from tests.operations.trial import refuses

pytestmark = pytest.mark.django_db

MONTH = date(2026, 10, 1)
SOURCE = {"from_on": date(2026, 1, 1), "basis": "CDTOTKVV", "confirmed": False}


def _bands(*pairs: tuple[str, str]) -> tuple[tuple[Decimal, Decimal], ...]:
    return tuple((Decimal(first), Decimal(second)) for first, second in pairs)


SCALE = ((Grade.WEAK, 0), (Grade.AVERAGE, 50), (Grade.FAIR, 70), (Grade.GOOD, 85))
SPLIT = (("province", "4.5"), ("district", "9"), ("commune", "84"), ("centre", "2.5"))
RULES: tuple[AssessmentDraft, ...] = (
    CriterionDraft(
        criterion=Criterion.INTEREST, most=20, bands=_bands(("0", "0"), ("90", "10"), ("100", "20")), **SOURCE
    ),
    CriterionDraft(criterion=Criterion.OVERDUE, most=30, bands=_bands(("0", "30"), ("2", "0")), **SOURCE),
    CriterionDraft(criterion=Criterion.SAVERS, most=5, bands=_bands(("0", "0"), ("50", "5")), **SOURCE),
    *(GradeDraft(grade=grade, from_score=Decimal(score), **SOURCE) for grade, score in SCALE),
    PaymentDraft(payment=Payment.COMMISSION, monthly_percent=Decimal("0.085"), **SOURCE),
    PaymentDraft(
        payment=Payment.ENTRUSTMENT,
        monthly_percent=Decimal("0.032"),
        bands=_bands(("0", "100"), ("2", "80"), ("3", "50"), ("4", "0")),
        split=tuple((level, Decimal(share)) for level, share in SPLIT),
        **SOURCE,
    ),
)
MAKER = Actor(UUID(int=1), None, frozenset({Role.CREDIT_CONTROLLER}))
CHECKER = Actor(UUID(int=2), None, frozenset({Role.BRANCH_DIRECTOR}))


def proposed(*rules: AssessmentDraft) -> tuple[UUID, ...]:
    return propose_assessment(key=new_id(), by=MAKER, at=AT, rules=rules)


def enact_assessment(*rules: AssessmentDraft) -> None:
    decide_assessment(key=new_id(), by=CHECKER, at=AT, rules=proposed(*rules), decision=GRANTED)


@pytest.fixture
def hamlets() -> Hamlets:
    found = settle()
    enact_assessment(*RULES)
    return found


def month_of(group: UUID, *, interest_percent: str = "100", overdue: int = 0) -> GroupMonth:
    """Vector F: 6,240,000 collected at 0.52 % a month is the interest of 1.2 billion."""
    percents = {
        Criterion.INTEREST: Decimal(interest_percent),
        Criterion.OVERDUE: Decimal(overdue) / 10_000_000,
        Criterion.SAVERS: None,
    }
    return GroupMonth(
        group=group,
        percents=percents,
        interest=6_240_000,
        base=Decimal(1_200_000_000),
        overdue=overdue,
        outstanding=1_000_000_000,
    )


def run(*figures: GroupMonth, month: date = MONTH) -> None:
    assess(key=new_id(), by=SYSTEM, at=AT, month=month, place="26041", figures=figures)


@pytest.mark.parametrize(
    ("interest_percent", "overdue", "score", "grade"),
    [
        ("100", 0, "100.00", "good"),
        ("95", 0, "80.00", "fair"),
        ("10", 0, "60.00", "average"),
        ("100", 20_000_000, "40.00", "weak"),
    ],
)
def test_a_group_is_graded_by_what_is_known(
    hamlets: Hamlets, interest_percent: str, overdue: int, score: str, grade: str
) -> None:
    group = hamlets.groups["mai"]
    run(month_of(group, interest_percent=interest_percent, overdue=overdue))
    row = latest_of([group])[group]
    assert (row.out_of, str(row.score), row.grade, row.commission) == (50, score, grade, 1_020_000)
    assert Criterion.SAVERS not in row.points


def test_a_group_of_which_nothing_is_known_has_no_grade(hamlets: Hamlets) -> None:
    group = hamlets.groups["mai"]
    nothing = dict.fromkeys((Criterion.INTEREST, Criterion.OVERDUE, Criterion.SAVERS))
    run(GroupMonth(group=group, percents=nothing, interest=0, base=Decimal(0), overdue=0, outstanding=0))
    row = latest_of([group])[group]
    assert (row.out_of, row.grade, row.points) == (0, "", {})


@pytest.mark.parametrize(
    ("overdue", "fee"), [(0, 384_000), (20_000_000, 307_200), (30_000_000, 192_000), (40_000_000, 0)]
)
def test_f_an_organisation_earns_by_quality(hamlets: Hamlets, overdue: int, fee: int) -> None:
    run(month_of(hamlets.groups["mai"], overdue=overdue))
    (row,) = entitlements(month=MONTH)
    assert (row.organisation, row.fee) == ("11", fee)
    assert row.split["commune"] == fee * 84 // 100
    assert sum(row.split.values()) == fee


def test_housing_is_paid_for_by_its_balance(hamlets: Hamlets) -> None:
    """Exam bank: 0.005 % a month to the board and 0.003 % to the commune's organisation of the average in term.

    500 million: 25,000 and 15,000 beside the 1,020,000 and 384,000 of vector F; the fee is not cut by overdue debts.
    """
    homes = (
        PaymentDraft(payment=Payment.HOME_COMMISSION, monthly_percent=Decimal("0.005"), **SOURCE),
        PaymentDraft(payment=Payment.HOME_FEE, monthly_percent=Decimal("0.003"), **SOURCE),
    )
    enact_assessment(*homes)
    group = hamlets.groups["mai"]
    run(replace(month_of(group, overdue=40_000_000), homes=Decimal(500_000_000)))
    (row,) = entitlements(month=MONTH)
    assert latest_of([group])[group].commission == 1_045_000
    assert (row.fee, row.split["commune"], sum(row.split.values())) == (15_000, 15_000, 15_000)


def test_organisations_are_paid_apart(hamlets: Hamlets) -> None:
    run(*(month_of(hamlets.groups[name]) for name in ("mai", "beside", "women")))
    assert [(row.organisation, row.fee) for row in entitlements(month=MONTH)] == [("11", 768_000), ("12", 384_000)]
    assert last_month() == MONTH


def test_rules_are_dated_and_say_what_is_unconfirmed(hamlets: Hamlets) -> None:
    with pytest.raises(NoAssessmentRules, match="12/2025"):
        run(month_of(hamlets.groups["mai"]), month=date(2025, 12, 1))
    with pytest.raises(StatedTwice):
        enact_assessment(RULES[3])
    best: dict[str, Any] = {"grade": Grade.GOOD, "from_score": Decimal(90), "basis": "70/QĐ-HĐQT", "confirmed": True}
    later = GradeDraft(from_on=date(2026, 11, 1), **best)
    waiting = proposed(later)
    assert "good" in rules_on(date(2026, 11, 1)).unconfirmed
    turned_down = Decision(granted=False, reason="Chưa có văn bản")
    decide_assessment(key=new_id(), by=CHECKER, at=AT, rules=waiting, decision=turned_down)
    assert "good" in rules_on(date(2026, 11, 1)).unconfirmed
    enact_assessment(later)
    assert "good" in rules_on(MONTH).unconfirmed
    assert "good" not in rules_on(date(2026, 11, 1)).unconfirmed


def test_who_sees_grades_and_fees(hamlets: Hamlets, as_role: Taking) -> None:
    run(*(month_of(hamlets.groups[name]) for name in ("mai", "beside", "women")))
    with asking(as_role, hamlets.leader("mai")):
        assert list(Assessment.objects.values_list("group", flat=True)) == [hamlets.groups["mai"]]
        assert not Entitlement.objects.exists()
    with pytest.raises(ProgrammingError, match="permission denied"), asking(as_role, hamlets.leader("beside")):
        Assessment.objects.create(group_id=hamlets.groups["beside"], month=MONTH, points={}, assessed_at=AT)
    with pytest.raises(ProgrammingError), transaction.atomic():
        Assessment.objects.update(grade="good")


def test_constraints_of_assessment() -> None:
    one, day = UUID(int=1), date(2026, 1, 1)
    refuses("groups_assessment_once_a_month", good={"group_id": one, "month": day}, bad={"group_id": one, "month": day})
    refuses("groups_assessment_score_is_a_percentage", good={"score": 100}, bad={"score": 101})
    month = {"place_id": "26041", "organisation": "11", "month": day}
    refuses("groups_entitlement_once_a_month", good=month, bad=month)
    refuses("groups_entitlement_is_not_negative", good={"fee": 0}, bad={"fee": -1})
    for kind, table in (("criterion", "criterion_rule"), ("grade", "grade_rule"), ("payment", "payment_rule")):
        # groups_criterion_rule_one_a_day, groups_grade_rule_one_a_day, groups_payment_rule_one_a_day
        same = {kind: "x", "from_on": day, "granted": True}
        refuses(f"groups_{table}_one_a_day", good=same, bad=same)
        # groups_criterion_rule_maker_is_not_checker, groups_grade_rule_maker_is_not_checker
        # groups_payment_rule_maker_is_not_checker
        told = {"proposed_by": one, "decided_by": UUID(int=2), "decided_at": AT, "granted": True, "reason": ""}
        refuses(f"groups_{table}_maker_is_not_checker", good=told, bad={**told, "decided_by": one})
    refuses("groups_grade_rule_is_a_score", good={"from_score": 100}, bad={"from_score": 101})
