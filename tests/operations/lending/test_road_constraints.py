"""What the tables of the road refuse by themselves, whoever writes."""

from itertools import combinations
from typing import Any

import pytest

from dongvon.domain.lending.models.application import STEPS
from tests.operations.trial import refuses

pytestmark = pytest.mark.django_db

ONE, OTHER = "01930000-0000-7000-8000-000000000001", "01930000-0000-7000-8000-000000000002"
EARLY, LATE = "2026-03-01", "2026-04-01"

Case = tuple[str, dict[str, Any], dict[str, Any]]


def _twice(name: str, /, *, first: dict[str, Any], again: dict[str, Any] | None = None) -> Case:
    return name, first, again or first


def _positive(name: str, **columns: Any) -> Case:
    good = {"amount": 1, **columns}
    return name, good, {**good, "amount": 0}


def _granted_twice(name: str, **columns: Any) -> Case:
    return _twice(name, first={**columns, "granted": True})


def _two_people(name: str) -> Case:
    return (
        name,
        {"proposed_by": ONE, "decided_by": OTHER, "decided_at": f"{EARLY} 08:00+07", "granted": True, "reason": ""},
        {"proposed_by": ONE, "decided_by": ONE, "decided_at": f"{EARLY} 08:00+07", "granted": True, "reason": ""},
    )


APPLICATION: list[Case] = [
    (
        "lending_application_asks_for_something",
        {"amount": 1, "own_capital": 0, "term_months": 12},
        {"amount": 0, "own_capital": 0, "term_months": 12},
    ),
    (
        "lending_application_group_fits_channel",
        {"channel": "direct", "group_id": None, "organisation": "99"},
        {"channel": "entrusted", "group_id": None, "organisation": "11"},
    ),
    (
        "lending_application_returned_resumes",
        {"stage": "returned", "resumes_at": "screened"},
        {"stage": "returned", "resumes_at": ""},
    ),
    (
        "lending_application_approved_within_request",
        {"approved": 5, "amount": 5},
        {"approved": 6, "amount": 5},
    ),
    (
        "lending_application_approved_by_somebody",
        {"stage": "approved", "approved": 5, "approved_by": ONE},
        {"stage": "notified", "approved": 5, "approved_by": None},
    ),
    (
        "lending_application_contract_has_a_loan",
        {"stage": "contracted", "loan_id": ONE},
        {"stage": "lent", "loan_id": None},
    ),
]

PARTS: list[Case] = [
    _positive("lending_need_is_positive"),
    _twice(
        "lending_need_once_a_year",
        first={"household_id": ONE, "programme_id": ONE, "year": 2027},
    ),
    ("lending_authorisation_is_signed", {"signers": [ONE]}, {"signers": []}),
    ("lending_authorisation_is_witnessed", {"witness": "Điểu Vinh"}, {"witness": ""}),
    _twice("lending_plan_item_numbered_once", first={"application_id": ONE, "number": 1}),
    _positive("lending_plan_item_is_positive"),
    ("lending_plan_item_use_is_one_of_the_catalogue", {"use": "house_repair"}, {"use": "holiday"}),
    (
        "lending_course_ends_after_it_begins",
        {"starts_on": EARLY, "ends_on": LATE},
        {"starts_on": LATE, "ends_on": LATE},
    ),
    ("lending_course_has_months", {"months": 10, "tuition": 0}, {"months": 0, "tuition": 0}),
    ("lending_undertaking_paid_within_value", {"value": 7, "paid": 7}, {"value": 7, "paid": 8}),
    ("lending_undertaking_collateral_has_worth", {"collateral": 1}, {"collateral": 0}),
    ("lending_undertaking_counts_are_possible", {"workers": 1, "works": 2}, {"workers": 1, "works": 3}),
    _twice("lending_dossier_paper_once_of_a_kind", first={"application_id": ONE, "code": "01/UQ"}),
]

STEPS_TAKEN: list[Case] = [
    ("lending_screening_has_a_majority", {"in_favour": 16, "present": 31}, {"in_favour": 15, "present": 30}),
    _positive("lending_screening_is_positive", term_months=12),
    _twice("lending_screening_once_in_a_list", first={"request_list_id": ONE, "application_id": OTHER}),
    ("lending_confirmation_signs_something", {"forms": ["03/TD"]}, {"forms": []}),
    _positive("lending_appraisal_is_positive", term_months=12),
    _twice("lending_approval_once", first={"application_id": ONE}),
    _positive("lending_approval_is_positive", term_months=12),
    _twice("lending_decline_once", first={"application_id": ONE}),
    ("lending_decline_has_a_reason", {"reason": "Đã vay đủ mức"}, {"reason": ""}),
    ("lending_correction_says_what", {"missing": "Thiếu giấy ủy quyền"}, {"missing": ""}),
    _twice("lending_withdrawal_once", first={"application_id": ONE}),
    _twice("lending_tranche_numbered_once", first={"application_id": ONE, "number": 2}),
    _positive("lending_tranche_is_positive"),
    (
        "lending_tranche_paid_after_declaration",
        {"disbursement_id": ONE, "needs_declaration": True, "declared_on": EARLY},
        {"disbursement_id": OTHER, "needs_declaration": True, "declared_on": None},
    ),
    (
        "lending_tranche_declared_by_somebody",
        {"declared_on": EARLY, "declared_by": ONE},
        {"declared_on": EARLY, "declared_by": None},
    ),
    ("lending_lottery_plan_not_negative", {"plan": 0}, {"plan": -1}),
    (
        "lending_lottery_has_two_witnesses",
        {"witnesses": ["Ngô Thị Bích", "Huỳnh Tấn Lộc"]},
        {"witnesses": ["Ngô Thị Bích"]},
    ),
    ("lending_lottery_has_a_seed", {"seed": "17 42 08"}, {"seed": ""}),
    _twice("lending_lot_once_in_a_lottery", first={"lottery_id": ONE, "application_id": OTHER}),
    _twice("lending_lot_ranked_once", first={"lottery_id": ONE, "rank": 1}),
]

RULES: list[Case] = [
    _granted_twice("lending_condition_one_a_day", programme_id=None, code="age", from_on=EARLY),
    _granted_twice("lending_route_one_a_day", programme_id=None, channel="direct", from_on=EARLY),
    _granted_twice(
        "lending_step_deadline_one_a_day", programme_id=None, channel="direct", after="received", from_on=EARLY
    ),
    ("lending_step_deadline_gives_time", {"working_days": 3}, {"working_days": 0}),
    _granted_twice("lending_priority_ground_one_a_day", programme_id=ONE, code="saver", from_on=EARLY),
    _granted_twice("lending_special_area_one_a_day", place_id="26041", kind="difficult", from_on=EARLY),
    _granted_twice("lending_holiday_once", day=EARLY),
    _two_people("lending_condition_maker_is_not_checker"),
    _two_people("lending_route_maker_is_not_checker"),
    _two_people("lending_step_deadline_maker_is_not_checker"),
    _two_people("lending_priority_ground_maker_is_not_checker"),
    _two_people("lending_special_area_maker_is_not_checker"),
    _two_people("lending_holiday_maker_is_not_checker"),
    _two_people("lending_allocation_order_maker_is_not_checker"),
    _two_people("lending_asking_period_maker_is_not_checker"),
    _two_people("lending_check_period_maker_is_not_checker"),
    _two_people("lending_extension_limit_maker_is_not_checker"),
    _two_people("lending_freeze_band_maker_is_not_checker"),
    _two_people("lending_instalment_period_maker_is_not_checker"),
    _two_people("lending_notice_period_maker_is_not_checker"),
    _two_people("lending_unpaid_regime_maker_is_not_checker"),
    (
        "lending_condition_maker_is_not_checker",
        {"decided_by": OTHER, "decided_at": f"{EARLY} 08:00+07", "granted": False, "reason": "Thiếu văn bản"},
        {"decided_by": OTHER, "decided_at": f"{EARLY} 08:00+07", "granted": False, "reason": ""},
    ),
]


@pytest.mark.parametrize(("name", "good", "bad"), APPLICATION + PARTS + STEPS_TAKEN + RULES)
def test_the_table_refuses(name: str, good: dict[str, Any], bad: dict[str, Any]) -> None:
    refuses(name, good=good, bad=bad)


@pytest.mark.parametrize(("one", "other"), list(combinations(STEPS, 2)))
def test_two_steps_are_never_taken_by_one_person(one: str, other: str) -> None:
    refuses("lending_application_steps_by_different_people", good={one: ONE, other: OTHER}, bad={one: ONE, other: ONE})
