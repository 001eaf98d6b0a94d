"""What the tables of capital refuse by themselves, whoever writes."""

from typing import Any

import pytest

from tests.operations.trial import refuses

pytestmark = pytest.mark.django_db

ONE = "01930000-0000-7000-8000-000000000001"
OTHER = "01930000-0000-7000-8000-000000000002"
CITY = {"fund": "2", "unit_id": None}
CASES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("capital_fund_limit_is_not_overdrawn", {"drawn": 5, "amount": 5}, {"drawn": 6, "amount": 5}),
    (
        "capital_fund_limit_one_at_a_time",
        {**CITY, "granted": True, "valid": "[2026-01-01,2027-01-01)"},
        {**CITY, "granted": True, "valid": "[2026-12-31,)"},
    ),
    ("capital_fund_limit_is_positive", {"amount": 1}, {"amount": 0}),
    (
        "capital_fund_limit_maker_is_not_checker",
        {"proposed_by": ONE, "decided_by": OTHER},
        {"proposed_by": ONE, "decided_by": ONE},
    ),
    (
        "capital_fund_limit_is_decided_whole",
        {"decided_by": ONE, "decided_at": "2026-11-24", "granted": False},
        {"decided_by": ONE, "decided_at": "2026-11-24", "granted": None},
    ),
    ("capital_fund_limit_drawn_once_granted", {"drawn": 1, "granted": True}, {"drawn": 1, "granted": False}),
    ("capital_draw_is_positive", {"amount": 1}, {"amount": 0}),
    ("capital_draw_once_for_a_purpose", {"limit_id": ONE, "about": ONE}, {"limit_id": ONE, "about": ONE}),
]


@pytest.mark.parametrize(("name", "good", "bad"), CASES)
def test_the_table_refuses(name: str, good: dict[str, Any], bad: dict[str, Any]) -> None:
    refuses(name, good=good, bad=bad)
