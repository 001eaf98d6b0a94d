"""What the tables of lending refuse by themselves, whoever writes."""

from typing import Any

import pytest

from tests.operations.trial import refuses

pytestmark = pytest.mark.django_db

ONE, OTHER = "01930000-0000-7000-8000-000000000001", "01930000-0000-7000-8000-000000000002"
EARLY, LATE = "2026-03-01", "2026-04-01"
OWED = {"in_term": 0, "overdue": 0, "frozen": 0}
PARTS = ("overdue_principal", "due_principal", "further_principal", "frozen_principal")
INTEREST = ("overdue_interest", "interest_arrears", "current_interest", "grace_interest")

Case = tuple[str, dict[str, Any], dict[str, Any]]


def _same(name: str, /, **row: Any) -> Case:
    """Twice the same is once too often."""
    return name, row, row


def _amount(name: str) -> Case:
    return name, {"amount": 1}, {"amount": 0}


LOANS: list[Case] = [
    _same("lending_loan_contract_number_is_unique", contract_number="6600000000000001"),
    ("lending_loan_closed_owes_nothing", {"closed_on": LATE, **OWED}, {"closed_on": LATE, **OWED, "overdue": 1}),
    (
        "lending_loan_extension_only_lengthens",
        {"contractual_on": EARLY, "extended_on": EARLY},
        {"contractual_on": LATE, "extended_on": EARLY},
    ),
    (
        "lending_loan_has_one_overdue_rate",
        {"overdue_percent": 130, "overdue_rate": None},
        {"overdue_percent": 130, "overdue_rate": 6},
    ),
    ("lending_loan_lent_within_approval", {"lent": 5, "approved": 5}, {"lent": 6, "approved": 5}),
    ("lending_loan_owes_nothing_negative", OWED, {**OWED, "in_term": -1}),
    (
        "lending_instalment_overdue_has_a_day",
        {"overdue": 5, "overdue_on": EARLY},
        {"overdue": 5, "overdue_on": None},
    ),
    (
        "lending_instalment_parts_fit",
        {"principal": 10, "paid": 4, "overdue": 6},
        {"principal": 10, "paid": 5, "overdue": 6},
    ),
    (
        "lending_origin_carried_not_negative",
        {"carried_in_term": 0, "carried_overdue": 0, "carried_grace": 0},
        {"carried_in_term": 0, "carried_overdue": 0, "carried_grace": -1},
    ),
    ("lending_movement_moves_something", {**OWED, "resting": -1}, {**OWED, "resting": 0}),
    _amount("lending_disbursement_is_positive"),
    (
        "lending_loan_extension_lengthens",
        {"previous_on": EARLY, "extended_on": LATE, "months": 1},
        {"previous_on": EARLY, "extended_on": LATE, "months": 0},
    ),
    ("lending_rescheduling_puts_off", {"previous_on": EARLY, "due_on": LATE}, {"previous_on": LATE, "due_on": LATE}),
    _amount("lending_rollover_is_positive"),
    (
        "lending_rollover_makes_another_loan",
        {"loan_id": ONE, "follower_id": OTHER},
        {"loan_id": ONE, "follower_id": ONE},
    ),
    (
        "lending_suspension_ends_after_it_begins",
        {"from_on": EARLY, "until_on": LATE},
        {"from_on": LATE, "until_on": LATE},
    ),
]

RECEIPTS: list[Case] = [
    ("lending_receipt_is_not_ahead", {"value_on": EARLY, "booked_on": EARLY}, {"value_on": LATE, "booked_on": EARLY}),
    _amount("lending_receipt_is_positive"),
    (
        "lending_receipt_meets_all_of_itself",
        {"amount": 8, **dict.fromkeys((*PARTS, *INTEREST), 1)},
        {"amount": 9, **dict.fromkeys((*PARTS, *INTEREST), 1)},
    ),
    _amount("lending_receipt_line_is_positive"),
    ("lending_receipt_reversal_says_why", {"reason": "thu nhầm"}, {"reason": ""}),
]

MEASURES: list[Case] = [
    ("lending_freeze_damage_is_a_share", {"damage_percent": 100}, {"damage_percent": 101}),
    ("lending_freeze_ends_after_it_begins", {"from_on": EARLY, "until_on": LATE}, {"from_on": LATE, "until_on": LATE}),
    ("lending_freeze_has_a_decision", {"decision": "12/QĐ"}, {"decision": ""}),
    _amount("lending_overdue_transfer_is_positive"),
    _same("lending_overdue_transfer_once_a_day", loan_id=ONE, booked_on=EARLY),
    _amount("lending_recovery_is_positive"),
    ("lending_reduction_has_a_decision", {"decision": "12/QĐ"}, {"decision": ""}),
    _amount("lending_reduction_is_positive"),
    ("lending_write_off_has_a_decision", {"decision": "12/QĐ"}, {"decision": ""}),
    ("lending_write_off_not_negative", {"principal": 0, "interest": 0}, {"principal": 0, "interest": -1}),
    _same("lending_write_off_once", loan_id=ONE),
]

ASKED = {"proposed_by": ONE, "decided_by": OTHER, "granted": True, "act": ONE}
PETITIONS: list[Case] = [
    ("lending_petition_asks_something", {"asked": "gia hạn"}, {"asked": ""}),
    ("lending_petition_maker_is_not_checker", ASKED, {**ASKED, "decided_by": ONE}),
    ("lending_petition_is_decided_whole", ASKED, {**ASKED, "act": None}),
    _same("lending_petition_one_open", loan_id=ONE, kind="extend"),
]

RULES: list[Case] = [
    _same("lending_allocation_order_one_a_day", granted=True, fund="1", overdue=False, from_on=EARLY),
    _same("lending_asking_period_one_a_day", granted=True, programme_id=None, kind="extend", from_on=EARLY),
    ("lending_asking_period_is_about_a_due_day", {"kind": "extend"}, {"kind": "freeze"}),
    _same("lending_extension_limit_one_a_day", granted=True, programme_id=None, up_to_months=12, from_on=EARLY),
    (
        "lending_extension_limit_says_one_thing",
        {"months": 12, "percent": None},
        {"months": 12, "percent": 50},
    ),
    ("lending_freeze_band_is_a_share", {"from_percent": 40}, {"from_percent": 101}),
    _same("lending_freeze_band_one_a_day", granted=True, cause_code="102", from_percent=40, from_on=EARLY),
    ("lending_instalment_period_is_positive", {"months": 1}, {"months": 0}),
    _same("lending_instalment_period_one_a_day", granted=True, programme_id=None, up_to_months=12, from_on=EARLY),
    _same("lending_notice_period_one_a_day", granted=True, from_on=EARLY),
    _same("lending_unpaid_regime_one_a_day", granted=True, programme_id=None, from_on=EARLY),
]

HANDOVERS: list[Case] = [
    (
        "lending_handover_taken_by_somebody",
        {"state": "taken", "taken_at": "2026-12-01 08:00+07", "taken_by": ONE},
        {"state": "taken", "taken_at": None, "taken_by": None},
    ),
    _same("lending_origin_line_once", handover_id=ONE, line=2),
]

CLOSING: list[Case] = [
    (
        "lending_close_run_ends_after_it_begins",
        {"started_at": "2026-03-01 18:00+07", "finished_at": None},
        {"started_at": "2026-03-01 18:00+07", "finished_at": "2026-03-01 17:59+07"},
    ),
    _same("lending_close_step_once", run_id=EARLY, name="overdue"),
    ("lending_notice_is_about_money", {"amount": 1}, {"amount": 0}),
    _same("lending_notice_once", loan_id=ONE, number=1, kind="due", due_on=EARLY),
]


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [*LOANS, *RECEIPTS, *MEASURES, *PETITIONS, *RULES, *HANDOVERS, *CLOSING],
    ids=lambda value: str(value)[:60],
)
def test_the_database_refuses(name: str, good: dict[str, Any], bad: dict[str, Any]) -> None:
    refuses(name, good=good, bad=bad)
