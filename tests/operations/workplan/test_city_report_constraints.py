"""What the tables of consolidation and commendation refuse by themselves, whoever writes."""

from typing import Any

import pytest

from tests.operations.trial import refuses

pytestmark = pytest.mark.django_db

ONE, OTHER = "01930000-0000-7000-8000-000000000001", "01930000-0000-7000-8000-000000000002"
EARLY, LATE = "2026-03-01", "2026-04-01"
PARTS = {"timeliness": 1, "completeness": 2, "results": 3, "quality": 4}

Case = tuple[str, dict[str, Any], dict[str, Any]]


def _same(name: str, /, **row: Any) -> Case:
    """Twice the same is once too often."""
    return name, row, row


CITY_REPORT: list[Case] = [
    ("workplan_computation_no_more_than_asked", {"units": 5, "asked": 5}, {"units": 6, "asked": 5}),
    _same("workplan_computation_numbered", consolidation_id=ONE, number=1),
    ("workplan_computation_of_a_slot_or_not", {"kind": "figure", "slot_id": ONE}, {"kind": "figure", "slot_id": None}),
    _same("workplan_computation_row_once", computation_id=ONE, unit_id=ONE),
    ("workplan_consolidation_hash_is_sha256", {"content_hash": "a" * 64}, {"content_hash": "A" * 64}),
    _same("workplan_consolidation_numbered", round_id=ONE, number=1),
]

SCORING: list[Case] = [
    _same("workplan_score_once", scoring_id=ONE, unit_id=ONE),
    ("workplan_score_rank_from_one", {"rank": 1}, {"rank": 0}),
    ("workplan_score_total_is_the_sum", {"total": 10, **PARTS}, {"total": 11, **PARTS}),
    (
        "workplan_score_rule_days_in_order",
        {"valid_from": EARLY, "valid_until": None},
        {"valid_from": LATE, "valid_until": EARLY},
    ),
    ("workplan_score_rule_deduction", {"deduction": 1}, {"deduction": 2}),
    _same("workplan_score_rule_once", criterion="quality", valid_from=EARLY),
    ("workplan_score_rule_weight", {"weight": 100}, {"weight": 0}),
    _same("workplan_scoring_numbered", round_id=ONE, number=1),
]

COMMENDATION: list[Case] = [
    ("workplan_commendation_by_a_document", {"document_number": "12/QĐ-UBND"}, {"document_number": ""}),
    (
        "workplan_commendation_decided_by_another",
        {"decided_by_id": ONE, "proposed_by_id": OTHER},
        {"decided_by_id": ONE, "proposed_by_id": ONE},
    ),
    _same("workplan_commendation_no_double_award", round_id=ONE, unit_id=ONE, full_name=""),
    _same("workplan_council_rule_once", valid_from=EARLY),
    (
        "workplan_council_rule_percent",
        {"quorum_percent": 50, "approval_percent": 100},
        {"quorum_percent": 0, "approval_percent": 100},
    ),
    _same("workplan_council_seat_once", session_id=ONE, person_id=ONE),
    (
        "workplan_council_session_closed_by_somebody",
        {"closed_at": None, "closed_by_id": None},
        {"closed_at": "2026-03-01 10:00+07", "closed_by_id": None},
    ),
    _same("workplan_council_session_numbered", round_id=ONE, number=1),
    ("workplan_proposal_names_an_achievement", {"achievement": "Về trước hạn"}, {"achievement": ""}),
    _same("workplan_proposal_once_for_a_recipient", round_id=ONE, unit_id=ONE, full_name="", withdrawn_at=None),
    (
        "workplan_proposal_withdrawn_by_somebody",
        {"withdrawn_at": None, "withdrawn_by_id": None},
        {"withdrawn_at": None, "withdrawn_by_id": ONE},
    ),
    ("workplan_vote_choice_is_known", {"choice": "for"}, {"choice": "perhaps"}),
    _same("workplan_vote_once", seat_id=ONE, proposal_id=ONE),
]


@pytest.mark.parametrize(
    ("name", "good", "bad"), [*CITY_REPORT, *SCORING, *COMMENDATION], ids=lambda value: str(value)[:60]
)
def test_the_database_refuses(name: str, good: dict[str, Any], bad: dict[str, Any]) -> None:
    refuses(name, good=good, bad=bad)
