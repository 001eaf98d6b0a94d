"""Special rounds, and plans that take the place of others."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Clause, Obligation, Plan, Round
from dongvon.domain.workplan.operations.activate import activate
from dongvon.domain.workplan.operations.mark_late import mark_late
from dongvon.domain.workplan.operations.open_round import (
    PlanNotActive,
    RoundAlreadyPast,
    RoundWithoutBasis,
    open_round,
)
from dongvon.domain.workplan.operations.supersede import NotInForce, ReplacesItself, supersede
from dongvon.domain.workplan.queries.clauses import clause_page
from dongvon.domain.workplan.queries.plans import plan_page, rounds_of
from dongvon.domain.workplan.vocabulary import RoundKind
from tests.operations.units.city import City
from tests.operations.workplan.plans.conftest import Call
from tests.operations.workplan.plans.drafting import drafted

MIDTERM = {
    "kind": RoundKind.MIDTERM,
    "title": "Sơ kết 3 năm thực hiện",
    "opens_on": date(2026, 5, 1),
    "due_on": date(2026, 6, 15),
    "basis": "Công văn 12-CV/BCSCL ngày 20/4/2026",
}


def test_a_midterm_review_is_owed_by_everybody_for_every_clause(plan: Plan, officer: Actor, call: Call) -> None:
    opened = call(open_round, by=officer, plan=plan.pk, **MIDTERM)
    row = Round.objects.get(pk=opened)
    assert row.due_at == datetime(2026, 6, 15, 17, 0, tzinfo=UTC)
    assert row.opens_at == datetime(2026, 4, 30, 17, 0, tzinfo=UTC)
    assert Obligation.objects.filter(round=row).count() == 6 + 3 + 2


def test_two_reviews_in_a_year_are_two_rounds(plan: Plan, officer: Actor, call: Call) -> None:
    call(open_round, by=officer, plan=plan.pk, **MIDTERM)
    second = call(open_round, by=officer, plan=plan.pk, **(MIDTERM | {"due_on": date(2026, 9, 15)}))
    assert Round.objects.get(pk=second).number == 2


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"due_on": date(2026, 1, 11)}, RoundAlreadyPast),
        ({"opens_on": date(2026, 7, 1)}, RoundAlreadyPast),
        ({"basis": " "}, RoundWithoutBasis),
    ],
)
def test_a_round_needs_days_ahead_and_a_basis(
    plan: Plan, officer: Actor, call: Call, change: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        call(open_round, by=officer, plan=plan.pk, **(MIDTERM | change))


def test_a_draft_is_not_reviewed(city: City, officer: Actor, call: Call) -> None:
    with pytest.raises(PlanNotActive):
        call(open_round, by=officer, plan=drafted().pk, **MIDTERM)


def test_a_later_plan_takes_the_place_of_an_earlier_one(plan: Plan, director: Actor, call: Call) -> None:
    """What had not opened is withdrawn and never late; what was open is still owed."""
    earlier = Clause.objects.get(plan=plan, code="1a")
    later = drafted(lineage={"1a": earlier.pk})
    middle = datetime(2026, 6, 20, 2, 0, tzinfo=UTC)
    call(activate, by=director, plan=later.pk, supersedes=(plan.pk,), at=middle)
    plan.refresh_from_db()
    assert (plan.state, plan.superseded_by_id) == ("superseded", later.pk)
    assert [(each.kind, each.number) for each in rounds_of(plan.pk)] == [("quarterly", 1), ("quarterly", 2)]
    call(mark_late, at=datetime(2027, 6, 1, tzinfo=UTC))
    assert Obligation.objects.filter(plan=plan, late=True).count() == 2 * 3


def test_versions_and_lineage_are_readable_both_ways(plan: Plan, director: Actor, call: Call) -> None:
    earlier = Clause.objects.get(plan=plan, code="1a")
    later = drafted(lineage={"1a": earlier.pk})
    call(activate, by=director, plan=later.pk, supersedes=(plan.pk,))
    on = date(2026, 2, 1)
    page, old = plan_page(later.pk, on=on), clause_page(earlier.pk, on=on)
    assert page is not None
    assert old is not None
    assert [each.id for each in page.supersedes] == [plan.pk]
    assert [each.plan for each in old.later] == [later.pk]


def test_only_plans_in_force_replace_each_other(plan: Plan, director: Actor, call: Call) -> None:
    with pytest.raises(ReplacesItself):
        call(supersede, by=director, plan=plan.pk, successor=plan.pk)
    with pytest.raises(NotInForce):
        call(supersede, by=director, plan=plan.pk, successor=drafted().pk)
