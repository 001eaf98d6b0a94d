"""Loans priced from figures of other systems, and worked out by hand: each says where it comes from."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.lending.queries.quote import quote


def terms(amount: object, on: str, percent: object, **more: Any) -> dict[str, Any]:
    rates = [{"from": "1999-01-01", "percent": percent}]
    return {"rates": rates, "disbursements": [{"on": on, "amount": amount}], **more}


def period(from_: str, to: str) -> dict[str, str]:
    return {"from": from_, "to": to}


#: A day-count table published with a test log (actual/365 fixed, nine decimals); a billion at 100 % shows it whole.
FRACTIONS = [
    ("2006-08-20", "2007-02-20", "504109589"),
    ("2007-02-20", "2007-08-20", "495890411"),
    ("2007-08-20", "2008-02-20", "504109589"),
    ("2008-02-20", "2008-08-20", "498630137"),
    ("2008-08-20", "2009-02-20", "504109589"),
    ("2006-02-28", "2006-08-31", "504109589"),
    ("2006-08-31", "2007-02-28", "495890411"),
]

#: One period each: amount, percent, from, to, interest.
INTEREST = [
    # Golden vectors A1–A6 (public specifications quoting Thông tư 14/2017)
    (500_000_000, 6, "2026-01-31", "2026-07-31", "14876712"),
    (500_000_000, "0.2", "2026-01-01", "2026-03-31", "243836"),
    (500_000_000, 6, "2026-01-01", "2026-04-03", "7561644"),
    (100_000_000, 6, "2026-01-01", "2026-07-02", "2991781"),
    (100_000_000, 6, "2026-01-01", "2026-02-01", "509589"),
    (100_000_000, 6, "2026-01-01", "2026-04-03", "1512329"),
    # Golden vectors C1, C4–C6
    (50_000_000, "6.24", "2026-01-10", "2026-02-10", "264986"),
    (200_000_000, "7.9248", "2026-01-01", "2026-01-31", "1302707"),
    (500_000_000, "5.4", "2026-01-01", "2026-01-31", "2219178"),
    (500_000_000, "7.02", "2026-01-01", "2026-01-31", "2884932"),
    (10_000_000, "8.112", "2026-01-01", "2026-01-31", "66674"),
    # 29 days of a leap February: 100,000,000 × 6 × 29 / 36,500 = 476,712.33
    (100_000_000, 6, "2024-02-01", "2024-03-01", "476712"),
    # from one 29 February to the day before the next: 365 days, a whole year
    (50_000_000, "7.9248", "2024-02-29", "2025-02-28", "3962400"),
    # exactly half a đồng goes up: 365 × 1 % / 365 of 50
    (50, 1, "2026-01-01", "2027-01-01", "1"),
    (49, 1, "2026-01-01", "2027-01-01", "0"),
    # no interest at no rate, and none over no days
    (10_000_000, 0, "2026-01-01", "2036-01-01", "0"),
    (10_000_000, 6, "2026-01-01", "2026-01-01", "0"),
    # 999,999,999,999,999 × 7.3 % = 1/5,000 a day: 199,999,999,999.9998
    (999_999_999_999_999, "7.3", "2026-01-01", "2026-01-02", "200000000000"),
]


@pytest.mark.parametrize(("start", "end", "interest"), FRACTIONS)
def test_the_day_count_of_a_published_table(start: str, end: str, interest: str):
    found = quote(terms(1_000_000_000, start, 100, periods=[period(start, end)]))
    assert found["periods"][0]["interest"] == interest


@pytest.mark.parametrize(("amount", "percent", "start", "end", "interest"), INTEREST)
def test_interest_of_one_period(amount: int, percent: object, start: str, end: str, interest: str):
    asked = terms(amount, start, percent, periods=[period(start, end)], payoff_on=end)
    found = quote(asked)
    assert (found["periods"][0]["interest"], found["payoff"]["interest"]) == (interest, interest)


def test_a_loan_of_another_engine_paid_by_instalments():
    # simontreanor/FSharp.Finance.Personal, PaymentScheduleTest005: 100.00 at 0.8 % a day, four payments
    start = date(2026, 1, 1)
    paid = [(10, "36.48"), (41, "36.48"), (72, "36.48"), (102, "36.44")]
    asked = terms(
        "100.00",
        start.isoformat(),
        292,
        digits=2,
        payments=[{"on": (start + timedelta(days=day)).isoformat(), "amount": amount} for day, amount in paid],
        payoff_on="2026-12-31",
    )
    found = quote(asked)
    assert [(each["interest"], each["principal"], each["balance_after"]) for each in found["payments"]] == [
        ("8.00", "28.48", "71.52"),
        ("17.74", "18.74", "52.78"),
        ("13.09", "23.39", "29.39"),
        ("7.05", "29.39", "0.00"),
    ]
    assert found["payoff"] == {"principal": "0.00", "interest": "0.00", "total": "0.00"}


def test_money_lent_twice_more_within_a_period():
    # thamdavies/plei-trust, a lender's worked month: 10,000 đ a million a day (365 % a year), 5 then 6 then 7 million
    lent = [("2025-10-18", 5_000_000), ("2025-10-22", 1_000_000), ("2025-10-26", 1_000_000)]
    found = quote(
        {
            "rates": [{"from": "2025-01-01", "percent": 365}],
            "disbursements": [{"on": on, "amount": amount} for on, amount in lent],
            "periods": [period("2025-10-18", "2025-11-17")],
        }
    )
    assert found["periods"][0]["interest"] == "1980000"


def test_a_temporary_cut_of_all_rates():
    # 50,000,000: 21 days at 6.6 %, 92 at 5.94 %, 40 at 6.6 % = 189,863.01 + 748,602.74 + 361,643.84
    rates = [("2015-06-05", "6.6"), ("2021-10-01", "5.94"), ("2022-01-01", "6.6")]
    asked = terms(50_000_000, "2021-09-10", 6, periods=[period("2021-09-10", "2022-02-10")])
    asked["rates"] = [{"from": on, "percent": percent} for on, percent in reversed(rates)]
    assert quote(asked)["periods"][0]["interest"] == "1300110"


def test_quarters_from_the_last_of_january_floored_to_100_000():
    # 25 million in three: 8.3, 8.3, 8.4; 89 days of 25.0, 91 of 16.7, 92 of 8.4 at 6.24 %, each on the sum so far:
    # 380,383.56; 640,189.81; 772,306.85
    asked = terms(25_000_000, "2026-01-31", "6.24")
    plan = {"count": 3, "every_months": 3, "first_on": "2026-04-30", "floor_to": 100_000}
    rows = [tuple(each.values()) for each in quote({**asked, "schedule": plan})["schedule"]]
    assert rows == [
        ("2026-04-30", 89, "8300000", "380384", "16700000"),
        ("2026-07-30", 91, "8300000", "259806", "8400000"),
        ("2026-10-30", 92, "8400000", "132117", "0"),
    ]


@pytest.mark.parametrize(
    ("every", "dues"),
    [
        (1, ["2026-08-31", "2026-09-30", "2026-10-31"]),
        (3, ["2026-08-31", "2026-11-30", "2027-02-28"]),
        (6, ["2026-08-31", "2027-02-28", "2027-08-31"]),
        (12, ["2026-08-31", "2027-08-31", "2028-08-31"]),
    ],
)
def test_the_last_of_a_month_comes_back_where_there_is_one(every: int, dues: list[str]):
    plan = {"count": 3, "every_months": every, "first_on": "2026-08-31"}
    found = quote(terms(3, "2026-01-01", 0, schedule=plan))["schedule"]
    assert [each["due"] for each in found] == dues


def test_a_leap_day_once_a_year():
    plan = {"count": 5, "every_months": 12, "first_on": "2024-02-29"}
    found = quote(terms(5, "2023-02-28", 0, schedule=plan))["schedule"]
    assert [each["due"][5:] for each in found] == ["02-29", "02-28", "02-28", "02-28", "02-29"]
    assert [each["days"] for each in found] == [366, 365, 365, 365, 366]


@pytest.mark.parametrize(
    ("amount", "count", "floor_to", "parts"),
    [
        (40_000_000, 3, 100_000, [13_300_000, 13_300_000, 13_400_000]),  # golden vector D4
        (50_000_000, 3, 100_000, [16_600_000, 16_600_000, 16_800_000]),
        (200, 3, 0, [67, 67, 66]),  # half-up, the last takes the rest
        (2, 4, 0, [1, 1, 0, 0]),  # half a đồng goes up until nothing is left
        (250_000, 3, 100_000, [0, 0, 250_000]),  # a floor above the part leaves all to the last
    ],
)
def test_equal_parts(amount: int, count: int, floor_to: int, parts: list[int]):
    plan = {"count": count, "every_months": 1, "first_on": "2026-02-01", "floor_to": floor_to}
    found = quote(terms(amount, "2026-01-01", 6, schedule=plan))["schedule"]
    assert [int(each["principal"]) for each in found] == parts


def test_a_partial_payment_of_interest_waits_without_earning():
    # 36,500,000 at 10 %: 10,000 a day. 150,000 of 300,000 on day 30; on day 60 the other 150,000 and 300,000 more
    paid = [{"on": "2026-01-31", "amount": 150_000}, {"on": "2026-03-02", "amount": 1_450_000}]
    found = quote(terms(36_500_000, "2026-01-01", 10, payments=paid, payoff_on="2026-03-12"))
    assert [(each["interest"], each["principal"]) for each in found["payments"]] == [
        ("150000", "0"),
        ("450000", "1000000"),
    ]
    # 35,500,000 × 10 % × 10 / 365 = 97,260.27
    assert found["payoff"] == {"principal": "35500000", "interest": "97260", "total": "35597260"}


def test_principal_planned_on_a_day_of_a_payment():
    # principal-only first, then what is paid: 36,500,000 at 10 %, 10 days are 100,000
    found = quote(
        terms(
            36_500_000,
            "2026-01-01",
            10,
            principal_movements=[{"on": "2026-01-11", "amount": 6_500_000}],
            payments=[{"on": "2026-01-11", "amount": 200_000}],
            periods=[period("2026-01-01", "2026-01-11"), period("2026-01-11", "2026-01-12")],
        )
    )
    assert found["payments"][0] == {
        "on": "2026-01-11",
        "interest": "100000",
        "principal": "100000",
        "balance_after": "29900000",
    }
    # 29,900,000 × 10 % / 365 = 8,191.78
    assert [each["interest"] for each in found["periods"]] == ["100000", "8192"]


@pytest.mark.parametrize(("on", "owed"), [("2026-01-31", "300000"), ("2026-02-10", "0"), ("2026-02-11", "0")])
def test_a_payoff_before_and_after_the_last_payment(on: str, owed: str):
    # 36,500,000 at 10 %: 40 days are 400,000
    paid = [{"on": "2026-02-10", "amount": 36_900_000}]
    found = quote(terms(36_500_000, "2026-01-01", 10, payments=paid, payoff_on=on))
    assert found["payoff"]["interest"] == owed


@pytest.mark.parametrize("amount", [100_000_000, "100000000", "100000000.00", Decimal("1E+8"), Decimal("100000000.0")])
def test_amounts_as_numbers_and_strings(amount: object):
    found = quote(terms(amount, "2026-01-01", "6.0", payoff_on="2026-02-01"))
    assert found["payoff"]["total"] == "100509589"


def test_cents_of_six_monthly_periods_add_to_the_half_year():
    # 9,999.99 at 4.75 %: 181 days are 235.547710…; the months alone would round to 235.54
    days = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01", "2026-07-01"]
    months = [period(one, other) for one, other in pairwise(days)]
    asked = terms("9999.99", days[0], "4.75", digits=2, periods=[*months, period(days[0], days[-1])])
    amounts = [Decimal(each["interest"]) for each in quote(asked)["periods"]]
    assert (amounts[-1], sum(amounts[:-1])) == (Decimal("235.55"), Decimal("235.55"))


START = date(2024, 1, 1)
days = st.integers(0, 500)


@given(
    lent=st.lists(st.tuples(days, st.integers(1, 10**9)), min_size=1, max_size=4),
    rates=st.lists(st.tuples(days, st.integers(0, 20_000)), max_size=4, unique_by=lambda each: each[0]),
    ends=st.lists(days, min_size=2, max_size=2, unique=True),
)
def test_a_period_is_the_sum_of_its_days(lent: list[tuple[int, int]], rates: list[tuple[int, int]], ends: list[int]):
    """Day by day, as one would on paper: what is owed that day, at that day's percent, over 36,500."""
    steps = [(-1, 660), *rates]
    first, last = sorted(ends)
    exact = Fraction(0)
    for day in range(first, last):
        balance = sum(amount for on, amount in lent if on <= day)
        percent = max(step for step in steps if step[0] <= day)[1]
        exact += Fraction(balance * percent, 100 * 36_500)

    def dated(after: int) -> str:
        return (START + timedelta(days=after)).isoformat()

    found = quote(
        {
            "rates": [{"from": dated(on), "percent": str(Decimal(percent) / 100)} for on, percent in steps],
            "disbursements": [{"on": dated(on), "amount": amount} for on, amount in lent],
            "periods": [period(dated(first), dated(last))],
        }
    )
    whole = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal(1), ROUND_HALF_UP)
    assert found["periods"][0]["interest"] == str(whole)
