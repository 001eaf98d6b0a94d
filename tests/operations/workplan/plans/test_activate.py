"""Activation gives work to the units of the day, for every period the plan names, and for no other."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from dongvon.domain.audit.operations.record import NotAllowed
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Doubt, ImplementationPlan, Obligation, Plan, Round
from dongvon.domain.workplan.operations.activate import DoubtsOpen, NothingOwed, activate
from dongvon.domain.workplan.operations.drafts import NotADraft
from dongvon.domain.workplan.operations.settle import settle
from tests.operations.units.city import City
from tests.operations.workplan.plans.conftest import Call
from tests.operations.workplan.plans.drafting import (
    BEFORE_15_12,
    COMMUNES,
    FINANCE,
    NO_TIMING,
    UNKNOWN,
    clause,
    drafted,
    duty,
)


def test_each_clause_owes_for_its_units_and_rounds(plan: Plan) -> None:
    """1a: 2 communes + 3 unions + branch, 3 years. 1b: 3 units, 3 years + 12 quarters. 1c: 2 communes to 2027."""
    owed = Counter(Obligation.objects.filter(plan=plan).values_list("clause__code", flat=True))
    assert owed == {"1a": 6 * 3, "1b": 3 * 15, "1c": 2 * 2}


def test_before_15_12_ends_at_midnight_of_the_14th(plan: Plan) -> None:
    first = Round.objects.get(plan=plan, kind="annual", year=2026)
    assert first.due_at == datetime(2026, 12, 14, 17, 0, tzinfo=UTC)  # 24:00 in Vietnam
    assert first.grace_until == first.due_at


def test_a_commune_union_reports_through_its_commune(plan: Plan, city: City) -> None:
    union = Obligation.objects.filter(plan=plan, unit=city.units["hoi-nong-dan-26041"]).first()
    assert union is not None
    assert union.reporter_id == city.units["ubnd-26041"]
    own = Obligation.objects.filter(plan=plan, unit=city.units["so-tai-chinh"]).first()
    assert own is not None
    assert own.reporter_id == own.unit_id


def test_a_unit_named_twice_owes_once_in_its_strongest_role(city: City, call: Call) -> None:
    lead = COMMUNES.__class__(role="lead", mention="UBND xã", unit="ubnd", level="commune")
    plan = drafted(clause("1a", COMMUNES, lead))
    call(activate, plan=plan.pk)
    roles = Counter(Obligation.objects.filter(plan=plan, round__year=2026).values_list("role", flat=True))
    assert roles == {"lead": 2}


def test_evergreen_clauses_owe_evidence_each_year_and_not_each_quarter(plan: Plan) -> None:
    owing = Obligation.objects.filter(plan=plan, evidence_owed=True)
    assert set(owing.values_list("clause__code", "round__kind")) == {("1a", "annual")}


def test_everybody_who_reports_owes_a_plan_of_its_own_without_an_invented_day(plan: Plan) -> None:
    asked = ImplementationPlan.objects.filter(plan=plan)
    assert set(asked.values_list("unit__code", "due_at", "sent_at")) == {
        (code, None, None) for code in ("ubnd-26041", "ubnd-26242", "so-tai-chinh", "hoi-nong-dan", "nhcsxh-chi-nhanh")
    }


def test_what_is_past_on_the_day_makes_no_work(city: City, call: Call) -> None:
    plan = drafted(clause("1a", COMMUNES))
    call(activate, plan=plan.pk, at=datetime(2027, 3, 1, tzinfo=UTC))
    assert set(Round.objects.filter(plan=plan).values_list("year", flat=True)) == {2027, 2028}


def test_an_undetermined_timing_must_be_settled_and_then_follows_the_duty(city: City, call: Call) -> None:
    plan = drafted(clause("1a", COMMUNES, timing=NO_TIMING))
    with pytest.raises(DoubtsOpen) as refused:
        call(activate, plan=plan.pk)
    assert "1a" in str(refused.value)
    call(settle, doubt=Doubt.objects.get(plan=plan).pk, how="Báo cáo theo kỳ hằng năm của kế hoạch")
    call(activate, plan=plan.pk)
    assert set(Obligation.objects.filter(plan=plan).values_list("round__kind", flat=True)) == {"annual"}


def test_an_unknown_unit_holds_activation_up(city: City, call: Call) -> None:
    plan = drafted(clause("1a", COMMUNES, UNKNOWN))
    with pytest.raises(DoubtsOpen):
        call(activate, plan=plan.pk)


def test_without_a_day_nothing_is_invented(city: City, call: Call) -> None:
    plan = drafted(clause("1a", COMMUNES), duties=(duty(),))
    with pytest.raises(NothingOwed):
        call(activate, plan=plan.pk)


def test_a_deadline_on_the_duty_s_own_day_is_the_same_round(city: City, call: Call) -> None:
    plan = drafted(clause("1a", FINANCE, timing=BEFORE_15_12))
    assert call(activate, plan=plan.pk) == 3


def test_only_a_draft_is_activated_and_once(plan: Plan, call: Call) -> None:
    with pytest.raises(NotADraft):
        call(activate, plan=plan.pk)


def test_an_officer_may_not_activate(city: City, officer: Actor, call: Call) -> None:
    with pytest.raises(NotAllowed):
        call(activate, by=officer, plan=drafted().pk)
