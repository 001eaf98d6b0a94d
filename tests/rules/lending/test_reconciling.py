"""Figures of another system worked out anew, and the cause of each difference found by trying it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dongvon.domain.lending.rules.reconciling.causes import UNKNOWN, findings
from dongvon.domain.lending.rules.reconciling.recomputing import Case, Event, EventKind, Figures, Step, recomputed

LENT, PRINCIPAL, INTEREST = EventKind.LENT, EventKind.PRINCIPAL, EventKind.INTEREST

#: 50,000,000 of 10/11/2025 at 6.6 %, from 01/12/2025 at 6.24 %; interest of the first month paid (C2: 266,795).
HOA = Case(
    contract="6600000000000001",
    on=date(2026, 1, 10),
    stated=Figures(in_term=50_000_000, owed_in_term=264_987),
    events=(Event(date(2025, 11, 10), LENT, 50_000_000), Event(date(2025, 12, 10), INTEREST, 266_795)),
    rates=(Step(date(2025, 11, 10), 6_600_000), Step(date(2025, 12, 1), 6_240_000)),
    overdue_milli=130_000,
    final_on=date(2030, 10, 10),
    contractual_on=date(2030, 11, 10),
    unextended_on=date(2030, 10, 10),
    stated_micro=6_240_000,
)
#: Overdue since the session of 10/10/2025, a month before the contract's day.
TUNG = replace(
    HOA,
    events=(Event(date(2024, 1, 10), LENT, 10_000_000), Event(date(2025, 10, 10), INTEREST, 1_262_400)),
    rates=(Step(date(2024, 1, 10), 8_000_000),),
    final_on=date(2025, 10, 10),
    contractual_on=date(2025, 11, 5),
    unextended_on=date(2025, 10, 10),
    stated_micro=None,
)


def test_interest_over_a_change_of_rate_to_the_dong() -> None:
    """266,794.52 of the first month and 264,986.30 of the next are 531,781 in all, of which 266,795 is paid."""
    assert recomputed(HOA) == Figures(in_term=50_000_000, owed_in_term=264_986)


def test_what_is_unpaid_on_the_final_session_earns_130_percent_from_it() -> None:
    """10,000,000 at 8 % for 639 days is 1,400,547.95 − paid; 92 days at 10.4 % are 262,136.99."""
    found = recomputed(TUNG)
    assert (found.in_term, found.overdue) == (0, 10_000_000)
    assert found.owed_in_term == 1_400_548 - 1_262_400
    assert found.owed_overdue == 262_137


def test_agreeing_figures_say_nothing() -> None:
    assert findings(replace(HOA, stated=recomputed(HOA))) == []


def test_one_dong_is_rounding() -> None:
    (found,) = findings(HOA)
    assert (found.figure, found.stated, found.ours, found.cause) == ("owed_in_term", 264_987, 264_986, "rounding")


@pytest.mark.parametrize(
    ("case", "owed", "cause", "value"),
    [
        # one day more: 8,547.95
        (HOA, {"owed_in_term": 273_534}, "last_day", None),
        # (189,863.01 + 341,917.81) × 365 / 360 − 266,795
        (HOA, {"owed_in_term": 272_372}, "year_of_360", None),
        # 6.6 % kept: 61 days make 551,506.85
        (HOA, {"owed_in_term": 284_712}, "rate_kept", ("rate", "6,6")),
        # 7 % said to hold since 01/12/2025: 189,863.01 + 383,561.64
        (replace(HOA, stated_micro=7_000_000), {"owed_in_term": 306_630}, "other_rate", ("day", "01/12/2025")),
        # overdue only from 05/11/2025: 26 days more in term, 66 days at 10.4 %
        (TUNG, {"overdue": 10_000_000, "owed_in_term": 195_134, "owed_overdue": 188_055}, "contractual_day", None),
        (
            TUNG,
            {"overdue": 10_000_000, "owed_in_term": 138_148, "owed_overdue": 201_644},
            "overdue_at_lending_rate",
            None,
        ),
    ],
)
def test_a_cause_is_found_by_trying_it(case: Case, owed: dict[str, int], cause: str, value: Any) -> None:
    stated = Figures(**{"in_term": 50_000_000 if case.contract and "overdue" not in owed else 0, **owed})
    found = findings(replace(case, stated=stated))
    assert {each.cause for each in found} == {cause}
    assert not value or found[0].values[value[0]] == value[1]


def test_an_event_that_never_reached_their_balance() -> None:
    paid = Event(date(2026, 1, 5), PRINCIPAL, 5_000_000)
    case = replace(HOA, events=(*HOA.events, paid), stated=recomputed(HOA))
    found = findings(case)
    assert {each.cause for each in found} == {"event_ignored"}
    assert found[0].values == {"day": "05/01/2026", "amount": 5_000_000}


def test_an_event_that_their_file_lacks() -> None:
    paid = Event(date(2026, 1, 5), PRINCIPAL, 5_000_000)
    truth = recomputed(replace(HOA, events=(*HOA.events, paid)))
    assert {each.cause for each in findings(replace(HOA, stated=truth, known=(paid,)))} == {"event_missing"}
    assert {each.cause for each in findings(replace(HOA, stated=truth))} == {UNKNOWN}


def test_interest_during_a_freeze() -> None:
    """Frozen from 11/12: only the 30 days to 10/12 and one more at 6.24 % are earned.

    189,863.01 + 76,931.51 + 8,547.95 − 266,795 is 8,547.47; theirs goes on to 264,986.
    """
    frozen = replace(
        HOA, events=(*HOA.events, Event(date(2025, 12, 11), EventKind.TO_FROZEN, 50_000_000)), stated_micro=None
    )
    assert recomputed(frozen).owed_in_term == 8_547
    stated = Figures(frozen=50_000_000, owed_in_term=264_986)
    assert {each.cause for each in findings(replace(frozen, stated=stated))} == {"frozen_earns"}


def test_money_met_in_another_order() -> None:
    """A receipt of 1,000,000 is interest to us as far as owed, principal to them."""
    stated = Figures(in_term=49_900_000, owed_in_term=364_986)
    assert {each.cause for each in findings(replace(HOA, stated=stated))} == {"allocation"}


def test_what_nothing_explains_is_said_so() -> None:
    stated = Figures(in_term=50_000_000, owed_in_term=123_456)
    (found,) = findings(replace(HOA, stated=stated))
    assert found.cause == UNKNOWN
