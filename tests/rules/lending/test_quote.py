"""Loans priced by their own terms: golden figures, and what no figure may break."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.lending.queries.quote import quote

BASE_RATES = [{"from": "2015-06-05", "percent": "6.6"}, {"from": "2025-12-01", "percent": "6.24"}]


def priced(**terms: Any) -> Any:
    terms.setdefault("rates", [{"from": "2000-01-01", "percent": terms.pop("percent", "6")}])
    return quote(terms)


def lent(amount: object, *, on: str) -> list[dict[str, object]]:
    return [{"on": on, "amount": amount}]


def test_c2_a_rate_cut_splits_the_month():
    # golden vector C2: 21 days at 6.6 % and 9 days at 6.24 %
    found = priced(
        rates=BASE_RATES,
        disbursements=lent(50_000_000, on="2025-11-10"),
        periods=[
            {"from": "2025-11-10", "to": "2025-12-01"},
            {"from": "2025-12-01", "to": "2025-12-10"},
            {"from": "2025-11-10", "to": "2025-12-10"},
        ],
    )
    assert [each["interest"] for each in found["periods"]] == ["189863", "76932", "266795"]


def test_c3_principal_paid_within_the_month():
    # golden vector C3: 20 million of 100 paid after 14 of 31 days
    found = priced(
        percent="7.488",
        disbursements=lent("100000000", on="2026-01-10"),
        principal_movements=[{"on": "2026-01-24", "amount": 20_000_000}],
        periods=[{"from": "2026-01-10", "to": "2026-02-10"}],
    )
    assert found == {"periods": [{"from": "2026-01-10", "to": "2026-02-10", "interest": "566216"}]}


def test_c7_a_student_loan_earns_interest_through_the_course():
    # golden vector C7: two disbursements, interest to the end of the course
    found = priced(
        percent="6.24",
        disbursements=[*lent(20_000_000, on="2026-09-25"), *lent(20_000_000, on="2027-03-25")],
        payoff_on="2029-02-28",
    )
    assert found["payoff"] == {"principal": "40000000", "interest": "5446751", "total": "45446751"}


def test_a_leap_year_has_a_day_more_and_the_same_divisor():
    # 100,000,000 × 6 % × 366 / 365 = 6,016,438.36
    found = priced(disbursements=lent(100_000_000, on="2024-01-01"), payoff_on="2025-01-01")
    assert found["payoff"]["interest"] == "6016438"


def test_cents_under_three_rates_share_their_rounding():
    # 12,345.67 × (76 × 8.25 % + 16 × 7.125 %) / 365 = 250.6349…; to the end 838.4486…, of which 250.63 are posted
    found = priced(
        digits=2,
        rates=[
            {"from": "2023-01-01", "percent": "8.25"},
            {"from": "2023-06-15", "percent": "7.125"},
            {"from": "2024-02-29", "percent": "6.5"},
        ],
        disbursements=lent("12345.67", on="2023-03-31"),
        periods=[{"from": "2023-03-31", "to": "2023-07-01"}, {"from": "2023-07-01", "to": "2024-03-01"}],
    )
    assert [each["interest"] for each in found["periods"]] == ["250.63", "587.82"]


def test_a_plan_from_the_last_of_january():
    # by hand: 12.2301 for 1200 over 31 days, then 7.3644 for 800 over 28 (in all 19.59), then 4.0767 (23.67)
    found = priced(
        digits=2,
        percent=12,
        disbursements=lent("1200.00", on="2025-12-31"),
        schedule={"count": 3, "every_months": 1, "first_on": "2026-01-31", "floor_to": 0},
    )
    rows = [(each["due"], each["days"], each["interest"], each["balance_after"]) for each in found["schedule"]]
    assert rows == [
        ("2026-01-31", 31, "12.23", "800.00"),
        ("2026-02-28", 28, "7.36", "400.00"),
        ("2026-03-31", 31, "4.08", "0.00"),
    ]


def test_parts_without_a_floor_leave_the_rest_to_the_last():
    found = priced(
        digits=2,
        disbursements=lent("100", on="2026-01-01"),
        schedule={"due": ["2026-02-01", "2026-03-01", "2026-04-01"]},
    )
    assert [each["principal"] for each in found["schedule"]] == ["33.33", "33.33", "33.34"]


def test_a_part_never_asks_for_more_than_is_lent():
    found = priced(
        disbursements=[*lent(10, on="2026-01-01"), *lent(90, on="2026-02-15")],
        schedule={"count": 2, "every_months": 1, "first_on": "2026-02-01"},
    )
    assert [(each["principal"], each["balance_after"]) for each in found["schedule"]] == [("10", "0"), ("90", "0")]


def test_a_payment_meets_interest_first_and_the_rest_waits():
    # 10,000,000 at 7.3 %: 2,000 a day
    found = priced(
        percent="7.3",
        disbursements=lent(10_000_000, on="2026-01-01"),
        payments=[
            {"on": "2026-01-11", "amount": 15_000},
            {"on": "2026-01-21", "amount": 5_025_000},
            {"on": "2026-01-21", "amount": 1_000_000},
        ],
        payoff_on="2026-01-31",
    )
    assert [(each["interest"], each["principal"], each["balance_after"]) for each in found["payments"]] == [
        ("15000", "0", "10000000"),
        ("25000", "5000000", "5000000"),
        ("0", "1000000", "4000000"),
    ]
    assert found["payoff"] == {"principal": "4000000", "interest": "8000", "total": "4008000"}


def test_a_payoff_does_not_look_at_later_payments():
    found = priced(
        percent="7.3",
        disbursements=lent(10_000_000, on="2026-01-01"),
        payments=[{"on": "2026-03-01", "amount": 10_118_000}],
        payoff_on="2026-01-11",
    )
    assert found["payments"][0]["balance_after"] == "0"
    assert found["payoff"]["total"] == "10020000"


def test_a_period_apart_is_rounded_by_itself():
    # each day earns 0.4 đ; the day alone rounds to 0, joined days add to the whole
    terms: dict[str, Any] = {"percent": "7.3", "disbursements": lent(2_000, on="2026-01-01")}
    alone = priced(**terms, periods=[{"from": "2026-01-02", "to": "2026-01-03"}])
    joined = priced(
        **terms,
        periods=[
            {"from": "2026-01-01", "to": "2026-01-02"},
            {"from": "2026-01-02", "to": "2026-01-03"},
            {"from": "2026-01-01", "to": "2026-01-03"},
        ],
    )
    assert alone["periods"][0]["interest"] == "0"
    assert [each["interest"] for each in joined["periods"]] == ["0", "1", "1"]


def test_days_before_the_loan_earn_nothing_and_need_no_rate():
    found = priced(
        rates=[{"from": "2026-01-01", "percent": 0}, {"from": "2026-02-01", "percent": "7.3"}],
        disbursements=lent(1_000_000, on="2026-01-01"),
        periods=[{"from": "2025-06-01", "to": "2026-02-02"}, {"from": "2025-06-01", "to": "2025-06-01"}],
    )
    assert [each["interest"] for each in found["periods"]] == ["200", "0"]


def test_nothing_asked_nothing_answered():
    assert priced(disbursements=lent(1, on="2026-01-01")) == {}


START = date(2023, 10, 31)


@st.composite
def loans(draw: st.DrawFn) -> dict[str, Any]:
    days = st.integers(0, 900)

    def dated(after: int) -> str:
        return (START + timedelta(days=after)).isoformat()

    changes = draw(st.lists(st.tuples(days, st.integers(0, 200_000)), max_size=4, unique_by=lambda each: each[0]))
    rates = [{"from": "2023-01-01", "percent": "6.6"}]
    rates += [{"from": dated(at), "percent": str(Decimal(rate).scaleb(-4))} for at, rate in changes]
    extra = draw(st.lists(st.tuples(days, st.integers(1, 10**9)), max_size=3))
    return {
        "digits": draw(st.sampled_from([0, 2])),
        "rates": rates,
        "disbursements": [
            {"on": dated(at), "amount": amount} for at, amount in [(0, draw(st.integers(1, 10**9))), *extra]
        ],
    }


@given(loans(), st.lists(st.integers(0, 400), min_size=2, max_size=6, unique=True))
def test_interest_over_a_and_b_days_is_interest_over_both(terms: dict[str, Any], cuts: list[int]):
    days = [(START + timedelta(days=at)).isoformat() for at in sorted(cuts)]
    parts = [{"from": one, "to": other} for one, other in pairwise(days)]
    found = quote({**terms, "periods": [*parts, {"from": days[0], "to": days[-1]}]})["periods"]
    amounts = [Decimal(each["interest"]) for each in found]
    assert sum(amounts[:-1]) == amounts[-1]


@given(loans(), st.integers(1, 40), st.sampled_from([0, 1, 1_000, 100_000]))
def test_principal_in_is_principal_planned(terms: dict[str, Any], count: int, floor_to: int):
    plan = {"count": count, "every_months": 1, "first_on": "2026-07-31", "floor_to": floor_to}
    lines = quote({**terms, "schedule": plan})["schedule"]
    total = sum(Decimal(each["amount"]) for each in terms["disbursements"])
    assert sum(Decimal(each["principal"]) for each in lines) == total
    assert [Decimal(each["balance_after"]) for each in lines][-1] == 0
    assert min(Decimal(each["principal"]) for each in lines) >= 0


@given(loans(), st.lists(st.tuples(st.integers(900, 1_200), st.integers(1, 10**6)), max_size=6))
def test_principal_in_is_principal_out_and_balance(terms: dict[str, Any], paid: list[tuple[int, int]]):
    lent_in_all = sum(Decimal(each["amount"]) for each in terms["disbursements"])
    room = int(lent_in_all)
    payments = []
    for at, amount in paid:
        amount = min(amount, room)
        room -= amount
        if amount:
            payments.append({"on": (START + timedelta(days=at)).isoformat(), "amount": amount})
    found = quote({**terms, "payments": payments, "payoff_on": "2030-01-01"})
    repaid = sum((Decimal(each["principal"]) for each in found["payments"]), Decimal(0))
    assert repaid + Decimal(found["payoff"]["principal"]) == lent_in_all
    given_in_all = sum((Decimal(each["amount"]) for each in payments), Decimal(0))
    assert repaid + sum(Decimal(each["interest"]) for each in found["payments"]) == given_in_all


@given(loans(), st.integers(1, 2_000))
def test_the_plan_paid_on_its_days_owes_nothing(terms: dict[str, Any], count: int):
    plan = {"count": count % 24 + 1, "every_months": 1, "first_on": "2026-07-31", "floor_to": 0}
    lines = quote({**terms, "schedule": plan})["schedule"]
    payments = [
        {"on": each["due"], "amount": str(Decimal(each["principal"]) + Decimal(each["interest"]))} for each in lines
    ]
    payments = [each for each in payments if Decimal(str(each["amount"])) > 0]
    found = quote({**terms, "payments": payments, "payoff_on": lines[-1]["due"]})
    assert Decimal(found["payoff"]["total"]) == 0


@pytest.mark.parametrize("section", ["schedule", "payments", "periods"])
def test_only_what_was_asked_is_answered(section: str):
    asked: dict[str, Any] = {
        "schedule": {"count": 1, "first_on": "2027-01-01"},
        "payments": [],
        "periods": [],
    }
    found = priced(disbursements=lent(1_000, on="2026-01-01"), **{section: asked[section]})
    assert list(found) == [section]
