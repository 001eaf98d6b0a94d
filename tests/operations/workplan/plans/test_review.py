"""Review: a draft is corrected by people, doubts are settled, what is learnt is remembered."""

from datetime import date

import pytest

from dongvon.domain.audit.operations.record import NotAllowed
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.queries.aliases import known_mentions
from dongvon.domain.workplan.models import Assignment, Clause, Doubt, Duty, Plan
from dongvon.domain.workplan.operations.add_assignment import add_assignment
from dongvon.domain.workplan.operations.add_clause import add_clause
from dongvon.domain.workplan.operations.ask_yearly import ask_yearly
from dongvon.domain.workplan.operations.assign import ResolvesToNobody, assign
from dongvon.domain.workplan.operations.correct import NoWords, correct
from dongvon.domain.workplan.operations.describe import YearsOutOfOrder, describe
from dongvon.domain.workplan.operations.drafts import NotADraft, NotFound
from dongvon.domain.workplan.operations.drop import drop
from dongvon.domain.workplan.operations.settle import SettledHow, settle
from dongvon.domain.workplan.operations.strike_clause import LastClause, strike_clause
from dongvon.domain.workplan.queries.review import review_of
from dongvon.domain.workplan.rules.timing import UnclearTiming
from dongvon.domain.workplan.vocabulary import ClauseCorrection, ClauseTiming
from dongvon.kernel.ids import new_id
from tests.operations.units.city import City
from tests.operations.workplan.plans.conftest import Call
from tests.operations.workplan.plans.drafting import COMMUNES, NO_TIMING, UNKNOWN, clause, drafted

ON = date(2026, 1, 12)
QUARTERLY = ClauseTiming(kind="quarterly")


@pytest.fixture
def draft(city: City) -> Plan:
    return drafted(clause("1a", COMMUNES, UNKNOWN, timing=NO_TIMING))


def corrected(*, text: str = "Nội dung mới", timing: ClauseTiming = QUARTERLY) -> ClauseCorrection:
    return ClauseCorrection(text=text, product="Báo cáo", timing_text="Hằng quý", timing=timing)


def open_codes(plan: Plan) -> set[str]:
    return set(Doubt.objects.filter(plan=plan, settled_at=None).values_list("code", flat=True))


def test_the_review_shows_each_doubt_at_its_place(draft: Plan) -> None:
    review = review_of(draft.pk, on=ON)
    assert review is not None
    assert {doubt.code for doubt in review.clauses[0].doubts} == {"unresolved_unit", "no_timing"}
    assert review.clauses[0].source == ((1, "a"), (2, "b"))
    unknown = next(each for each in review.clauses[0].assignments if each.target is None)
    assert [doubt.assignment for doubt in review.clauses[0].doubts if doubt.code == "unresolved_unit"] == [unknown.id]


def test_a_clause_in_force_is_neither_added_nor_struck(plan: Plan, officer: Actor, call: Call) -> None:
    row = Clause.objects.filter(plan=plan).earliest("ordinal")
    with pytest.raises(NotADraft):
        call(add_clause, by=officer, after=row.pk, code="9z", text="Nhiệm vụ mới")
    with pytest.raises(NotADraft):
        call(strike_clause, by=officer, clause=row.pk)


def test_the_only_clause_stays(draft: Plan, officer: Actor, call: Call) -> None:
    with pytest.raises(LastClause):
        call(strike_clause, by=officer, clause=Clause.objects.get(plan=draft).pk)


def test_a_clause_without_words_is_not_added(draft: Plan, officer: Actor, call: Call) -> None:
    with pytest.raises(NoWords):
        call(add_clause, by=officer, after=Clause.objects.get(plan=draft).pk, code="1b", text=" ")


def test_a_timing_given_settles_its_doubt(draft: Plan, officer: Actor, call: Call) -> None:
    row = Clause.objects.get(plan=draft)
    call(correct, by=officer, clause=row.pk, correction=corrected())
    row.refresh_from_db()
    assert (row.text, row.timing_kind) == ("Nội dung mới", "quarterly")
    assert open_codes(draft) == {"unresolved_unit"}


def test_a_correction_says_something_that_can_be_followed(draft: Plan, officer: Actor, call: Call) -> None:
    row = Clause.objects.get(plan=draft)
    with pytest.raises(NoWords):
        call(correct, by=officer, clause=row.pk, correction=corrected(text="  "))
    with pytest.raises(UnclearTiming):
        call(correct, by=officer, clause=row.pk, correction=corrected(timing=ClauseTiming(kind="by_date", day=1)))
    with pytest.raises(NotFound):
        call(correct, by=officer, clause=new_id(), correction=corrected())


def test_a_mention_is_resolved_and_remembered(draft: Plan, officer: Actor, call: Call) -> None:
    unknown = Assignment.objects.get(plan=draft, target=None)
    given = {"target": "so-tai-chinh", "level": "city", "role": "lead"}
    call(assign, by=officer, assignment=unknown.pk, learn=True, **given)
    unknown.refresh_from_db()
    assert (unknown.target, unknown.role, unknown.resolved_by_id) == ("so-tai-chinh", "lead", officer.person)
    assert known_mentions()["so thuy loi"] == "so-tai-chinh"
    assert open_codes(draft) == {"no_timing"}


def test_a_target_that_is_nobody_is_refused_and_nothing_is_learnt(draft: Plan, officer: Actor, call: Call) -> None:
    unknown = Assignment.objects.get(plan=draft, target=None)
    with pytest.raises(ResolvesToNobody):
        call(assign, by=officer, assignment=unknown.pk, target="so-tai-chinh", level="commune", role="lead", learn=True)
    assert "so thuy loi" not in known_mentions()


def test_a_mention_of_nobody_is_dropped(draft: Plan, officer: Actor, call: Call) -> None:
    unknown = Assignment.objects.get(plan=draft, target=None)
    call(drop, by=officer, assignment=unknown.pk)
    unknown.refresh_from_db()
    assert unknown.dropped
    assert open_codes(draft) == {"no_timing"}


def test_a_missing_unit_is_added(city: City, officer: Actor, call: Call) -> None:
    plan = drafted(clause("1a"))
    row = Clause.objects.get(plan=plan)
    assert open_codes(plan) == {"no_assignment"}
    call(add_assignment, by=officer, clause=row.pk, role="lead", target="ubnd", level="commune", mention="các xã")
    assert row.assignments.count() == 1
    assert open_codes(plan) == set()


def test_a_doubt_is_settled_in_words(draft: Plan, officer: Actor, call: Call) -> None:
    doubt = Doubt.objects.get(plan=draft, code="no_timing")
    with pytest.raises(SettledHow):
        call(settle, by=officer, doubt=doubt.pk, how=" ")
    call(settle, by=officer, doubt=doubt.pk, how="Theo kỳ hằng năm")
    call(settle, by=officer, doubt=doubt.pk, how="Lần sau")
    doubt.refresh_from_db()
    assert (doubt.how, doubt.settled_by_id) == ("Theo kỳ hằng năm", officer.person)


def test_the_first_page_is_described(draft: Plan, officer: Actor, call: Call) -> None:
    page = {"number": "99/KH-UBND", "title": "Kế hoạch", "issuer": "UBND", "issued_on": ON, "first_year": 2026}
    with pytest.raises(YearsOutOfOrder):
        call(describe, by=officer, plan=draft.pk, last_year=2025, **page)
    call(describe, by=officer, plan=draft.pk, last_year=2029, **page)
    draft.refresh_from_db()
    assert (draft.number, draft.last_year) == ("99/KH-UBND", 2029)


def test_the_day_of_yearly_results_is_given(draft: Plan, officer: Actor, call: Call) -> None:
    duty = Duty.objects.get(plan=draft)
    with pytest.raises(UnclearTiming):
        call(ask_yearly, by=officer, duty=duty.pk, day=31, month=11, before=True)
    call(ask_yearly, by=officer, duty=duty.pk, day=1, month=12, before=False)
    duty.refresh_from_db()
    assert (duty.report_day, duty.report_month, duty.report_before) == (1, 12, False)


def test_a_plan_in_force_is_not_corrected(plan: Plan, officer: Actor, call: Call) -> None:
    row = Clause.objects.filter(plan=plan).first()
    assert row is not None
    with pytest.raises(NotADraft):
        call(correct, by=officer, clause=row.pk, correction=corrected())


def test_a_unit_does_not_review(draft: Plan, head: Actor, call: Call) -> None:
    with pytest.raises(NotAllowed):
        call(settle, by=head, doubt=Doubt.objects.filter(plan=draft).first().pk, how="x")  # type: ignore[union-attr] # a draft has doubts
