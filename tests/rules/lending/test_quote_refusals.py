"""A request that cannot be meant is refused by the name of its fault."""

from decimal import Decimal
from typing import Any

import pytest

from dongvon.domain.lending.queries.quote import quote
from dongvon.kernel.refusals import Refusal

LOAN: dict[str, Any] = {
    "rates": [{"from": "2026-01-01", "percent": "6.24"}],
    "disbursements": [{"on": "2026-01-10", "amount": "50000000"}],
}


def told(document: object) -> str:
    with pytest.raises(Refusal) as refusal:
        quote(document)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"shedule": {}}, "shedule"),
        ({"digits": 7}, "digits"),
        ({"digits": True}, "digits"),
        ({"digits": "x"}, "digits"),
        ({"rates": []}, "rates"),
        ({"rates": [{"from": "2026-01-01"}]}, "rates[0].percent"),
        ({"rates": [{"from": "2026-01-01", "percent": "-1"}]}, "rates[0].percent"),
        ({"rates": [{"from": "2026-01-01", "percent": 6.24}]}, "rates[0].percent"),
        ({"rates": [{"from": "2026-02-30", "percent": 6}]}, "rates[0].from"),
        ({"rates": 2 * [{"from": "2026-01-01", "percent": 6}]}, "rates[1].from"),
        ({"disbursements": {}}, "disbursements"),
        ({"disbursements": [{"on": "2026-01-10", "amount": "0"}]}, "disbursements[0].amount"),
        ({"disbursements": [{"on": "2026-01-10", "amount": "10.5"}]}, "disbursements[0].amount"),
        ({"disbursements": [{"on": "2026-01-10", "amount": "1.000"}]}, None),
        ({"disbursements": [{"on": "2026-01-10", "amount": "1,000"}]}, "disbursements[0].amount"),
        ({"disbursements": [{"on": "2026-01-10", "amount": Decimal("1e999999")}]}, "disbursements[0].amount"),
        ({"disbursements": [{"on": "10/01/2026", "amount": 1}]}, "disbursements[0].on"),
        ({"disbursements": [{"on": 20260110, "amount": 1}]}, "disbursements[0].on"),
        ({"disbursements": ["2026-01-10"]}, "disbursements[0]"),
        ({"schedule": {"count": 0, "every_months": 1, "first_on": "2026-02-10"}}, "schedule.count"),
        ({"schedule": {"count": 2, "first_on": "2026-02-10"}}, "schedule.every_months"),
        ({"schedule": {"count": 2, "every_months": 1, "first_on": "2026-01-10"}}, "schedule.first_on"),
        ({"schedule": {"count": 2, "every_months": 1, "first_on": "2026-02-31"}}, "schedule.first_on"),
        ({"schedule": {"count": 1200, "every_months": 120, "first_on": "2026-02-10"}}, "schedule.count"),
        ({"schedule": {"due": ["2026-03-01"], "count": 1}}, "schedule.count"),
        ({"schedule": {"due": []}}, "schedule.due"),
        ({"schedule": {"due": ["2026-03-01", "2026-03-01"]}}, "schedule.due[1]"),
        ({"schedule": {"due": ["2026-01-10"]}}, "schedule.due[0]"),
        ({"schedule": {"due": ["2026-03-01"], "floor_to": "-1"}}, "schedule.floor_to"),
        ({"payments": [{"on": "2026-01-09", "amount": 1}]}, "payments[0].on"),
        ({"payments": [{"on": "2026-01-11", "amount": 50_008_549}]}, "payments[0].amount"),
        ({"principal_movements": [{"on": "2026-01-11", "amount": 50_000_001}]}, "principal_movements[0].amount"),
        ({"periods": [{"from": "2026-02-01", "to": "2026-01-31"}]}, "periods[0].to"),
        ({"periods": [{"from": "2026-02-01", "to": "2026-02-30"}]}, "periods[0].to"),
        ({"payoff_on": "2026-01-09"}, "payoff_on"),
        ({"payoff_on": None}, "payoff_on"),
        ({"rates": [{"from": "2026-01-11", "percent": 6}], "payoff_on": "2026-02-01"}, "rates"),
    ],
)
def test_refused_by_name(changes: dict[str, Any], name: str | None):
    if name is None:
        assert quote({**LOAN, **changes}) == {}
    else:
        assert told({**LOAN, **changes}).startswith(f"{name}: ")


def test_a_missing_key_is_named():
    assert told({"rates": LOAN["rates"]}).startswith("disbursements: thiếu")


def test_a_document_that_is_no_object():
    assert "đối tượng" in told([LOAN])


def test_the_most_that_can_be_paid_is_taken():
    # one day of 50,000,000 at 6.24 % is 8,547.95
    found = quote({**LOAN, "payments": [{"on": "2026-01-11", "amount": 50_008_548}]})
    assert found["payments"][0]["interest"] == "8548"


def test_an_overpayment_says_what_is_owed_in_the_unit_of_the_document():
    cents = {**LOAN, "digits": 2, "payments": [{"on": "2026-01-11", "amount": "60000000"}]}
    assert "50008547.95" in told(cents)


def test_dues_must_reach_the_last_disbursement():
    later = [*LOAN["disbursements"], {"on": "2027-01-10", "amount": 1}]
    assert told({**LOAN, "disbursements": later, "schedule": {"due": ["2026-03-01"]}}).startswith("schedule: ")
